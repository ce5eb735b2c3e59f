"""What stands inside a page and is a result of its own: sections of rendered pages and of prose, quantities of the ROI model, costs."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from ..calculator.explainer import anchors
from ..pages.fragments import tco_fragment
from ..pages.page import Page
from ..records.book import Book
from ..records.prose import BLOCK, HEADING, Prose
from ..records.tco import TcoTable
from ..words import formats
from ..words.wording import MILLION, quantity, span
from .frame import TAGS, Site

MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`>#]|\{\s*#[^}]*\}")
SECTION = re.compile(r'<h([23]) id="([a-z0-9-]+)"[^>]*>(.*?)</h\1>', re.S)
SAID = re.compile(r"<(p|li|caption|figcaption)(?![a-z]|[^>]*(?:data-say|code-tools|formula-equals))[^>]*>(.*?)</\1>", re.S)
EXCERPT = 180  # characters of a section that a result shows, and that the search knows
KPI = "kpi/"
KINDS_ASKED = {"team": "team/#kpis", "industry": "industry/#outcomes"}  # kind of page → what is asked of each page of the kind
ROI_KINDS = {"calculator": "roi", "roi-method": "method"}  # kind of page → kind of result
CONTROLS = {  # what the calculator offers without a heading: words of ui.yml → the anchor it stands under
    ("roi_method", "cfo"): "results",
    ("roi_method", "guards"): "results",
    ("roi", "go_live"): "waiting",
    ("roi", "season"): "waiting",
    ("roi", "cases"): "calculator",
    ("roi", "copy_link"): "calculator",
    ("roi", "keep"): "calculator",
    ("roi", "preset"): "calculator",
    ("roi", "improvements"): "calculator",
}

Entry = dict[str, Any]


def entry(url: str, kind: str, title: str, **more: Any) -> Entry:
    """A result: `names` it goes by, `other` those of the other language, `of` the page it is a part of; what is empty is left out."""
    return {"url": url, "kind": kind, "title": title} | {field: value for field, value in more.items() if value}


def names_of(book: Book, key: str, lang: str) -> list[str]:
    """What ui.yml says people type to find a part: "calculator/#waiting", "kpi/#traps" of every KPI page, "tco/#security"."""
    words = book.ui["search_parts"].get(key)
    return words[lang].split(", ") if words else []


def sections(html: str) -> Iterator[tuple[str, str, str]]:
    """(id, heading, text) of the sections of a rendered page; what a dialog says is no part of it."""
    body = html.partition("<dialog")[0]
    found = list(SECTION.finditer(body))
    for index, heading in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(body)
        said = " ".join(words(hit[2]) for hit in SAID.finditer(body, heading.end(), end))
        yield heading[2], words(heading[3]), said


def words(html: str) -> str:
    return " ".join(unescape(TAGS.sub(" ", html)).split())


def page_parts(book: Book, page: Page, html: str) -> Iterator[Entry]:
    """Every section of the calculator or of its method."""
    for id, title, said in sections(html):
        url = f"{page.uri}#{id}"
        names = names_of(book, url, page.lang)
        yield entry(url, ROI_KINDS[page.kind], title, names=names, summary=said[:EXCERPT], of=page.uri)


def whole_page(book: Book, page: Page, _: str) -> Iterator[Entry]:
    """The page by what people ask of any page of its kind: "KPIs of …", "case studies in …"."""
    yield entry(page.uri, page.kind, page.title, names=names_of(book, KINDS_ASKED[page.kind], page.lang), of=page.uri)


def kpi_parts(book: Book, page: Page, html: str) -> Iterator[Entry]:
    """The sections of a KPI page that people look for: those that ui.yml names."""
    for id, title, said in sections(html):
        if names := names_of(book, f"{KPI}#{id}", page.lang):
            yield entry(f"{page.uri}#{id}", "part", title, names=names, summary=said[:EXCERPT], of=page.uri)


def controls(site: Site, lang: str) -> Iterator[Entry]:
    """What the calculator's form and results offer without a heading of their own."""
    for (group, key), anchor in CONTROLS.items():
        title = site.words[lang][group][key]
        yield entry(f"calculator/#{anchor}", "roi", title, names=names_of(site.book, f"calculator/{key}", lang), of="calculator/")


# --- the ROI model ------------------------------------------------------------------------------------------------


def model_parts(book: Book, lang: str) -> Iterator[Entry]:
    """The quantities of the model, where the method page explains them, and each driver's row in the calculator."""
    record, places = book.roi, anchors(book.roi)
    for section in ("inputs", "improvements", "formulas", "drivers", "costs", "results"):
        for id, item in getattr(record, section).items():
            yield quantity_part(book, places[id], item, lang)
    for id, item in record.guards.items():
        yield quantity_part(book, f"g-{id.replace('_', '-')}", item, lang)
    for id, item in record.pools.items():
        yield quantity_part(book, f"pool-{id.replace('_', '-')}", item, lang)
    for id, item in record.drivers.items():
        names = names_of(book, f"method/roi/#{places[id]}", lang)
        yield entry(f"calculator/#driver-{id.replace('_', '-')}", "model", item.label[lang], names=names, of="calculator/")


