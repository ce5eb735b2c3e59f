"""A figure of the business case → the formula behind it, with the reader's own numbers in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ..words import formats
from .dimensions import dimension, dimension_of
from .engine import measured
from .formula import Number, Operation, Tree, Variable, function_of, names_in
from .model import Model
from .notation import factors, worded
from .results import Results


@dataclass(frozen=True)
class TraceLine:
    """One line of a stacked table: the sign before it, what it is in words, its number and unit.

    A condition has no number.
    """

    sign: str
    text: str
    value: float | None
    unit: str


@dataclass(frozen=True)
class Trace:
    """A figure and where it comes from.

    `lines` is empty for what the reader types and for what the engine counts by month.
    """

    id: str
    label: str
    value: float | None
    unit: str
    lines: tuple[TraceLine, ...] = ()
    names: tuple[str, ...] = ()  # what the formula holds, each to be opened in turn


@dataclass(frozen=True)
class Reader:
    """A language, and its words for a formula of two cases ("if", "otherwise")."""

    lang: str
    when: str
    otherwise: str


def trace(model: Model, results: Results, id: str, reader: Reader) -> Trace:
    """The trace of a name of the model, of "adjusted.<driver>", "teams.<team>", or of a sum of drivers.

    KeyError for another id.
    """
    kind, _, part = id.rpartition(".")
    if kind == "teams":
        members = [driver for driver, item in model.record.drivers.items() if item.team == part]
        return drivers_trace(model, results, id, "", results.teams[part], members, reader.lang)
    label = label_of(model, reader.lang, part)
    if kind == "adjusted":
        return tree_trace(
            model,
            results,
            Trace(id, label, results.adjusted[part], model.units[part]),
            prudent_tree(model, part),
            reader,
        )
    if part in ("annual_gross", "annual_benefit"):
        return drivers_trace(model, results, part, label, results[part], model.record.drivers, reader.lang)
    return tree_trace(
        model, results, Trace(part, label, results.named.get(part), model.units[part]), tree_of(model, part), reader
    )


def tree_of(model: Model, name: str) -> Tree | None:
    """The formula of a name; None for what the reader types, what never changes, and what the engine counts."""
    return (model.scalars | model.monthly | model.results).get(name)


def prudent_tree(model: Model, driver: str) -> Tree:
    return Operation("*", Variable(driver), Variable(f"risk_adjust_{model.record.drivers[driver].kind}"))


def tree_trace(model: Model, results: Results, bare: Trace, tree: Tree | None, reader: Reader) -> Trace:
    if tree is None:
        return bare
    lines = tuple(trace_line(model, results.named, sign, part, reader) for sign, part in factors(tree))
    return replace(bare, lines=lines, names=tuple(dict.fromkeys(names_in(tree))))


def drivers_trace(
    model: Model, results: Results, id: str, label: str, value: float | None, drivers: Iterable[str], lang: str
) -> Trace:
    """A sum of drivers that count, before prudence for the gross benefit, after it for the others."""
    figures = results.drivers if id == "annual_gross" else results.adjusted
    counted = tuple(driver for driver in drivers if driver in results.counted)
    lines = tuple(
        TraceLine("+" if place else "", label_of(model, lang, d), figures[d], "EUR/year")
        for place, d in enumerate(counted)
    )
    return Trace(id, label, value, "EUR/year", lines, counted)


def trace_line(model: Model, values: Mapping[str, float | None], sign: str, tree: Tree, reader: Reader) -> TraceLine:
    known = all(values.get(name) is not None for name in names_in(tree))
    value = measured(tree, function_of(tree), values) if known else None
    return TraceLine(sign, tree_words(model, tree, reader), value, unit_of(model, tree))


def tree_words(model: Model, tree: Tree, reader: Reader) -> str:
    """ "Orders per year × (1 − Online return rate)" """
    number = partial(formats.number, lang=reader.lang, digits=4)
    return worded(tree, partial(label_of, model, reader.lang), number, reader.when, reader.otherwise)


def label_of(model: Model, lang: str, name: str) -> str:
    return model.record.named[name].label[lang]


def unit_of(model: Model, tree: Tree) -> str:
    """The unit a part reads in: the one typed for a name, otherwise the first of the model with its dimension."""
    match tree:
        case Variable(id):
            return model.units[id]
        case Number():
            return ""
        case Operation("+" | "-", left, right):
            return unit_of(model, left) or unit_of(model, right)
    found = dimension_of(tree, {name: dimension(unit) for name, unit in model.units.items()})
    return next((unit for unit in model.record.units if dimension(unit) == found), "")
