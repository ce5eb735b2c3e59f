"""Keeps what the site says as its next edition, if any of it moved: `make edition`, before a release."""

import sys
from datetime import date
from pathlib import Path

from knowledge.book import read_project
from knowledge.pages.changes import compare_editions
from knowledge.pages.editions import FOLDER, as_json, edition, editions
from knowledge.records.problems import DataError

ROOT = Path(__file__).resolve().parent.parent


def keep(root: Path, today: date) -> str:
    """Keeps the next edition of a project; says what it did. DataError for data with problems."""
    book = read_project(root, today=today).book
    past, now = editions(book), edition(book)
    changes = compare_editions(past[-1], now) if past else []
    if past and not changes:
        return f"Nothing moved since edition {len(past)}."
    (root / FOLDER).mkdir(exist_ok=True)
    (root / FOLDER / f"{len(past) + 1}.json").write_text(as_json(now), encoding="utf-8")
    return f"Edition {len(past) + 1} is kept: {len(changes)} changes." if past else "Edition 1 is kept."


if __name__ == "__main__":
    try:
        print(keep(ROOT, date.today()))
    except DataError as error:
        sys.exit(str(error))
