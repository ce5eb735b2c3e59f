"""Book, prose and rendered pages → what can be searched, one list a language. Stemming, slips and ranking happen in the browser."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from ..pages.page import Page
from ..pages.views import outcome_views
from ..records.base import LANGUAGES, Words
from ..records.book import Book
from ..records.prose import HEADING, Prose
from ..words import formats
from ..words.published import outcomes_of
from ..words.wording import PLACEHOLDER
from .frame import Site
from .render import Renderer
from .search_parts import (
    ROI_KINDS,
    Entry,
    controls,
    entry,
    family_parts,
    kpi_parts,
    method_parts,
    model_parts,
    page_parts,
    plain,
    prose_parts,
    row_parts,
    whole_page,
)

PROSE_KINDS = {"method/": "method", "tco/": "tco"}  # written pages that are found among others than "pages"
PARTS = {
    "calculator": page_parts,
    "roi-method": page_parts,
    "kpi": kpi_parts,
    "team": whole_page,
    "industry": whole_page,
}  # kind of page → how its sections become results


def search_index(renderer: Renderer, prose: Iterable[Prose], lang: str) -> bytes:
    """{"entries": […], "synonyms": […], "alike": […], "light": […], "stop": […]} as compact JSON; `search_parts.entry` says what an entry is."""
    site = renderer.site
    said = {name: text[lang] for name, text in site.book.ui["search_words"].items()}
    content = {
        "entries": [tidy(entry, site, lang) for entry in entries_of(renderer, [page for page in prose if page.lang == lang], lang)],
        "synonyms": synonyms(site.book, lang),
        "alike": [group.split(", ") for group in said["alike"].split("; ")],
        "light": said["light"].split(", "),
        "stop": [formats.fold(word) for word in said["stop"].split(", ")],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def entries_of(renderer: Renderer, prose: list[Prose], lang: str) -> Iterator[Entry]:
    """Pages first, then what stands inside them."""
    site, book = renderer.site, renderer.site.book
    pages = [page for page in site.pages.values() if page.lang == lang and page.template]
    yield from (WAYS[page.kind](site, page) for page in pages if page.kind in WAYS)
    yield from (prose_entry(site, written) for written in prose)
    yield from chain.from_iterable(prose_parts(book, written, kind_of(written)) for written in prose)
    yield from chain.from_iterable(PARTS[page.kind](book, page, renderer.page(page)) for page in pages if page.kind in PARTS)
    for parts in (family_parts, row_parts, model_parts, method_parts, outcome_entries, glossary_entries):
        yield from parts(book, lang)
    yield from controls(site, lang)


def kind_of(written: Prose) -> str:
    return PROSE_KINDS.get(written.uri, "page")


def other_of(lang: str) -> str:
    return next(other for other in LANGUAGES if other != lang)


def typed(site: Site, name: str, lang: str) -> list[str]:
    """The names under which people look for a page, from ui.yml."""
    words = site.book.ui["search_names"].get(name.replace("-", "_"))
    return words[lang].split(", ") if words else []


def named(words: Words, lang: str) -> dict[str, list[str]]:
    return {"names": [*words[lang]], "other": [*words[other_of(lang)]]}


# --- pages --------------------------------------------------------------------------------------------------------


def kpi_entry(site: Site, page: Page) -> Entry:
    kpi, lang, other = page.context["kpi"], page.lang, other_of(page.lang)
    terms = [term for term in site.book.glossary.values() if term.kpi == page.context["id"]]
    said = [name for term in terms for name in term.variants[lang]]
    formula = [part[lang] for part in (kpi.formula.numerator, kpi.formula.denominator) if part]
    return entry(
        page.uri,
        "kpi",
        page.title,
        of="kpi/",
        names=[*kpi.synonyms[lang], *kpi.searches[lang], *said],
        also=[term.term[lang] for term in terms],
        other=[kpi.name[other], *kpi.synonyms[other], *(term.term[other] for term in terms), f"KPI{kpi.number}"],
        summary=kpi.definition[lang],
        text=" ".join([*formula, kpi.why[lang], page.context["team"].name[lang]]),
    )


def team_entry(site: Site, page: Page) -> Entry:
    team, lang = page.context["team"], page.lang
    names = [page.context.get("id", ""), *team.synonyms[lang]]
    kpis = " ".join(kpi.name[lang] for kpi in page.context.get("kpis", {}).values())
    return entry(
        page.uri,
        "team" if team.team else "page",
        page.title,
        also=[team.short[lang]],
        names=[name for name in names if name],
        other=[team.name[other_of(lang)], *team.synonyms[other_of(lang)]],
        of="team/" if team.team else "",
        summary=team.summary[lang],
        text=f"{team.question[lang]} {team.text[lang]} {kpis}",
    )


def industry_entry(site: Site, page: Page) -> Entry:
    industry, lang, other = page.context["industry"], page.lang, other_of(page.lang)
    return entry(
        page.uri,
        "industry",
        page.title,
        of="outcome/",
        also=[industry.name[lang]],
        names=industry.synonyms[lang],
        other=[industry.name[other], *industry.synonyms[other]],
        summary=industry.summary[lang],
    )


def index_entry(site: Site, page: Page) -> Entry:
    kind = ROI_KINDS.get(page.kind, "page")
    short = site.words[page.lang]["search_short"].get(page.kind.replace("-", "_"), "")
    names = [*typed(site, page.kind, page.lang), *([f"{len(site.book.kpis)} KPI"] if page.kind == "kpi-index" else [])]
    return entry(page.uri, kind, page.title, short=short, names=names, summary=page.description)


WAYS = {
    "kpi": kpi_entry,
    "team": team_entry,
    "industry": industry_entry,
    "page": team_entry,  # the sales increases of no team
    "kpi-index": index_entry,
    "team-index": index_entry,
    "outcome-index": index_entry,
    "industry-index": index_entry,
    "glossary": index_entry,
    "map": index_entry,
    "calculator": index_entry,
    "roi-method": index_entry,
}


def prose_entry(site: Site, written: Prose) -> Entry:
    """A written page with the text before its first section."""
    first = HEADING.search(written.body)
    start = written.body[: first.start()] if first else written.body
    names = typed(site, written.name.removesuffix(".md"), written.lang)
    return entry(written.uri, kind_of(written), written.title, names=names, summary=written.description, text=plain(start))


# --- records that stand in a list ---------------------------------------------------------------------------------


def outcome_entries(book: Book, lang: str) -> Iterator[Entry]:
    for view in outcome_views(book, lang, outcomes_of(book)):
        industry = book.industries[view.industry]
        scope = view.outcome.scope[lang] if view.outcome.scope else ""
        yield entry(
            f"outcome/#{view.id}",
            "outcome",
            f"{industry.name[lang]} · {view.headline}" if view.headline else industry.name[lang],
            names=[view.id.replace("-", " ")] if lang == "en" else [],
            summary=view.text,
            text=f"{scope} {view.period} {industry.long_name[lang]} {view.disputed}",
            of="outcome/",
            about=[f"industry/{view.industry}/", *(f"kpi/{id}/" for id in view.outcome.kpis)],
        )


def glossary_entries(book: Book, lang: str) -> Iterator[Entry]:
    """Terms by all their names, the other language's included: a reader may know only the English acronym."""
    other = other_of(lang)
    for id, term in book.glossary.items():
        yield entry(
            f"glossary/#{id}",
            "glossary",
            term.term[lang],
            also=[term.full[lang]],
            names=term.variants[lang],
            other=[term.term[other], term.full[other], *term.variants[other]],
            summary=term.definition[lang],
            of="glossary/",
        )


def synonyms(book: Book, lang: str) -> list[list[str]]:
    """Groups of phrases that mean the same: a search for one finds the others."""
    terms = ([term.term[lang], *term.variants[lang]] for term in book.glossary.values())
    return [group for group in terms if len(group) > 1]


def tidy(entry: Entry, site: Site, lang: str) -> Entry:
    """The entry with its texts typeset and links to KPIs replaced by their names."""

    def words_of(text: str) -> str:
        named = PLACEHOLDER.sub(
            lambda hit: site.book.kpis[hit[1].removeprefix("kpi:")].name[lang] if hit[1].startswith("kpi:") else "", text
        )
        return formats.typeset(" ".join(named.replace("`", "").split()), lang)

    return entry | {field: words_of(entry[field]) for field in ("title", "summary", "text") if field in entry}
