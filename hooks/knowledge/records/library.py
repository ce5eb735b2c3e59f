"""What records refer to: teams, industries, sources, terms, contradictions, moved addresses."""

from typing import Literal

from .base import Address, Id, Localized, Record, Text, Words


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


class Contradiction(Record):
    """A place where the document contradicts itself, with both figures and what the site does."""

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
