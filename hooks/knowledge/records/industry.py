"""What order management is in one industry: how its orders flow, where to start, what to beware of."""

from datetime import date
from typing import Annotated

from pydantic import Field

from .base import Id, Localized, Name, Record, Words
from .kpi import Trap


class FirstKpi(Record):
    """One of the three KPIs to start with, and why in this trade."""

    kpi: Id
    why: Localized


class Brief(Record):
    """What stands before everything: the trap that costs most, and where to start, a sentence or two each."""

    trap: Localized
    start: Localized


class Preset(Record):
    """The calculator's preset explained; `why` holds one sentence a figure that the preset sets."""

    text: Localized
    why: dict[Name, Localized]


class IndustryGuide(Record):
    """The depth of an industry's page. The file's name is the industry's id.

    Texts link to KPIs ({kpi:csat}); `evidence` also quotes outcomes by their figure ({home-nps}).
    """

    reviewed: date
    searches: Words  # what people type when they look for it, not shown
    brief: Brief
    flow: Localized
    kpis: Annotated[list[FirstKpi], Field(min_length=3, max_length=3)]
    traps: Annotated[list[Trap], Field(min_length=4)]
    seasons: Localized
    evidence: Localized
    preset: Preset
    questions: Annotated[list[Localized], Field(min_length=6, max_length=8)]
