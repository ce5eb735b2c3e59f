"""Book → pages: what exists, where, under which title, from which template and file. No text is rendered here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from . import formats
from .business_case import DETAILS, HEADLINES, Case, Explainer, example, worth_of
from .charts import SIZE, circle, counted, curves
from .figures import CRITERIA, outcomes_of, quality
from .model import LANGUAGES, Book
from .roi import model_of
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
    previous: str | None = None
    following: str | None = None

    @property
    def url(self) -> str:
        """Relative to the site's root: "fr/kpi/csat/"."""
        return f"{self.lang}/{self.uri}"

    @property
    def dest_uri(self) -> str:
        """The file that holds the page: "fr/kpi/csat/index.html"."""
        return f"{self.url}index.html" if self.url.endswith("/") else self.url


def plan(book: Book) -> list[Page]:
    """Every page made from data, in both languages, in reading order."""
    return [page for lang in LANGUAGES for make in PAGES for page in make(book, lang)]


# --- KPI pages ----------------------------------------------------------------------------------------------------


def kpi_pages(book: Book, lang: str) -> Iterable[Page]:
    ui, ids = words(book, lang), list(kpis_by_number(book))
    yield Page(
        lang,
        "kpi/",
        "kpi-index",
        ui["kpi_index"]["title"],
        ui["kpi_index"]["description"],
        "data/kpis/",
        "pages/kpi_index.html",
        {"kpis": kpis_by_number(book), "teams": teams_of(book), "proofs": {id: len(outcomes_of(book, kpi=id)) for id in ids}},
    )
    case = example(book)
    for index in range(len(ids)):
        yield kpi_page(book, lang, ids, index, case)
    nodes = circle(kpis_by_number(book), lang)
    relations = [(id, relation) for id, relation in every_relation(book)]
    context = {
        "nodes": nodes,
        "curves": curves(nodes, [(id, relation.kpi, relation.kind) for id, relation in relations]),
        "relations": relations,
        "kpis": kpis_by_number(book),
        "teams": teams_of(book),
        "size": SIZE,
    }
    yield Page(lang, "kpi/map/", "map", ui["map"]["title"], ui["map"]["description"], "data/kpis/", "pages/map.html", context, ("kpi/",))


def kpi_page(book: Book, lang: str, ids: list[str], index: int, case: Case) -> Page:
    id = ids[index]
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
    return Page(
        lang,
        f"kpi/{id}/",
        "kpi",
        kpi.name[lang],
        description,
        f"data/kpis/{id}.yml",
        "pages/kpi.html",
        context,
        ("kpi/",),
        f"kpi/{ids[index - 1]}/" if index else None,
        f"kpi/{ids[index + 1]}/" if index + 1 < len(ids) else None,
    )


# --- outcomes -----------------------------------------------------------------------------------------------------


def outcome_pages(book: Book, lang: str) -> Iterable[Page]:
    ui = words(book, lang)
    context = {
        "outcomes": outcome_views(book, lang, book.outcomes),
        "industries": book.industries,
        "topics": book.teams,
        "kpis": {id: kpi for id, kpi in kpis_by_number(book).items() if outcomes_of(book, kpi=id)},
        "criteria": CRITERIA,
    }
    yield Page(
        lang,
        "outcome/",
        "outcome-index",
        ui["outcome_index"]["title"],
        ui["outcome_index"]["description"],
        "data/outcomes/",
        "pages/outcome_index.html",
        context,
    )
    revenue = {
        "team": book.teams[REVENUE],
        "groups": by_industry(book, lang, outcomes_of(book, topic=REVENUE)),
        "industries": book.industries,
    }
    yield Page(
        lang,
        "outcome/revenue/",
        "page",
        book.teams[REVENUE].name[lang],
        book.teams[REVENUE].summary[lang],
        "data/teams.yml",
        "pages/revenue.html",
        revenue,
        ("outcome/",),
    )


# --- teams and industries -----------------------------------------------------------------------------------------


