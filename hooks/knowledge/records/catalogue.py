"""What records refer to, and single lists: teams, industries, sources, terms, order tasks, extracts, redirects."""

from typing import Literal

from .base import Address, Id, Localized, Name, Record, Retirable, Reviewed, Text, Words

System = Literal["oms", "erp", "wms", "tms", "shop", "marketplace", "pos", "pim", "crm"]


class Team(Record):
    """A team, or (`team: false`) the seventh topic of outcomes."""

    team: bool
    """true for a team; false for "revenue", which is a topic of outcomes and not a team."""
    name: Localized
    """Its full name, the title of its page: "Fulfilment and logistics"."""
    short: Localized
    """Its name in menus, tables and legends, one or two words: "Fulfilment"."""
    synonyms: Words
    """What people of this team call it or themselves: job titles, departments. The search finds the page by them."""
    summary: Localized
    """What the team is there for, in one sentence. Stands on the list of teams."""
    text: Localized
    """The introduction of its page: one to three paragraphs, an empty line between two. {kpi:csat} becomes a link
    to that KPI."""
    question: Localized
    """The question the team asks itself ("Why did one order leave in three boxes?"), above the text."""


class Industry(Record):
    """An industry of the source; its id is the name of its files in the folders of outcomes and industry guides."""

    name: Localized
    """Its short name in menus and filters: "Fashion"."""
    long_name: Localized
    """Its full name, the title of its page: "Fashion, footwear and accessories"."""
    summary: Localized
    """What order management means there, in one or two sentences. Opens its page and stands on the list of
    industries."""
    reading: Localized | None = None
    """How to read its outcomes, in one or two paragraphs, where it has no industry guide to say so. Stands under the
    summary."""
    synonyms: Words
    """What people type to find it: trades, products, kinds of store. Only the search reads them."""
    trade: bool = True
    """false for outcomes of no particular trade: its page has no guide, the calculator no preset of it. Left out:
    true."""


class Source(Reviewed):
    """A document; `tier` A own data · B published study · C vendor case · D none."""

    title: Localized
    """The title of the document; of a document in one language, say that the other is our translation."""
    publisher: Text
    """Who published it. It is named under every KPI that cites it."""
    kind: Literal["vendor", "public"]
    """Who speaks: vendor (a company that sells such systems) or public (a study, a statistic)."""
    tier: Literal["A", "B", "C", "D"]
    """How strong the evidence is: A the reader's own data, B a published study, C a vendor's cases, D none."""
    reachable: bool
    """true if a reader can open what the document rests on; false counts
    against the quality of each outcome."""
    language: Literal["fr", "en"]
    """The language it is written in."""
    note: Localized
    """What it is, whom it speaks for and what is missing in it, in a few sentences. Stands on the method page."""
    sections: dict[Id, Localized]
    """Its chapters, by an id that records cite under `section:`. Each is shown with the KPI it holds."""


class GlossaryTerm(Retirable):
    """A word of the trade, explained in the glossary and, with `tooltip`, where it stands in a text."""

    term: Localized
    """The word or abbreviation as it stands in texts: WACC. The site explains it where it stands in a text."""
    full: Localized
    """The abbreviation written out, or the term itself: "Weighted average cost of capital"."""
    definition: Localized
    """What it means, in one or two sentences. It is also the tooltip: at most 220 characters."""
    variants: Words
    """Other spellings and names that the search understands: [cost of capital]. [] for none."""
    kpi: Id | None = None
    """The KPI that this term names, by its id: the glossary links to it. Leave it out if there is none."""
    tooltip: bool
    """true to explain the word where it stands in a text; false for a word so common that marks would disturb."""


class OrderTask(Record):
    """A task in the life of an order: the systems that own it and those that help; the others have no part in it."""

    name: Localized
    """The task, starting with a verb: "Promise a date and a delivery mode". It heads a row of the table of tasks."""
    note: Localized
    """Why the systems divide it so, in one sentence. Stands below the name."""
    owns: list[System]
    """The systems that own it, for example [oms]. A system stands in `owns` or in `helps`, not in both."""
    helps: list[System]
    """The systems that help, for example [shop, wms]. Those in neither list have no part in the task."""


