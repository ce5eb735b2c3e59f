"""What order management is in one industry: how its orders flow, where to start, what to beware of."""

from datetime import date
from typing import Annotated

from pydantic import Field

from .base import Id, Localized, Name, Record, Reviewed, Words
from .kpi import Trap


class FirstKpi(Record):
    """One of the three KPIs to start with, and why in this trade."""

    kpi: Id
    """The KPI to start with, by its id: on-time-in-full. Each of the three is another one."""
    why: Localized
    """Why this one first in this trade, and how to read it there. {kpi:csat} becomes a link."""


class Brief(Record):
    """What stands before everything: the trap that costs most, and where to start, a sentence or two each."""

    trap: Localized
    """The trap that costs most in this trade, in a sentence or two. Stands at the top of the page."""
    start: Localized
    """Where to start, in a sentence or two. Stands at the top of the page."""


class Preset(Record):
    """The calculator's preset explained; `why` holds one sentence a figure that the preset sets."""

    text: Localized
    """What makes this industry's starting values in the calculator what they are."""
    why: dict[Name, Localized]
    """One sentence for each figure that data/roi/presets.yml sets for this industry, by the figure's name:
    return_rate."""


class IndustryGuide(Reviewed):
    """The depth of an industry's page. The file's name is the industry's id.

    Texts link to KPIs ({kpi:csat}); `evidence` also quotes outcomes by their figure ({home-nps}).
    """

    reviewed: date
    """The day somebody last read this guide against the trade, as year-month-day: 2026-11-27."""
    searches: Words
    """Words of the trade that people type: [bulky, two-person delivery]. Only the search reads them."""
    brief: Brief
    """The two lines that stand before everything."""
    flow: Localized
    """How orders run in this trade, in two or three paragraphs, an empty line between two: 150 to 220 words."""
    kpis: Annotated[list[FirstKpi], Field(min_length=3, max_length=3)]
    """The three KPIs to start with, in order."""
    traps: Annotated[list[Trap], Field(min_length=4)]
    """What goes wrong in this trade: at least four, each with a name of its own and a text of at least 25 words."""
    seasons: Localized
    """When the year is heavy, and what that does to orders, in at least 40 words."""
    evidence: Localized
    """What the published outcomes of this industry show and do not, in at least 40 words. {home-nps} quotes the figure
    of that outcome."""
    preset: Preset
    """The calculator's starting values for this industry, explained."""
    questions: Annotated[list[Localized], Field(min_length=6, max_length=8)]
    """Six to eight questions to ask in such a company, each in both languages."""
