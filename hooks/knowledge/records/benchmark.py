"""The public figures that the site quotes."""

from datetime import date
from typing import Literal

from .base import Id, Localized, Month, Record, Text


class Publication(Record):
    """Who published a figure, where and when. `access` says how to read it, `where` is an address without "https://"."""

    publisher: Text
    title: Text
    language: Literal["fr", "en", "de", "it"]
    date: Month
    where: Text
    access: Localized


class Benchmark(Record):
    """A public figure, or its range up to `high`, with its population.

    `tier` B published study · C a vendor's own data: A is the reader's own, and D is no evidence.
    """

    label: Localized
    value: float
    high: float | None = None
    unit: Id
    population: Localized
    area: Localized | None = None
    period: Localized
    source: Publication
    tier: Literal["B", "C"]
    reviewed: date
    note: Localized | None = None
