"""The KPIs, and how each is measured, read and moved."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Id, Localized, Name, Record, Words


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


# --- guides: the depth of a KPI page ------------------------------------------------------------


class Brief(Record):
    """The three lines that stand before everything: what the KPI is, what an OMS changes, the trap."""

    what: Localized
    change: Localized
    trap: Localized


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
    effort: Localized  # the time it takes the first time and afterwards, and what makes it long
    sample_level: Annotated[float, Field(gt=0, lt=100)] | None = None
    example: Example
    reading: Localized
    traps: Annotated[list[Trap], Field(min_length=3, max_length=3)]


class Reading(Record):
    rise: Localized
    fall: Localized
    silent: Localized
    segments: Annotated[list[Localized], Field(min_length=3)]


class CausalStep(Record):
    """Something happens, a rule decides, an effect follows."""

    event: Localized
    rule: Localized
    effect: Localized


class Mechanism(Record):
    steps: Annotated[list[CausalStep], Field(min_length=2)]
    limits: Localized
    delay: Localized


class Guide(Record):
    """How to measure a KPI, read it and move it.

    The file's name is the KPI's id, the query stands beside it as `.sql`.
    """

    reviewed: date
    brief: Brief
    measure: Measure
    reading: Reading
    mechanism: Mechanism
    money: Localized
    driver: Name | None = None  # the value driver that counts this KPI's money
    feeds: Name | None = None  # the value driver it feeds without money of its own
    questions: Annotated[list[Localized], Field(min_length=4)]
    benchmarks: list[Id]
    no_benchmark: Localized | None = None  # why none is worth quoting, where that is known
