"""Editions of the data: what the site says is kept as it reads on a day."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..records.book import Book
from ..records.problems import Problem
from .edition_entries import SECTIONS, Entry

FOLDER = "data/editions/"


@dataclass(frozen=True)
class Edition:
    """What the site said on a day: section → key → entry; and the version of the model."""

    day: date
    model: int
    sections: Mapping[str, Mapping[str, Entry]]


@lru_cache(maxsize=4)
def edition(book: Book) -> Edition:
    """The data as they stand, on the day of the last review."""
    made = {name: dict(entries(book)) for name, entries in SECTIONS.items()}
    return Edition(book.today, book.roi.version, made)


def as_json(edition: Edition) -> str:
    """An edition as it is kept."""
    whole = {"day": str(edition.day), "model": edition.model, "sections": edition.sections}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read(text: str) -> Edition:
    """An edition that was kept. ValueError for what is none."""
    try:
        whole = json.loads(text)
        return Edition(date.fromisoformat(whole["day"]), int(whole["model"]), whole["sections"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no edition") from error


@lru_cache(maxsize=4)
def editions(book: Book) -> Sequence[Edition]:
    """Those kept, oldest first."""
    return [read(book.editions[str(number)]) for number in range(1, len(book.editions) + 1)]


def check_editions(book: Book) -> list[Problem]:
    """Each is kept whole, from the first on."""
    problems = []
    for number in (str(place) for place in range(1, len(book.editions) + 1)):
        try:
            read(book.editions.get(number, ""))
        except ValueError:
            message = "This edition of the data is missing, or is not what was kept."
            problems.append(
                Problem(f"{FOLDER}{number}.json", 1, 1, "", message, "Bring it back from the last good version.")
            )
    return problems
