"""The records of `data/`, typed: what an editor may write, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from .record import Address, Id, Localized, Name, Record, Text, Unit, Words
from .roi_model import RoiModel

LANGUAGES = ("fr", "en")


# --- figures: a number as it was published ------------------------------------------------------------------------


class Relative(Record):
    """A change in percent: −33 is "a reduction of 33 %"."""

    type: Literal["relative"]
    change: float


class Points(Record):
    """A change in percentage points."""

    type: Literal["points"]
    change: float


class Range(Record):
    """Two bounds; of a relative change in percent where `relative` is true."""

    type: Literal["range"]
    low: float
    high: float
    unit: Id
    relative: bool = False


class BeforeAfter(Record):
    """Two measurements, and the change in percent if one was published with them."""

    type: Literal["before-after"]
    before: float
    after: float
    unit: Id
    before_high: float | None = None
    before_unit: Id | None = None
    change: float | None = None


class Multiple(Record):
    """A factor: 2.5 is "times 2.5"."""

    type: Literal["multiple"]
    factor: Annotated[float, Field(gt=0)]


class Absolute(Record):
    """A level or an amount; "more than" where `at_least` is true."""

    type: Literal["absolute"]
    value: float
    unit: Id
    at_least: bool = False


class Duration(Record):
    """A length of time."""

    type: Literal["duration"]
    value: Annotated[float, Field(gt=0)]
    unit: Id


class Statement(Record):
    """A result told without a figure."""

    type: Literal["statement"]


Figure = Annotated[Relative | Points | Range | BeforeAfter | Multiple | Absolute | Duration | Statement, Field(discriminator="type")]


class Period(Record):
    """`first`: over the first … · `within`: in … · `per`: for each … · `over`: over …"""

    type: Literal["first", "within", "per", "over"]
    value: Annotated[float, Field(gt=0)]
    unit: Id


# --- KPIs ---------------------------------------------------------------------------------------------------------


class Formula(Record):
    """A ratio in words; an amount or a count has no denominator."""

    numerator: Localized
    denominator: Localized | None = None
    window: Localized


Kind = Literal["mirror", "near-duplicate", "identity", "part-of", "causes", "trades-off"]


class Relation(Record):
    """This KPI → `kpi`, with the sentence that says what to do about it."""

    kpi: Id
    kind: Kind
    note: Localized


class Kpi(Record):
    """One of the 39; its file's name is its id."""

    number: Annotated[int, Field(ge=1)]
    team: Id
    watched_by: list[Id]
    name: Localized
    unit: Id
    direction: Literal["up", "down", "balance"]
    definition: Localized
    formula: Formula
    why: Localized
    relations: list[Relation] = []
    synonyms: Words  # its other names, shown on the page
    searches: Words  # what people type when they look for it, not shown
    source: Id
    section: Id
    reviewed: date


# --- guides: the depth of a KPI page ------------------------------------------------------------------------------


class Need(Record):
    """A field of the sample's schema ("orders.placed_at") and where a retailer finds it."""

    field: Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z_]+$")]
    note: Localized


class Example(Record):
    """What the guide's query returns on the sample; `value` in the KPI's unit, rounded to two decimals."""

    numerator: float | None = None
    denominator: float | None = None
    value: float


class Trap(Record):
    name: Localized
    text: Localized


class Measure(Record):
    needs: Annotated[list[Need], Field(min_length=2)]
    window: Localized
    exclusions: Localized
    sample_level: Annotated[float, Field(gt=0, lt=100)] | None = None
    example: Example
    reading: Localized
    traps: Annotated[list[Trap], Field(min_length=3, max_length=3)]


class Reading(Record):
    rise: Localized
    fall: Localized
    silent: Localized
    segments: Annotated[list[Localized], Field(min_length=3)]


class Step(Record):
    """Something happens, a rule decides, an effect follows."""

    event: Localized
    rule: Localized
    effect: Localized


class Mechanism(Record):
    steps: Annotated[list[Step], Field(min_length=2)]
    limits: Localized
    delay: Localized


class Benchmark(Record):
    """A public figure, dated, with its population; `grade` A official statistic · B published study with method and population · C figure without method."""

    value: float
    high: float | None = None
    unit: Id
    source: Text
    where: Text
    date: Text
    population: Localized
    grade: Literal["A", "B", "C"]
    note: Localized | None = None


