"""Book → pages: what exists, where, under which title, from which template and file. No text is rendered here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from . import formats
from .business_case import DELAYS, DETAILS, HEADLINES, Case, example, worth_of
from .charts import SIZE, circle, counted, curves
from .figures import outcomes_of, quality
from .method import method_of
from .model import LANGUAGES, Book
from .roi import model_of
from .sentences import sentences
from .views import (
    by_industry,
    by_topic,
    every_relation,
    grouped_relations,
    guide_view,
    kpis_by_number,
    map_of,
    outcome_views,
    teams_of,
    words,
)
from .wording import filled

REVENUE = "revenue"


@dataclass(frozen=True)
class Settings:
    """What the host knows and the data does not: the site's address, where its files are edited, the demo link ("" = none)."""

    site_url: str
    edit_url: str = ""
    demo_url: str = ""

    @property
    def root(self) -> str:
        """The path under which the site is served: "/", or "/folder/"."""
        return urlsplit(self.site_url).path or "/"


@dataclass(frozen=True)
class Page:
    """One page in one language. `uri` is relative to the language's root ("kpi/csat/"; "" is home)."""

    lang: str
    uri: str
    kind: str
    title: str
    description: str
    source: str
    template: str = ""  # empty: prose, written by hand in content/
    context: Mapping[str, Any] = field(default_factory=dict)
    parents: tuple[str, ...] = ()
    previous: str = ""
    following: str = ""

    @property
    def url(self) -> str:
        """Relative to the site's root: "fr/kpi/csat/"."""
        return f"{self.lang}/{self.uri}"

    @property
    def before(self) -> str:
        """The address of the page to read before; empty for none."""
        return self.previous and f"{self.lang}/{self.previous}"

    @property
    def after(self) -> str:
        """The address of the page to read next; empty for none."""
        return self.following and f"{self.lang}/{self.following}"

    @property
    def dest_uri(self) -> str:
        """The file that holds the page: "fr/kpi/csat/index.html"."""
        return f"{self.url}index.html" if self.url.endswith("/") else self.url


def plan(book: Book) -> list[Page]:
    """Every page made from data, in both languages, in reading order."""
    case = example(book)
    makers = (
        partial(kpi_pages, case=case),
        team_pages,
        outcome_pages,
        industry_pages,
        glossary_pages,
        partial(calculator_pages, case=case),
    )
    return [page for lang in LANGUAGES for make in makers for page in make(book, lang)]


# --- making pages -------------------------------------------------------------------------------------------------

PLACES = {  # pages whose title stands in ui.yml: group there (and template) → address, kind, source, parents
    "kpi_index": ("kpi/", "kpi-index", "data/kpis/", ()),
    "map": ("kpi/map/", "map", "data/kpis/", ("kpi/",)),
    "outcome_index": ("outcome/", "outcome-index", "data/outcomes/", ()),
    "team_index": ("team/", "team-index", "data/teams.yml", ()),
    "industry_index": ("industry/", "industry-index", "data/industries.yml", ()),
    "glossary": ("glossary/", "glossary", "data/glossary.yml", ()),
    "roi": ("calculator/", "calculator", "data/roi/model.yml", ()),
    "roi_method": ("method/roi/", "roi-method", "data/roi/model.yml", ("method/",)),
}


def worded_page(book: Book, lang: str, group: str, context: Mapping[str, Any]) -> Page:
    """A page whose title and description are interface words."""
    uri, kind, source, parents = PLACES[group]
    text = words(book, lang)[group]
    return Page(lang, uri, kind, text["title"], text["description"], source, f"pages/{group}.html", context, parents)


def chained(pages: Iterable[Page]) -> Iterator[Page]:
    """Sibling pages, each with the one before and the one after."""
    pages = list(pages)
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        yield replace(page, previous=before.uri if before else "", following=after.uri if after else "")


# --- KPIs ---------------------------------------------------------------------------------------------------------


def kpi_pages(book: Book, lang: str, case: Case) -> Iterator[Page]:
    kpis = kpis_by_number(book)
    proofs = {id: len(outcomes_of(book, kpi=id)) for id in kpis}
    yield worded_page(book, lang, "kpi_index", {"kpis": kpis, "teams": teams_of(book), "proofs": proofs})
    for team in teams_of(book):  # one reads on within a team
        yield from chained(kpi_page(book, lang, id, case) for id, kpi in kpis.items() if kpi.team == team)
    yield map_page(book, lang)


def kpi_page(book: Book, lang: str, id: str, case: Case) -> Page:
    kpi = book.kpis[id]
    description = filled(book.ui["kpi"]["description"][lang], {"name": kpi.name[lang], "team": book.teams[kpi.team].name[lang]})
    context = {
        "id": id,
        "kpi": kpi,
        "team": book.teams[kpi.team],
        "guide": guide_view(book, lang, id),
        "relations": grouped_relations(book, id),
        "map": map_of(book, lang, id),
        "worth": worth_of(book, lang, id, case),
        "outcomes": outcome_views(book, lang, outcomes_of(book, kpi=id)),
        "siblings": {other: record for other, record in kpis_by_number(book).items() if record.team == kpi.team},
        "source": book.sources[kpi.source],
    }
    return Page(lang, f"kpi/{id}/", "kpi", kpi.name[lang], description, f"data/kpis/{id}.yml", "pages/kpi.html", context, ("kpi/",))


