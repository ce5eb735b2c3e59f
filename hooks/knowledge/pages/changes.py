"""What moved from one edition of the data to the next, and why: before and after, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..records.base import Retired
from ..records.book import Book
from .edition_entries import SECTIONS
from .editions import Edition, edition, editions

AROUND = 6  # words that are shown on each side of what moved
Piece = tuple[str, bool]


@dataclass(frozen=True)
class Change:
    """One thing that moved, in one language; `before` is empty for what is new, `after` for what went."""

    name: str
    uri: str  # empty where nothing stands any more
    before: str
    after: str

    @property
    def marked(self) -> tuple[list[Piece], list[Piece]]:
        """Both texts in pieces, each with whether it moved; of a long stretch that did not, the ends."""
        old, new = (text.split(" ") if text else [] for text in (self.before, self.after))  # 370 000 € is one word
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return (
            [piece for kind, start, end, _, _ in blocks for piece in pieces(old[start:end], kind != "equal")],
            [piece for kind, _, _, start, end in blocks for piece in pieces(new[start:end], kind != "equal")],
        )


def pieces(words: list[str], changed: bool) -> list[Piece]:
    if not changed and len(words) > 2 * AROUND:
        words = [*words[:AROUND], "…", *words[-AROUND:]]
    return [(" ".join(words), changed)] if words else []


@dataclass(frozen=True)
class Step:
    """An edition (`number`), or the data since the last (none), beside the one before: what moved and why."""

    number: int | None
    day: date
    changes: Mapping[str, list[Change]]
    why: list[str]

    @property
    def count(self) -> int:
        return sum(map(len, self.changes.values()))


def compare_editions(old: Edition, new: Edition) -> list[tuple[str, str]]:
    """(section, key) of what differs; of a kind that the older edition did not keep, nothing is known."""
    known = {kind_of_key(key) for section in old.sections.values() for key in section}
    keys = [(name, key) for name in SECTIONS for key in {**old.sections.get(name, {}), **new.sections.get(name, {})}]
    return [place for place in keys if kind_of_key(place[1]) in known and exact(old, *place) != exact(new, *place)]


def kind_of_key(key: str) -> str:
    """ "kpi" of "kpi/csat/formula" """
    return key.partition("/")[0]


def exact(edition: Edition, section: str, key: str) -> Any:
    entry = edition.sections.get(section, {}).get(key)
    return None if entry is None else (entry["exact"] if entry["exact"] is not None else entry["said"])


@lru_cache(maxsize=4)
def steps(book: Book, lang: str) -> Sequence[Step]:
    """What moved, the latest first: since the last edition, then between each and the one before."""
    past, now = editions(book), edition(book)
    states = [*past, now]
    pairs = list(pairwise(states))
    numbers = [*range(2, len(past) + 1), None]
    return [step(book, lang, number, old, new, now) for number, (old, new) in zip(numbers, pairs, strict=True)][::-1]


def step(book: Book, lang: str, number: int | None, old: Edition, new: Edition, now: Edition) -> Step:
    changes: dict[str, list[Change]] = {name: [] for name in SECTIONS}
    retired = reasons_to_retire(book)
    for section, key in compare_editions(old, new):
        before, after = (state.sections.get(section, {}).get(key) for state in (old, new))
        entry = after or before or {}
        stands = now.sections[section].get(key)
        changes[section].append(
            Change(
                entry["name"][lang],
                stands["uri"] if stands else entry["uri"] if id_of(key) in retired else "",
                before["said"][lang] if before else "",
                after["said"][lang] if after else "",
            )
        )
    return Step(
        number, new.day, {name: found for name, found in changes.items() if found}, reasons(book, lang, old, new)
    )


def reasons(book: Book, lang: str, old: Edition, new: Edition) -> list[str]:
    """What the records themselves say of it: the versions of the model that came, and why records were retired."""
    told = [change[lang] for version in book.roi.versions[old.model : new.model] for change in version.changes]
    retired = reasons_to_retire(book)
    went = {
        id_of(key): old.sections[section][key]["name"][lang]
        for section, key in compare_editions(old, new)
        if key not in new.sections.get(section, {})
    }
    return told + [of(name, retired[id].why[lang], lang) for id, name in went.items() if id in retired]


def reasons_to_retire(book: Book) -> dict[str, Retired]:
    return {id: reason for kind in book.retired.values() for id, reason in kind.items()}


def id_of(key: str) -> str:
    """ "csat" of "kpi/csat/formula" """
    return key.split("/")[1]


def of(name: str, words: str, lang: str) -> str:
    """What is said of something."""
    return f"{name} : {words}" if lang == "fr" else f"{name}: {words}"
