"""The KPIs, and how each is measured, read and moved."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Amount, Id, Localized, Name, Positive, Record, Retirable, Reviewed, Words


class Formula(Record):
    """A ratio in words; an amount or a count has no denominator."""

    numerator: Localized
    """What is counted above the line: "Answers satisfied and very satisfied"."""
    denominator: Localized | None = None
    """What it is divided by: "All answers given". Leave it out for an amount or a count."""
    window: Localized
    """The period and the date that decides: "Calendar month, by date of the answer"."""


Kind = Literal["mirror", "near-duplicate", "identity", "part-of", "causes", "trades-off"]


class Relation(Record):
    """This KPI → `kpi`, with the sentence that says what to do about it."""

    kpi: Id
    """The other KPI, by its id: nps. Never the KPI itself."""
    kind: Kind
    """How they hang together, read from this KPI to the other: mirror (one is the other's complement), near-
    duplicate, identity (same figure), part-of, causes (this one moves the other), trades-off (one gains at the
    other's cost). Causes are drawn as arrows on the map."""
    note: Localized
    """What to do about it, in a sentence or two. Stands beside the link on both pages: name the KPIs, never "here"."""


class Kpi(Reviewed, Retirable):
    """One of the 39; its file's name is its id."""

    number: Annotated[int, Field(ge=1, le=9999)]
    """Its number in the source document, 1 to 39. Sorts the list of KPIs."""
    team: Id
    """The team whose chapter it stands in, by its id in data/teams.yml: customer-service."""
    watched_by: list[Id]
    """Other teams that follow it, by their ids: [stores]. [] for none. Its page links to them."""
    name: Localized
    """Its name, the title of its page, with the usual abbreviation: "Customer satisfaction score (CSAT)"."""
    unit: Id
    """The unit it is measured in: an id of data/units.yml, for example percent."""
    direction: Literal["up", "down", "balance"]
    """Which way is better: up, down, or balance where both too much and too little hurt. Shown as an arrow."""
    definition: Localized
    """What it measures, for somebody who has never met it. It opens the page, after the three lines in brief."""
    formula: Formula
    """How it is calculated, in words."""
    why: Localized
    """What an order management system changes about it. Heads the section on the mechanism."""
    relations: list[Relation] = []
    """Other KPIs it hangs together with. They are listed on its page and drawn on its map."""
    synonyms: Words
    """Its other names, shown on the page and found by the search: [CSAT]."""
    searches: Words
    """What people type when they look for it; not shown, only the search reads it."""
    source: Id
    """The document that lists it: an id of data/sources.yml, for example white-paper."""
    section: Id
    """The chapter of that document: one of its `sections`, for example customer-service."""
    reviewed: date
    """The day somebody last compared this file with its source, as year-month-day: 2026-11-23. Shown beside
    the source."""


# --- guides: the depth of a KPI page ------------------------------------------------------------


class Brief(Record):
    """The three lines that stand before everything: what the KPI is, what an OMS changes, the trap."""

    what: Localized
    """What the KPI is, in one sentence of at most 170 characters."""
    change: Localized
    """What an OMS changes about it, in one sentence of at most 170 characters."""
    trap: Localized
    """The trap in measuring it, in one sentence of at most 170 characters."""


class Need(Record):
    """A field of the sample's schema ("orders.placed_at") and where a retailer finds it."""

    field: Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z_]+$")]
    """A table and a column of the sample (data/sample/schema.sql), joined by a point: orders.placed_at."""
    note: Localized
    """What it holds, and where a retailer finds it in the own systems."""


class Example(Record):
    """What the guide's query returns on the sample; `value` in the KPI's unit, rounded to two decimals."""

    numerator: Amount | None = None
    """What the query counts above the line, a plain number: 26. Only for a ratio."""
    denominator: Positive | None = None
    """What the query divides by, a plain number: 34. For a ratio, or for a count given by the hundred."""
    value: Amount
    """What the query returns on the sample, in the KPI's unit, to two decimals: 76.47. A test runs it and
    compares."""
    per_hundred: Amount | None = None
    """The value for each hundred of the denominator, to two decimals: 27.18. Only for a count."""


class Trap(Record):
    name: Localized
    """The trap in a few words: "The survey kept for orders that went well"."""
    text: Localized
    """What goes wrong and what to do instead, in two or three sentences."""


class Measure(Record):
    needs: Annotated[list[Need], Field(min_length=2)]
    """The data needed, at least two fields. They are listed in a table."""
    window: Localized
    """Which period counts, and which date decides."""
    deadlines: Localized | None = None
    """The legal deadlines that what is counted sets off, a paragraph a rule, each with its text and its date."""
    exclusions: Localized
    """What is left out of the count, and why."""
    effort: Localized
    """The time it takes the first time and afterwards, and what makes it long."""
    sample_level: Annotated[float, Field(gt=0, lt=100)] | None = None
    """For a rate, its usual level in percent (80): the page says how many cases make it precise enough. Leave it
    out for others."""
    sampled: Localized | None = None
    """What those cases are, in the plural: orders. With a sample_level, and only with one."""
    counted: Localized | None = None
    """What the example counts, in the plural, where one case is counted several times: readings, of one item each day.
    Left out: the cases."""
    survey: bool = False
    """true where the rate rests on some of the cases, those who answer or a spot check. Left out: false, every case is
    counted, and the page says below how many a change may be chance."""
    example: Example
    """What the query beside this file (same name, ending .sql) gives on the sample."""
    reading: Localized
    """The example read aloud. Its figures come by {numerator}, {denominator} and {value}."""
    traps: Annotated[list[Trap], Field(min_length=3, max_length=3)]
    """Exactly three traps in measuring it."""


class Reading(Record):
    rise: Localized
    """What a rise may mean: the good reading, and what to rule out first."""
    fall: Localized
    """What a fall may mean, and what to rule out first."""
    silent: Localized
    """What this KPI does not say."""
    segments: Annotated[list[Localized], Field(min_length=3)]
    """How to cut it to learn something: at least three, each in both languages."""


class CausalStep(Record):
    """Something happens, a rule decides, an effect follows."""

    event: Localized
    """What happens: "The customer chooses an item and a delivery mode"."""
    rule: Localized
    """What the OMS decides then, and by which rule."""
    effect: Localized
    """What follows for the KPI."""


class Mechanism(Record):
    steps: Annotated[list[CausalStep], Field(min_length=2)]
    """The chain from event to effect, at least two steps."""
    limits: Localized
    """What an OMS cannot change about it."""
    delay: Localized
    """How long it takes until the KPI moves."""


class Guide(Reviewed):
    """How to measure a KPI, read it and move it.

    The file's name is the KPI's id, the query stands beside it as `.sql`.
    """

    reviewed: date
    """The day somebody last read this guide through, as year-month-day: 2026-11-23."""
    brief: Brief
    """The three lines that stand before everything."""
    measure: Measure
    """How to measure it."""
    reading: Reading
    """How to read it."""
    mechanism: Mechanism
    """How an OMS moves it."""
    money: Localized
    """What it is worth in money and where the calculator counts it, in a paragraph or two."""
    driver: Name | None = None
    """The value driver of the calculator that counts this KPI's money, by its name in data/roi/drivers.yml:
    cancellations."""
    feeds: Name | None = None
    """The value driver it feeds where another KPI counts the money. Write `driver` or `feeds`, or neither."""
    questions: Annotated[list[Localized], Field(min_length=4)]
    """Questions to ask the team about it: at least four, each in both languages."""
    benchmarks: list[Id]
    """Public figures to compare with, by their ids in data/benchmarks.yml. [] for none."""
    no_benchmark: Localized | None = None
    """Why no public figure is worth quoting, where that is known. Only with benchmarks: []."""
