"""The records of data/roi/, all of whose files are one model."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, ValidationError

from .base import Id, Localized, Name, Positive, Record, Text, Unit

Tier = Literal["A", "B", "C", "D"]
Hardness = Literal["cash", "capacity", "revenue", "risk", "option"]
Scenario = Literal["low", "base", "high"]
Default = Annotated[  # a number, or the formula that estimates it from other inputs
    Annotated[float, Tag("number")] | Annotated[Text, Tag("formula")],
    Discriminator(lambda value: "formula" if isinstance(value, str) else "number"),
]
Trials = Annotated[int, Field(ge=10, le=100_000)]  # more would hold a browser for a minute
Situated = Annotated[  # one default, or one a situation
    Annotated[Default, Tag("one")] | Annotated[dict[Id, Default], Tag("each")],
    Discriminator(lambda value: "each" if isinstance(value, dict) else "one"),
]


class Constant(Record):
    value: Positive
    """The number, plain: 52."""
    unit: Text
    """Its unit, by its symbol in data/units.yml: week/year."""
    label: Localized
    """What it is, as shown in traces and on the method page."""


class Backing(Record):
    """Where a default comes from: the benchmark that it is, those that are only quoted (`context`), outcomes.

    The note takes the figures of its outcomes by placeholder.
    What says nothing is worth the least: illustrative, without evidence.
    """

    kind: Literal["illustrative", "white-paper", "public"] = "illustrative"
    """Where the value comes from: illustrative (our assumption), white-paper, public. Left out: illustrative."""
    tier: Tier = "D"
    """How strong the evidence is, A to D. Left out: D, none. Shown beside the field."""
    benchmark: Id | None = None
    """The public figure that the value is, by its id in data/benchmarks.yml."""
    context: list[Id] = []
    """Public figures that are only quoted beside it, by their ids."""
    outcomes: list[Id] = []
    """Outcomes that support it, by their ids: [home-nps]. The note quotes them by {home-nps}."""
    note: Localized | None = None
    """What a reader should know about the value: "Illustrative; replace it with your own"."""


class Input(Record):
    """A figure of the reader's, with the value used until it is typed; the bounds left out are those of a share."""

    group: Id
    """The group of fields it stands in: a team's id, or one under `groups` (profile, cost, finance)."""
    unit: Text
    """Its unit, by its symbol in data/units.yml: EUR/year, share."""
    default: Situated
    """The value until the reader types one: 0.02 for 2 %. Or a formula in quotes over other inputs; or one for
    each situation (erp-custom, legacy-oms)."""
    min: float = 0.0
    """The smallest value accepted. Left out: 0."""
    max: float = 1.0
    """The largest value accepted. Left out: 1, right for a share."""
    choices: list[float] = []
    """The only values a reader may choose: [12, 36, 60]. The field becomes a list. Left out: any value."""
    swing: Annotated[list[float], Field(min_length=2, max_length=2)] | None = None
    """The low and the high of its bar in the sensitivity chart, where a fifth more or less would be wrong: [0.05,
    0.3]."""
    switch: bool = False
    """true for a yes or no: 1 or 0. The field becomes a tick box. Left out: false."""
    better: Literal["more", "less"] | None = None
    """What is better for the retailer, more or less, only where it is plain. The goal search moves it that way
    alone."""
    was: Name | None = None
    """Its name in earlier versions, so that readers' old links still work."""
    quick: bool = False
    """true to ask it in the short form. Left out: false."""
    label: Localized
    """The question beside the field: "Total net sales excl. VAT"."""
    where: Localized
    """Where the reader finds the figure: "Income statement, net sales". Stands below the field."""
    source: Backing = Backing()
    """Where the default comes from. Left out: illustrative, tier D."""

    def default_in(self, situation: str) -> float | str:
        """The default, a number or a formula; KeyError for a situation that has none."""
        return self.default[situation] if isinstance(self.default, dict) else self.default

    @property
    def ranged(self) -> bool:
        """Whether it can be a share more or less; a choice and a switch cannot."""
        return not self.choices and not self.switch


