"""The cost of inaction: tables, their rows, families of costs."""

from datetime import date
from typing import Literal

from .base import Id, Localized, Name, Quantity, Record, Reviewed


class Bounds(Record):
    """Two bounds of one quantity."""

    low: Quantity
    """The lower bound, a plain number: 5."""
    high: Quantity
    """The upper bound, never below `low`: 10."""
    unit: Id
    """The unit of both: an id of data/units.yml, for example fte."""


class TcoRow(Record):
    """One yearly cost, in the table's unit."""

    name: Localized
    """What is paid for: "In-house IT support". It heads the row."""
    nature: Literal["cash", "risk", "opportunity"]
    """What kind of cost it is: cash (paid out), risk (may happen), opportunity (sales or savings missed). Shown as
    a label."""
    low: Quantity
    """The lower bound of the yearly cost, in the table's unit: 450000."""
    high: Quantity
    """The upper bound, never below `low`: 1100000."""
    open_ended: bool = False
    """true if the source writes "+" after the upper bound. Left out: false."""
    figures: dict[Name, Bounds] = {}
    """Other figures that the method quotes, each by a name: fte: {low: 5, high: 10, unit: fte}. {fte} prints it."""
    method: Localized
    """How the source arrives at it, with the row's figures by placeholder."""
    disputed: Localized | None = None
    """Only if something is odd: what, and why it is kept."""


class TcoTable(Reviewed):
    """One situation (file name = id); sums are computed, the published total is what the document states."""

    title: Localized
    """The situation, the heading of the table: "ERP with custom tools"."""
    summary: Localized
    """For whom the table is, in one or two sentences."""
    source: Id
    """The document it comes from: an id of data/sources.yml."""
    section: Id
    """The chapter of that document: one of its `sections`."""
    reviewed: date
    """The day somebody last compared this file with its source, as year-month-day: 2026-11-23."""
    unit: Id
    """The unit of all rows: an id of data/units.yml, for example eur-per-year."""
    published_total: Quantity
    """The total that the source prints, in plain euros: 13000000. It must lie within the sums of the rows."""
    total_note: Localized
    """How that total and the rows agree. {published}, {low}, {high} and {middle} print the figures."""
    rows: dict[Id, TcoRow]
    """The rows, each under an id. Both tables hold the same ids, and each is answered in data/roi/tco.yml."""


class CostItem(Record):
    name: Localized
    """The cost in a few words: "In-house staff"."""
    text: Localized
    """What it is, in one sentence."""


class CostFamily(Record):
    """A family of costs of keeping the old system, with the TCO rows that price it, if any does."""

    name: Localized
    """The family of costs: "Maintenance and support". It heads a section of the cost of inaction."""
    summary: Localized
    """What the family holds, in one sentence."""
    rows: list[Id]
    """The rows of the tables that price it, by their ids: [it-support]. [] if none does."""
    items: dict[Id, CostItem]
    """What belongs to it, each under an id."""
