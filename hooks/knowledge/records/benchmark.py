"""The public figures that the site quotes."""

from datetime import date
from typing import Literal

from .base import Id, Localized, Month, Record, Reviewed, Text


class Publication(Record):
    """Who published a figure, where and when. `access`: how to read it, `where`: an address without "https://"."""

    publisher: Text
    """Who published the figure, for example Baymard Institute."""
    title: Text
    """The title of the publication in its own language."""
    language: Literal["fr", "en", "de", "it"]
    """The language of the publication, so that its title is read aloud rightly."""
    date: Month
    """When it was published, 2018 or later: the year or the year and month, in quotes: "2025" or "2025-10"."""
    where: Text
    """Its address without "https://", for example baymard.com/lists/cart-abandonment-rate. It is printed as text."""
    access: Localized
    """How to read it: free, on registration, for a fee. Stands after the address."""


class Benchmark(Reviewed):
    """A public figure, or its range up to `high`, with its population.

    `tier` B published study · C a vendor's own data: A is the reader's own, and D is no evidence.
    """

    label: Localized
    """What is counted, for example "Average cart abandonment rate". It heads the card on KPI pages."""
    value: float
    """The published number, plain: 70.22. The lower end where there is a `high`."""
    high: float | None = None
    """The upper end, where the source gives a range: 79 for "70 to 79". Leave it out otherwise."""
    unit: Id
    """The unit of the number: an id of data/units.yml, for example percent."""
    population: Localized
    """On whom or what it was measured: "50 studies, covering different shops". Without it the figure is not
    quoted."""
    area: Localized | None = None
    """The country or region, if the source says so: "United States"."""
    period: Localized
    """When it was measured, as the source says: "First half of 2025"."""
    source: Publication
    """Who published it, where and when."""
    tier: Literal["B", "C"]
    """How strong the evidence is: B for a published study, C for a vendor's own data. Shown as a letter beside the
    figure."""
    reviewed: date
    """The day somebody last compared this record with its source, as year-month-day: 2026-11-27. Shown on the
    card."""
    note: Localized | None = None
    """What a reader should know before using it: a definition that differs, a doubtful decimal."""
