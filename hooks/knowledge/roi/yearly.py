"""The cash flow of each year, as engine/yearly.js counts it: what is spent once stands before the first year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from . import finance
from .engine import flowing, monthly_flows, months_of, rows_by_flow
from .model import Model
from .results import Results


@dataclass(frozen=True)
class Line:
    """EUR, costs below zero: what flows once, then what flows in each year, and the same at present value."""

    amounts: list[float]
    discounted: list[float]

    @cached_property
    def total(self) -> float:
        return finance.add_up(self.amounts)

    @cached_property
    def value(self) -> float:
        """The present value of the whole line."""
        return finance.add_up(self.discounted)


@dataclass(frozen=True)
class Yearly:
    """The lines of the table: benefits by team, cash and costs by the name of their monthly formula, and sums."""

    teams: Mapping[str, Line]
    cash: Mapping[str, Line]
    costs: Mapping[str, Line]
    benefit: Line
    cost: Line
    net: Line

    @cached_property
    def cumulative(self) -> list[float]:
        return finance.cumulative(self.net.amounts)


def yearly(model: Model, results: Results) -> Yearly:
    """The table of a calculation."""
    rate = finance.monthly_rate(results.scalars["discount_rate"])
    teams = {team: line(amounts, rate) for team, amounts in benefits_by_team(model, results).items()}
    names = rows_by_flow(model)
    flows = monthly_lines(model, results, [*names["cash"], *names["cost"]])
    monthly = model.record.monthly
    cash = {name: line(flows[name], rate, monthly[name].once) for name in names["cash"]}
    costs = {name: line([-amount for amount in flows[name]], rate, monthly[name].once) for name in names["cost"]}
    benefit, cost = summed([*teams.values()]), summed([*costs.values()])
    return Yearly(teams, cash, costs, benefit, cost, summed([benefit, *cash.values(), cost]))


def benefits_by_team(model: Model, results: Results) -> dict[str, list[float]]:
    """What the drivers of each team that count bring, month by month."""
    found = {}
    for team in results.teams:
        kept = {id: value for id, value in results.kept.items() if model.record.drivers[id].team == team}
        found[team] = monthly_flows(model, flowing(model, results.scalars, kept)).benefit
    return found


def monthly_lines(model: Model, results: Results, names: Sequence[str]) -> dict[str, list[float]]:
    """These monthly formulas, month by month."""
    months = months_of(model, flowing(model, results.scalars, results.kept))
    rows = [[month[name] for name in names] for month in months]
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def line(flows: Sequence[float], rate: float, once: bool = False) -> Line:
    """The line of monthly flows at a monthly rate."""
    return Line(columns(flows, once), columns(finance.discounted(flows, rate), once))


def columns(flows: Sequence[float], once: bool) -> list[float]:
    years = finance.sum_years(flows)
    return [finance.add_up(years), *[0.0] * len(years)] if once else [0.0, *years]


def summed(lines: Sequence[Line]) -> Line:
    return Line(
        *(
            [finance.add_up(amounts) for amounts in zip(*(getattr(line, field) for line in lines), strict=True)]
            for field in ("amounts", "discounted")
        )
    )