class Extract(Record):
    """Data that a business case starts from: who has it, where it is found, the inputs and KPIs it gives."""

    name: Localized
    """The data to ask for: "Sales by channel, twelve months, with gross margin"."""
    owner: Localized
    """Who has it: "Management accounting"."""
    found: Localized
    """The system or document that holds it: "Accounts or reporting tool"."""
    inputs: list[Name]
    """The figures of the calculator it gives, by their names in data/roi/inputs/: [net_sales_total, online_share]."""
    kpis: list[Id]
    """The KPIs it lets one measure, by their ids: [revenue]. [] for none."""


Finding = Literal["conflict", "ambiguous", "missing", "noted", "confirmed"]


class Contradiction(Record):
    """A point of the document that was examined: what it publishes, what was found there and what the site does.

    `kind` conflict: its figures or words disagree · ambiguous: it reads in several ways · missing: something
    is not said · noted: nothing is wrong, the reader should know · confirmed: the figures agree.
    """

    kind: Finding
    """What was found: conflict (figures or words disagree), ambiguous (reads in several ways), missing (not said),
    noted (nothing wrong, good to know), confirmed (the figures agree). The table is sorted and counted by it."""
    where: Localized
    """The place in the document: "Cost of inaction, total of the ERP table"."""
    published: Localized
    """What the document says there, in one sentence."""
    found: Localized
    """What we found on checking, with the arithmetic."""
    handling: Localized
    """What this site does about it."""
    page: Literal["tco", "outcome", "kpi", "method"]
    """The kind of page it concerns; the table links there."""
    anchor: Id | None = None
    """The outcome, table or KPI on that page, by its id: erp-custom. Leave it out for the page as a whole."""


class Wording(Record):
    """What is said in one language, and what is not."""

    use: list[Text]
    """What to type, the usual word first; the message quotes it."""
    refuse: list[Text]
    """The variants, each form as it is written: plural, feminine, verb. Capitals and line breaks do not matter."""
    right: list[Text] = []
    """Phrases in which a variant is right: "cart abandonment" where "cart" is refused."""


class Term(Record):
    """A thing and its one name in each language; a language may be left out."""

    fr: Wording | None = None
    """What is said in French."""
    en: Wording | None = None
    """What is said in English."""
    why: Text | None = None
    """The reason, in English, where the advice needs one. It ends the message."""
    allow: list[Text] = []
    """Where a variant is right, a published name or a quotation: a file, or a file and a field
    (data/glossary.yml:fulfilment.term)."""

    def wording(self, lang: str) -> Wording | None:
        """What is said in "fr" or "en"; KeyError for another language."""
        return {"fr": self.fr, "en": self.en}[lang]


class Redirect(Record):
    """A page or an anchor that moved, relative to the language's root: "kpi/csat/", "outcome/#home-nps"."""

    old: Address
    """The address that was published, without the language: kpi/csat/, or outcome/#home-nps for a place on a page."""
    new: Address
    """Where it is now, written the same way. The places on a moved page move along."""


class Groups(Record):
    """Words that mean about the same to a reader: groups of them, a list a language."""

    fr: list[list[Text]]
    """The French groups, one a line after a dash: - [magasin, boutique]"""
    en: list[list[Text]]
    """The English groups, one a line after a dash: - [store, shop]"""

    def __getitem__(self, lang: str) -> list[list[str]]:
        """The groups in "fr" or "en"; KeyError for another language."""
        return {"fr": self.fr, "en": self.en}[lang]


class SearchWords(Record):
    """What people type to find a page, by its kind or its file, and a part of one; how other words they type count."""

    names: dict[Text, Words]
    """What people type to find a page: the page's file name or kind (calculator), then the words in each language."""
    parts: dict[Text, Words]
    """What people type to find a part of a page: its address (tco/#erp-custom), then the words in each language."""
    alike: Groups
    """Words that mean about the same: a search for one finds the others of its group."""
    light: Words
    """Words that say little in a search (order, system): they count for less."""
    stop: Words
    """Words that say nothing in a search (the, of): they are left out."""
