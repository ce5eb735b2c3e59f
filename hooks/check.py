"""Every problem in data/ and content/ in a second, without building: `make check`.

With --wait: until there is none left. With --github: each as an annotation of the pull request too.
"""

import sys
import time
from datetime import date
from pathlib import Path

from knowledge.book import read_project
from knowledge.records.problems import DataError, annotation
from knowledge.words.reviews import long_late

ROOT = Path(__file__).resolve().parent.parent


def check() -> int:
    """Prints what is wrong, or what there is; the exit code."""
    try:
        project = read_project(ROOT, today=date.today())
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
    return {path: path.stat().st_mtime_ns for path in files}


if __name__ == "__main__":
    code = check()
    while code and "--wait" in sys.argv:
        print("Waiting for a saved change…", file=sys.stderr)
        wait_for_change()
        code = check()
    sys.exit(code)
