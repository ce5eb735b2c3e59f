"""`make bench`: what checking, building, changing, opening and calculating cost, as ratios and times of one run."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import build, calculator, check, pages
from tests.support import chromium
from tests.support.serving import serving


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check.measure(folder)
        build.build_ratio(folder)
        build.reload_time(folder)
        if not chromium.find():
            chromium.get()
        if not chromium.find():
            return print(chromium.HELP)
        with serving(folder / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
            pages.measure(browser, address, folder / "site")
            calculator.measure(browser, address, folder / "site")
            browser.close()


if __name__ == "__main__":
    main()
