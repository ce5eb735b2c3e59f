"""Rules for the formulas of data/roi/: they can be read, their units go together, none needs itself."""

import keyword
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from graphlib import CycleError
from math import isfinite

from ..records.book import Book
from ..records.problems import Problem, did_you_mean
from ..records.roi import Improvement, Input, RoiModel
from ..roi.dimensions import check_unit
from ..roi.engine import after_prudence, flowing, months_of
from ..roi.formula import FormulaError, Function, parse
from ..roi.model import COUNTED, GIVEN, NEEDED, Model, formulas_of, trees, usable
from .rules import problem, unknown

PATH = "data/roi/"
SECTIONS = (
    "constants",
    "inputs",
    "improvements",
    "formulas",
    "drivers",
    "costs",
    "given",
    "monthly",
    "results",
    "guards",
)
CELL = re.compile(r"[a-z]{1,3}[0-9]+|[rc]")  # a spreadsheet would take it for a cell, a row or a column
RESERVED = {
    "case",
    "const",
    "default",
    "delete",
    "do",
    "enum",
    "function",
    "new",
    "switch",
    "this",
    "throw",
    "typeof",
    "var",
    "void",
}


def check_formulas(book: Book) -> list[Problem]:
    """The problems of the first stage that has any: a name that is wrong makes every formula after it look wrong."""
    for stage in STAGES:
        if problems := [fault for rule in stage for fault in rule(book)]:
            return problems
    return []


def places(record: RoiModel) -> dict[str, tuple[str, str]]:
    """Where each name stands: ("drivers", "otif")."""
    return {name: (section, name) for section in SECTIONS for name in getattr(record, section)}


def names_can_be_used(book: Book) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for section in SECTIONS:
        for name in getattr(book.roi, section):
            if name in seen:
                message = f'"{name}" already stands under `{seen[name]}:`.'
                yield problem(book, PATH, (section, name), message, "Give one of the two another name.")
            elif not name.isidentifier() or keyword.iskeyword(name) or name in RESERVED or CELL.fullmatch(name):
                message = (
                    f'"{name}" cannot be a name: a formula, a script or a spreadsheet would take it for something else.'
                )
                yield problem(
                    book,
                    PATH,
                    (section, name),
                    message,
                    "Write a longer name of lower-case words joined by underscores.",
                )
            seen.setdefault(name, section)


def units_are_known(book: Book) -> Iterator[Problem]:
    for section in SECTIONS:
        for name, item in getattr(book.roi, section).items():
            place = (section, name) if section == "drivers" else (section, name, "unit")
            yield from unknown(book, PATH, place, item.unit, book.roi.units, "units.yml (as a symbol)", "units")


def typed_formulas(record: RoiModel) -> Iterator[tuple[tuple[str, str, str], str, str, str]]:
    """(place, section that tells which names it may hold, text, unit) of every formula."""
    where = places(record)
    for section in ("scalars", "monthly", "results", "guards"):
        for name, text in formulas_of(record, section).items():
            place = ("guards", name) if section == "guards" else where[name]
            yield (*place, "expr"), section, text, getattr(record, section)[name].unit
    for id, pool in record.pools.items():
        yield ("pools", id, "ceiling"), "scalars", pool.ceiling, "EUR/year"


def formulas_can_be_read(book: Book) -> Iterator[Problem]:
    units = {name: item.unit for name, item in book.roi.named.items()}
    names = {section: usable(book.roi, section) for section in ("scalars", "monthly", "results", "guards")}
    for place, section, text, unit in typed_formulas(book.roi):
        try:
            check_unit(parse(text, names[section]), unit, units)
        except FormulaError as error:
            yield problem(book, PATH, place, error.message, error.fix)


def formulas_need_no_circle(book: Book) -> Iterator[Problem]:
    for section in ("scalars", "monthly", "results"):
        try:
            trees(book.roi, section)
        except CycleError as error:
            circle = error.args[1]
            message = f"This formula needs itself: {' needs '.join(reversed(circle))}."
            yield problem(
                book,
                PATH,
                (*places(book.roi)[circle[0]], "expr"),
                message,
                "Take one of these names out of one of these formulas.",
            )


def formulas_have_a_value(book: Book) -> Iterator[Problem]:
    """At the defaults and at both ends of what a reader may type, no formula divides by zero or overflows."""
    record = book.roi
    readers: dict[str, Input | Improvement] = {**record.inputs, **record.improvements}
    constants = {name: item.value for name, item in record.constants.items()}
    for words, chosen in (
        ("the defaults", typical),
        ("every input at its min", least),
        ("every input at its max", most),
    ):
        try:
            evaluate_all(Model(record, book.tco), constants | {name: chosen(item) for name, item in readers.items()})
        except NoValue as formula:
            message = f"This formula divides by zero, or gives no number, with {words}."
            fix = "Change the bounds of its inputs, or write a / b if b > 0 else 0."
            yield problem(book, PATH, (*places(record)[str(formula)], "expr"), message, fix)
            return


class NoValue(Exception):
    """Says the name of a formula that divides by zero, or gives no number."""


def evaluate_all(model: Model, values: dict[str, float]) -> None:
    """Every formula of one number, and those of each month in every month. Raises NoValue."""
    for section in ("scalars", "monthly"):
        functions = model.functions[section]
        functions.update({name: strict(name, function) for name, function in functions.items()})
    for name, function in model.functions["scalars"].items():
        values[name] = function(values)
    for _ in months_of(model, flowing(model, values, after_prudence(model, values))):
        pass


def strict(name: str, function: Function) -> Function:
    """The function of a formula, raising NoValue with its name."""

    def value(values: Mapping[str, float]) -> float:
        with suppress(ArithmeticError, TypeError):  # TypeError: a root of a negative number is no float
            if isfinite(found := function(values)):
                return found
        raise NoValue(name)

    return value


def typical(item: Input | Improvement) -> float:
    if isinstance(item, Improvement):
        return item.base
    return next(iter(item.default.values())) if isinstance(item.default, dict) else item.default


def least(item: Input | Improvement) -> float:
    return 0.0 if isinstance(item, Improvement) else item.min


def most(item: Input | Improvement) -> float:
    return item.max


def the_engine_finds_what_it_needs(book: Book) -> Iterator[Problem]:
    for section, names in (("given", GIVEN), ("results", COUNTED)):
        for name in names:
            if name not in getattr(book.roi, section):
                message = f"The engine counts {name}, which has no unit and no label."
                yield problem(book, PATH, (section,), message, f"Add {name}, with unit and label, under `{section}:`.")
    for name in NEEDED:
        if name not in book.roi.named:
            yield problem(
                book,
                PATH,
                (),
                f"The engine needs {name}, which is nowhere.",
                "Bring it back from the last good version.",
            )
    for name in book.roi.given:
        if name not in GIVEN:
            yield problem(book, PATH, ("given", name), f"The engine does not count {name}.", did_you_mean(name, GIVEN))
    for name, result in book.roi.results.items():
        if result.expr is None and name not in COUNTED:
            yield problem(
                book,
                PATH,
                ("results", name),
                f"The engine does not count {name}, and it has no formula.",
                "Add a line `expr: …`.",
            )


STAGES = (
    (names_can_be_used, units_are_known, the_engine_finds_what_it_needs),
    (formulas_can_be_read,),
    (formulas_need_no_circle,),
    (formulas_have_a_value,),
)
