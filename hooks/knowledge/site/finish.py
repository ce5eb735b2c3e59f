"""The finish of a page: the typography of its language everywhere, terms of the glossary linked in running text."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import escape

from ..records.book import Book
from ..words import formats

TAG = re.compile(r"(<[^>]*>)")
TAG_NAME = re.compile(r"</?([a-z0-9]*)")
NO_TERMS = {
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "button",
    "summary",
    "th",
    "caption",
    "label",
    "option",
    "select",
    "svg",
    "figcaption",
    "dfn",
    "dt",
}
VERBATIM = {"code", "pre", "script", "style"}


@dataclass(frozen=True, eq=False)
class Glossary:
    """The terms with a tooltip, each with its id and definition, the pattern of all, and whether a text holds any."""

    terms: Mapping[str, tuple[str, str]]
    pattern: re.Pattern[str]
    within: Callable[[str], re.Match[str] | None]


def glossary_of(book: Book, lang: str) -> Glossary:
    """The terms of one language as pages hold them; the same object for the same words."""
    named = {id: record for id, record in book.glossary.items() if record.tooltip}
    return glossary(tuple((id, record.term[lang], record.definition[lang]) for id, record in named.items()), lang)


@lru_cache(maxsize=4)
def glossary(named: Iterable[tuple[str, str, str]], lang: str) -> Glossary:
    """The terms of one language, each with its id and definition: escaped, the longest found first."""
    terms = {set_text(escape(term), lang): (id, definition) for id, term, definition in named}
    longest_first = sorted(terms, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w&-])(" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")
    return Glossary(terms, pattern, lru_cache(maxsize=16384)(pattern.search))  # pages repeat their texts


def term_linker(glossary: Glossary, address: str) -> Callable[[str], str]:
    """A function that links the first occurrence of each term in the texts it is given (already escaped)."""
    terms, seen = glossary.terms, set[str]()

    def link(text: str) -> str:
        return glossary.pattern.sub(replacement, text) if glossary.within(text) else text

    def replacement(hit: re.Match[str]) -> str:
        if hit[0] in seen:
            return hit[0]
        seen.add(hit[0])
        id, definition = terms[hit[0]]
        return f'<a class="term" href="{address}#{id}" data-definition="{escape(definition)}">{hit[0]}</a>'

    return link


@lru_cache(maxsize=512)  # while one edits, most pages stay as they are
def finished(html: str, lang: str, glossary: Glossary | None, address: str) -> str:
    """Typography outside code; links to the glossary at its address in running text only. The HTML is well formed."""
    link = term_linker(glossary, address) if glossary else None
    parts, verbatim, no_terms = [*TAG.split(html), ""], 0, 0
    for index in range(0, len(parts), 2):  # a text, a tag, a text …
        text = parts[index]
        if text and not verbatim and not text.isspace():
            text = set_text(text, lang)
            parts[index] = link(text) if link and not no_terms else text
        if step := levels(parts[index + 1]):
            verbatim += step[0]
            no_terms += step[1]
    return "".join(parts)


@lru_cache(maxsize=16384)  # pages repeat their texts, too
def set_text(html: str, lang: str) -> str:
    """An escaped text with the typography of its language."""
    return formats.typeset(str(html).replace("&#39;", "'"), lang)


@lru_cache(maxsize=8192)  # pages repeat their tags
def levels(tag: str) -> tuple[int, int] | None:
    """How many levels of verbatim text, and of text without terms, a tag enters (1) or leaves (-1); None for most."""
    hit, step = TAG_NAME.match(tag), -1 if tag.startswith("</") else 1
    name = hit[1] if hit else ""  # a comment has none
    found = step * (name in VERBATIM), step * (name in NO_TERMS)
    return found if any(found) else None
