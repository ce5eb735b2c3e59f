"""A server that sends the site's own headers."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

from knowledge.records.base import LANGUAGES


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a good host does: with the headers of `_headers`, its own 404 pages, connections kept open."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # the body follows its headers at once

    def end_headers(self):
        for name, value in headers(Path(self.directory)):
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        lang = self.path.split("/")[1]
        page = (Path(self.directory) / (f"{lang}/404.html" if lang in LANGUAGES else "404.html")).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *arguments):
        pass


@functools.cache
def headers(site: Path) -> list[tuple[str, str]]:
    """(name, value) of what `_headers` says of every page."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    return [(name, value) for name, _, value in (line.strip().partition(": ") for line in lines)]


@contextlib.contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a served site, with a slash at its end."""
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/"
    finally:
        httpd.shutdown()
        httpd.server_close()
