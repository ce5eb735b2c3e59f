"""Rules for the formulas of data/roi/: they can be read, their units go together, none needs itself."""

import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError
from math import isfinite

from ..records.book import Book
from ..records.inputs import Improvement, Input
from ..records.problems import Problem, did_you_mean
from ..records.roi import RoiModel
from ..records.source import Place
from ..roi.compiled import Function
from ..roi.dimensions import check_unit
from ..roi.engine import after_prudence, flowing, months_of
from ..roi.formula import FormulaError, UnknownName, parse
from ..roi.model import COUNTED, GIVEN, NEEDED, Model, estimates_of, formulas_of, ordered, trees, usable
from .rules import problem, renamed, unknown

PATH = "data/roi/"
AT_DEFAULTS = "the defaults"
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


def places_of_names(record: RoiModel) -> dict[str, tuple[str, str]]:
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


def typed_formulas(record: RoiModel) -> Iterator[tuple[Place, str, str, str]]:
    """(place, section that tells which names it may hold, text, unit) of every formula."""
    where = places_of_names(record)
    for section in ("scalars", "monthly", "results", "guards"):
        for name, text in formulas_of(record, section).items():
            place = ("guards", name) if section == "guards" else where[name]
            yield (*place, "expr"), section, text, getattr(record, section)[name].unit
    for id, pool in record.pools.items():
        yield ("pools", id, "ceiling"), "scalars", pool.ceiling, "EUR/year"
    for id, row in record.tco.rows.items():
        if row.own is not None:
            yield ("tco", "rows", id, "own"), "scalars", row.own, "EUR/year"
    for typed, text in typed_estimates(record):
        yield typed, "estimates", text, record.inputs[str(typed[1])].unit


def typed_estimates(record: RoiModel) -> Iterator[tuple[Place, str]]:
    """(place, text) of every default that is a formula."""
    for name, item in record.inputs.items():
        place: Place = ("inputs", name, "default")
        each = item.default if isinstance(item.default, dict) else {"": item.default}
        for situation, default in each.items():
            if isinstance(default, str):
                yield (*place, situation) if situation else place, default


def formulas_can_be_read(book: Book) -> Iterator[Problem]:
    units = {name: item.unit for name, item in book.roi.named.items()}
    names = {section: usable(book.roi, section) for section in ("scalars", "monthly", "results", "guards", "estimates")}
    for place, section, text, unit in typed_formulas(book.roi):
        try:
            check_unit(parse(text, names[section]), unit, units)
        except UnknownName as error:
            now = renamed(book, error.name)
            message, fix = (f'"{error.name}" has moved.', f"Write {now}.") if now else (error.message, error.fix)
            yield problem(book, PATH, place, message, fix)
        except FormulaError as error:
            yield problem(book, PATH, place, error.message, error.fix)


def formulas_need_no_circle(book: Book) -> Iterator[Problem]:
    record = book.roi
    for section in ("scalars", "monthly", "results"):
        try:
            trees(record, section)
        except CycleError as error:
            yield circular(book, error.args[1], "expr")
    for situation in whole_situations(record):
        try:
            ordered(estimates_of(record, situation))
        except CycleError as error:
            yield circular(book, error.args[1], "default")
            return


def whole_situations(record: RoiModel) -> list[str]:
    """Those for which every input has a default."""
    each = [item.default for item in record.inputs.values() if isinstance(item.default, dict)]
    return [id for id in record.situations if all(id in default for default in each)]


def circular(book: Book, circle: Sequence[str], field: str) -> Problem:
    """`circle` names a formula, each that needs the one before it, and the first again."""
    message = f"This formula needs itself: {' needs '.join(reversed(circle))}."
    fix = "Take one of these names out of one of these formulas."
    return problem(book, PATH, (*places_of_names(book.roi)[circle[0]], field), message, fix)


def formulas_have_a_value(book: Book) -> Iterator[Problem]:
    """At the defaults and at both ends of what a reader may type, no formula divides by zero or overflows."""
    record = book.roi
    where = places_of_names(record) | {name: ("inputs", name) for name in record.inputs}
    for situation in whole_situations(record):
        for words, values in starts(record, situation).items():
            try:
                evaluate_all(Model(record, book.tco), situation if words == AT_DEFAULTS else None, values)
            except NoValue as formula:
                name = str(formula)
                message = f"This formula divides by zero, or gives no number, with {words}."
                fix = "Change the bounds of its inputs, or write a / b if b > 0 else 0."
                yield problem(book, PATH, (*where[name], "default" if name in record.inputs else "expr"), message, fix)
                return


class NoValue(Exception):
    """Says the name of a formula that divides by zero, or gives no number."""


def evaluate_all(model: Model, situation: str | None, values: dict[str, float]) -> None:
    """The estimates of a situation, every formula of one number, those of each month in every month. Raises NoValue."""
    for section in ("scalars", "monthly"):
        functions = model.functions[section]
        functions.update({name: strict(name, function) for name, function in functions.items()})
    estimators = model.estimators[situation] if situation else {}
    for name, function in {name: strict(name, function) for name, function in estimators.items()}.items():
        values[name] = function(values)
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


def starts(record: RoiModel, situation: str) -> dict[str, dict[str, float]]:
    """The constants, inputs and improvements from which formulas are tried; estimates are nothing until they are."""
    constants = {name: item.value for name, item in record.constants.items()}
    defaults = {name: item.default_in(situation) for name, item in record.inputs.items()}
    typical = {name: 0.0 if isinstance(value, str) else value for name, value in defaults.items()}
    typical |= {name: item.base for name, item in record.improvements.items()}
    return {
        AT_DEFAULTS: constants | typical,
        "every input at its min": constants | {name: least(item) for name, item in record.typed.items()},
        "every input at its max": constants | {name: item.max for name, item in record.typed.items()},
    }


def least(item: Input | Improvement) -> float:
    return 0.0 if isinstance(item, Improvement) else item.min


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
