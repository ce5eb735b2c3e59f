"""Book, prose and rendered pages → what can be searched, one list a language; the browser stems, corrects and ranks."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from ..records.book import Book
from ..words import formats
from ..words.wording import plain_text
from .frame import Site
from .render import Renderer
from .search_entry import Entry
from .search_pages import KINDS_ASKED, WAYS, kind_of_prose, prose_entry, whole_page
from .search_parts import controls, kpi_parts, page_parts, prose_parts
from .search_records import family_parts, glossary_entries, method_parts, model_parts, outcome_entries, row_parts

PARTS = {
    "calculator": page_parts,
    "roi-method": page_parts,
    "method-part": page_parts,
    "kpi": kpi_parts,
}  # kind of page → how its sections become results


def search_index(renderer: Renderer, lang: str) -> bytes:
    """{"entries": {field: […]}, "synonyms": […], "alike": […], "light": […], "stop": […]} as compact JSON.

    `columns` says why by field.
    """
    site, said = renderer.site, renderer.site.book.search
    content = {
        "entries": columns([tidy(entry, site, lang) for entry in entries_of(renderer, lang)]),
        "synonyms": synonyms(site.book, lang),
        "alike": said.alike[lang],
        "light": said.light[lang],
        "stop": [formats.fold(word) for word in said.stop[lang]],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def entries_of(renderer: Renderer, lang: str) -> Iterator[Entry]:
    """Pages first, then what stands inside them."""
    site, book = renderer.site, renderer.site.book
    pages = [page for page in site.pages.values() if page.lang == lang and page.template]
    yield from (WAYS[page.kind](site, page) for page in pages if page.kind in WAYS)
    prose = [written for written in site.prose if written.lang == lang]
    yield from (prose_entry(site, written) for written in prose)
    yield from chain.from_iterable(prose_parts(book, written, kind_of_prose(written)) for written in prose)
    yield from chain.from_iterable(
        PARTS[page.kind](book, page, renderer.page(page)) for page in pages if page.kind in PARTS
    )
    yield from (whole_page(book, page) for page in pages if page.kind in KINDS_ASKED)
    for parts in (family_parts, row_parts, model_parts, method_parts, outcome_entries, glossary_entries):
        yield from parts(book, lang)
    yield from controls(site, lang)


def columns(entries: Sequence[Entry]) -> dict[str, list[Any]]:
    """Field → its values, null where an entry has none: what is alike stands together, and packs into less."""
    fields = dict.fromkeys(field for entry in entries for field in entry)
    return {field: [entry.get(field) for entry in entries] for field in fields}


def synonyms(book: Book, lang: str) -> list[list[str]]:
    """Groups of phrases that mean the same: a search for one finds the others."""
    terms = ([term.term[lang], *term.variants[lang]] for term in book.glossary.values())
    return [group for group in terms if len(group) > 1]


def tidy(entry: Entry, site: Site, lang: str) -> Entry:
    """The entry with its texts typeset and links to KPIs replaced by their names."""
    texts = {field: entry[field] for field in ("title", "summary", "text") if field in entry}
    return entry | {field: formats.typeset(plain_text(text, site.book, lang), lang) for field, text in texts.items()}