def team_pages(book: Book, lang: str) -> Iterable[Page]:
    ui, ids = words(book, lang), list(teams_of(book))
    counts = {id: len(outcomes_of(book, topic=id)) for id in ids}
    yield Page(
        lang,
        "team/",
        "team-index",
        ui["team_index"]["title"],
        ui["team_index"]["description"],
        "data/teams.yml",
        "pages/team_index.html",
        {"teams": teams_of(book), "kpis": kpis_by_number(book), "counts": counts},
    )
    for index, id in enumerate(ids):
        team = book.teams[id]
        context = {
            "id": id,
            "team": team,
            "kpis": {kpi_id: kpi for kpi_id, kpi in kpis_by_number(book).items() if kpi.team == id},
            "watched": {kpi_id: kpi for kpi_id, kpi in kpis_by_number(book).items() if id in kpi.watched_by},
            "groups": by_industry(book, lang, outcomes_of(book, topic=id)),
            "industries": book.industries,
        }
        yield Page(
            lang,
            f"team/{id}/",
            "team",
            team.name[lang],
            team.summary[lang],
            "data/teams.yml",
            "pages/team.html",
            context,
            ("team/",),
            f"team/{ids[index - 1]}/" if index else None,
            f"team/{ids[index + 1]}/" if index + 1 < len(ids) else None,
        )


def industry_pages(book: Book, lang: str) -> Iterable[Page]:
    ui, ids = words(book, lang), list(book.industries)
    counts = {id: len(outcomes_of(book, industry=id)) for id in ids}
    yield Page(
        lang,
        "industry/",
        "industry-index",
        ui["industry_index"]["title"],
        ui["industry_index"]["description"],
        "data/industries.yml",
        "pages/industry_index.html",
        {"industries": book.industries, "counts": counts},
    )
    for index, id in enumerate(ids):
        industry = book.industries[id]
        outcomes = outcomes_of(book, industry=id)
        touched = {kpi for outcome in outcomes.values() for kpi in outcome.kpis}
        context = {
            "id": id,
            "industry": industry,
            "groups": by_topic(book, lang, outcomes),
            "kpis": {kpi_id: kpi for kpi_id, kpi in kpis_by_number(book).items() if kpi_id in touched},
            "teams": book.teams,
            "count": counts[id],
            "with_baseline": sum(quality(outcome, False)["baseline"] for outcome in outcomes.values()),
            "disputed": sum(outcome.disputed is not None for outcome in outcomes.values()),
            "bars": counted({topic: len(outcomes_of(book, industry=id, topic=topic)) for topic in book.teams}),
        }
        description = filled(book.ui["industry"]["description"][lang], {"name": industry.long_name[lang], "n": str(counts[id])})
        yield Page(
            lang,
            f"industry/{id}/",
            "industry",
            industry.long_name[lang],
            description,
            "data/industries.yml",
            "pages/industry.html",
            context,
            ("industry/",),
            f"industry/{ids[index - 1]}/" if index else None,
            f"industry/{ids[index + 1]}/" if index + 1 < len(ids) else None,
        )


# --- glossary -----------------------------------------------------------------------------------------------------


def glossary_pages(book: Book, lang: str) -> Iterable[Page]:
    ui = words(book, lang)
    terms = dict(sorted(book.glossary.items(), key=lambda item: formats.fold(item[1].term[lang])))
    yield Page(
        lang,
        "glossary/",
        "glossary",
        ui["glossary"]["title"],
        ui["glossary"]["description"],
        "data/glossary.yml",
        "pages/glossary.html",
        {"terms": terms},
    )


# --- calculator ---------------------------------------------------------------------------------------------------


def calculator_pages(book: Book, lang: str) -> Iterable[Page]:
    """The worked example, which the browser turns into the reader's own case, and the method behind it."""
    ui, model = words(book, lang), model_of(book)
    case = example(book)
    groups = {**model.record.groups, **{id: team.name for id, team in teams_of(book).items()}}
    shared = {"model": model, "case": case, "groups": groups, "teams": teams_of(book)}
    worked = shared | {"headlines": HEADLINES, "details": DETAILS}
    yield Page(
        lang,
        "calculator/",
        "calculator",
        ui["roi"]["title"],
        ui["roi"]["description"],
        "data/roi/model.yml",
        "pages/calculator.html",
        worked,
    )
    explainer = Explainer(book, model, case.results["base"]["values"], lang)
    drivers = {id: explainer.shown(id, "scalars") for id in model.record.drivers}
    sections = {
        "scalars": [explainer.shown(id, "scalars") for id in model.scalars if id not in model.record.drivers],
        "monthly": [explainer.shown(id, "monthly") for id in model.monthly],
        "results": [explainer.shown(id, "results") for id in model.results],
    }
    method = shared | {"drivers": drivers, "sections": sections}
    yield Page(
        lang,
        "method/roi/",
        "roi-method",
        ui["roi_method"]["title"],
        ui["roi_method"]["description"],
        "data/roi/model.yml",
        "pages/roi_method.html",
        method,
        ("method/",),
    )


PAGES = (kpi_pages, team_pages, outcome_pages, industry_pages, glossary_pages, calculator_pages)
