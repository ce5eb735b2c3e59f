"""The records of data/roi/, all of whose files are one model."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, ValidationError

from .base import Id, Localized, Name, Record, Text, Unit

Tier = Literal["A", "B", "C", "D"]
Hardness = Literal["cash", "capacity", "revenue", "risk", "option"]
Scenario = Literal["low", "base", "high"]
Default = Annotated[  # a number, or the formula that estimates it from other inputs
    Annotated[float, Tag("number")] | Annotated[Text, Tag("formula")],
    Discriminator(lambda value: "formula" if isinstance(value, str) else "number"),
]
Situated = Annotated[  # one default, or one a situation
    Annotated[Default, Tag("one")] | Annotated[dict[Id, Default], Tag("each")],
    Discriminator(lambda value: "each" if isinstance(value, dict) else "one"),
]


class Constant(Record):
    value: float
    unit: Text
    label: Localized


class Backing(Record):
    """Where a default comes from: the benchmark that it is, those that are only quoted (`context`), outcomes.

    The note takes the figures of its outcomes by placeholder.
    What says nothing is worth the least: illustrative, without evidence.
    """

    kind: Literal["illustrative", "white-paper", "public"] = "illustrative"
    tier: Tier = "D"
    benchmark: Id | None = None
    context: list[Id] = []
    outcomes: list[Id] = []
    note: Localized | None = None


class Input(Record):
    """A figure of the reader's, with the value used until it is typed; the bounds left out are those of a share."""

    group: Id
    unit: Text
    default: Situated
    min: float = 0.0
    max: float = 1.0
    choices: list[float] = []
    swing: Annotated[list[float], Field(min_length=2, max_length=2)] | None = None  # the ends of its range, of its own
    switch: bool = False
    better: Literal["more", "less"] | None = None  # for the retailer, where it is plain
    was: Name | None = None  # its name in earlier versions
    quick: bool = False
    label: Localized
    where: Localized
    source: Backing = Backing()

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
    low: float
    base: float
    high: float
    max: float = 1.0
    kpi: Id
    label: Localized
    outcomes: list[Id] = []  # bound the range
    inverse: bool = False  # they publish the inverse of what improves: turns for stock
    context: list[Id] = []  # quoted, and bound nothing
    evidence: Localized

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
    label: Localized
    expr: Text


class Driver(Record):
    """A benefit in EUR a year."""

    team: Id
    kpis: list[Id]
    also: list[Id] = []
    kind: Literal["revenue", "cost"]
    hardness: Hardness
    ramp: Literal["fast", "medium", "slow"]
    scale: Literal["volume", "fixed"]
    improvement: Name
    label: Localized
    expr: Text

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
    label: Localized


class Monthly(Expression):
    """One value a month; what flows into benefit, cost or (cash) the net flow alone.

    What flows `once` is the initial column of the yearly table, which calls it by its `name`.
    """

    flow: Literal["benefit", "cost", "cash"] | None = None
    once: bool = False
    name: Localized | None = None


class Result(Record):
    """What a calculation returns; the engine counts it where it has no formula."""

    unit: Text
    label: Localized
    definition: Localized | None = None
    expr: Text | None = None


class Pool(Record):
    """Drivers that share one amount of money, in EUR a year at most `ceiling`."""

    label: Localized
    rule: Localized
    drivers: list[Name]
    ceiling: Text


class Guard(Expression):
    """A warning beside the result when the formula is beyond the limit."""

    limit: float
    when: Literal["above", "below"]
    text: Localized


class OrderValue(Record):
    """The order value behind a published table (a figure of one of its rows), and the reader's own."""

    row: Id
    figure: Name
    reader: Name


class TcoAnswer(Record):
    """A row of the cost of inaction: the drivers that answer it, and how it becomes the reader's."""

    drivers: list[Name]
    scaled: bool = False
    own: Text | None = None  # a formula in EUR a year


class Reconciliation(Record):
    order_value: OrderValue
    rows: dict[Id, TcoAnswer]


class Span(Record):
    """An input that varies around the reader's value, in the proportion of low and high to base.

    `sets` is its whole month.
    """

    input: Name
    sets: Name
    low: float
    base: Annotated[float, Field(gt=0)]
    high: float


class CostSpan(Record):
    """Monthly costs that vary together, group by group, in the proportion of low and high to 1."""

    low: Annotated[float, Field(gt=0, le=1)]
    high: Annotated[float, Field(ge=1)]
    rows: dict[Name, list[Name]]


class Swing(Record):
    """The inputs of a group vary by this share of their value, up and down."""

    group: Id
    share: Annotated[float, Field(gt=0, lt=1)]


class Risk(Record):
    correlation: Annotated[float, Field(ge=0, le=1)]
    seed: Annotated[int, Field(ge=0)]
    trials: dict[Literal["live", "full"], int]
    duration: Span
    costs: CostSpan
    swing: Swing


class Sceptic(Record):
    """What the CFO view keeps."""

    hardness: list[Hardness]
    tiers: list[Tier]


class Calendar(Record):
    """How a year's orders fall on its months: twelve shares for each industry, January first.

    `go_live` is the planned month, from 1 to 12.
    """

    go_live: Annotated[int, Field(ge=1, le=12)]
    source: Backing = Backing()
    seasons: dict[Id, list[float]]


class Version(Record):
    """An edition of the model: the day it came, and what changed since the one before, each with its reason."""

    date: date
    changes: Annotated[list[Localized], Field(min_length=1)]


class Proof(Record):
    """The share of a published outcome that a reader is offered as a target."""

    shrink: Annotated[float, Field(gt=0, le=1)]


Named = Constant | Input | Improvement | Expression | Driver | Given | Result  # has a unit and a label


class RoiFolder(Record):
    """What is typed in data/roi/; every number of the model stands here once."""

    version: Annotated[int, Field(ge=1)]
    versions: list[Version] = []  # the first is version 1
    situations: dict[Id, Localized]
    groups: dict[Id, Localized]
    scenarios: dict[Scenario, Localized]
    hardness: dict[Hardness, Localized]
    tiers: dict[Tier, Localized]
    constants: dict[Name, Constant]
    inputs: dict[Name, Input]
    improvements: dict[Name, Improvement]
    formulas: dict[Name, Expression]
    drivers: dict[Name, Driver]
    costs: dict[Name, Expression]
    given: dict[Name, Given]
    monthly: dict[Name, Monthly]
    results: dict[Name, Result]
    pools: dict[Name, Pool]
    not_monetised: list[Id]
    shared_kpis: dict[Id, Localized]
    tco: Reconciliation
    presets: dict[Id, dict[Name, float]] = {}  # industry → illustrative inputs
    calendar: Calendar
    proof: Proof
    guards: dict[Name, Guard]
    risk: Risk
    cfo: Sceptic

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
