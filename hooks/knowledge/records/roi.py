"""The model of data/roi/, all of whose files are one record: its figures, formulas and risk, and what else it says."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field, ValidationError

from .base import Id, Localized, Name, Record, Text, Unit
from .formulas import Driver, Expression, Given, Guard, Hardness, Monthly, Pool, Result
from .inputs import Backing, Constant, Improvement, Input, Tier
from .risk import Risk, Sceptic

Scenario = Literal["low", "base", "high"]
SCENARIOS: tuple[Scenario, ...] = get_args(Scenario)


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
    """The share of a published outcome that a reader may try in the calculator."""

    shrink: Annotated[float, Field(gt=0, le=1)]
    """The share of a published outcome that a link tries in the calculator: 0.5 for half, which the texts say."""


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
    """How much of a published outcome a link tries in the calculator."""
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
