"""What each recalculation takes in a headless Chromium on the built page, and what the page fetches for it."""

import gzip
import statistics
from pathlib import Path

from playwright.sync_api import Browser

RUNS = 20
OWN = (
    "roi",
    "engine",
    "state",
    "words",
    "calculator",
    "trials",
    "opening",
    "charts",
    "drawing",
)  # the scripts and words of the calculator
TIMES = """
async (runs) => {
  const { $generated: { model }, $model: engine, $sensitivity: sensitivity, $simulate: simulation } =
    await import("/assets/javascripts/engine.js");
  const [situation] = model.situations, { seed, trials } = model.risk;
  const drawn = ([name, number]) => [name, simulation.draw(model, seed, number)];
  const draws = Object.fromEntries(Object.entries(trials).map(drawn));
  const simulate = (name) => () => simulation.simulate(model, { inputs: {}, situation }, draws[name]);
  const time = (work, calls) => Array.from({ length: runs }, () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) work();
    return (performance.now() - start) / calls;
  });
  const field = document.querySelector("input[name=net_sales_total]");
  const result = document.querySelector("[data-result=annual_benefit][data-scenario=base]");
  let typed = 0;
  const type = () => {
    field.value = String(200000000 + 50000000 * typed++);
    const before = result.textContent;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (result.textContent === before) throw new Error("Nothing followed what was typed.");
  };
  return {
    trials,
    evaluate: time(() => engine.evaluate(model, {}, situation), 100),
    tornado: time(() => sensitivity.tornado(model, { inputs: {}, situation }), 5),
    live: time(simulate("live"), 5),
    full: time(simulate("full"), 1),
    shown: time(type, 1),
  };
}
"""


def measure(browser: Browser, address: str, site: Path) -> None:
    fetched: set[str] = set()
    page = browser.new_page()
    page.on("request", lambda request: fetched.add(request.url.removeprefix(address)))
    page.goto(f"{address}fr/calculator/", wait_until="networkidle")
    sizes = {url: gzipped(site / url) for url in fetched if url.endswith((".js", ".json"))}
    found = page.evaluate(TIMES, RUNS)
    page.close()
    evaluate, tornado, live, full, shown = (
        f"{statistics.median(found[name]):.2f} ms" for name in ("evaluate", "tornado", "live", "full", "shown")
    )
    few, many = (f"{found['trials'][name]:,} trials" for name in ("live", "full"))
    print(f"calculator in Chromium, medians of {RUNS}: evaluate {evaluate}, tornado {tornado}, {few} {live},")
    print(f"a typed figure → all results and drawings but the tornado {shown} (budget 16 ms),")
    print(f"{many} {full} (budget 50 ms, in a worker)")
    own = sum(size for url, size in sizes.items() if any(name in url for name in OWN))
    print(f"calculator, gzip file by file: its scripts, model and words {own:.1f} kB (budget 45 kB)")


def gzipped(path: Path) -> float:
    """Size in kB."""
    return len(gzip.compress(path.read_bytes())) / 1000
