"""What moves the business case, what it rests on, and what the rules against double counting took off."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..records.inputs import Input
from ..records.roi import Scenario
from . import finance
from .engine import complete_inputs, flowing, measured, monthly_flows, scalars_of
from .formula import names_in
from .model import BUCKETS, Model
from .results import Results
from .worth import worth_of

Inputs = Mapping[str, float]
Ranges = Mapping[str, tuple[float, float]]  # input or improvement → the low and the high that the reader typed
NO_RANGES: Ranges = {}


# --- ranges -------------------------------------------------------------------------------------------------------


def scenario(
    model: Model,
    inputs: Inputs,
    situation: str,
    name: Scenario,
    ranges: Ranges = NO_RANGES,
    counted: Collection[str] | None = None,
) -> dict[str, float]:
    """The reader's inputs with every improvement at its low, base or high, and what has a range at an end of it."""
    values = complete_inputs(model, inputs, situation)
    improved = {id: item.around(values[id])[name] for id, item in model.record.improvements.items()}
    place = {"low": 0, "base": None, "high": 1}[name]
    if place is None or not ranges:
        return {**inputs, **improved}
    bars = bars_of(model, inputs, situation, {id: widened(values[id], pair) for id, pair in ranges.items()}, counted)
    return {**inputs, **improved, **{bar.id: bar.ends[place][0] for bar in bars}}


def widened(value: float, pair: tuple[float, float]) -> tuple[float, float]:
    """A range that the reader typed; an estimate may have left it since, and then it reaches as far."""
    return min(pair[0], value), max(pair[1], value)


