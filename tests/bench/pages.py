"""What a first view costs on a phone: requests and bytes by type, what moves, what blocks."""

import gzip
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

PAGES = ("fr/", "fr/kpi/on-time-in-full/", "fr/outcome/", "fr/tco/", "fr/calculator/")
SLOWER = 4  # how much slower a phone's processor is taken to be
RUNS = 3
PATIENCE = 2000  # milliseconds after the load event, in which late scripts may still move or block
TYPES = {".html": "html", ".css": "css", ".js": "js", ".json": "js", ".woff2": "fonts", ".svg": "images"}
OBSERVE = """
globalThis.seen = { shift: 0, blocked: 0, longest: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    seen.blocked += duration - 50;
    seen.longest = Math.max(seen.longest, duration);
  }
}).observe({ type: "longtask", buffered: true });
"""


def measure(browser: Browser, address: str, site: Path) -> None:
    print(
        f"first view at 390 px, processor {SLOWER} times slower, best of {RUNS} (blocking: what tasks take over 50 ms):"
    )
    print("| page | requests | html | css | js | fonts | kB in all | layout shift | blocking, ms | longest task, ms |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for url in PAGES:
        views = [view(browser, address, url) for _ in range(RUNS)]
        best = min(views, key=lambda one: one["blocked"])
        weights = weigh(best["fetched"], site)
        kinds = " | ".join(f"{weights[kind]:.1f}" for kind in ("html", "css", "js", "fonts"))
        shift = max(one["shift"] for one in views)
        print(
            f"| {url} | {len(best['fetched'])} | {kinds} | {weights.total():.1f} | {shift:.3f} "
            f"| {best['blocked']:.0f} | {best['longest']:.0f} |"
        )


def view(browser: Browser, address: str, url: str) -> dict:
    """One first view in a context of its own: what was fetched, and what the observers saw."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page, fetched = context.new_page(), []
    context.on("request", lambda request: fetched.append(urlsplit(request.url).path.lstrip("/")))
    page.add_init_script(OBSERVE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address + url, wait_until="load")
    page.wait_for_timeout(PATIENCE)
    seen = page.evaluate("seen")
    context.close()
    return seen | {"fetched": fetched}


def weigh(fetched: list[str], site: Path) -> Counter:
    """kB by type, each file as gzip sends it; fonts are packed already."""
    weights = Counter()
    for name in set(fetched):
        path = site / (name + "index.html" if name.endswith("/") else name)
        content = path.read_bytes()
        packed = content if path.suffix == ".woff2" else gzip.compress(content)
        weights[TYPES[path.suffix]] += len(packed) / 1000
    return weights
