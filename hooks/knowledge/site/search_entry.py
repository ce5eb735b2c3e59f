"""What a result of the search is made of, and the names that data/search/ gives to it."""

import re
from typing import Any

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.prose import BLOCK
from .frame import Site

MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`>#]|\{\s*#[^}]*\}")
ROI_KINDS = {
    "calculator": "roi",
    "business-case": "roi",
    "value": "roi",
    "roi-method": "method",
    "method-part": "method",
}  # kind of page → kind of result

Entry = dict[str, Any]


def entry(url: str, kind: str, title: str, **more: Any) -> Entry:
    """A result: its `names`, `other` those of the other language, `of` the page it is in; what is empty is left out."""
    return {"url": url, "kind": kind, "title": title} | {field: value for field, value in more.items() if value}


def names_of(book: Book, key: str, lang: str) -> list[str]:
    """What people type to find a part: "calculator/#waiting", "kpi/#traps" of every KPI page, "tco/#security"."""
    words = book.search.parts.get(key)
    return words[lang] if words else []


def page_names(site: Site, name: str, lang: str) -> list[str]:
    """The names under which people look for a page."""
    words = site.book.search.names.get(name.replace("-", "_"))
    return words[lang] if words else []


def other_of(lang: str) -> str:
    return next(other for other in LANGUAGES if other != lang)


def without_markup(markdown: str) -> str:
    """Markdown → its words."""
    return " ".join(MARKUP.sub(r"\1", BLOCK.sub("", markdown)).split())
