"""The reference engine: the model and a reader's inputs → every figure of the business case."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter
from typing import Any

from ..records.book import Book
from ..records.roi import RoiModel
from ..records.tco import TcoTable
from . import finance
from .formula import Function, Tree, function_of, names_in, parse

Values = dict[str, float | None]

COUNTED = (  # results without a formula
    "annual_gross",
    "annual_benefit",
    "largest_driver",
    "total_benefit",
    "total_cost",
    "total_inflow",
    "pv_benefit",
    "pv_cost",
    "pv_inflow",
    "irr",
    "payback_month",
    "payback_discounted_month",
    "npv_lost_one_month",
    "default_share",
)
STEPS = {"ramp_slow_step": "ramp_slow"}  # how far the second has moved within the month
MOVED = {moved: step for step, moved in STEPS.items()}
BUCKETS = tuple(f"b_{ramp}_{scale}" for ramp in ("fast", "medium", "slow") for scale in ("volume", "fixed"))
GIVEN = ("m", "y", *STEPS, *BUCKETS)
BY_VOLUME = tuple(name for name in BUCKETS if name.endswith("_volume"))
NEEDED = ("risk_adjust_cost", "risk_adjust_revenue", "discount_rate", "horizon_years", "months_per_year", *STEPS.values())


@dataclass(frozen=True)
class Model:
    """A sound model, its formulas read and put in an order in which each can be evaluated."""

    record: RoiModel
    tco: Mapping[str, TcoTable]

    @cached_property
    def units(self) -> dict[str, str]:
        return {name: item.unit for name, item in self.record.named.items()}

    @cached_property
    def scalars(self) -> dict[str, Tree]:
        return trees(self.record, "scalars")

    @cached_property
    def monthly(self) -> dict[str, Tree]:
        return trees(self.record, "monthly")

    @cached_property
    def results(self) -> dict[str, Tree]:
        return trees(self.record, "results")

    @cached_property
    def guards(self) -> dict[str, Tree]:
        return trees(self.record, "guards")

    @cached_property
    def ceilings(self) -> dict[str, Tree]:
        """What the drivers of each pool cannot exceed together."""
        return {id: parse(pool.ceiling, usable(self.record, "scalars")) for id, pool in self.record.pools.items()}

    @cached_property
    def functions(self) -> dict[str, dict[str, Function]]:
        """The formulas of each section, ready to be evaluated in their order."""
        sections = {name: getattr(self, name) for name in ("scalars", "monthly", "results", "guards", "ceilings")}
        return {section: {name: function_of(tree) for name, tree in part.items()} for section, part in sections.items()}


def model_of(book: Book) -> Model:
    """The model of a sound book."""
    return Model(book.roi, book.tco)


# --- reading the formulas -----------------------------------------------------------------------------------------


def formulas_of(record: RoiModel, section: str) -> dict[str, str]:
    """The texts of a section (scalars, monthly, results, guards); what the engine counts itself has none."""
    return {name: item.expr for name, item in getattr(record, section).items() if item.expr is not None}


def usable(record: RoiModel, section: str) -> set[str]:
    """The names that the formulas of a section may hold."""
    names = {*record.constants, *record.inputs, *record.improvements, *record.scalars}
    own = {"scalars": (), "monthly": (*record.given, *record.monthly), "results": record.results, "guards": record.results}
    return names | set(own[section])


def trees(record: RoiModel, section: str) -> dict[str, Tree]:
    """The trees of a section, each after those it needs. Raises FormulaError, or CycleError where there is no such order."""
    names = usable(record, section)
    found = {name: parse(text, names) for name, text in formulas_of(record, section).items()}
    needs = {name: [STEPS.get(other, other) for other in names_in(tree)] for name, tree in found.items()}
    order = TopologicalSorter({name: [other for other in others if other in found] for name, others in needs.items()})
    return {name: found[name] for name in order.static_order()}


# --- evaluating ---------------------------------------------------------------------------------------------------


def evaluate(model: Model, inputs: Mapping[str, float], situation: str, counted: Collection[str] | None = None) -> dict[str, Any]:
    """Every result by its id; money in EUR, rates and shares as fractions, months from 1, None for what has no value.

    `inputs` are the figures the reader typed, inputs and improvements alike; the others take their defaults. `counted` are the
    drivers that count (all by default): the others are evaluated and left out of every sum.
    """
    values = scalars_of(model, inputs, situation)
    drivers = {id: values[id] for id in model.record.drivers}
    adjusted = after_prudence(model, values)
    kept = {id: value for id, value in adjusted.items() if counted is None or id in counted}
    flows = monthly_flows(model, flowing(model, values, kept))
    values |= totals(flows, values["discount_rate"])
    values |= {
        "annual_gross": sum(drivers[id] for id in kept),
        "annual_benefit": sum(kept.values()),
        "largest_driver": max(kept.values(), default=0),
        "default_share": default_share(model, values, situation),
    }
    for name, function in model.functions["results"].items():
        values[name] = measured(model.results[name], function, values)
    shown = {name: values[name] for name in (*model.record.formulas, *model.record.costs, *model.record.results)}
    lists = {"drivers": drivers, "adjusted": adjusted, "teams": by_team(model, kept), **flows}
    return {"situation": situation, "counted": list(kept), "values": values, **shown, **lists, **tco(model, values, situation)}


def net_present_value(model: Model, inputs: Mapping[str, float], situation: str) -> float:
    """The result `npv` alone, without the time that all the others take."""
    values = scalars_of(model, inputs, situation)
    flows = monthly_flows(model, flowing(model, values, after_prudence(model, values)))
    return model.functions["results"]["npv"](values | present_values(flows, values["discount_rate"]))


def defaults(model: Model, situation: str, scenario: str = "base") -> dict[str, float]:
    """Every input and improvement before the reader types anything."""
    inputs = {name: item.default_in(situation) for name, item in model.record.inputs.items()}
    return inputs | {name: getattr(item, scenario) for name, item in model.record.improvements.items()}


def scalars_of(model: Model, inputs: Mapping[str, float], situation: str) -> Values:
    """Constants, inputs, improvements and the formulas that give one number."""
    values: Values = {name: constant.value for name, constant in model.record.constants.items()}
    values |= {name: inputs.get(name, default) for name, default in defaults(model, situation).items()}
    for name, function in model.functions["scalars"].items():
        values[name] = function(values)
    return values


def after_prudence(model: Model, values: Mapping[str, float]) -> dict[str, float]:
    """What each driver brings once the reader's prudence is taken off."""
    return {id: values[id] * values[f"risk_adjust_{driver.kind}"] for id, driver in model.record.drivers.items()}


