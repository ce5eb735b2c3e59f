"""What a page is made of that is reviewed, and what its reader is told where some of that is late."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..records.base import Reviewed
from ..records.book import Book
from ..words.benchmarks import benchmarks_of
from ..words.published import outcomes_of
from ..words.reviews import WEAK, Review, is_late, reviews
from .page import Page


@dataclass(frozen=True)
class Overdue:
    """The late records of a page by their names, the earliest day missed, whether one backs the calculator no more."""

    names: tuple[str, ...]
    due: date
    weak: bool


def overdue(book: Book, page: Page) -> Overdue | None:
    """None where nothing of the page is late."""
    behind = {id(record) for record in BEHIND[page.kind](book, page.uri)} if page.kind in BEHIND else set()
    late = [item for item in late_in(book) if id(item.record) in behind]
    if not late:
        return None
    weak = page.kind in CALCULATING and any(is_late(item.record, book.today, WEAK) for item in late)
    return Overdue(
        tuple(dict.fromkeys(item.name[page.lang] for item in late)), min(item.record.due for item in late), weak
    )


@lru_cache(maxsize=4)
def late_in(book: Book) -> Sequence[Review]:
    """The records of a book that are late on its day."""
    return [item for item in reviews(book) if is_late(item.record, book.today)]


def of_a_kpi(book: Book, uri: str) -> Iterator[Reviewed]:
    id = last_step(uri)
    kpi, guide = book.kpis[id], book.guides[id]
    yield from (kpi, guide, book.sources[kpi.source], *(book.benchmarks[name] for name in guide.benchmarks))
    yield from holding(book, outcomes_of(book, kpi=id))


def of_outcomes(book: Book, uri: str) -> Iterator[Reviewed]:
    yield from book.outcome_files.values()


def of_a_team(book: Book, uri: str) -> Iterator[Reviewed]:
    yield from holding(book, outcomes_of(book, topic=last_step(uri)))


def of_an_industry(book: Book, uri: str) -> Iterator[Reviewed]:
    id = last_step(uri)
    yield from (records[id] for records in (book.outcome_files, book.industry_guides) if id in records)


def of_the_tables(book: Book, uri: str) -> Iterator[Reviewed]:
    yield from book.tco.values()


def of_the_calculator(book: Book, uri: str) -> Iterator[Reviewed]:
    backings = [item.source for item in book.roi.inputs.values()]
    yield from (book.benchmarks[name] for source in backings for name in benchmarks_of(source))
    quoted = {id for source in backings for id in source.outcomes}
    bounds = {id for item in book.roi.improvements.values() for id in (*item.outcomes, *item.context)}
    yield from holding(book, quoted | bounds)


def of_a_written_page(book: Book, uri: str) -> Iterator[Reviewed]:
    """What the blocks of three pages list: sources and benchmarks, rules of law, outcomes on sales."""
    if uri == "method/":
        yield from (*book.sources.values(), *book.benchmarks.values())
    elif uri == "guide/order-flows/":
        yield from (text for law in book.laws.values() for text in law.texts)
    elif uri.startswith("outcome/"):
        yield from holding(book, outcomes_of(book, topic=last_step(uri)))


def holding(book: Book, outcomes: Collection[str]) -> Iterator[Reviewed]:
    """The files that hold these outcomes."""
    return (file for file in book.outcome_files.values() if file.outcomes.keys() & outcomes)


def last_step(uri: str) -> str:
    return uri.strip("/").rpartition("/")[2]


CALCULATING = ("calculator", "business-case", "value", "roi-method", "method-part")
BEHIND: dict[str, Callable[[Book, str], Iterator[Reviewed]]] = {  # kind of page → what it is made of
    "kpi": of_a_kpi,
    "outcome-index": of_outcomes,
    "case-study": of_outcomes,
    "team": of_a_team,
    "industry": of_an_industry,
    "tco": of_the_tables,
    "page": of_a_written_page,
    **dict.fromkeys(CALCULATING, of_the_calculator),
}
