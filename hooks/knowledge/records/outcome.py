"""Customer outcomes as they were published, and the figures they give."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .base import Amount, Change, Id, Localized, Name, Positive, Record, Retirable, Reviewed

# --- figures: a number as it was published ------------------------------------------------------------


class Relative(Record):
    """A change in percent: −33 is "a reduction of 33 %"."""

    type: Literal["relative"]
    """relative: a change in percent."""
    change: Change
    """The change in percent, with a minus for a fall: -33 for "down 33 %". {change} prints −33 %, {size} prints 33
    %."""


class Points(Record):
    """A change in percentage points."""

    type: Literal["points"]
    """points: a change in percentage points."""
    change: Change
    """The change in percentage points: 4 for "from 90 % to 94 %". {change} prints it with its sign, {size}
    without."""


class Range(Record):
    """Two bounds; of a relative change in percent where `relative` is true."""

    type: Literal["range"]
    """range: between two bounds."""
    low: Amount
    """The lower bound, a plain number. {low} and {range} print it."""
    high: Amount
    """The upper bound, never below `low`. {high} and {range} print it."""
    unit: Id
    """The unit of both: an id of data/units.yml, percent for a change."""
    relative: bool = False
    """true if the bounds are a change in percent and not a level. Left out: false."""


class BeforeAfter(Record):
    """Two measurements, and the change in percent if one was published with them."""

    type: Literal["before-after"]
    """before-after: two measurements."""
    before: Amount
    """The first measurement, a plain number: 86. {before} prints it with its unit."""
    after: Amount
    """The second measurement. {after} prints it."""
    unit: Id
    """The unit of both: an id of data/units.yml, for example store or day."""
    before_high: Amount | None = None
    """The upper end of the first measurement, where it is a range: before 5, before_high 7."""
    before_unit: Id | None = None
    """The unit of the first measurement where it differs: before 2 hour, after 1 minute."""
    change: Change | None = None
    """The change in percent if one was published too. The site computes it again: where the two differ, write
    `disputed`."""


class Multiple(Record):
    """A factor: 2.5 is "times 2.5"."""

    type: Literal["multiple"]
    """multiple: a factor."""
    factor: Positive
    """The factor, above 0: 2.5 for "times 2.5". {factor} and {times} print it."""


class Absolute(Record):
    """A level or an amount; "more than" where `at_least` is true."""

    type: Literal["absolute"]
    """absolute: a level or an amount."""
    value: Amount
    """The number, plain: 113000, never 113 000 or 113k. {value} prints it with its unit."""
    unit: Id
    """Its unit: an id of data/units.yml, for example eur."""
    at_least: bool = False
    """true for "more than …". Left out: false."""


class Duration(Record):
    """A length of time."""

    type: Literal["duration"]
    """duration: a length of time."""
    value: Positive
    """The length, above 0: 6. {value} prints it with its unit."""
    unit: Id
    """Its unit: day, week, month and so on, an id of data/units.yml."""


class Statement(Record):
    """A result told without a figure."""

    type: Literal["statement"]
    """statement: a result told without a figure."""


Figure = Annotated[
    Relative | Points | Range | BeforeAfter | Multiple | Absolute | Duration | Statement, Field(discriminator="type")
]


class Period(Record):
    """`first`: over the first … · `within`: in … · `per`: for each … · `over`: over …"""

    type: Literal["first", "within", "per", "over"]
    """How the time stands to the figure: first (over the first six months), within (in six months), per (each
    month), over (over six months)."""
    value: Positive
    """The number of units, above 0: 6."""
    unit: Id
    """The unit of time: an id of data/units.yml, for example month."""


# --- outcomes ------------------------------------------------------------------------------------------


class Outcome(Retirable):
    """One published customer result; its id is a public anchor for ever."""

    topic: Id
    """The team whose chapter it stands in, by its id in data/teams.yml, or revenue."""
    kpis: list[Id]
    """The KPIs it is evidence for, most direct first: [nps]. [] if none fits."""
    figure: Figure
    """The published figure, typed once; texts take it by a placeholder."""
    extra: dict[Name, Figure] = {}
    """Further figures of the text, each by a name of your own: {stores: {…}}. {stores} prints it."""
    inverse: bool = False
    """true where it counts the opposite of its KPIs: incomplete deliveries, for the rate of complete ones."""
    period: Period | None = None
    """The time it took or covers, only if the source says so."""
    scope: Localized | None = None
    """On what it was measured, only if the source says so: "pilot region"."""
    text: Localized
    """The result in a sentence or two, its figures by placeholder: "… grew from {before} to {after}" and so on."""
    disputed: Localized | None = None
    """Only if the source contradicts itself: what is odd and why it is kept. The card shows it and the figure is
    not drawn."""
    no_target: Localized | None = None
    """Why the calculator takes no ceiling from it, where a reader would expect one."""


class OutcomeFile(Reviewed):
    """The outcomes of one industry; the file's name is the industry's id."""

    source: Id
    """The document that published them: an id of data/sources.yml."""
    reviewed: date
    """The day somebody last compared this file with its source, as year-month-day: 2026-11-23."""
    outcomes: dict[Id, Outcome]
    """The outcomes, each under its id: the industry, then a few English words (home-shipping-time). The id is a
    public address, for ever."""


# --- case studies: what the document tells of one customer ----------------------------------------------


class CaseStudy(Record):
    """What the document tells of one customer; the figures are those of the outcomes, in this order."""

    title: Localized
    """What the case is about, in a few words. It heads the case."""
    customer: Localized
    """What the document says of the customer, whom it does not name."""
    situation: Localized
    """Where the customer started, as the document tells it. Its figures are the first outcome's: {before}."""
    change: Localized
    """What changed, as the document tells it. Its figures are the first outcome's too: {after}."""
    outcomes: Annotated[list[Id], Field(min_length=1)]
    """The outcomes that it tells, by their ids and in this order: [home-nps]. Each stands in one case only."""
    use: Localized
    """What a reader can do with it, and what not to conclude from it."""


class IndustryCases(Record):
    """The case studies of an industry, and its outcomes that belong to none (`alone`); each stands here once."""

    text: Localized
    """What the document says of these retailers as a whole, and why some lines stay apart."""
    cases: dict[Id, CaseStudy] = {}
    """The case studies of the industry, each under an id that starts with the industry's. Left out: none."""
    alone: list[Id]
    """The outcomes that belong to no case, by their ids. Every outcome of the industry stands in a case or here."""
    use: Localized
    """What a reader of this trade can do with these outcomes."""
