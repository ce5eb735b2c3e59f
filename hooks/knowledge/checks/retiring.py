"""Rules on what is retired: asked of the whole book, in which it still stands."""

from collections.abc import Iterator, Mapping

from ..records.base import Retirable
from ..records.book import Book
from ..records.problems import Problem
from ..records.source import Place
from .rules import Rule, problem, unknown

Retirables = tuple[str, Place, Retirable, Mapping[str, Retirable], str, str]


def retirables(book: Book) -> Iterator[Retirables]:
    """(path, place, record, its like, its id, its kind) of what is retired."""
    for id, kpi in book.kpis.items():
        yield f"data/kpis/{id}.yml", (), kpi, book.kpis, id, "kpis"
    for industry, file in book.outcome_files.items():
        for id, outcome in file.outcomes.items():
            yield f"data/outcomes/{industry}.yml", ("outcomes", id), outcome, book.outcomes, id, "outcomes"
    for id, term in book.glossary.items():
        yield "data/glossary.yml", (id,), term, book.glossary, id, "glossary"


def successors_stand(book: Book) -> Iterator[Problem]:
    for path, place, record, alike, id, kind in retirables(book):
        for index, successor in enumerate(record.retired.successors if record.retired else ()):
            here = (*place, "retired", "successors", index)
            yield from unknown(book, path, here, successor, alike, f"the records beside {id}", kind)
            if successor == id:
                yield problem(
                    book, path, here, "A record does not succeed itself.", "Write another id, or take it out."
                )
            elif successor in alike and (next_one := alike[successor].retired):
                further = ", ".join(next_one.successors)
                fix = f"Write what stands in its place: {further}." if further else "Take it out."
                yield problem(book, path, here, f'"{successor}" is retired itself.', fix)


def nothing_is_retired_in_the_future(book: Book) -> Iterator[Problem]:
    for path, place, record, _, _, _ in retirables(book):
        if record.retired and record.retired.on > book.today:
            message = f"{record.retired.on} is after today, {book.today}."
            yield problem(book, path, (*place, "retired", "on"), message, "Write the day on which it was retired.")


RETIRING_RULES: tuple[Rule, ...] = (successors_stand, nothing_is_retired_in_the_future)
