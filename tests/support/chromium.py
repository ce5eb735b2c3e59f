"""Finds a Chromium, or gets one: best its headless shell, which draws no window and takes a third less processor."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
KEPT = (  # where Playwright keeps its own
    "chromium_headless_shell-*/chrome-linux*/headless_shell",
    "chromium_headless_shell-*/chrome-mac*/headless_shell",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # a page starts no process of its own
]
FRUGAL = ["--js-flags=--no-turbofan"]  # what is looked at for a second is not compiled for hours
HASTY = ["--js-flags=--no-turbofan --no-maglev"]  # what runs once a page is hardly compiled at all
HELP = (
    f"No Chromium: install one (Debian: apt-get install {SHELL}; elsewhere: .venv/bin/playwright install chromium), "
    "then run make test again."
)


def find() -> str | None:
    """The path of a Chromium on this machine."""
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    own = [str(path) for pattern in KEPT for path in sorted(cache.glob(pattern), reverse=True)]
    return next(iter([*own, *filter(None, map(shutil.which, NAMES))]), None)


def get() -> None:
    """Tries the ways to install one, the headless shell first; each may fail silently, `find` tells in the end."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        silently("apt-get", "update", "-qq")
        silently("apt-get", "install", "-y", "-qq", SHELL)
    if not find():
        silently(sys.executable, "-m", "playwright", "install", "chromium")


def silently(*command: str) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    if "headless" not in (find() or ""):
        print("Getting a Chromium (once)…")
        get()
    if not find():
        sys.exit(HELP)
