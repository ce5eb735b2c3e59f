"""The cost of inaction: tables, their rows, families of costs."""

from datetime import date
from typing import Literal

from .base import Id, Localized, Name, Record


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
