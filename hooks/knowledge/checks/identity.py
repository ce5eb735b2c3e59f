"""Rules on what is said once: ids, numbers and symbols that tell records apart, and the relations of KPIs."""

import re
from collections.abc import Iterator

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.problems import Problem
from .rules import Rule, problem

SYMMETRIC = ("mirror", "near-duplicate", "identity", "trades-off")
ONE_END = {  # words that mean one KPI on the page of the one, and the other on that of the other; "d'ici là" is a date
    "fr": re.compile(r"(?<!d')\bici\b|\b(?:ce (?:taux|KPI)|cet indicateur|cette page)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:here|this (?:rate|KPI|page))\b", re.IGNORECASE),
}


def symbols_of_units_are_distinct(book: Book) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for id, unit in book.units.items():
        if unit.symbol in seen:
            message = f'"{unit.symbol}" is already the symbol of {seen[unit.symbol]}.'
            yield problem(book, "data/units.yml", (id, "symbol"), message, "Give one of the two another symbol.")
        elif unit.symbol is not None:
            seen[unit.symbol] = id


def kpi_numbers_are_distinct(book: Book) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    taken = {kpi.number for kpi in book.kpis.values()}
    free = next(number for number in range(1, len(taken) + 2) if number not in taken)
    for id, kpi in book.kpis.items():
        if kpi.number in seen:
            yield problem(
                book,
                f"data/kpis/{id}.yml",
                ("number",),
                f"{kpi.number} is already the number of {seen[kpi.number]}.",
                f"Write another number; {free} is free.",
            )
        seen.setdefault(kpi.number, id)


def outcome_ids_start_with_their_industry(book: Book) -> Iterator[Problem]:
    for industry, file in book.outcome_files.items():
        for id in file.outcomes:
            if not id.startswith(f"{industry}-"):
                yield problem(
                    book,
                    f"data/outcomes/{industry}.yml",
                    ("outcomes", id),
                    "The id does not start with the industry.",
                    f"Write {industry}-{id}, or move the outcome to its industry's file.",
                )


def outcome_ids_are_distinct(book: Book) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for industry, file in book.outcome_files.items():
        for id in file.outcomes:
            if id in seen:
                yield problem(
                    book,
                    f"data/outcomes/{industry}.yml",
                    ("outcomes", id),
                    f'"{id}" is also an outcome of data/outcomes/{seen[id]}.yml.',
                    "Give one of the two another id.",
                )
            seen.setdefault(id, industry)


def no_kpi_stands_alone(book: Book) -> Iterator[Problem]:
    if book.broken["kpis"]:  # the relation may stand in a record that could not be read
        return
    linked = {relation.kpi for kpi in book.kpis.values() for relation in kpi.relations} | {
        id for id, kpi in book.kpis.items() if kpi.relations
    }
    for id in sorted(set(book.kpis) - linked):
        yield problem(
            book,
            f"data/kpis/{id}.yml",
            (),
            "The KPI has no relation with any other.",
            "Add one under `relations:`, here or in the other KPI.",
        )


def no_kpi_is_part_of_itself(book: Book) -> Iterator[Problem]:
    inside = {
        id: {relation.kpi for relation in kpi.relations if relation.kind == "part-of"} for id, kpi in book.kpis.items()
    }
    while free := {id for id, wholes in inside.items() if not wholes & inside.keys()}:
        inside = {id: wholes for id, wholes in inside.items() if id not in free}
    for id in inside:
        message = f"This KPI is part of itself, through {', '.join(sorted(inside[id] & inside.keys()))}."
        yield problem(
            book, f"data/kpis/{id}.yml", ("relations",), message, "Delete the `part-of` that closes the circle."
        )


def relations_are_typed_once(book: Book) -> Iterator[Problem]:
    for id, kpi in book.kpis.items():
        for index, relation in enumerate(kpi.relations):
            other = book.kpis.get(relation.kpi)
            if other is None or relation.kind not in SYMMETRIC or kpi.number <= other.number:
                continue
            if any(back.kpi == id and back.kind == relation.kind for back in other.relations):
                message = f"The relation with {relation.kpi} already stands in data/kpis/{relation.kpi}.yml."
                yield problem(
                    book,
                    f"data/kpis/{id}.yml",
                    ("relations", index),
                    message,
                    "Delete it here: it is shown on both pages.",
                )


def relations_read_the_same_at_both_ends(book: Book) -> Iterator[Problem]:
    for id, kpi in book.kpis.items():
        for index, relation in enumerate(kpi.relations):
            for lang in LANGUAGES:
                if said := ONE_END[lang].search(relation.note[lang]):
                    yield problem(
                        book,
                        f"data/kpis/{id}.yml",
                        ("relations", index, "note", lang),
                        f'"{said[0]}" means another KPI on the page of {relation.kpi}, which shows this text too.',
                        "Name the KPI.",
                    )


IDENTITY_RULES: tuple[Rule, ...] = (
    symbols_of_units_are_distinct,
    kpi_numbers_are_distinct,
    outcome_ids_start_with_their_industry,
    outcome_ids_are_distinct,
    relations_are_typed_once,
    relations_read_the_same_at_both_ends,
    no_kpi_stands_alone,
    no_kpi_is_part_of_itself,
)
