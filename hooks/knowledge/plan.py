"""Book → pages: what exists, where, under which title, from which template and file. No text is rendered here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from . import formats
from .figures import CRITERIA, NATURES, by_nature, outcomes_of, quality, recomputed, shares, total
from .model import LANGUAGES, Book, Kpi, Outcome, Relation
from .wording import filled, headline, placeholders, quantity, row_words

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
    line: int = 1
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


def words(book: Book, lang: str) -> dict[str, dict[str, str]]:
    """The interface words of one language: group → key → text."""
    return {group: {key: text[lang] for key, text in texts.items()} for group, texts in book.ui.items()}


def plan(book: Book) -> list[Page]:
    """Every page made from data, in both languages, in reading order."""
    return [page for lang in LANGUAGES for make in PAGES for page in make(book, lang)]


def teams_of(book: Book) -> dict[str, Any]:
    return {id: team for id, team in book.teams.items() if team.team}


def kpis_by_number(book: Book) -> dict[str, Kpi]:
    return dict(sorted(book.kpis.items(), key=lambda item: item[1].number))


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
        1,
        "pages/kpi_index.html",
        {"kpis": kpis_by_number(book), "teams": teams_of(book), "proofs": {id: len(outcomes_of(book, kpi=id)) for id in ids}},
    )
    for index in range(len(ids)):
        yield kpi_page(book, lang, ids, index)


def kpi_page(book: Book, lang: str, ids: list[str], index: int) -> Page:
    id = ids[index]
    kpi = book.kpis[id]
    description = filled(ui_text(book, "kpi", "description", lang), {"name": kpi.name[lang], "team": book.teams[kpi.team].name[lang]})
    context = {
        "id": id,
        "kpi": kpi,
        "team": book.teams[kpi.team],
        "relations": relations_of(book, id),
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
        1,
        "pages/kpi.html",
        context,
        ("kpi/",),
        f"kpi/{ids[index - 1]}/" if index else None,
        f"kpi/{ids[index + 1]}/" if index + 1 < len(ids) else None,
    )


@dataclass(frozen=True)
class Link:
    """A relation as one of its two ends sees it; `outward` where it was typed at this end."""

    kpi: str
    kind: str
    note: Any
    outward: bool


def relations_of(book: Book, id: str) -> list[Link]:
    """The relations of a KPI, those typed in other records included."""
    own = [Link(relation.kpi, relation.kind, relation.note, True) for relation in book.kpis[id].relations]
    others = [Link(other, relation.kind, relation.note, False) for other, relation in every_relation(book) if relation.kpi == id]
    return own + others


def every_relation(book: Book) -> Iterable[tuple[str, Relation]]:
    return ((id, relation) for id, kpi in kpis_by_number(book).items() for relation in kpi.relations)


# --- outcomes -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OutcomeView:
    """An outcome ready to be shown in one language."""

    id: str
    outcome: Outcome
    industry: str
    headline: str
    text: str
    disputed: str
    period: str
    computed: str
    quality: Mapping[str, bool]

    @property
    def score(self) -> int:
        return sum(self.quality.values())


def outcome_views(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> list[OutcomeView]:
    return [outcome_view(book, lang, id, outcome) for id, outcome in outcomes.items()]


def outcome_view(book: Book, lang: str, id: str, outcome: Outcome) -> OutcomeView:
    industry = book.industry_of(id)
    named = placeholders(outcome, book, lang)
    reachable = book.sources[book.outcome_files[industry].source].reachable
    return OutcomeView(
        id,
        outcome,
        industry,
        headline(outcome.figure, book, lang),
        filled(outcome.text[lang], named),
        filled(outcome.disputed[lang], named) if outcome.disputed else "",
        named.get("period", ""),
        named.get("computed", "") if recomputed(outcome.figure) is not None else "",
        quality(outcome, reachable),
    )


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
        1,
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
        line_of(book, "data/teams.yml", REVENUE),
        "pages/revenue.html",
        revenue,
        ("outcome/",),
    )


def by_industry(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> dict[str, list[OutcomeView]]:
    views = outcome_views(book, lang, outcomes)
    return grouped(views, book.industries, lambda view: view.industry)


def by_topic(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> dict[str, list[OutcomeView]]:
    views = outcome_views(book, lang, outcomes)
    return grouped(views, book.teams, lambda view: view.outcome.topic)


def grouped(views: list[OutcomeView], order: Iterable[str], key: Callable[[OutcomeView], str]) -> dict[str, list[OutcomeView]]:
    """The views under each key, in the given order, without empty groups."""
    groups = {name: [view for view in views if key(view) == name] for name in order}
    return {name: members for name, members in groups.items() if members}


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
        1,
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
            line_of(book, "data/teams.yml", id),
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
        1,
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
        }
        description = filled(ui_text(book, "industry", "description", lang), {"name": industry.long_name[lang], "n": str(counts[id])})
        yield Page(
            lang,
            f"industry/{id}/",
            "industry",
            industry.long_name[lang],
            description,
            "data/industries.yml",
            line_of(book, "data/industries.yml", id),
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
        1,
        "pages/glossary.html",
        {"terms": terms},
    )


PAGES = (kpi_pages, team_pages, outcome_pages, industry_pages, glossary_pages)


# --- fragments that prose asks for --------------------------------------------------------------------------------


def fragment(book: Book, lang: str, name: str, argument: str) -> tuple[str, dict[str, Any]]:
    """The template and context of `<!-- data:name argument -->`. Raises KeyError for an unknown name or argument."""
    make = FRAGMENTS[name]
    return f"fragments/{name.replace('-', '_')}.html", make(book, lang, argument) if argument else make(book, lang)


def tco_fragment(book: Book, lang: str, id: str) -> dict[str, Any]:
    table = book.tco[id]
    sums = total(table.rows.values())
    money = {
        name: quantity(value, table.unit, book.units, lang)
        for name, value in (("published", table.published_total), ("low", sums.low), ("high", sums.high))
    }
    money["middle"] = quantity(sums.middle, table.unit, book.units, lang, 1)
    named = {row: row_words(record, table.unit, book.units, lang) for row, record in table.rows.items()}
    methods = {row: filled(record.method[lang], named[row]) for row, record in table.rows.items()}
    disputes = {row: filled(record.disputed[lang], named[row]) for row, record in table.rows.items() if record.disputed}
    return {"id": id, "table": table, "sums": sums, "note": filled(table.total_note[lang], money), "methods": methods, "disputes": disputes}


def shares_fragment(book: Book, lang: str) -> dict[str, Any]:
    return {
        "tables": book.tco,
        "natures": NATURES,
        "shares": {id: shares(table) for id, table in book.tco.items()},
        "sums": {id: by_nature(table) for id, table in book.tco.items()},
    }


def families_fragment(book: Book, lang: str) -> dict[str, Any]:
    return {"families": book.cost_families, "rows": next(iter(book.tco.values())).rows}


def home_fragment(book: Book, lang: str) -> dict[str, Any]:
    return {
        "teams": teams_of(book),
        "industries": book.industries,
        "kpis": kpis_by_number(book),
        "outcomes": len(book.outcomes),
        "with_baseline": sum(quality(outcome, False)["baseline"] for outcome in book.outcomes.values()),
        "contradictions": len(book.contradictions),
        "tables": book.tco,
        "sums": {id: total(table.rows.values()) for id, table in book.tco.items()},
        "counts": {id: len(outcomes_of(book, topic=id)) for id in book.teams},
    }


FRAGMENTS: dict[str, Callable[..., dict[str, Any]]] = {
    "tco": tco_fragment,
    "tco-shares": shares_fragment,
    "cost-families": families_fragment,
    "contradictions": lambda book, lang: {"contradictions": book.contradictions},
    "sources": lambda book, lang: {"sources": book.sources},
    "tiers": lambda book, lang: {"tiers": ("A", "B", "C", "D")},
    "quality": lambda book, lang: {"criteria": CRITERIA},
    "home-ways": home_fragment,
    "home-figures": home_fragment,
    "home-map": home_fragment,
}


def ui_text(book: Book, group: str, key: str, lang: str) -> str:
    return book.ui[group][key][lang]


def line_of(book: Book, path: str, *place: str) -> int:
    return book.documents[path].at(place)[0] if path in book.documents else 1
