"""Every problem in data/ and content/ in a second, without building: `make check`.

With --wait: until there is none left. With --github: each as an annotation of the pull request too. With --port N: first, whether a server can be started there.
"""

import gc
import os
import socket
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

from knowledge.book import read_project
from knowledge.records.problems import DataError, annotation
from knowledge.words.reviews import long_late

ROOT = Path(__file__).resolve().parent.parent


def check() -> int:
    """Prints what is wrong, or what there is; the exit code."""
    try:
        project = read_project(ROOT, today=date.today(), environment=os.environ)
    except DataError as error:
        return tell(error)
    book = project.book
    for late in long_late(book):
        print(f"To review: {late}", file=sys.stderr)
    print(
        f"No problem found: {len(book.kpis)} KPIs, {len(book.outcomes)} outcomes, {len(book.tco)} TCO tables, {len(project.prose)} written pages."
    )
    return 0


def tell(error: DataError) -> int:
    """Prints what is wrong; the exit code."""
    print(error, file=sys.stderr)
    if "--github" in sys.argv:
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


if __name__ == "__main__":
    if "--port" in sys.argv and (fault := port_fault(sys.argv[sys.argv.index("--port") + 1])):
        sys.exit(fault)
    gc.disable()  # a check ends before what it leaves behind matters
    code = check()
    while code and "--wait" in sys.argv:
        print("Waiting for a saved change…", file=sys.stderr)
        wait_for_change()
        gc.collect()
        code = check()
    sys.exit(code)
