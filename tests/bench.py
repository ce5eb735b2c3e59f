"""`make bench`: what the site costs to build, to change and to calculate with, as ratios and times of one run on this machine."""

import functools
import gzip
import http.server
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

from knowledge.book import read_project
from knowledge.plan import Settings
from knowledge.render import Renderer
from knowledge.site import assemble
from playwright.sync_api import sync_playwright

from tests import chromium
from tests.conftest import FLAGS, Handler

ROOT = Path(__file__).resolve().parent.parent
RUNS, BROWSER_RUNS = 5, 20
STOCK = "site_name: Stock\nsite_url: https://stock.example/\ndocs_dir: docs\ntheme:\n  name: material\nmarkdown_extensions: [attr_list, tables]\n"
PORT = 8765
TIMES = """
async (runs) => {
  const [{ model }, engine, sensitivity, simulation] = await Promise.all(
    ["generated", "model", "sensitivity", "simulate"].map((name) => import(`/assets/javascripts/roi/${name}.js`)));
  const [situation] = model.situations, { seed, trials } = model.risk;
  const draws = Object.fromEntries(Object.entries(trials).map(([name, number]) => [name, simulation.draw(model, seed, number)]));
  const simulate = (name) => () => simulation.simulate(model, {}, situation, draws[name]);
  const time = (work, calls) => Array.from({ length: runs }, () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) work();
    return (performance.now() - start) / calls;
  });
  const field = document.getElementById("in-gmv_total");
  let typed = 0;
  const type = () => {
    field.value = String(200000000 + 1000000 * typed++);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return {
    trials,
    evaluate: time(() => engine.evaluate(model, {}, situation), 100),
    tornado: time(() => sensitivity.tornado(model, {}, situation), 5),
    live: time(simulate("live"), 5),
    full: time(simulate("full"), 1),
    shown: time(type, 1),
  };
}
"""


class Markdown(HTMLParser):
    """A page's HTML as the Markdown an author would have typed: headings, paragraphs, lists, links, table rows."""

    MARKS = {
        "h2": "\n\n## ",
        "h3": "\n\n### ",
        "h4": "\n\n#### ",
        "p": "\n\n",
        "li": "\n- ",
        "dt": "\n\n**",
        "dd": "\n\n",
        "tr": "\n|",
        "summary": "\n\n",
    }
    ENDS = {"dt": "**", "td": " |", "th": " |", "p": "\n"}

    def __init__(self):
        super().__init__()
        self.text, self.link = "", ""

    def handle_starttag(self, tag, attributes):
        self.text += self.MARKS.get(tag, "")
        if tag == "a":
            self.link = dict(attributes).get("href", "")
            self.text += "["

    def handle_endtag(self, tag):
        self.text += f"]({self.link})" if tag == "a" else self.ENDS.get(tag, "")

    def handle_data(self, data):
        self.text += re.sub(r"\s+", " ", data)


def write_stock(folder: Path) -> int:
    """The same pages as ready Markdown, with Material's own configuration; the number of pages."""
    project = read_project(ROOT)
    renderer = Renderer(assemble(project, Settings("https://stock.example/")))
    pages = [page for page in renderer.site.pages.values() if page.template and page.kind != "error"]
    for page in pages:
        reader = Markdown()
        reader.feed(renderer.page(page))
        save(folder / "docs" / f"{page.url}index.md", f"# {page.title}\n{reader.text}\n")
    for written in project.prose:
        save(folder / "docs" / written.lang / written.name, f"# {written.title}\n\n{written.body}")
    save(folder / "mkdocs.yml", STOCK)
    return len(pages) + len(project.prose)


def save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def cpu_seconds(root: Path, target: Path) -> float:
    """CPU time of one build, user and system, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    subprocess.run(command, cwd=root, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def build_ratio(folder: Path) -> None:
    count = write_stock(folder / "stock")
    ours, stock = [], []
    for _ in range(RUNS):  # in turns, so that other work on the machine weighs on both
        ours.append(cpu_seconds(ROOT, folder / "site"))
        stock.append(cpu_seconds(folder / "stock", folder / "stock-site"))
    ratio = statistics.median(ours) / statistics.median(stock)
    print(
        f"build, {count} pages, medians of {RUNS}: ours {statistics.median(ours):.2f} s, stock Material {statistics.median(stock):.2f} s of CPU"
    )
    print(f"ratio {ratio:.2f} (budget 0.60)")


def reload_time(folder: Path) -> None:
    """From a saved YAML file to the page that shows it, under `mkdocs serve` on a copy of the project."""
    copy = folder / "copy"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(copy)], check=True)
    address = f"http://127.0.0.1:{PORT}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{PORT}"]
    server = subprocess.Popen(command, cwd=copy, env=os.environ | {"SITE_URL": address, "SERVING": "true"}, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"{address}en/kpi/csat/", "</html>")
        record = copy / "data/kpis/csat.yml"
        times = []
        for number in range(RUNS):
            name = f"Changed name {chr(65 + number)}"
            text = re.sub(r"(?m)^(  en: ).*$", rf"\g<1>{name}", record.read_text(encoding="utf-8"), count=1)
            start = time.perf_counter()
            record.write_text(text, encoding="utf-8")
            wait_for(f"{address}en/kpi/csat/", name)
            times.append(time.perf_counter() - start)
        print(f"YAML saved → page served, median of {RUNS}: {statistics.median(times):.2f} s (budget 2 s)")
    finally:
        server.terminate()


def wait_for(url: str, text: str, patience: float = 30) -> None:
    """Returns when the page holds the text."""
    end = time.perf_counter() + patience
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if text in answer.read().decode():
                    return
        except urllib.error.HTTPError as error:
            if text in error.read().decode():
                return
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{url} never showed {text!r}")


def calculator(site: Path) -> None:
    """What each recalculation takes in a headless Chromium on the built page, and what the page fetches for it."""
    if not chromium.find():
        chromium.get()
    if not chromium.find():
        print(chromium.HELP)
        return
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    fetched: set[str] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        page = browser.new_page()
        page.on("request", lambda request: fetched.add(request.url.split("/", 3)[3]))
        page.goto(f"http://127.0.0.1:{httpd.server_port}/fr/calculator/", wait_until="networkidle")
        sizes = {url: gzipped(site / url) for url in fetched if url.endswith((".js", ".json"))}
        found = page.evaluate(TIMES, BROWSER_RUNS)
        browser.close()
    httpd.shutdown()
    evaluate, tornado, live, full, shown = (
        f"{statistics.median(found[name]):.2f} ms" for name in ("evaluate", "tornado", "live", "full", "shown")
    )
    few, many = (f"{found['trials'][name]:,} trials" for name in ("live", "full"))
    print(f"calculator in Chromium, medians of {BROWSER_RUNS}: evaluate {evaluate}, tornado {tornado}, {few} {live},")
    print(f"a typed figure → all results and drawings but the tornado {shown} (budget 16 ms), {many} {full} (budget 50 ms, in a worker)")
    own = sum(size for url, size in sizes.items() if "roi" in url)
    print(
        f"calculator, gzip file by file: its scripts and model {own:.1f} kB (budget 40 kB), with the site's own scripts {sum(sizes.values()):.1f} kB"
    )


def gzipped(path: Path) -> float:
    """Size in kB."""
    return len(gzip.compress(path.read_bytes())) / 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        build_ratio(Path(folder))
        reload_time(Path(folder))
        calculator(Path(folder) / "site")
