"""What records refer to, and single lists: teams, industries, sources, terms, tasks of an order, extracts, moved addresses."""

from typing import Literal

from .base import Address, Id, Localized, Name, Record, Text, Words

System = Literal["oms", "erp", "wms", "shop", "marketplace", "pos", "pim", "crm"]


class Team(Record):
    """A team, or (`team: false`) the seventh topic of outcomes."""

    team: bool
    name: Localized
    short: Localized
    synonyms: Words
    summary: Localized
    text: Localized
    question: Localized


class Industry(Record):
    name: Localized
    long_name: Localized
    summary: Localized
    synonyms: Words


class Source(Record):
    """A document; `tier` A own data · B published study · C vendor case · D none."""

    title: Localized
    publisher: Text
    kind: Literal["vendor", "public"]
    tier: Literal["A", "B", "C", "D"]
    reachable: bool
    language: Literal["fr", "en"]
    note: Localized
    sections: dict[Id, Localized]


class GlossaryTerm(Record):
    term: Localized
    full: Localized
    definition: Localized
    variants: Words
    kpi: Id | None = None
    tooltip: bool


class OrderTask(Record):
    """A task in the life of an order: the systems that own it and those that help; the others have no part in it."""

    name: Localized
    note: Localized
    owns: list[System]
    helps: list[System]


class Extract(Record):
    """Data that a business case starts from: who has it, where it is found, the inputs and KPIs it gives."""

    name: Localized
    owner: Localized
    found: Localized
    inputs: list[Name]
    kpis: list[Id]


Finding = Literal["conflict", "ambiguous", "missing", "noted", "confirmed"]


class Contradiction(Record):
    """A point of the document that was examined: what it publishes, what was found there and what the site does.

    `kind` conflict: its figures or words disagree · ambiguous: it reads in several ways · missing: something
    is not said · noted: nothing is wrong, the reader should know · confirmed: the figures agree.
    """

    kind: Finding
    where: Localized
    published: Localized
    found: Localized
    handling: Localized
    page: Literal["tco", "outcome", "kpi", "method"]
    anchor: Id | None = None


class Redirect(Record):
    """A page or an anchor that moved, relative to the language's root: "kpi/csat/", "outcome/#home-nps". A page takes its anchors along."""

    old: Address
    new: Address


class Groups(Record):
    """Words that mean about the same to a reader: groups of them, a list a language."""

    fr: list[list[Text]]
    en: list[list[Text]]

    def __getitem__(self, lang: str) -> list[list[str]]:
        """The groups in "fr" or "en"; KeyError for another language."""
        return {"fr": self.fr, "en": self.en}[lang]


class SearchWords(Record):
    """What people type to find a page, by its kind or its file, and a part of one; how the other words they type count."""

    names: dict[Text, Words]
    parts: dict[Text, Words]
    alike: Groups
    light: Words  # they say little
    stop: Words  # they say nothing
