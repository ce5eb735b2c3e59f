"""Customer outcomes as they were published, and the figures they give."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .base import Id, Localized, Name, Record

# --- figures: a number as it was published ------------------------------------------------------------


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


Figure = Annotated[
    Relative | Points | Range | BeforeAfter | Multiple | Absolute | Duration | Statement, Field(discriminator="type")
]


class Period(Record):
    """`first`: over the first … · `within`: in … · `per`: for each … · `over`: over …"""

    type: Literal["first", "within", "per", "over"]
    value: Annotated[float, Field(gt=0)]
    unit: Id


# --- outcomes ------------------------------------------------------------------------------------------


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
    no_target: Localized | None = None  # why no improvement is bounded by it, where a reader would expect one


class OutcomeFile(Record):
    """The outcomes of one industry; the file's name is the industry's id."""

    source: Id
    reviewed: date
    outcomes: dict[Id, Outcome]


# --- case studies: what the document tells of one customer ----------------------------------------------


class CaseStudy(Record):
    """What the document tells of one customer; the figures are those of the outcomes, in this order."""

    title: Localized
    customer: Localized
    situation: Localized
    change: Localized
    outcomes: Annotated[list[Id], Field(min_length=1)]
    use: Localized


class IndustryCases(Record):
    """The case studies of an industry, and its outcomes that belong to none (`alone`); each outcome stands here once."""

    text: Localized
    cases: dict[Id, CaseStudy] = {}
    alone: list[Id]
    use: Localized