def map_page(book: Book, lang: str) -> Page:
    nodes, relations = circle(kpis_by_number(book), lang), list(every_relation(book))
    drawn = curves(nodes, [(id, relation.kpi, relation.kind) for id, relation in relations])
    context = {"nodes": nodes, "curves": drawn, "relations": relations, "kpis": kpis_by_number(book), "teams": teams_of(book), "size": SIZE}
    return worded_page(book, lang, "map", context)


# --- outcomes -----------------------------------------------------------------------------------------------------


def outcome_pages(book: Book, lang: str) -> Iterator[Page]:
    views = [view for group in by_industry(book, lang, book.outcomes).values() for view in group]
    kpis = {id: kpi for id, kpi in kpis_by_number(book).items() if outcomes_of(book, kpi=id)}
    yield worded_page(book, lang, "outcome_index", {"outcomes": views, "industries": book.industries, "topics": book.teams, "kpis": kpis})
    yield revenue_page(book, lang)


def revenue_page(book: Book, lang: str) -> Page:
    team = book.teams[REVENUE]
    context = {"team": team, "groups": by_industry(book, lang, outcomes_of(book, topic=REVENUE)), "industries": book.industries}
    return Page(
        lang,
        "outcome/revenue/",
        "page",
        team.name[lang],
        team.summary[lang],
        "data/teams.yml",
        "pages/revenue.html",
        context,
        ("outcome/",),
    )


# --- teams and industries -----------------------------------------------------------------------------------------


def team_pages(book: Book, lang: str) -> Iterator[Page]:
    teams = teams_of(book)
    counts = {id: len(outcomes_of(book, topic=id)) for id in teams}
    yield worded_page(book, lang, "team_index", {"teams": teams, "kpis": kpis_by_number(book), "counts": counts})
    yield from chained(team_page(book, lang, id) for id in teams)


def team_page(book: Book, lang: str, id: str) -> Page:
    team = book.teams[id]
    context = {
        "id": id,
        "team": team,
        "kpis": {kpi_id: kpi for kpi_id, kpi in kpis_by_number(book).items() if kpi.team == id},
        "watched": {kpi_id: kpi for kpi_id, kpi in kpis_by_number(book).items() if id in kpi.watched_by},
        "groups": by_industry(book, lang, outcomes_of(book, topic=id)),
        "industries": book.industries,
    }
    return Page(lang, f"team/{id}/", "team", team.name[lang], team.summary[lang], "data/teams.yml", "pages/team.html", context, ("team/",))


def industry_pages(book: Book, lang: str) -> Iterator[Page]:
    counts = {id: len(outcomes_of(book, industry=id)) for id in book.industries}
    yield worded_page(book, lang, "industry_index", {"industries": book.industries, "counts": counts})
    yield from chained(industry_page(book, lang, id) for id in book.industries)


def industry_page(book: Book, lang: str, id: str) -> Page:
    industry, outcomes = book.industries[id], outcomes_of(book, industry=id)
    touched = {kpi for outcome in outcomes.values() for kpi in outcome.kpis}
    context = {
        "id": id,
        "industry": industry,
        "groups": by_topic(book, lang, outcomes),
        "kpis": {kpi_id: kpi for kpi_id, kpi in kpis_by_number(book).items() if kpi_id in touched},
        "teams": book.teams,
        "count": len(outcomes),
        "with_baseline": sum(quality(outcome, False)["baseline"] for outcome in outcomes.values()),
        "disputed": sum(outcome.disputed is not None for outcome in outcomes.values()),
        "bars": counted({topic: len(outcomes_of(book, industry=id, topic=topic)) for topic in book.teams}),
    }
    title = industry.long_name[lang]
    description = filled(book.ui["industry"]["description"][lang], {"name": title, "n": str(len(outcomes))})
    return Page(
        lang, f"industry/{id}/", "industry", title, description, "data/industries.yml", "pages/industry.html", context, ("industry/",)
    )


# --- glossary -----------------------------------------------------------------------------------------------------


def glossary_pages(book: Book, lang: str) -> Iterator[Page]:
    terms = dict(sorted(book.glossary.items(), key=lambda item: formats.fold(item[1].term[lang])))
    yield worded_page(book, lang, "glossary", {"terms": terms})


# --- calculator ---------------------------------------------------------------------------------------------------


def calculator_pages(book: Book, lang: str, case: Case) -> Iterator[Page]:
    """The worked example, which the browser turns into the reader's own case, and the method behind it."""
    model = model_of(book)
    groups = {**model.record.groups, **{id: team.name for id, team in teams_of(book).items()}}
    shared = {"model": model, "case": case, "groups": groups, "teams": teams_of(book)}
    yield worded_page(
        book, lang, "roi", shared | {"headlines": HEADLINES, "details": DETAILS, "delays": DELAYS, "says": sentences(book, case, lang)}
    )
    yield worded_page(book, lang, "roi_method", shared | method_of(book, model, case, lang))
