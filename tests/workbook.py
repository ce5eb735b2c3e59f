"""`make workbook`: the workbooks that the page's button makes, as LibreOffice calculates them and as the page did."""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from knowledge.roi.model import Model, model_of
from playwright.sync_api import sync_playwright

from tests.support import chromium
from tests.support.building import build, project
from tests.support.calculator import opened
from tests.support.roi import REFERENCE, SITUATIONS, distance, random_inputs, random_ranges
from tests.support.serving import serving
from tests.support.workbook import Workbook, fragment, recalculated, taken

READERS, TOLERANCE = 300, 1e-9
OPENED = """(address) => new Promise((done) => {
  addEventListener("hashchange", () => done(), { once: true });
  location.hash = address;
})"""
HELP = "LibreOffice is needed: its command soffice (on Debian: apt-get install libreoffice-calc)."


def readers(model: Model) -> Iterator[tuple[str, str]]:
    """(name, address) of the reference cases, and of random readers in both views by turns."""
    for case in REFERENCE["cases"]:
        yield case["id"], fragment(model, SITUATIONS[case["situation"]], case["inputs"])
    for number, (situation, inputs) in enumerate(random_inputs(model, READERS, seed=29)):
        view = {"view": "cfo"} if number % 5 == 4 else {}
        ranges = random_ranges(model, inputs, number % 4, seed=number)
        ends = {f"{end}.{id}": repr(pair[at]) for id, pair in ranges.items() for at, end in enumerate(("low", "high"))}
        yield f"reader-{number}", fragment(model, situation, inputs, **view, **ends)


def offered(model: Model, folder: Path) -> dict[str, bytes]:
    """Name → what the button offers to each reader, by turns on the French and the English page."""
    found = {}
    with serving(folder) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        pages = [opened(browser.new_page(), server, lang) for lang in ("fr", "en")]
        for number, (name, address) in enumerate(readers(model)):
            page = pages[number % 2]
            page.evaluate(OPENED, address)
            found[name] = taken(page)
        browser.close()
    return found


def differences(page: Workbook, sheet: Workbook) -> Iterator[tuple[float, str]]:
    """(how far a formula's result is from the page's, where it stands)"""
    for title, cells in page.sheets.items():
        for address, cell in cells.items():
            if cell.formula:
                yield apart(cell.value, sheet.sheets[title][address].value), f"{title}!{address}"


def apart(one: float | str | None, other: float | str | None) -> float:
    numbers = [value if isinstance(value, float) else None for value in (one, other)]
    return distance(*numbers) if numbers != [None, None] else 0.0 if one == other else float("inf")


def main() -> int:
    """Prints how many results were compared and how far the furthest are; the exit code."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print(HELP, file=sys.stderr)
        return 1
    model = model_of(project().book)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "site")
        started = time.monotonic()
        files = offered(model, folder / "site")
        made = time.monotonic()
        compared = [
            (found, f"{name} {place}")
            for name, sheet in recalculated(soffice, files, folder)
            for found, place in differences(Workbook(files[name]), sheet)
        ]
    results = len(files) * len(model.record.results) * len(model.record.scenarios)
    furthest = max(compared)
    print(
        f"{len(files)} workbooks ({made - started:.0f} s in Chromium, {time.monotonic() - made:.0f} s in LibreOffice): "
        f"{len(compared)} formulas, {results} of them results; "
        f"the largest relative difference is {furthest[0]:.1e} ({furthest[1]})."
    )
    for found, place in sorted(compared, reverse=True)[:20]:
        if found > TOLERANCE:
            print(f"{place}: {found:.1e}", file=sys.stderr)
    return furthest[0] > TOLERANCE


if __name__ == "__main__":
    sys.exit(main())
