"""Every problem in data/ and content/ in a second, without building: `make check`."""

import gc
import os
import socket
import sys
import time
from argparse import ArgumentParser
from contextlib import suppress
from datetime import date
from pathlib import Path

from knowledge.book import read_project
from knowledge.records.problems import DataError, annotation
from knowledge.site.store import store_in
from knowledge.words.reviews import long_late

ROOT = Path(__file__).resolve().parent.parent
ANNOTATE = "tell each problem as an annotation of the pull request too"


def check(github: bool = False) -> int:
    """Prints what is wrong, or what there is; the exit code."""
    try:
        project = read_project(ROOT, store_in(ROOT / ".cache/made").get, date.today(), os.environ)
    except DataError as error:
        return tell(error, github)
    book = project.book
    for late in long_late(book):
        print(f"To review: {late}", file=sys.stderr)
    print(
        f"No problem found: {len(book.kpis)} KPIs, {len(book.outcomes)} outcomes, {len(book.tco)} TCO tables, "
        f"{len(project.prose)} written pages."
    )
    return 0


def tell(error: DataError, github: bool) -> int:
    """Prints what is wrong, `github` as annotations of the pull request too; the exit code."""
    print(error, file=sys.stderr)
    if github:
        print(*map(annotation, error.problems), sep="\n")
    return 1


def wait_for_change() -> None:
    """Returns when a file of data/ or content/ is saved, added or deleted."""
    before = stamps()
    while stamps() == before:
        time.sleep(0.3)


def stamps() -> dict[Path, int]:
    files = (path for folder in ("data", "content") for path in (ROOT / folder).rglob("*") if path.is_file())
    found = {}
    for path in files:
        with suppress(OSError):  # it went away meanwhile
            found[path] = path.stat().st_mtime_ns
    return found


def port_fault(typed: str) -> str:
    """What keeps a server from this port; nothing where it is free."""
    if not typed.isdigit() or not 0 < int(typed) < 65536:
        return f"PORT is {typed}: write a number up to 65535, for example make serve PORT=8001."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(typed)))
        except OSError:
            return f"Port {typed} is taken, perhaps by another `make serve`. Stop it, or type make serve PORT=8001."
    return ""


def arguments() -> ArgumentParser:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--github", action="store_true", help=ANNOTATE)
    parser.add_argument("--wait", action="store_true", help="check again at each saved change, until nothing is wrong")
    parser.add_argument("--port", help="tell first whether a server can be started there")
    return parser


if __name__ == "__main__":
    asked = arguments().parse_args()
    if asked.port is not None and (fault := port_fault(asked.port)):
        sys.exit(fault)
    gc.disable()  # a check ends before what it leaves behind matters
    code = check(asked.github)
    while code and asked.wait:
        print("Waiting for a saved change…", file=sys.stderr)
        wait_for_change()
        gc.collect()
        code = check(asked.github)
    sys.exit(code)
