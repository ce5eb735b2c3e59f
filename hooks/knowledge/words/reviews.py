"""How old is what editors reviewed: which records are late on the book's day, and what late ones no longer back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..records.base import Localized, Reviewed, months_after
from ..records.book import Book
from ..records.inputs import Backing, Improvement
from ..records.problems import Problem
from ..records.source import Place

WEAK, LATE = 6, 12  # months past the date: it backs nothing any more; whoever builds is told
LEAST = "D"


@dataclass(frozen=True)
class Review:
    """A record that is reviewed: where it stands, what a reader knows it by."""

    path: str
    place: Place
    name: Localized
    record: Reviewed


def reviews(book: Book) -> Iterator[Review]:
    """Every record that carries a date of review, where what names it could be decoded too."""
    kpis = {id: kpi.name for id, kpi in book.kpis.items()}
    trades = {id: trade.name for id, trade in book.industries.items()}
    folders: dict[str, tuple[dict[str, Localized], Iterable[tuple[str, Reviewed]]]] = {
        "kpis": (kpis, book.kpis.items()),
        "guides": (kpis, book.guides.items()),
        "outcomes": (trades, book.outcome_files.items()),
        "industry_guides": (trades, book.industry_guides.items()),
        "tco": ({id: table.title for id, table in book.tco.items()}, book.tco.items()),
    }
    for folder, (names, records) in folders.items():
        yield from (Review(f"data/{folder}/{id}.yml", (), names[id], record) for id, record in records if id in names)
    for id, source in book.sources.items():
        yield Review("data/sources.yml", (id,), source.title, source)
    for id, benchmark in book.benchmarks.items():
        yield Review("data/benchmarks.yml", (id,), benchmark.label, benchmark)
    for id, law in book.laws.items():
        for index, text in enumerate(law.texts):
            yield Review("data/laws.yml", (id, "texts", index), text.text, text)


def last_reviewed(book: Book) -> date:
    """The day on which a record was last reviewed: how old the data is, whenever the site is built."""
    return max((review.record.reviewed for review in reviews(book)), default=date.min)


def is_late(record: Reviewed, today: date, months: int = 0) -> bool:
    """Whether a record is this many months past the day by which it was to be reviewed."""
    return today > months_after(record.due, months)


def long_late(book: Book) -> list[Problem]:
    """The records that are a year late: no fault of the data, and nothing to leave so."""
    fix = "Hold it against its source again, then write today's date under `reviewed:`; or retire it."
    return sorted(
        Problem(
            *book.documents[review.path].at((*review.place, "reviewed")),
            ".".join((*map(str, review.place), "reviewed")),
            f"This was to be reviewed by {review.record.due}, more than a year ago.",
            fix,
        )
        for review in reviews(book)
        if is_late(review.record, book.today, LATE)
    )


def as_of_its_day(book: Book) -> Book:
    """The book in which no figure that is half a year late backs the calculator: its defaults are assumptions."""
    dated: dict[str, Reviewed] = {**book.benchmarks, **book.tco}
    late = {id for id, item in dated.items() if is_late(item, book.today, WEAK)}
    late |= {id for file in book.outcome_files.values() if is_late(file, book.today, WEAK) for id in file.outcomes}
    inputs = {
        name: item.model_copy(update={"source": item.source.model_copy(update={"tier": LEAST})})
        for name, item in book.roi.inputs.items()
        if (behind := rests_on(book, item.source)) and behind <= late
    }
    improvements = {name: weaker(item, late) for name, item in book.roi.improvements.items()}
    update = {"inputs": {**book.roi.inputs, **inputs}, "improvements": improvements}
    return replace(book, model=book.roi.model_copy(update=update)) if late else book


def rests_on(book: Book, source: Backing) -> set[str]:
    """What a default comes from: its benchmark, its outcomes, else the tables of a document or what it only quotes."""
    named = {*([source.benchmark] if source.benchmark else []), *source.outcomes}
    return named or set(book.tco if source.kind == "white-paper" else source.context)


def weaker(item: Improvement, late: set[str]) -> Improvement:
    """The improvement bounded by what is not late; the rest is only quoted."""
    bounds = [id for id in item.outcomes if id not in late]
    quoted = [*item.context, *(id for id in item.outcomes if id in late)]
    return item.model_copy(update={"outcomes": bounds, "context": quoted})
