"""The distribution of the net present value, trial for trial the one of engine/simulate.js."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from . import finance
from .compiled import Function
from .engine import scalars_of
from .formula import names_in
from .model import Model
from .sensitivity import NO_RANGES, Ranges, ranged, widened
from .worth import spreads, worth_of

TENTH = 1.2815515655446004  # a normal variable is below −1.28… one time in ten
WORD = 0xFFFFFFFF


@dataclass(frozen=True)
class Distribution:
    """`npv` from the lowest to the highest; `positive` is the share of trials above zero."""

    npv: list[float]
    p10: float
    p50: float
    p90: float
    mean: float
    positive: float


def simulate(
    model: Model,
    inputs: Mapping[str, float],
    situation: str,
    trials: int,
    counted: Collection[str] | None = None,
    ranges: Ranges = NO_RANGES,
) -> Distribution:
    """Low, base and high are the 10th, 50th and 90th percentiles; improvements, duration and costs share a factor."""
    values, seed = scalars_of(model, inputs, situation), model.record.risk.seed
    spans, worth, npv = spans_of(model, values, ranges), worth_of(model, counted), []
    more = more_spans(model, values, ranges, {span.name for span in spans})
    formulas = moving(model, {span.name for span in (*spans, *more.values())})
    common, own = math.sqrt(model.record.risk.correlation), math.sqrt(1 - model.record.risk.correlation)
    beside = [draws(seed + 1 + place, trials, 1) for place in more]
    for factor, *normals in draws(seed, trials, len(spans) + 1):
        shared = common * factor
        for span, normal in zip(spans, normals, strict=True):
            values[span.name] = span.at(span.sign * shared + own * normal if span.sign else normal)
        for span, rows in zip(more.values(), beside, strict=True):
            values[span.name] = span.at(next(rows)[0])
        for name, function in formulas.items():
            values[name] = function(values)
        npv.append(worth(values))
    return described(sorted(npv))


def draws(seed: int, trials: int, width: int) -> Iterator[list[float]]:
    """`trials` rows of `width` standard normal numbers, the same for the same seed."""
    uniform = uniforms(seed)
    normals: list[float] = []
    while len(normals) < trials * width:
        radius, angle = math.sqrt(-2 * math.log(1 - next(uniform))), 2 * math.pi * next(uniform)
        normals += (radius * math.cos(angle), radius * math.sin(angle))
    return (normals[start : start + width] for start in range(0, trials * width, width))


def uniforms(state: int) -> Iterator[float]:
    """Numbers from 0 to 1 (mulberry32)."""
    while True:
        state = (state + 0x6D2B79F5) & WORD
        mixed = ((state ^ state >> 15) * (state | 1)) & WORD
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (mixed | 61)) & WORD
        yield (mixed ^ mixed >> 14) / 4294967296


@dataclass(frozen=True)
class Span:
    """What varies: with the common factor (1), against it (−1) or apart (0), and its value for a normal number."""

    name: str
    sign: int
    at: Callable[[float], float]


def spans_of(model: Model, values: Mapping[str, float], ranges: Ranges) -> list[Span]:
    """The improvements, the duration, the costs by group, inputs of the swinging group, in the order of the draws."""
    risk, found = model.record.risk, []

    def add(name: str, sign: int, low: float, high: float, least: float, most: float) -> None:
        middle = values[name]
        low, high = widened(middle, ranges[name]) if name in ranges else (low, high)
        found.append(Span(name, sign, two_piece(low, middle, high, least, most)))

    for name, improvement in model.record.improvements.items():
        around, most = improvement.around(values[name]), max(improvement.max, values[name])
        add(name, 1, around["low"], around["high"], 0.0, most)
    duration, item = risk.duration, model.record.inputs[risk.duration.input]
    low, high = (values[duration.input] * end / duration.base for end in (duration.low, duration.high))
    add(duration.input, -1, low, high, item.min, item.max)
    costs = two_piece(risk.costs.low, 1.0, risk.costs.high, 0.0, math.inf)
    found += [Span(name, -1, costs) for name in spreads(model)]
    for name in swinging(model):
        item = model.record.inputs[name]
        low, high = sorted(values[name] * (1 + share) for share in (-risk.swing.share, risk.swing.share))
        add(name, 0, low, high, item.min, item.max)
    return found


def more_spans(model: Model, values: Mapping[str, float], ranges: Ranges, varying: Collection[str]) -> dict[int, Span]:
    """What varies because the reader gave it a range, by its place among the inputs that can have one.

    Each has its own numbers, so that a range leaves the draws of everything else as they are.
    """
    found = {}
    for place, name in enumerate(ranged(model)):
        if name in ranges and name not in varying:
            item, (low, high) = model.record.inputs[name], widened(values[name], ranges[name])
            found[place] = Span(name, 0, two_piece(low, values[name], high, item.min, item.max))
    return found


def swinging(model: Model) -> list[str]:
    """The inputs that vary by the share of the model: those of its swinging group."""
    return [name for name, item in model.record.inputs.items() if item.group == model.record.risk.swing.group]


def two_piece(low: float, middle: float, high: float, least: float, most: float) -> Callable[[float], float]:
    """The value for a standard normal number, clipped."""
    below, above = middle - low, high - middle

    def at(normal: float) -> float:
        value = middle + normal / TENTH * (below if normal < 0 else above)
        return least if value < least else most if value > most else value

    return at


def moving(model: Model, names: set[str]) -> dict[str, Function]:
    """The formulas that what varies reaches, in their order: only they are evaluated again in each trial."""
    reached = set(names)
    for name, tree in model.scalars.items():
        if not reached.isdisjoint(names_in(tree)):
            reached.add(name)
    return {name: function for name, function in model.functions["scalars"].items() if name in reached}


def described(npv: list[float]) -> Distribution:
    def at(share: float) -> float:
        place = share * (len(npv) - 1)
        below = math.floor(place)
        return npv[below] + (place - below) * (npv[min(below + 1, len(npv) - 1)] - npv[below])

    return Distribution(
        npv, at(0.1), at(0.5), at(0.9), finance.add_up(npv) / len(npv), sum(value > 0 for value in npv) / len(npv)
    )
