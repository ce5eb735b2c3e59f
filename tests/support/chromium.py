"""Finds a Chromium, or gets one: an installed browser, `playwright install chromium`, then Debian's package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # a page starts no process of its own
]
HELP = "No Chromium: install one (Debian: apt-get install chromium; elsewhere: .venv/bin/playwright install chromium), then run make test again."


def find() -> str | None:
    """The path of a Chromium on this machine."""
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    own = sorted(map(str, cache.glob("chromium-*/chrome-linux*/chrome"))) + sorted(
        map(str, cache.glob("chromium-*/chrome-mac*/*.app/Contents/MacOS/*"))
    )
    return next(iter([*own[-1:], *filter(None, map(shutil.which, NAMES))]), None)


def get() -> None:
    """Tries the ways to install one; each may fail without a word, `find` tells in the end."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        ways += [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    for way in ways:
        subprocess.run(way, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if find():
            return


if __name__ == "__main__":
    if not find():
        print("Getting a Chromium (once)…")
        get()
    if not find():
        sys.exit(HELP)
