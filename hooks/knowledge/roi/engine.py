"""The reference engine: the model and a reader's inputs → every figure of the business case."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ..records.roi import Scenario
from . import finance
from .compiled import Function
from .formula import Tree, names_in
from .model import BUCKETS, BY_VOLUME, MOVED, STEPS, Model
from .results import Flows, Inaction, Pair, Results, Values, YearlyCost


def evaluate(
    model: Model, inputs: Mapping[str, float], situation: str, counted: Collection[str] | None = None
) -> Results:
    """The business case of a reader. KeyError for a situation that the model does not have.

    `inputs` are the figures the reader typed, inputs and improvements alike; the others take their defaults.
    `counted` are the drivers that count (all by default): the others are evaluated and left out of every sum.
    """
    scalars = scalars_of(model, inputs, situation)
    drivers = {id: scalars[id] for id in model.record.drivers}
    adjusted = after_prudence(model, scalars)
    kept = {id: value for id, value in adjusted.items() if counted is None or id in counted}
    flows = monthly_flows(model, flowing(model, scalars, kept))
    sums: Values = {
        "annual_gross": finance.add_up(drivers[id] for id in kept),
        "annual_benefit": finance.add_up(kept.values()),
        "largest_driver": max(kept.values(), default=0),
        "default_share": default_share(model, scalars, situation),
    }
    values = results_of(model, {**scalars, **count_flows(flows, scalars["discount_rate"]), **sums})
    inaction = cost_of_inaction(model, scalars, situation)
    return Results(situation, tuple(kept), scalars, values, drivers, adjusted, by_team(model, kept), flows, inaction)


def results_of(model: Model, known: Values) -> Values:
    """The results of the model: those that are known, and those whose formulas are evaluated from them."""
    known = dict(known)
    for name, function in model.functions["results"].items():
        known[name] = measured(model.results[name], function, known)
    return {name: known[name] for name in model.record.results}


def complete_inputs(
    model: Model, inputs: Mapping[str, float], situation: str, scenario: Scenario = "base"
) -> dict[str, float]:
    """Every input and improvement: what the reader typed, and the defaults, some of which follow from it.

    What `inputs` holds under other names is left out.
    """
    start = model.untyped[situation, scenario]
    known = model.constants | start | {name: value for name, value in inputs.items() if name in start}
    for name, function in model.estimators[situation].items():
        if name not in inputs:
            known[name] = function(known)
    return {name: known[name] for name in start}


def defaults(model: Model, situation: str, scenario: Scenario = "base") -> dict[str, float]:
    """Every input and improvement before the reader types anything."""
    return complete_inputs(model, {}, situation, scenario)


def scalars_of(model: Model, inputs: Mapping[str, float], situation: str) -> dict[str, float]:
    """Constants, inputs, improvements and the formulas that give one number."""
    values = model.constants | complete_inputs(model, inputs, situation)
    return values | model.every_scalar(values)


def after_prudence(model: Model, values: Mapping[str, float]) -> dict[str, float]:
    """What each driver brings once the reader's prudence is taken off."""
    drivers = model.record.drivers.items()
    return {id: kept_of(values[id], values[f"risk_adjust_{driver.kind}"]) for id, driver in drivers}


def kept_of(value: float, share: float) -> float:
    """The share that prudence keeps of a benefit; it never makes a loss smaller."""
    return value * share if value > 0 else value


def flowing(model: Model, values: Mapping[str, float], kept: Mapping[str, float]) -> dict[str, float]:
    """What the monthly formulas take: the sums of the drivers that count, no improvement of those that do not."""
    return {**values, **buckets(model, kept), **dict.fromkeys(idle(model, kept), 0.0)}


def idle(model: Model, counted: Collection[str]) -> set[str]:
    """The improvements of which every driver is set aside."""
    drivers = model.record.drivers
    return {driver.improvement for driver in drivers.values()} - {drivers[id].improvement for id in counted}


def buckets(model: Model, adjusted: Mapping[str, float]) -> dict[str, float]:
    """The drivers that count, summed by ramp and scale as the monthly formulas know them."""
    sums = dict.fromkeys(BUCKETS, 0.0)
    for id, value in adjusted.items():
        sums[model.record.drivers[id].bucket] += value
    return sums


