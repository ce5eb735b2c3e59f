"""What all tests share: the project's data, the built site, a server that sends the site's own headers."""

import contextlib
import fcntl
import functools
import http.server
import os
import pickle
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from knowledge.book import read_project

from tests import chromium
from tests.marking import INTRUDER, Marks, mark

ROOT = Path(__file__).resolve().parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def copied(target: Path, *left: str) -> Path:
    """A copy of the project without what git or a tool made in it, and without `left`."""
    made = {ROOT / name for name in (".git", ".venv", ".cache", "site", "tests/tools/node_modules", *left)}

    def ignored(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if name == "__pycache__" or Path(folder, name) in made]

    return Path(shutil.copytree(ROOT, target, ignore=ignored))


def build(target: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess:
    """`mkdocs build --strict` into `target`; the site's address is the one of mkdocs.yml unless given."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        command,
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def project():
    """What the repository holds."""
    return read_project(ROOT)


@pytest.fixture(scope="session")
def book(project):
    return project.book


def once(tmp_path_factory, name: str, make: Callable[[Path], Any]) -> tuple[Path, Any]:
    """(a folder that all test processes of this run share, what `make` returned when the first of them filled it)"""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    shared.mkdir(exist_ok=True)
    made = shared / "made.pickle"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            made.write_bytes(pickle.dumps(make(shared)))
    return shared, pickle.loads(made.read_bytes())


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the built site."""

    def make(folder: Path) -> None:
        result = build(folder / "site")
        assert result.returncode == 0, result.stderr

    return once(tmp_path_factory, "shared-site", make)[0] / "site"


@pytest.fixture(scope="session")
def marked(tmp_path_factory):
    """(the folder of a site in which every text of every record carries markup, the marks)"""

    def make(folder: Path) -> Marks:
        marks = mark(copied(folder / "project", "tests"))
        addresses = {name: f"https://{name.lower()}.example/?{INTRUDER}" for name in ("DEMO_URL", "EDIT_URL")}
        result = build(folder / "site", folder / "project", **addresses)
        assert result.returncode == 0, result.stderr
        return marks

    folder, marks = once(tmp_path_factory, "shared-marked", make)
    return folder / "site", marks


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a good host does: with the headers of `_headers`, and its own 404 pages."""

    def end_headers(self):
        for line in (Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()[1:]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        lang = self.path.split("/")[1]
        page = Path(self.directory) / (f"{lang}/404.html" if lang in ("fr", "en") else "404.html")
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a served site, with a slash at its end."""
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()


@pytest.fixture(scope="session")
def server(site):
    """The address of the served site, with a slash at its end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = chromium.find()
    assert path, chromium.HELP
    return {**browser_type_launch_args, "executable_path": path, "args": FLAGS}