class Improvement(Record):
    """What the system improves; between 0 and `max`."""

    unit: Text
    """Its unit, by its symbol in data/units.yml. Mostly share, of the present level."""
    low: float
    """What it is in the low case: 0.15 for 15 %."""
    base: float
    """What it is in the base case. Bound by outcomes: at most half of the smallest of them."""
    high: float
    """What it is in the high case. Bound by outcomes: at most the smallest of them."""
    max: float = 1.0
    """The largest value accepted. Left out: 1."""
    kpi: Id
    """The KPI that it moves, by its id."""
    label: Localized
    """What improves, as shown beside the field: "Cancellations avoided"."""
    outcomes: list[Id] = []
    """The outcomes that bound the range, by their ids. With one, its evidence is of tier C; without, D."""
    inverse: bool = False
    """true if they publish the inverse of what improves (turns for stock). Left out: false."""
    context: list[Id] = []
    """Outcomes that are quoted and bound nothing, by their ids."""
    evidence: Localized
    """What the range rests on. {home-cancelled-orders} quotes the figure of that outcome."""

    @property
    def tier(self) -> Tier:
        """How good its evidence is: a vendor's case where an outcome bounds it."""
        return "C" if self.outcomes else "D"

    def around(self, value: float) -> dict[str, float]:
        """Low, base and high when the reader's own value stands for the base.

        The high goes beyond the model's only with the value.
        """
        scale = value / self.base if self.base else 1
        return {"low": self.low * scale, "base": value, "high": min(self.high * scale, max(self.high, value))}


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


class OrderValue(Record):
    """The order value behind a published table (a figure of one of its rows), and the reader's own."""

    row: Id
    """The row of the tables, by its id: lost-revenue."""
    figure: Name
    """The figure of that row: order_value."""
    reader: Name
    """What stands for it in the reader's case, by its name in data/roi/: online_shipped."""


class TcoAnswer(Record):
    """A row of the cost of inaction: the drivers that answer it, and how it becomes the reader's."""

    drivers: list[Name]
    """The drivers that answer this row, by their names. [] if none does."""
    scaled: bool = False
    """true if the published row is scaled to the reader's order value. Left out: false."""
    own: Text | None = None
    """The formula, in quotes, that gives the row in the reader's case, in EUR/year."""


class Reconciliation(Record):
    order_value: OrderValue
    """The order value behind the tables, and the reader's own."""
    rows: dict[Id, TcoAnswer]
    """For each row of the tables, by its id: what answers it."""


class Span(Record):
    """An input that varies around the reader's value, in the proportion of low and high to base.

    `sets` is its whole month.
    """

    input: Name
    """The input that varies: implementation_weeks."""
    sets: Name
    """The formula that turns it into a whole month: go_live_month."""
    low: float
    """Its low value: 16."""
    base: Annotated[float, Field(gt=0)]
    """Its usual value, above 0: 24."""
    high: float
    """Its high value: 36."""


class CostSpan(Record):
    """Monthly costs that vary together, group by group, in the proportion of low and high to 1."""

    low: Annotated[float, Field(gt=0, le=1)]
    """What costs may fall to, a share of 1: 0.85."""
    high: Annotated[float, Field(ge=1)]
    """What they may rise to: 1.5."""
    rows: dict[Name, list[Name]]
    """The monthly costs that vary together, group by group: one_off: [project_cost, training]."""


class Swing(Record):
    """The inputs of a group vary by this share of their value, up and down."""

    group: Id
    """The group of inputs, by its id: profile."""
    share: Annotated[float, Field(gt=0, lt=1)]
    """How much they vary up and down: 0.2 for a fifth."""


class Risk(Record):
    correlation: Annotated[float, Field(ge=0, le=1)]
    """How much improvements succeed or fail together: 0 not at all, 1 entirely."""
    seed: Annotated[int, Field(ge=0)]
    """The number the random draws start from, so that the same case gives the same odds."""
    trials: Annotated[dict[Literal["live", "full"], Trials], Field(min_length=2)]
    """How many draws: live while typing, full when asked."""
    duration: Span
    """How the time to go-live varies."""
    costs: CostSpan
    """How costs vary."""
    swing: Swing
    """How much the inputs of one group vary in the sensitivity chart."""


class Sceptic(Record):
    """What the CFO view keeps."""

    hardness: list[Hardness]
    """The kinds of benefit that the CFO view keeps: [cash]."""
    tiers: list[Tier]
    """The evidence that it keeps: [A, B]."""


class Calendar(Record):
    """How a year's orders fall on its months: twelve shares for each industry, January first.

    `go_live` is the planned month, from 1 to 12.
    """

    go_live: Annotated[int, Field(ge=1, le=12)]
    """The planned month of go-live until the reader chooses one: 1 for January to 12."""
    source: Backing = Backing()
    """Where the shares come from."""
    seasons: dict[Id, list[float]]
    """For each industry, and `any` for a retailer without one: twelve shares of the year's orders, January first,
    1 in all."""


