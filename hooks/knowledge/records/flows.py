"""How an order travels, step by step, and the rules of law that it meets on its way."""

from datetime import date as Day
from typing import Literal

from .base import Id, Link, Localized, Record, Reviewed


class Way(Record):
    """One of the ways that an order may take at a step, and the KPIs read on it."""

    name: Localized
    """The way in a few words: "From a store"."""
    text: Localized
    """What happens on it, in a sentence or two."""
    kpis: list[Id] = []
    """The KPIs read on it, by their ids: [ship-from-store]. Left out: none."""


class Step(Record):
    """A step of the path, in the order of the file; `beside` for what is read around the path and at no step of it."""

    name: Localized
    """The step in a few words: "The promise". Steps are shown in the order of the file."""
    text: Localized
    """What happens at it, in two or three sentences."""
    kpis: list[Id] = []
    """The KPIs read at it, by their ids. Left out: none. Every KPI stands at a step, on a way or beside the path."""
    ways: dict[Id, Way] = {}
    """The ways that an order may take here, each under an id. Left out: none."""
    beside: bool = False
    """true for what is read around the path and at no step of it. Left out: false."""


class Counting(Record):
    """How a KPI is counted where a flow meets it, and how one goes wrong."""

    counted: Localized
    """How it is counted here, in one to three sentences."""
    trap: Localized
    """How people get it wrong here."""


Flow = dict[Id, Counting]  # of each KPI that reads the flow


class LawText(Reviewed):
    """Where a rule of law is written: the text and its date, the article, what that article says."""

    place: Literal["eu", "fr", "uk"]
    """Where the rule holds: eu (European Union), fr (France), uk (United Kingdom)."""
    text: Localized
    """The name of the text of law: "Consumer Rights Directive 2011/83/EU"."""
    article: Localized
    """The article: "Article 9". Leave the whole rule out where you could not read the article in force."""
    date: Day
    """The date of the text that gave the article its wording, as year-month-day: the amending one's where it was
    amended, the latest of several articles."""
    applies_since: Day | None = None
    """The day since which that wording has applied (to contracts concluded, where the text says so), as year-month-day;
    the latest of several articles. Left out: no copy of the text confirmed it."""
    says: Localized
    """What the article says, in your own words and without advice."""
    read_at: Link
    """The address where it can be read, whole: https://www.legislation.gov.uk/. It is a link on the page."""
    reviewed: Day
    """The day somebody last read the article, as year-month-day: 2026-11-27. Shown beside it."""


class Law(Counting):
    """A rule of law as those who count orders need it, and the KPIs that read it."""

    rule: Localized
    """The rule in a few words: "The withdrawal period"."""
    texts: list[LawText]
    """Where it is written, one text for each place."""
    kpis: list[Id]
    """The KPIs that are counted by it, by their ids: [cost-of-returns]."""