@dataclass(frozen=True)
class Sensitivity:
    """The net present value at both ends of one figure's range."""

    id: str
    low: float
    high: float
    npv_low: float
    npv_high: float

    @property
    def swing(self) -> float:
        return abs(self.npv_high - self.npv_low)

    @property
    def ends(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """(value, net present value) where it is lower, then where it is higher."""
        low, high = (self.low, self.npv_low), (self.high, self.npv_high)
        return (low, high) if self.npv_low <= self.npv_high else (high, low)


def tornado(model: Model, inputs: Inputs, situation: str, ranges: Ranges = NO_RANGES) -> list[Sensitivity]:
    """Every figure over its range; the widest first."""
    bars = bars_of(model, inputs, situation, spans(model, complete_inputs(model, inputs, situation), ranges))
    return sorted(bars, key=lambda bar: -bar.swing)


def bars_of(
    model: Model, inputs: Inputs, situation: str, ends: Ranges, counted: Collection[str] | None = None
) -> list[Sensitivity]:
    """The net present value at both ends of each figure, the others unchanged; for the drivers that count."""
    worth = worth_of(model, counted)
    return [
        Sensitivity(id, low, high, *(worth(scalars_of(model, {**inputs, id: end}, situation)) for end in (low, high)))
        for id, (low, high) in ends.items()
    ]


def spans(model: Model, values: Inputs, ranges: Ranges = NO_RANGES) -> dict[str, tuple[float, float]]:
    """The low and the high of every figure that can have them, within its bounds.

    Those that the reader typed; else an improvement's own, the duration's span, and a share of every other input.
    """
    record, share = model.record, model.record.risk.swing.share
    around = {id: item.around(values[id]) for id, item in record.improvements.items()}
    found = {id: (ends["low"], ends["high"]) for id, ends in around.items()}
    for id in ranged(model):
        item = record.inputs[id]
        found[id] = bounded(item, *(item.swing or (values[id] * (1 - share), values[id] * (1 + share))))
    duration = record.risk.duration
    scale = values[duration.input] / duration.base
    found[duration.input] = bounded(record.inputs[duration.input], duration.low * scale, duration.high * scale)
    return found | {id: widened(values[id], pair) for id, pair in ranges.items()}


def ranged(model: Model) -> list[str]:
    """The inputs that can be more or less."""
    return [name for name, item in model.record.inputs.items() if item.ranged]


def bounded(item: Input, *ends: float) -> tuple[float, float]:
    return max(item.min, min(ends)), min(item.max, max(ends))


# --- what the case rests on ---------------------------------------------------------------------------------------


def driver_values(model: Model, results: Results) -> dict[str, float]:
    """The present value of each driver that counts, after prudence, with the cash that its improvement releases."""
    values = flowing(model, results.scalars, results.kept) | dict.fromkeys(BUCKETS, 0.0)
    rate = finance.monthly_rate(values["discount_rate"])

    def inflow(changed: Mapping[str, float]) -> float:
        return finance.present_value(monthly_flows(model, {**values, **changed}).inflow, rate)

    released = inflow({})
    worth = {bucket: inflow({bucket: 1.0}) - released for bucket in BUCKETS}
    cash = {name: released - inflow({name: 0.0}) for name in releasing(model)}
    drivers = {id: model.record.drivers[id] for id in results.counted}
    return {
        id: results.adjusted[id] * worth[driver.bucket] + cash.get(driver.improvement, 0.0)
        for id, driver in drivers.items()
    }


def releasing(model: Model) -> list[str]:
    """The improvements that the monthly formulas take by name; each belongs to one driver."""
    taken = {name for tree in model.monthly.values() for name in names_in(tree)}
    return [name for name in model.record.improvements if name in taken]


def switching_values(model: Model, results: Results) -> dict[str, float | None]:
    """The share of each driver's forecast at which the net present value is zero, the others as they are.

    Below zero, the case holds even without the driver; above one, it takes more than the forecast.
    None for a driver worth nothing.
    """
    npv = results.number("npv")
    return {id: 1 - npv / value if value else None for id, value in driver_values(model, results).items()}


def fewest_drivers(model: Model, results: Results) -> list[str] | None:
    """The smallest set of drivers that pays for the project alone, largest first; None where all of them do not."""
    needed = results.number("pv_cost")
    chosen: list[str] = []
    for id, value in sorted(driver_values(model, results).items(), key=lambda item: -item[1]):
        if needed <= 0:
            break
        chosen.append(id)
        needed -= value
    return chosen if needed <= 0 else None


# --- rules and filters --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Overlap:
    """What the rules against double counting take off, in EUR a year before prudence."""

    alone: Mapping[str, float]  # what each driver would be without the others
    removed: Mapping[str, float]  # what the rules take off it
    pools: Mapping[str, float]  # and off each pool


def overlap(model: Model, inputs: Inputs, situation: str) -> Overlap:
    """Each driver is calculated again with all other improvements at zero."""
    kept = scalars_of(model, inputs, situation)
    nothing = dict.fromkeys(model.record.improvements, 0.0)
    alone = {}
    for id, driver in model.record.drivers.items():
        only = {**inputs, **nothing, driver.improvement: kept[driver.improvement]}
        alone[id] = scalars_of(model, only, situation)[id]
    removed = {id: alone[id] - kept[id] for id in alone}
    pools = {id: finance.add_up(removed[driver] for driver in pool.drivers) for id, pool in model.record.pools.items()}
    return Overlap(alone, removed, pools)


def tiers_behind(model: Model, driver: str, own: Collection[str]) -> dict[str, str]:
    """The evidence of the improvement and of every input behind a driver.

    `own` are the inputs that the reader typed and the improvements that the reader measured: the reader's data, tier A.
    """
    record = model.record
    evidence = {name: item.source.tier for name, item in record.inputs.items()}
    evidence |= {name: item.tier for name, item in record.improvements.items()}
    return {name: "A" if name in own else tier for name, tier in evidence.items() if name in model.behind[driver]}


def tier_of(model: Model, driver: str, own: Collection[str] = ()) -> str:
    """The evidence behind a driver is that of its weakest part."""
    return max(tiers_behind(model, driver, own).values())


def sceptical_drivers(model: Model, own: Collection[str] = ()) -> list[str]:
    """The drivers that the CFO view keeps, to be given to `evaluate` as `counted`."""
    cfo = model.record.cfo
    return [id for id in hard_drivers(model) if tier_of(model, id, own) in cfo.tiers]


def hard_drivers(model: Model) -> list[str]:
    """The drivers that the CFO view keeps once their evidence is good enough."""
    return [id for id, item in model.record.drivers.items() if item.hardness in model.record.cfo.hardness]


def to_measure(model: Model, results: Results, own: Collection[str] = ()) -> dict[str, list[str]]:
    """Driver → inputs and improvement to measure before the CFO view counts it; those that would bring most first."""
    tiers = model.record.cfo.tiers
    missing = {
        id: [name for name, tier in tiers_behind(model, id, own).items() if tier not in tiers]
        for id in hard_drivers(model)
        if results.adjusted[id] > 0
    }
    return {id: missing[id] for id in sorted(missing, key=lambda id: -results.adjusted[id]) if missing[id]}


def warnings(model: Model, results: Results) -> dict[str, float]:
    """The guard rails that the results are beyond, with the value of each."""
    values = {id: measured(tree, model.functions["guards"][id], results.named) for id, tree in model.guards.items()}
    guards = model.record.guards
    return {
        id: value
        for id, value in values.items()
        if value is not None and beyond(value, guards[id].limit, guards[id].when)
    }


def beyond(value: float, limit: float, when: str) -> bool:
    return value > limit if when == "above" else value < limit
