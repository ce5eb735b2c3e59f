"""What the browser should show behind a figure: its formula with the reader's own numbers in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from knowledge.roi.compiled import function_of
from knowledge.roi.engine import measured
from knowledge.roi.formula import Operation, Tree, Variable, names_in
from knowledge.roi.model import Model
from knowledge.roi.notation import factors, worded
from knowledge.roi.results import Results
from knowledge.words import formats


@dataclass(frozen=True)
class TraceLine:
    """One line of a stacked table: the sign before it, its number and unit."""

    sign: str
    value: float | None
    unit: str


@dataclass(frozen=True)
class Trace:
    """A figure and where it comes from; `lines` is empty for what the reader types and what is counted by month."""

    value: float | None
    unit: str
    lines: tuple[TraceLine, ...] = ()
    names: tuple[str, ...] = ()  # what the formula holds, each to be opened in turn


def trace(model: Model, results: Results, id: str) -> Trace:
    """Of a name of the model, of "adjusted.<driver>", "teams.<team>", or of a sum of drivers."""
    kind, _, part = id.rpartition(".")
    drivers = model.record.drivers
    if kind == "teams":
        members = [driver for driver, item in drivers.items() if item.team == part]
        return of_drivers(results, results.adjusted, results.teams[part], members)
    if kind == "adjusted":
        prudent = Operation("*", Variable(part), Variable(f"risk_adjust_{drivers[part].kind}"))
        return of_tree(model, results.named, results.adjusted[part], model.units[part], prudent)
    if part in ("annual_gross", "annual_benefit"):
        figures = results.drivers if part == "annual_gross" else results.adjusted
        return of_drivers(results, figures, results[part], drivers)
    tree = (model.scalars | model.monthly | model.results).get(part)
    return of_tree(model, results.named, results.named.get(part), model.units[part], tree)


def of_tree(
    model: Model, values: Mapping[str, float | None], value: float | None, unit: str, tree: Tree | None
) -> Trace:
    if tree is None:
        return Trace(value, unit)
    lines = (
        TraceLine(sign, measured(part, function_of(part), values), model.unit_of(part)) for sign, part in factors(tree)
    )
    return Trace(value, unit, tuple(lines), tuple(dict.fromkeys(names_in(tree))))


def of_drivers(results: Results, figures: Mapping[str, float], value: float | None, drivers: Iterable[str]) -> Trace:
    """A sum of the drivers that count."""
    counted = tuple(driver for driver in drivers if driver in results.counted)
    lines = (TraceLine("+" if place else "", figures[driver], "EUR/year") for place, driver in enumerate(counted))
    return Trace(value, "EUR/year", tuple(lines), counted)


def tree_words(model: Model, tree: Tree, lang: str) -> str:
    """ "Orders per year × (1 − Online return rate)" """
    named = model.record.named
    return worded(tree, lambda id: named[id].label[lang], partial(formats.number, lang=lang, digits=4), "?", ":")
