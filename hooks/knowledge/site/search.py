"""Book and prose → what can be searched, one list a language. Folding, stemming and ranking happen in the browser."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..checks.texts import localized_texts
from ..pages.page import Page
from ..pages.views import outcome_views
from ..pages.written import page_of
from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.prose import BLOCK, HEADING, Prose
from ..records.tco import TcoTable
from ..words import formats
from ..words.published import outcomes_of
from ..words.wording import MILLION, PLACEHOLDER, quantity
from .frame import Site

MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`>#]|\{\s*#[^}]*\}")


def search_index(site: Site, prose: Iterable[Prose], lang: str) -> bytes:
    """{"entries": […], "synonyms": […], "stop": […]} as compact JSON. An entry: url, kind, title, names, summary, text."""
    content = {
        "entries": [tidy(entry, site, lang) for entry in entries_of(site, list(prose), lang)],
        "synonyms": synonyms(site, lang),
        "stop": [formats.fold(word) for word in site.book.ui["search_words"]["stop"][lang].split(", ")],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def entries_of(site: Site, prose: list[Prose], lang: str) -> Iterator[dict[str, Any]]:
    """Pages first, then what stands inside them: outcomes, glossary terms, sections of prose."""
    for page in site.pages.values():
        if page.lang == lang and page.template and page.kind in WAYS:
            yield entry(page.uri, page, **WAYS[page.kind](site, page))
    for written in prose:
        if written.lang == lang:
            yield from prose_entries(site, written)
    yield from outcome_entries(site, lang)
    yield from glossary_entries(site, lang)


def entry(
    url: str, page: Page | None, kind: str, title: str = "", names: Iterable[str] = (), summary: str = "", text: str = ""
) -> dict[str, Any]:
    return {
        "url": url,
        "kind": kind,
        "title": title or page.title,
        "names": list(names),
        "summary": summary or page.description,
        "text": text,
    }


def kpi_entry(site: Site, page: Page) -> dict[str, Any]:
    kpi, lang = page.context["kpi"], page.lang
    other = "en" if lang == "fr" else "fr"
    acronyms = [term.term[lang] for term in site.book.glossary.values() if term.kpi == page.context["id"]]
    variants = [word for term in site.book.glossary.values() if term.kpi == page.context["id"] for word in term.variants[lang]]
    formula = [part[lang] for part in (kpi.formula.numerator, kpi.formula.denominator) if part]
    return {
        "kind": "kpi",
        "names": [*kpi.synonyms[lang], *kpi.searches[lang], *acronyms, *variants, kpi.name[other], f"KPI {kpi.number}"],
        "summary": kpi.definition[lang],
        "text": " ".join([*formula, kpi.why[lang], page.context["team"].name[lang]]),
    }


def team_entry(site: Site, page: Page) -> dict[str, Any]:
    team, lang = page.context["team"], page.lang
    return {
        "kind": "team",
        "names": [team.short[lang], page.context["id"], *team.synonyms[lang]],
        "summary": team.summary[lang],
        "text": f"{team.question[lang]} {team.text[lang]}",
    }


def industry_entry(site: Site, page: Page) -> dict[str, Any]:
    industry, lang = page.context["industry"], page.lang
    return {"kind": "industry", "names": [industry.name[lang], *industry.synonyms[lang]], "summary": industry.summary[lang]}


def index_entry(site: Site, page: Page) -> dict[str, Any]:
    return {"kind": "page", "names": site.book.ui["search_names"][page.kind.replace("-", "_")][page.lang].split(", ")}


def revenue_entry(site: Site, page: Page) -> dict[str, Any]:
    team, lang = page.context["team"], page.lang
    return {"kind": "page", "names": [team.short[lang], *team.synonyms[lang]], "summary": team.summary[lang], "text": team.text[lang]}


WAYS = {
    "kpi": kpi_entry,
    "team": team_entry,
    "industry": industry_entry,
    "page": revenue_entry,
    "kpi-index": index_entry,
    "team-index": index_entry,
    "outcome-index": index_entry,
    "industry-index": index_entry,
    "glossary": index_entry,
    "map": index_entry,
    "calculator": index_entry,
    "roi-method": index_entry,
}


def outcome_entries(site: Site, lang: str) -> Iterator[dict[str, Any]]:
    book = site.book
    for view in outcome_views(book, lang, outcomes_of(book)):
        industry = book.industries[view.industry]
        kpis = " ".join(book.kpis[id].name[lang] for id in view.outcome.kpis)
        scope = view.outcome.scope[lang] if view.outcome.scope else ""
        yield entry(
            f"outcome/#{view.id}",
            None,
            "outcome",
            f"{industry.name[lang]} · {view.headline}" if view.headline else industry.name[lang],
            [],
            view.text,
            f"{scope} {view.period} {industry.long_name[lang]} {kpis} {view.disputed}",
        )


def glossary_entries(site: Site, lang: str) -> Iterator[dict[str, Any]]:
    """Terms by all their names, the other language's included: a reader may know only the English acronym."""
    for id, term in site.book.glossary.items():
        names = [term.full[lang], *term.variants[lang], *(term.term[other] for other in LANGUAGES if other != lang)]
        yield entry(f"glossary/#{id}", None, "glossary", term.term[lang], names, term.definition[lang])


