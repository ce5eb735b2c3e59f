"""Every problem in the data in a second, without building: `python hooks/check.py`."""

import sys
from pathlib import Path

from knowledge.book import read_project
from knowledge.problems import DataError

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    try:
        book, prose = read_project(ROOT)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"No problem found: {len(book.kpis)} KPIs, {len(book.outcomes)} outcomes, {len(book.tco)} TCO tables, {len(prose)} written pages."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
