"""What readers see of each record that changed, as the site prints it in both languages, beside what it was."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..calculator.figures import measure
from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.source import Place
from ..words import formats
from ..words.wording import filled, headline, placeholders, row_words, span
from .findings import REDIRECTS, ROI
from .moves import brought, home_of, moves
from .pairs import ABSENT, Pair, changed_pairs, is_text

Said = Mapping[str, str]  # language → how it reads there; nothing where a state lacks it
OUTCOMES, TCO, UI = "data/outcomes/", "data/tco/", "data/ui/"
DEEP = {OUTCOMES: 2, TCO: 2, ROI: 2, UI: 2, "data/search/": 2}  # steps to a record; a file a record: 0, else 1
WHOLE = ("data/kpis/", "data/guides/", "data/industry_guides/")
FIGURES = ("default", "min", "max", "low", "base", "high", "value")  # fields of the model that are in its unit
TEXTS = ("scope", "text", "disputed", "no_target")
NOTHING: Said = dict.fromkeys(LANGUAGES, "")


@dataclass(frozen=True)
class Line:
    """One field of a record: what it said and says."""

    field: str
    before: Said
    after: Said


@dataclass(frozen=True)
class Changed:
    """A record that reads otherwise: its file, its id in it, its name where it has one."""

    path: str
    id: str
    name: Said
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Side:
    """One of the two states: its book, and its documents under the ids that records have in the change.

    `now`: an id of the book → the one to which it moved.
    """

    book: Book
    documents: Mapping[str, Any]
    now: Mapping[str, str]

    def whole(self, path: str) -> Any:
        return self.documents.get(path, {})

    def then(self, id: str) -> str:
        """The id in the book of what is now called so."""
        return next((old for old, new in self.now.items() if new == id), id)


def changed_records(before: Book, after: Book) -> list[Changed]:
    """Every record of which a reader sees something else, file by file. What moved is one record, with both its ids."""
    moved = moves(before, after)
    homes = {home_of(after, kind, new): (old, new) for kind, ids in moved.items() for old, new in ids.items()}
    now = {old: new for kind in ("kpis", "outcomes") for old, new in moved[kind].items()}
    old, new = Side(before, brought(before, moved), now), Side(after, brought(after, {}), {})
    paths = sorted({*old.documents, *new.documents} - {REDIRECTS})  # told with the addresses
    return [record for path in paths for record in changed_in(path, old, new, homes)]


def changed_in(path: str, before: Side, after: Side, homes: Mapping[tuple[str, Place], Any]) -> Iterator[Changed]:
    groups: dict[Place, list[Line]] = {
        place: [Line("id", *(dict.fromkeys(LANGUAGES, id) for id in ids))]
        for (home, place), ids in homes.items()
        if home == path
    }
    for pair in changed_pairs(before.whole(path), after.whole(path)):
        place = record_at(path, pair.place)
        lines = groups.setdefault(place, [])
        if not is_printed(path, place):
            lines.append(line_of(pair, path, place, before, after))
    for place, lines in groups.items():
        if is_printed(path, place):
            was, now = (printed(side, path, str(place[1])) for side in (before, after))
            lines += [Line(it, was.get(it, NOTHING), now.get(it, NOTHING)) for it in {**was, **now}]
        if told := tuple(line for line in lines if line.before != line.after):
            id = ".".join(map(str, place[1:] if is_printed(path, place) else place))
            yield Changed(path, id, name_of(after, path, place) or name_of(before, path, place) or NOTHING, told)


def record_at(path: str, place: Place) -> Place:
    """The place of the record that holds a place of a file."""
    if path.startswith(WHOLE):
        return ()
    return place[: next((steps for folder, steps in DEEP.items() if path.startswith(folder)), 1)]


def is_printed(path: str, place: Place) -> bool:
    """Whether a record has its own way to be printed: outcomes, and rows of the cost of inaction."""
    return len(place) == 2 and place[0] in ("outcomes", "rows") and path.startswith((OUTCOMES, TCO))


def printed(side: Side, path: str, id: str) -> dict[str, Said]:
    """Field → how it reads, of an outcome or a row; nothing where the book has none of this id."""
    book = side.book
    if path.startswith(OUTCOMES):
        return printed_outcome(side, side.then(id)) if side.then(id) in book.outcomes else {}
    table = book.tco.get(path.removeprefix(TCO).removesuffix(".yml"))
    return printed_row(book, table.rows[id], table.unit) if table and id in table.rows else {}


def printed_outcome(side: Side, id: str) -> dict[str, Said]:
    book, outcome = side.book, side.book.outcomes[id]
    named = {lang: placeholders(outcome, book, lang) for lang in LANGUAGES}
    texts = {field: text for field in TEXTS if (text := getattr(outcome, field))}
    return {
        "figure": {lang: headline(outcome.figure, book, lang) for lang in LANGUAGES},
        "period": {lang: named[lang].get("period", "") for lang in LANGUAGES},
        "kpis": dict.fromkeys(LANGUAGES, ", ".join(side.now.get(kpi, kpi) for kpi in outcome.kpis)),
        "topic": dict.fromkeys(LANGUAGES, outcome.topic),
        **{field: {lang: filled(text[lang], named[lang]) for lang in LANGUAGES} for field, text in texts.items()},
    }


def printed_row(book: Book, row: Any, unit: str) -> dict[str, Said]:
    texts = {field: text for field in ("name", "method", "disputed") if (text := getattr(row, field))}
    words = {lang: row_words(row, unit, book.units, lang) for lang in LANGUAGES}
    more = " +" if row.open_ended else ""
    return {
        "amount": {lang: span(row.low, row.high, unit, book.units, lang) + more for lang in LANGUAGES},
        "nature": dict.fromkeys(LANGUAGES, row.nature),
        **{field: {lang: filled(text[lang], words[lang]) for lang in LANGUAGES} for field, text in texts.items()},
    }


def line_of(pair: Pair, path: str, record: Place, before: Side, after: Side) -> Line:
    field = ".".join(map(str, pair.place[len(record) :]))
    was = read(pair.before, before.book, unit_of(before, path, pair.was))
    return Line(field, was, read(pair.after, after.book, unit_of(after, path, pair.place)))


def unit_of(side: Side, path: str, place: Place) -> str:
    """The unit in which a figure of the model reads; "" for other values."""
    record = step_to(side.whole(path), place[:2]) if path == ROI and len(place) > 2 and place[2] in FIGURES else None
    return str(record.get("unit", "")) if isinstance(record, dict) else ""


def read(value: Any, book: Book, unit: str) -> Said:
    """How a value reads in each language; "" where there is none."""
    return {lang: read_in(value, book, unit, lang) for lang in LANGUAGES}


def read_in(value: Any, book: Book, unit: str, lang: str) -> str:
    if value is ABSENT:
        return ""
    if is_text(value):
        return str(value[lang])
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return " · ".join(read_in(part, book, unit, lang) for part in parts)
    if isinstance(value, bool | str):
        return str(value)
    if isinstance(value, date):
        return formats.day(value, lang)
    known = unit in book.roi.units
    return measure(value, unit, book.roi, lang) if known else formats.number(value, lang)


def name_of(side: Side, path: str, place: Place) -> Said | None:
    """What a record is called, where it says so."""
    record = step_to(side.whole(path), place)
    names = (record.get(field) for field in ("name", "label", "term", "title")) if isinstance(record, dict) else ()
    return next((name for name in names if is_text(name)), None)


def step_to(value: Any, place: Place) -> Any:
    for step in place:
        value = value.get(step) if isinstance(value, dict) else None
    return value