def prose_entries(site: Site, written: Prose) -> Iterator[dict[str, Any]]:
    """The page, with its search names, then each of its sections."""
    names = site.book.ui["search_names"].get(written.name.removesuffix(".md"))
    page = page_of(written)
    sections = list(HEADING.finditer(written.body))
    start = written.body[: sections[0].start()] if sections else written.body
    yield entry(page.uri, page, "page", names=names[page.lang].split(", ") if names else [], summary=page.description, text=plain(start))
    for index, heading in enumerate(sections):
        end = sections[index + 1].start() if index + 1 < len(sections) else len(written.body)
        yield section_entry(site.book, page, heading[3], heading[2], written.body[heading.end() : end])


def section_entry(book: Book, page: Page, id: str, title: str, markdown: str) -> dict[str, Any]:
    """A section with the words of its blocks; a section that shows a TCO table is found by the table's amounts."""
    text, tables = plain(markdown), [book.tco[hit[2]] for hit in BLOCK.finditer(markdown) if hit[1] == "tco"]
    shown = [words for hit in BLOCK.finditer(markdown) for words in block_words(book, hit[1], hit[2], page.lang)]
    names = [title, *(amount for table in tables for amount in spoken_amount(book, table, page.lang))]
    summary = tables[0].summary[page.lang] if tables else text[:180] or page.description
    return entry(f"{page.uri}#{id}", None, "tco" if tables else "page", f"{page.title} · {title}", names, summary, " ".join([text, *shown]))


def spoken_amount(book: Book, table: TcoTable, lang: str) -> tuple[str, str]:
    """The published total as it is printed and as it is said: "€13M", "13 million euros"."""
    millions = formats.number(table.published_total / MILLION, lang)
    return quantity(table.published_total, table.unit, book.units, lang), f"{millions} {book.units['eur-million'].name[lang]}"


def block_words(book: Book, name: str, argument: str | None, lang: str) -> Iterator[str]:
    """The texts that a block shows."""
    records = {
        "tco": lambda: [book.tco[argument]],
        "cost-families": book.cost_families.values,
        "contradictions": book.contradictions.values,
        "sources": book.sources.values,
    }
    for record in records.get(name, list)():
        yield from (text[lang] for _, text in localized_texts(record.model_dump()))


def plain(markdown: str) -> str:
    """Markdown → its words."""
    return " ".join(MARKUP.sub(r"\1", BLOCK.sub("", markdown)).split())


def synonyms(site: Site, lang: str) -> list[list[str]]:
    """Groups of words that mean the same: a search for one finds the others."""
    terms = ([term.term[lang], *term.variants[lang]] for term in site.book.glossary.values())
    return [group for group in terms if len(group) > 1]


def tidy(entry: dict[str, Any], site: Site, lang: str) -> dict[str, Any]:
    """The entry with its texts typeset and links to KPIs replaced by their names."""

    def words_of(text: str) -> str:
        named = PLACEHOLDER.sub(
            lambda hit: site.book.kpis[hit[1].removeprefix("kpi:")].name[lang] if hit[1].startswith("kpi:") else "", text
        )
        return formats.typeset(" ".join(named.replace("`", "").split()), lang)

    return entry | {field: words_of(entry[field]) for field in ("title", "summary", "text")}