class Version(Record):
    """An edition of the model: the day it came, and what changed since the one before, each with its reason."""

    date: date
    """The day this version came, as year-month-day: 2026-11-27."""
    changes: Annotated[list[Localized], Field(min_length=1)]
    """What changed since the version before and why, one sentence a change, in both languages."""


class Proof(Record):
    """The share of a published outcome that a reader is offered as a target."""

    shrink: Annotated[float, Field(gt=0, le=1)]
    """The share of a published outcome that a reader is offered as a target: 0.5 for half."""


Named = Constant | Input | Improvement | Expression | Driver | Given | Result  # has a unit and a label


class RoiFolder(Record):
    """What is typed in data/roi/; every number of the model stands here once."""

    version: Annotated[int, Field(ge=1, le=999)]
    """The number of the model; `make version` raises it, never by hand."""
    versions: list[Version] = []
    """What each version changed; the first is version 1."""
    situations: dict[Id, Localized]
    """What the retailer runs today, by the ids of the tables in data/tco/."""
    groups: dict[Id, Localized]
    """Groups of inputs that belong to no team: profile, cost, finance."""
    scenarios: dict[Scenario, Localized]
    """The names of the low, base and high case."""
    hardness: dict[Hardness, Localized]
    """The names of the kinds of benefit."""
    tiers: dict[Tier, Localized]
    """What each tier of evidence means, A to D."""
    constants: dict[Name, Constant]
    """Numbers that no reader changes, each by a name in English with underscores."""
    inputs: dict[Name, Input]
    """What the reader may type. The name stands in readers' links: to change it, write the old one under `was`."""
    improvements: dict[Name, Improvement]
    """What an OMS improves; names start with x_."""
    formulas: dict[Name, Expression]
    """Intermediate formulas, in any order."""
    drivers: dict[Name, Driver]
    """The benefits, each counted once."""
    costs: dict[Name, Expression]
    """What the project costs."""
    given: dict[Name, Given]
    """What the engine hands to the monthly formulas."""
    monthly: dict[Name, Monthly]
    """The formulas of one month."""
    results: dict[Name, Result]
    """What a calculation returns."""
    pools: dict[Name, Pool]
    """Amounts of money that several drivers share."""
    not_monetised: list[Id]
    """KPIs that the calculator puts no money on, by their ids."""
    shared_kpis: dict[Id, Localized]
    """KPIs that two drivers count, by their ids, and why no euro is in both."""
    tco: Reconciliation
    """How the tables of the cost of inaction answer to the drivers."""
    presets: dict[Id, dict[Name, float]] = {}
    """For each industry, the inputs it starts from: fashion: {return_rate: 0.35}. Explain each in
    data/industry_guides/."""
    calendar: Calendar
    """How a year's orders fall on its months."""
    proof: Proof
    """What a published outcome is worth as a target."""
    guards: dict[Name, Guard]
    """Warnings beside the result."""
    risk: Risk
    """How far the result can be trusted."""
    cfo: Sceptic
    """What the CFO view keeps."""

    @property
    def scalars(self) -> dict[str, Expression | Driver]:
        """The formulas that give one number: intermediate ones, drivers, costs."""
        return {**self.formulas, **self.drivers, **self.costs}

    @property
    def typed(self) -> dict[str, Input | Improvement]:
        """What a reader may type."""
        return {**self.inputs, **self.improvements}

    @property
    def named(self) -> dict[str, Named]:
        """Everything that a formula may name, with its unit and label."""
        return {
            **self.constants,
            **self.inputs,
            **self.improvements,
            **self.scalars,
            **self.given,
            **self.monthly,
            **self.results,
        }


class RoiModel(RoiFolder):
    """The whole model: what is typed, and the units that have a symbol, by their symbols."""

    units: dict[Text, Unit]


def kept_folder(text: str) -> RoiFolder | None:
    """A model that was kept as JSON; None for what is none."""
    try:
        return RoiFolder.model_validate_json(text)
    except ValidationError:
        return None


def model_with(folder: RoiFolder, units: Iterable[Unit]) -> RoiModel:
    """The model in these units; of two with the same symbol, which a rule tells, the first."""
    named: dict[str, Unit] = {}
    for unit in units:
        if unit.symbol is not None:
            named.setdefault(unit.symbol, unit)
    return RoiModel(**dict(folder), units=named)