def flowing(model: Model, values: Mapping[str, float], kept: Mapping[str, float]) -> dict[str, float]:
    """What the monthly formulas take: the sums of the drivers that count, and nothing of the improvements of those that do not."""
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


def months_of(model: Model, values: Mapping[str, float], wait: int = 0, weights: Sequence[float] = ()) -> Iterator[dict[str, float]]:
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


def monthly_flows(model: Model, values: Mapping[str, float], wait: int = 0, weights: Sequence[float] = ()) -> dict[str, list[float]]:
    """Benefit, cost, inflow and net flow of each month, their running sum, and the net flow of each year.

    The project may `wait` some months, in which nothing flows. `weights` are what each month's volumes are beside an average month's
    (twelve, from the first month on); all alike by default.
    """
    months = horizon(values)
    names = {flow: [name for name, row in model.record.monthly.items() if row.flow == flow] for flow in ("benefit", "cost", "cash")}
    sums: dict[str, list[float]] = {flow: [0.0] * min(wait, months) for flow in names}
    for month in months_of(model, values, wait, weights):
        for flow, rows in names.items():
            sums[flow].append(sum(month[row] for row in rows))
    inflow = [benefit + cash for benefit, cash in zip(sums["benefit"], sums["cash"], strict=True)]
    net = [flow - cost for flow, cost in zip(inflow, sums["cost"], strict=True)]
    return {
        "monthly_benefit": sums["benefit"],
        "monthly_cost": sums["cost"],
        "monthly_inflow": inflow,
        "monthly_net": net,
        "cumulative": finance.cumulative(net),
        "yearly_net": [sum(net[start : start + finance.MONTHS]) for start in range(0, months, finance.MONTHS)],
    }


def totals(flows: Mapping[str, list[float]], discount_rate: float) -> Values:
    """What the engine counts from the flows."""
    rate = finance.monthly_rate(discount_rate)
    benefit, cost, inflow, net = (flows[f"monthly_{name}"] for name in ("benefit", "cost", "inflow", "net"))
    return {
        "total_benefit": sum(benefit),
        "total_cost": sum(cost),
        "total_inflow": sum(inflow),
        **present_values(flows, discount_rate),
        "irr": finance.yearly_return(net),
        "payback_month": finance.payback(net),
        "payback_discounted_month": finance.payback(finance.discounted(net, rate)),
        "npv_lost_one_month": finance.present_value(net, rate) - finance.present_value([0.0, *net[:-1]], rate),
    }


def present_values(flows: Mapping[str, list[float]], discount_rate: float) -> Values:
    rate = finance.monthly_rate(discount_rate)
    return {f"pv_{name}": finance.present_value(flows[f"monthly_{name}"], rate) for name in ("benefit", "cost", "inflow")}


def default_share(model: Model, values: Mapping[str, float], situation: str) -> float:
    """Share of the inputs that stand at their default."""
    inputs = model.record.inputs
    return sum(values[name] == item.default_in(situation) for name, item in inputs.items()) / len(inputs)


def measured(tree: Tree, function: Function, values: Values) -> float | None:
    """The value of a result's formula; None where one of its figures has none, or where it divides by zero."""
    if any(values[name] is None for name in names_in(tree)):
        return None
    try:
        return function(values)
    except ZeroDivisionError:
        return None


def by_team(model: Model, adjusted: Mapping[str, float]) -> dict[str, float]:
    sums: dict[str, float] = {driver.team: 0.0 for driver in model.record.drivers.values()}
    for id, value in adjusted.items():
        sums[model.record.drivers[id].team] += value
    return sums


def tco(model: Model, values: Mapping[str, float], situation: str) -> dict[str, Any]:
    """The cost of inaction as published and scaled to the reader: the sums, and each row as (low, high)."""
    record, table = model.record.tco, model.tco[situation]
    behind = table.rows[record.order_value.row].figures[record.order_value.figure]
    reader = values[record.order_value.reader]
    published = {id: (row.low, row.high) for id, row in table.rows.items()}
    scaled = dict(published)
    for id, answer in record.rows.items():
        if answer.scaled:
            scaled[id] = tuple(
                bound / order_value * reader for bound, order_value in zip(published[id], (behind.low, behind.high), strict=True)
            )
        elif answer.own and values[answer.own] != model.record.inputs[answer.own].default_in(situation):
            scaled[id] = (values[answer.own],) * 2
    return {
        "tco_published": [sum(bounds) for bounds in zip(*published.values(), strict=True)],
        "tco_scaled": [sum(bounds) for bounds in zip(*scaled.values(), strict=True)],
        "tco_rows": {id: {"published": published[id], "scaled": scaled[id]} for id in published},
    }
