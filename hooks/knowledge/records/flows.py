"""How an order travels, step by step, and the rules of law that it meets on its way."""

from datetime import date as Day
from typing import Literal

from .base import Id, Link, Localized, Record


class Way(Record):
    """One of the ways that an order may take at a step, and the KPIs read on it."""

    name: Localized
    text: Localized
    kpis: list[Id] = []


class Step(Record):
    """A step of the path, in the order of the file; `beside` for what is read around the path and at no step of it."""

    name: Localized
    text: Localized
    kpis: list[Id] = []
    ways: dict[Id, Way] = {}
    beside: bool = False


class Counting(Record):
    """How a KPI is counted where a flow meets it, and how one goes wrong."""

    counted: Localized
    trap: Localized


Flow = dict[Id, Counting]  # of each KPI that reads the flow


class LawText(Record):
    """Where a rule of law is written: the text and its date, the article, what that article says."""

    place: Literal["eu", "fr", "uk"]
    text: Localized
    article: Localized
    date: Day
    says: Localized
    read_at: Link
    reviewed: Day


class Law(Counting):
    """A rule of law as those who count orders need it, and the KPIs that read it."""

    rule: Localized
    texts: list[LawText]
    kpis: list[Id]
