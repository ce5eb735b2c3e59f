"""The distribution of the net present value, trial for trial the one of engine/simulate.js."""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from . import finance
from .engine import idle, monthly_flows, scalars_of
from .formula import Function, names_in
from .model import BUCKETS, Model

TENTH = 1.2815515655446004  # a normal variable is below −1.28… one time in ten
PROBE = 1e6  # large beside rounding, small beside overflow
WORD = 0xFFFFFFFF
Slopes = tuple[float, list[tuple[str, float]]]


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
    model: Model, inputs: Mapping[str, float], situation: str, trials: int, counted: Collection[str] | None = None
) -> Distribution:
    """Low, base and high of each improvement are its 10th, 50th and 90th percentiles; all share one factor."""
    values = scalars_of(model, inputs, situation)
    spans, npv = ranges(model, values, situation), []
    worths: dict[float, Slopes] = {}  # by the month of go-live
    formulas = moving(model, {name for name, _, _ in spans})
    common, own = math.sqrt(model.record.risk.correlation), math.sqrt(1 - model.record.risk.correlation)
    for factor, *normals in draws(model.record.risk.seed, trials, len(spans) + 1):
        shared = common * factor
        for (name, sign, at), normal in zip(spans, normals, strict=True):
            values[name] = at(sign * shared + own * normal)
        for name, function in formulas.items():
            values[name] = function(values)
        npv.append(trial_worth(model, values, worths, counted))
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


def ranges(
    model: Model, values: Mapping[str, float], situation: str
) -> list[tuple[str, int, Callable[[float], float]]]:
    """What varies in a trial: its name, 1 or −1 (with or against the common factor), its value for a normal number."""
    found = []
    for name, item in model.record.improvements.items():
        around = item.around(values[name])
        found.append(
            (name, 1, two_piece(around["low"], values[name], around["high"], 0.0, max(item.max, values[name])))
        )
    duration = model.record.risk.duration
    typed, own = model.record.inputs[duration.input], values[duration.input]
    scale = own / typed.default_in(situation)
    at = two_piece(duration.low * scale, own, duration.high * scale, typed.min, typed.max)
    found.append((duration.input, -1, at))
    return found


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


def trial_worth(
    model: Model, values: Mapping[str, float], worths: dict[float, Slopes], counted: Collection[str] | None
) -> float:
    """The net present value in closed form: it is linear in what varies once the go-live month is known."""
    golive = values[model.record.risk.duration.sets]
    if golive not in worths:
        worths[golive] = linear(model, values, counted)
    fixed, slopes = worths[golive]
    return fixed + finance.add_up(slope * values[name] for name, slope in slopes)


def linear(model: Model, values: Mapping[str, float], counted: Collection[str] | None) -> Slopes:
    """The fixed part, and a slope for each driver that counts and for each other figure that varies."""
    rate = finance.monthly_rate(values["discount_rate"])
    names = varying(model)

    def worth(changed: Mapping[str, float]) -> float:
        flows = monthly_flows(model, {**values, **dict.fromkeys(names, 0.0), **changed})
        return finance.present_value(flows.net, rate)

    fixed = worth({})
    slope = {name: (worth({name: PROBE}) - fixed) / PROBE for name in names}
    drivers = [
        (id, slope[item.bucket] * values[f"risk_adjust_{item.kind}"])
        for id, item in model.record.drivers.items()
        if counted is None or id in counted
    ]
    unused = set(BUCKETS) | (idle(model, counted) if counted is not None else set())
    return fixed, drivers + [(name, value) for name, value in slope.items() if name not in unused]


def varying(model: Model) -> list[str]:
    """What the monthly formulas take that moves with an improvement or the duration, but for the month it sets."""
    moves = {*model.record.improvements, model.record.risk.duration.input, *model.record.drivers}
    for name, tree in model.scalars.items():
        if moves & set(names_in(tree)):
            moves.add(name)
    taken = {name for tree in model.monthly.values() for name in names_in(tree)}
    buckets = {name for name in model.record.given if name.startswith("b_")}
    return sorted(taken & (moves | buckets) - {model.record.risk.duration.sets})


def described(npv: list[float]) -> Distribution:
    def at(share: float) -> float:
        place = share * (len(npv) - 1)
        below = math.floor(place)
        return npv[below] + (place - below) * (npv[min(below + 1, len(npv) - 1)] - npv[below])

    return Distribution(
        npv, at(0.1), at(0.5), at(0.9), finance.add_up(npv) / len(npv), sum(value > 0 for value in npv) / len(npv)
    )
