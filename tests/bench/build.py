"""What the site costs to build, against the same pages under stock Material, and to change."""

import os
import re
import resource
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

from knowledge.book import read_project
from knowledge.pages.page import Settings
from knowledge.site.files import assemble
from knowledge.site.render import Renderer

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
STOCK = """site_name: Stock
site_url: https://stock.example/
docs_dir: docs
theme:
  name: material
markdown_extensions: [attr_list, tables]
"""
PORT = 8765
EDITED = {  # what an editor changes → what stands before and behind the new words
    "sentence of a KPI": re.compile(r"(definition:\n(?:.*\n)*?  en: >-\n    )(?:Changed .)?()"),
    "name of a KPI, which is in the workbook too": re.compile(r"(?m)^(name:\n.*\n  en: ).*()$"),
}


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
    subprocess.run(command, cwd=root, env=usual(), stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def usual() -> dict[str, str]:
    """The environment of somebody who builds often: Python keeps what it compiled, as it does unless told otherwise."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1"}


def build_ratio(folder: Path) -> None:
    count = write_stock(folder / "stock")
    ours, stock = [], []
    for _ in range(RUNS):  # in turns, so that other work on the machine weighs on both
        ours.append(cpu_seconds(ROOT, folder / "site"))
        stock.append(cpu_seconds(folder / "stock", folder / "stock-site"))
    ratio = statistics.median(ours) / statistics.median(stock)
    print(
        f"build, {count} pages, medians of {RUNS}: ours {statistics.median(ours):.2f} s, "
        f"stock Material {statistics.median(stock):.2f} s of CPU"
    )
    print(f"ratio {ratio:.2f} (budget 0.60)")


def reload_time(folder: Path) -> None:
    """From a saved YAML file to the page that shows it, under `mkdocs serve` on a copy of the project."""
    copy = folder / "copy"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(copy)], check=True)
    address = f"http://127.0.0.1:{PORT}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{PORT}"]
    server = subprocess.Popen(command, cwd=copy, env=usual() | {"SITE_URL": address}, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"{address}en/kpi/csat/", "</html>")
        for what, place in EDITED.items():
            times = [seconds_to_show(copy, address, place, f"Changed {chr(65 + number)}") for number in range(RUNS)]
            print(f"{what} saved → page served, median of {RUNS}: {statistics.median(times):.2f} s (budget 2 s)")
    finally:
        server.terminate()


def seconds_to_show(copy: Path, address: str, place: re.Pattern[str], words: str) -> float:
    """From the record saved with these words at a place to the page that shows them."""
    record = copy / "data/kpis/csat.yml"
    text = place.sub(rf"\g<1>{words}\g<2>", record.read_text(encoding="utf-8"), count=1)
    start = time.perf_counter()
    record.write_text(text, encoding="utf-8")
    wait_for(f"{address}en/kpi/csat/", words)
    return time.perf_counter() - start


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
