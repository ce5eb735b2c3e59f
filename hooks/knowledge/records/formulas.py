"""The formulas of data/roi/, each with name, unit and label: from a step of a trace to a warning beside the result."""

from typing import Literal

from .base import Id, Localized, Name, Record, Text

Hardness = Literal["cash", "capacity", "revenue", "risk", "option"]


class Expression(Record):
    """A formula with a name: the unit it must give."""

    unit: Text
    """The unit the formula must give, by its symbol in data/units.yml. It is checked."""
    label: Localized
    """What it is, as shown in traces and on the method page."""
    expr: Text
    """The formula, in quotes, over names of data/roi/: "net_sales_total * online_share"."""


class Driver(Record):
    """A benefit in EUR a year."""

    team: Id
    """The team whose benefit it is, by its id."""
    kpis: list[Id]
    """The KPIs whose money it counts, by their ids. No other driver counts it."""
    also: list[Id] = []
    """KPIs that feed it and own none of its money. Left out: none."""
    kind: Literal["revenue", "cost"]
    """revenue or cost: which of the two prudences (risk_adjust_revenue, risk_adjust_cost) reduces it."""
    hardness: Hardness
    """How surely it reaches the accounts: cash, capacity (time freed), revenue, risk, option."""
    ramp: Literal["fast", "medium", "slow"]
    """How fast it comes after go-live: fast, medium or slow."""
    scale: Literal["volume", "fixed"]
    """volume if it grows with the business, fixed if not."""
    improvement: Name
    """The improvement that earns it, by its name in data/roi/improvements.yml: x_cancel."""
    label: Localized
    """The benefit as listed in the results: "Avoided cancellations"."""
    expr: Text
    """The formula in quotes; it must give EUR/year."""

    @property
    def unit(self) -> str:
        return "EUR/year"

    @property
    def bucket(self) -> str:
        """The sum that the monthly formulas know it by."""
        return f"b_{self.ramp}_{self.scale}"


class Given(Record):
    """A name that the engine fills."""

    unit: Text
    """Its unit, by its symbol in data/units.yml."""
    label: Localized
    """What the engine hands over, as shown in traces."""


class Monthly(Expression):
    """One value a month; what flows into benefit, cost or (cash) the net flow alone.

    What flows `once` is the initial column of the yearly table, which calls it by its `name`.
    """

    flow: Literal["benefit", "cost", "cash"] | None = None
    """What it flows into: benefit, cost, or cash (the net flow alone). Left out: an intermediate step."""
    once: bool = False
    """true if it is paid once, at the start: it stands in the initial column of the yearly table. Left out: false."""
    name: Localized | None = None
    """What the yearly table calls it."""


class Result(Record):
    """What a calculation returns; the engine counts it where it has no formula."""

    unit: Text
    """Its unit, by its symbol in data/units.yml."""
    label: Localized
    """The result as shown: "Yearly benefit at full speed"."""
    definition: Localized | None = None
    """What it means, in a sentence or two. Stands on the method page."""
    expr: Text | None = None
    """The formula, in quotes. Left out: the engine counts it itself."""


class Pool(Record):
    """Drivers that share one amount of money, in EUR a year at most `ceiling`."""

    label: Localized
    """The amount of money that is shared: "Margin on online sales"."""
    rule: Localized
    """Who takes first, and what happens when too much is claimed."""
    drivers: list[Name]
    """The drivers that share it, in the order they take, by their names: [conversion, abandonment]."""
    ceiling: Text
    """The formula, in quotes, of the most they may bring together in EUR/year."""


class Guard(Expression):
    """A warning beside the result when the formula is beyond the limit."""

    limit: float
    """The number beyond which the warning shows: 0.04 for 4 %."""
    when: Literal["above", "below"]
    """above or below: on which side of the limit it shows."""
    text: Localized
    """The warning, in one or two sentences."""
