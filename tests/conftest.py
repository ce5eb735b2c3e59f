"""What all tests share: the project's data, the built site, a server that sends the site's own headers."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from knowledge.book import read_project

from tests import chromium

ROOT = Path(__file__).resolve().parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def build(target: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess:
    """`mkdocs build --strict` into `target`; the site's address is the one of mkdocs.yml unless given."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        command, cwd=root, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def project():
    """What the repository holds."""
    return read_project(ROOT)


@pytest.fixture(scope="session")
def book(project):
    return project.book


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder of the built site."""
    target = tmp_path_factory.mktemp("site")
    result = build(target)
    assert result.returncode == 0, result.stderr
    return target


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


@pytest.fixture(scope="session")
def server(site):
    """The address of the served site, with a slash at its end."""
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = chromium.find()
    assert path, chromium.HELP
    return {**browser_type_launch_args, "executable_path": path, "args": FLAGS}