class Guide(Record):
    """How to measure a KPI, read it and move it; the file's name is the KPI's id, the query stands beside it as `.sql`."""

    reviewed: date
    measure: Measure
    reading: Reading
    mechanism: Mechanism
    money: Localized
    driver: Name | None = None  # the value driver that counts this KPI's money
    feeds: Name | None = None  # the value driver it feeds without money of its own
    questions: Annotated[list[Localized], Field(min_length=4)]
    benchmarks: list[Benchmark]


# --- outcomes -----------------------------------------------------------------------------------------------------


class Outcome(Record):
    """One published customer result; its id is a public anchor for ever."""

    topic: Id
    kpis: list[Id]
    figure: Figure
    extra: dict[Name, Figure] = {}
    period: Period | None = None
    scope: Localized | None = None
    text: Localized
    disputed: Localized | None = None


class OutcomeFile(Record):
    """The outcomes of one industry; the file's name is the industry's id."""

    source: Id
    reviewed: date
    outcomes: dict[Id, Outcome]


# --- cost of inaction ---------------------------------------------------------------------------------------------


class Bounds(Record):
    """Two bounds of one quantity."""

    low: float
    high: float
    unit: Id


class TcoRow(Record):
    """One yearly cost, in the table's unit."""

    name: Localized
    nature: Literal["cash", "risk", "opportunity"]
    low: float
    high: float
    open_ended: bool = False
    figures: dict[Name, Bounds] = {}
    method: Localized
    disputed: Localized | None = None


class TcoTable(Record):
    """One situation (file name = id); sums are computed, the published total is what the document states."""

    title: Localized
    summary: Localized
    source: Id
    section: Id
    reviewed: date
    unit: Id
    published_total: float
    total_note: Localized
    rows: dict[Id, TcoRow]


class CostItem(Record):
    name: Localized
    text: Localized


class CostFamily(Record):
    """A family of costs of keeping the old system, with the TCO rows that price it, if any does."""

    name: Localized
    summary: Localized
    rows: list[Id]
    items: dict[Id, CostItem]


# --- the rest -----------------------------------------------------------------------------------------------------


class Team(Record):
    """A team, or (`team: false`) the seventh topic of outcomes."""

    team: bool
    name: Localized
    short: Localized
    synonyms: Words
    summary: Localized
    text: Localized
    question: Localized


class Industry(Record):
    name: Localized
    long_name: Localized
    summary: Localized
    synonyms: Words


class Source(Record):
    """A document; `tier` A own data · B published study · C vendor case · D none."""

    title: Localized
    publisher: Text
    kind: Literal["vendor", "public"]
    tier: Literal["A", "B", "C", "D"]
    reachable: bool
    language: Literal["fr", "en"]
    note: Localized
    sections: dict[Id, Localized]


class GlossaryTerm(Record):
    term: Localized
    full: Localized
    definition: Localized
    variants: Words
    kpi: Id | None = None
    tooltip: bool


class Contradiction(Record):
    """A place where the document contradicts itself, with both figures and what the site does."""

    where: Localized
    published: Localized
    found: Localized
    handling: Localized
    page: Literal["tco", "outcome", "kpi", "method"]
    anchor: Id | None = None


class Redirect(Record):
    """A page or an anchor that moved, relative to the language's root: "kpi/csat/", "outcome/#home-nps". A page takes its anchors along."""

    old: Address
    new: Address


@dataclass(frozen=True)
class Book:
    """Everything in `data/`, decoded. `documents` tells where each value was typed."""

    kpis: Mapping[str, Kpi]
    guides: Mapping[str, Guide]
    outcome_files: Mapping[str, OutcomeFile]
    tco: Mapping[str, TcoTable]
    teams: Mapping[str, Team]
    industries: Mapping[str, Industry]
    units: Mapping[str, Unit]
    sources: Mapping[str, Source]
    glossary: Mapping[str, GlossaryTerm]
    cost_families: Mapping[str, CostFamily]
    contradictions: Mapping[str, Contradiction]
    redirects: Mapping[str, Redirect]
    ui: Mapping[str, Mapping[str, Localized]]
    roi: RoiModel | None = None  # none only while data/roi/model.yml cannot be decoded
    queries: Mapping[str, str] = field(default_factory=dict)  # KPI id → the SQL beside its guide
    documents: Mapping[str, Any] = field(default_factory=dict, compare=False)
    broken: frozenset[str] = frozenset()  # ids that were typed and could not be decoded

    @property
    def outcomes(self) -> dict[str, Outcome]:
        """All outcomes by id, industry by industry."""
        return {id: outcome for file in self.outcome_files.values() for id, outcome in file.outcomes.items()}

    def industry_of(self, outcome_id: str) -> str:
        return next(industry for industry, file in self.outcome_files.items() if outcome_id in file.outcomes)