def months_of(
    model: Model, values: Mapping[str, float], wait: int = 0, weights: Sequence[float] = ()
) -> Iterator[dict[str, float]]:
    """Every figure of each month in which the project runs, in one dictionary that the next month overwrites."""
    month = {**values, **dict.fromkeys(STEPS.values(), 0.0)}
    for number in range(wait, horizon(values)):
        before = {moved: month[moved] for moved in MOVED}
        month |= {"m": number + 1 - wait, "y": number // finance.MONTHS}
        if weights:
            month |= {name: values[name] * weights[number % finance.MONTHS] for name in BY_VOLUME}
        for name, function in model.functions["monthly"].items():
            month[name] = function(month)
            if name in MOVED:
                month[MOVED[name]] = month[name] - before[name]
        yield month


def horizon(values: Mapping[str, float]) -> int:
    """In months."""
    return int(values["horizon_years"] * values["months_per_year"])


def monthly_flows(model: Model, values: Mapping[str, float], wait: int = 0, weights: Sequence[float] = ()) -> Flows:
    """The flows of the horizon.

    The project may `wait` some months, in which nothing flows. `weights` are what each month's volumes are beside an
    average month's (twelve, from the first month on); all alike by default.
    """
    rows = rows_by_flow(model)
    sums = {flow: [0.0] * min(wait, horizon(values)) for flow in rows}
    for month in months_of(model, values, wait, weights):
        for flow, names in rows.items():
            sums[flow].append(finance.add_up(month[name] for name in names))
    inflow = [benefit + cash for benefit, cash in zip(sums["benefit"], sums["cash"], strict=True)]
    net = [flow - cost for flow, cost in zip(inflow, sums["cost"], strict=True)]
    return Flows(sums["benefit"], sums["cost"], inflow, net)


def rows_by_flow(model: Model) -> dict[str, list[str]]:
    """The monthly formulas that make the benefit, the cost and the cash released."""
    monthly = model.record.monthly
    return {flow: [name for name, row in monthly.items() if row.flow == flow] for flow in ("benefit", "cost", "cash")}


def count_flows(flows: Flows, discount_rate: float) -> Values:
    """What the engine counts from the flows."""
    rate = finance.monthly_rate(discount_rate)
    return {
        "total_benefit": finance.add_up(flows.benefit),
        "total_cost": finance.add_up(flows.cost),
        "total_inflow": finance.add_up(flows.inflow),
        **present_values(flows, discount_rate),
        "irr": finance.yearly_return(flows.net),
        "payback_month": finance.payback(flows.net),
        "payback_discounted_month": finance.payback(finance.discounted(flows.net, rate)),
        "npv_lost_one_month": finance.present_value(flows.net, rate)
        - finance.present_value([0.0, *flows.net[:-1]], rate),
    }


def present_values(flows: Flows, discount_rate: float) -> dict[str, float]:
    """The results `pv_…` of the flows, at a yearly rate."""
    rate = finance.monthly_rate(discount_rate)
    return {
        "pv_benefit": finance.present_value(flows.benefit, rate),
        "pv_cost": finance.present_value(flows.cost, rate),
        "pv_inflow": finance.present_value(flows.inflow, rate),
    }


def default_share(model: Model, values: Mapping[str, float], situation: str) -> float:
    """Share of the inputs that stand at their default, or at what is estimated from the others."""
    inputs, estimators = model.record.inputs, model.estimators[situation]
    estimated = {name: function(values) for name, function in estimators.items()}
    start = {name: estimated.get(name, item.default_in(situation)) for name, item in inputs.items()}
    return sum(values[name] == start[name] for name in inputs) / len(inputs)


def measured(tree: Tree, function: Function, values: Mapping[str, float | None]) -> float | None:
    """The value of a result's formula; None where one of its figures has none, or it divides by zero or overflows."""
    taken = {name: values[name] for name in names_in(tree)}
    known = {name: value for name, value in taken.items() if value is not None}
    if len(known) < len(taken):
        return None
    try:
        return function(known)
    except ArithmeticError:
        return None


def by_team(model: Model, adjusted: Mapping[str, float]) -> dict[str, float]:
    """The drivers that count, summed by team; every team of a driver is there."""
    sums = {driver.team: 0.0 for driver in model.record.drivers.values()}
    for id, value in adjusted.items():
        sums[model.record.drivers[id].team] += value
    return sums


def cost_of_inaction(model: Model, values: Mapping[str, float], situation: str) -> Inaction:
    """As published and scaled to the reader, each row and their sum."""
    published = {id: (row.low, row.high) for id, row in model.tco[situation].rows.items()}
    scaled = published | readers_rows(model, values, situation)
    rows = {id: YearlyCost(published[id], scaled[id]) for id in published}
    return Inaction(rows, YearlyCost(add_pairs(published.values()), add_pairs(scaled.values())))


def readers_rows(model: Model, values: Mapping[str, float], situation: str) -> dict[str, Pair]:
    """The rows at the reader's size: in proportion to the order value, or worked out from the reader's figures."""
    record, rows = model.record.tco, model.tco[situation].rows
    behind = rows[record.order_value.row].figures[record.order_value.figure]
    reader = values[record.order_value.reader]
    found = {}
    for id, answer in record.rows.items():
        if answer.scaled:
            found[id] = (rows[id].low / behind.low * reader, rows[id].high / behind.high * reader)
    own = {id: function(values) for id, function in model.functions["own_rows"].items()}
    return found | {id: (cost, cost) for id, cost in own.items() if id in rows}


def add_pairs(pairs: Iterable[Pair]) -> Pair:
    lows, highs = zip(*pairs, strict=True)
    return finance.add_up(lows), finance.add_up(highs)