def quantity_part(book: Book, anchor: str, item: Any, lang: str) -> Entry:
    """One quantity, with what the page says of it: where to find an input, what a result is, what a rule does."""
    said = next((text for field in ("where", "definition", "text", "rule") if (text := getattr(item, field, None))), None)
    url, names = f"method/roi/#{anchor}", names_of(book, f"method/roi/#{anchor}", lang)
    summary, text = said[lang] if said else "", backing_of(item, lang)
    return entry(url, "model", item.label[lang], names=names, summary=summary, text=text, of="method/roi/")


def backing_of(item: Any, lang: str) -> str:
    """What a default or an improvement rests on: people look for the names of sources."""
    evidence = getattr(item, "evidence", None) or getattr(getattr(item, "source", None), "note", None)
    return evidence[lang] if evidence else ""


# --- the cost of inaction -----------------------------------------------------------------------------------------


def row_parts(book: Book, lang: str) -> Iterator[Entry]:
    """The rows of the tables and their totals."""
    for id, table in book.tco.items():
        shown = tco_fragment(book, lang, id)
        for row_id, row in table.rows.items():
            names = [*names_of(book, f"tco/#{row_id}", lang), span(row.low, row.high, table.unit, book.units, lang)]
            yield entry(f"tco/#{id}-{row_id}", "tco", row.name[lang], names=names, summary=shown["methods"][row_id], of=f"tco/#{id}")
        for total in ("published", "computed"):
            names = names_of(book, f"tco/#{total}", lang)
            yield entry(f"tco/#{id}-{total}", "tco", book.ui["tco"][total][lang], names=names, summary=shown["note"], of=f"tco/#{id}")


def family_parts(book: Book, lang: str) -> Iterator[Entry]:
    """The families of costs, by the names of their items too."""
    for id, family in book.cost_families.items():
        names = [*names_of(book, f"tco/#{id}", lang), *(item.name[lang] for item in family.items.values())]
        text = " ".join(item.text[lang] for item in family.items.values())
        yield entry(f"tco/#{id}", "tco", family.name[lang], names=names, summary=family.summary[lang], text=text, of="tco/#cost-families")


# --- prose --------------------------------------------------------------------------------------------------------


def prose_parts(book: Book, written: Prose, kind: str) -> Iterator[Entry]:
    """The sections of a written page."""
    found = list(HEADING.finditer(written.body))
    for index, heading in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(written.body)
        yield prose_part(book, written, kind, heading, written.body[heading.end() : end])


def prose_part(book: Book, written: Prose, kind: str, heading: re.Match, markdown: str) -> Entry:
    """A section; one that shows a TCO table is found by the table's amounts."""
    lang, url = written.lang, f"{written.uri}#{heading[3]}"
    said, tables = plain(markdown), [book.tco[hit[2]] for hit in BLOCK.finditer(markdown) if hit[1] == "tco"]
    names = [*names_of(book, url, lang), *(amount for table in tables for amount in spoken_amount(book, table, lang))]
    summary = tables[0].summary[lang] if tables else said[:EXCERPT] or written.description
    return entry(url, kind, heading[2], names=names, summary=summary, text=said[EXCERPT:], of=written.uri)


def spoken_amount(book: Book, table: TcoTable, lang: str) -> tuple[str, str]:
    """The published total as it is printed and as it is said: "€13M", "13 million euros"."""
    millions = formats.number(table.published_total / MILLION, lang)
    return quantity(table.published_total, table.unit, book.units, lang), f"{millions} {book.units['eur-million'].name[lang]}"


def method_parts(book: Book, lang: str) -> Iterator[Entry]:
    """What the page on the method lists: the document's contradictions, and where the figures come from."""
    for id, found in book.contradictions.items():
        text = f"{found.found[lang]} {found.handling[lang]}"
        url, of = f"method/#{id}", "method/#contradictions"
        yield entry(url, "method", found.where[lang], summary=found.published[lang], text=text, of=of)
    for id, source in book.sources.items():
        url, text = f"method/#source-{id}", " ".join(section[lang] for section in source.sections.values())
        names = [source.publisher]
        yield entry(url, "method", source.title[lang], names=names, summary=source.note[lang], text=text, of="method/#sources")


def plain(markdown: str) -> str:
    """Markdown → its words."""
    return " ".join(MARKUP.sub(r"\1", BLOCK.sub("", markdown)).split())
