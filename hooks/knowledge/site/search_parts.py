"""Sections of rendered pages and of prose, and what the calculator offers without a heading: results of their own."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

from ..pages.page import Page
from ..records.book import Book
from ..records.prose import BLOCK, HEADING, Prose
from ..records.tco import TcoTable
from ..words import formats
from ..words.wording import MILLION, quantity
from .frame import TAGS, Site
from .search_entry import ROI_KINDS, Entry, entry, names_of, without_markup

SECTION = re.compile(r'<h([23]) id="([a-z0-9-]+)"[^>]*>(.*?)</h\1>', re.S)
PARAGRAPH = re.compile(
    r"<(p|li|caption|figcaption)(?![a-z]|[^>]*(?:data-say|code-tools|formula-equals))[^>]*>(.*?)</\1>", re.S
)
EXCERPT = 180  # characters of a section that a result shows, and that the search knows
KPI = "kpi/"
CONTROLS = {  # what the calculator offers without a heading: words of data/ui/ → the anchor it stands under
    ("roi_method", "cfo"): "evidence",
    ("roi_method", "guards"): "changes",
    ("roi", "situation"): "calculator",
    ("roi", "go_live"): "waiting",
    ("roi", "season"): "waiting",
    ("roi", "cases"): "cases",
    ("roi", "copy_link"): "cases",
    ("roi", "keep"): "cases",
    ("roi", "preset"): "calculator",
    ("roi", "improvements"): "inputs",
}


@lru_cache(maxsize=256)  # while one edits, most pages stay as they are
def sections(html: str) -> Sequence[tuple[str, str, str]]:
    """(id, heading, text) of the sections of a rendered page; what a dialog says is no part of it."""
    body = html.partition("<dialog")[0]
    found = list(SECTION.finditer(body))
    ends = [*(heading.start() for heading in found[1:]), len(body)]
    return [
        (heading[2], words(heading[3]), " ".join(words(hit[2]) for hit in PARAGRAPH.finditer(body, heading.end(), end)))
        for heading, end in zip(found, ends, strict=False)
    ]


def words(html: str) -> str:
    return " ".join(unescape(TAGS.sub(" ", html)).split())


def page_parts(book: Book, page: Page, html: str) -> Iterator[Entry]:
    """Every section of the calculator or of its method."""
    for id, title, said in sections(html):
        url = f"{page.uri}#{id}"
        names = names_of(book, url, page.lang)
        yield entry(url, ROI_KINDS[page.kind], title, names=names, summary=said[:EXCERPT], of=page.uri)


def kpi_parts(book: Book, page: Page, html: str) -> Iterator[Entry]:
    """The sections of a KPI page that people look for: those that data/search/ names."""
    for id, title, said in sections(html):
        if names := names_of(book, f"{KPI}#{id}", page.lang):
            yield entry(f"{page.uri}#{id}", "part", title, names=names, summary=said[:EXCERPT], of=page.uri)


def controls(site: Site, lang: str) -> Iterator[Entry]:
    """What the calculator's form and results offer without a heading of their own."""
    for (group, key), anchor in CONTROLS.items():
        title = site.words[lang][group][key]
        yield entry(
            f"calculator/#{anchor}",
            "roi",
            title,
            names=names_of(site.book, f"calculator/{key}", lang),
            of="calculator/",
        )


# --- prose --------------------------------------------------------------------------------------------------------


def prose_parts(book: Book, written: Prose, kind: str) -> Iterator[Entry]:
    """The sections of a written page."""
    found = list(HEADING.finditer(written.body))
    for index, heading in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(written.body)
        yield prose_part(book, written, kind, heading, written.body[heading.end() : end])


def prose_part(book: Book, written: Prose, kind: str, heading: re.Match[str], markdown: str) -> Entry:
    """A section; one that shows a TCO table is found by the table's amounts."""
    lang, url = written.lang, f"{written.uri}#{heading[3]}"
    said, tables = without_markup(markdown), [book.tco[hit[2]] for hit in BLOCK.finditer(markdown) if hit[1] == "tco"]
    names = [*names_of(book, url, lang), *(amount for table in tables for amount in spoken_amount(book, table, lang))]
    summary = tables[0].summary[lang] if tables else said[:EXCERPT] or written.description
    rest = (
        "" if kind == "page" else said[EXCERPT:]
    )  # guides are long: their headings and beginnings are what is looked for
    return entry(url, kind, heading[2], names=names, summary=summary, text=rest, of=written.uri)


def spoken_amount(book: Book, table: TcoTable, lang: str) -> tuple[str, str]:
    """The published total as it is printed and as it is said: "€13M", "13 million euros"."""
    millions = formats.number(table.published_total / MILLION, lang)
    return quantity(
        table.published_total, table.unit, book.units, lang
    ), f"{millions} {book.units['eur-million'].name[lang]}"
