"""What all checks are made of: a rule, a problem at a place of a file, a reference that must be known."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from ..records.base import Retired
from ..records.book import Book
from ..records.homes import ADDRESSES
from ..records.outcome import Outcome
from ..records.problems import Problem, did_you_mean
from ..records.source import Place


def problem(book: Book, path: str, place: Place, message: str, fix: str) -> Problem:
    """A problem at a place of a file, or of a folder that is one record; the field is shown as the editor typed it."""
    return Problem(*book.documents[path].at(place), ".".join(map(str, place)), message, fix)


def unknown(
    book: Book, path: str, place: Place, value: str, known: Collection[str], where: str, kind: str = ""
) -> Iterator[Problem]:
    """A reference that stands nowhere; `where` ends "… is not in", `kind` is that of the records it means."""
    if known and value not in known and not book.is_broken(kind, value):  # a file that cannot be read knows no name
        if retired := book.retired.get(kind, {}).get(value):
            yield problem(book, path, place, f'"{value}" is retired.', instead_of(retired))
        elif (moved := moved_to(book, kind, value) or renamed(book, value)) in known:
            yield problem(book, path, place, f'"{value}" has moved.', f"Write {moved}.")
        else:
            unnamed = [id for id in known if id not in book.named]  # one alone was renamed: others name it as before
            yield problem(book, path, place, f'"{value}" is not in {where}.', did_you_mean(value, known, unnamed))


def moved_to(book: Book, kind: str, id: str) -> str:
    """The new id of a record that a redirect leads on from; "" where none does."""
    before, _, behind = ADDRESSES.get(kind, "").partition("{id}")
    moves = (move.new for move in book.redirects.values() if before and move.old == f"{before}{id}{behind}")
    return next(moves, "").removeprefix(before).removesuffix(behind)


def renamed(book: Book, name: str) -> str:
    """What an input that was called so is called now; "" where none was."""
    inputs = book.model.inputs.items() if book.model else ()
    return next((now for now, item in inputs if item.was == name), "")


def instead_of(retired: Retired) -> str:
    """What to write where something retired was named."""
    others = ", ".join(retired.successors)
    return f"Write what stands in its place: {others}." if others else "Take it out."


@lru_cache(maxsize=64)
def seeker(pattern: str) -> Callable[[str], bool]:
    """What tells whether a text holds the pattern, and remembers it: while one edits, most texts stay as they are."""
    search = re.compile(pattern).search
    return lru_cache(maxsize=16384)(lambda text: search(text) is not None)


def plainly(value: float) -> str:
    """1,000,000 or 0.5, never 1e+06."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def each_outcome(book: Book) -> Iterator[tuple[str, str, Outcome]]:
    """(path of the file, id, outcome)"""
    for industry, file in book.outcome_files.items():
        for id, outcome in file.outcomes.items():
            yield f"data/outcomes/{industry}.yml", id, outcome


Rule = Callable[[Book], Iterator[Problem]]
