"""What is retired leaves the book: no list, no search and no sum holds it. Its address stays (`pages/left.py`)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from .base import Retirable, Retired
from .book import Book
from .kpi import Kpi
from .outcome import OutcomeFile

R = TypeVar("R", bound=Retirable)


def without_retired(book: Book) -> Book:
    """The book without its retired records, which it names; the same book where nothing is retired."""
    kinds: dict[str, Mapping[str, Retirable]] = {
        "kpis": book.kpis,
        "outcomes": book.outcomes,
        "glossary": book.glossary,
    }
    retired = {kind: reasons(records) for kind, records in kinds.items()}
    if not any(retired.values()):
        return book
    kpis, gone = drop_retired(book.kpis), retired["kpis"]
    return replace(
        book,
        kpis={id: unrelated(kpi, gone) for id, kpi in kpis.items()},
        guides={id: guide for id, guide in book.guides.items() if id not in gone},
        queries={id: query for id, query in book.queries.items() if id not in gone},
        outcome_files={id: thinner(file, gone) for id, file in book.outcome_files.items()},
        glossary=drop_retired(book.glossary),
        retired=retired,
        whole=book,
    )


def reasons(records: Mapping[str, Retirable]) -> dict[str, Retired]:
    return {id: record.retired for id, record in records.items() if record.retired is not None}


def drop_retired(records: Mapping[str, R]) -> dict[str, R]:
    return {id: record for id, record in records.items() if record.retired is None}


def unrelated(kpi: Kpi, gone: Mapping[str, Retired]) -> Kpi:
    """The KPI without its relations with those that are retired."""
    return kpi.model_copy(update={"relations": [relation for relation in kpi.relations if relation.kpi not in gone]})


def thinner(file: OutcomeFile, gone: Mapping[str, Retired]) -> OutcomeFile:
    """The outcomes that are kept, each with the KPIs that are."""
    outcomes = {
        id: outcome.model_copy(update={"kpis": [kpi for kpi in outcome.kpis if kpi not in gone]})
        for id, outcome in drop_retired(file.outcomes).items()
    }
    return file.model_copy(update={"outcomes": outcomes})
