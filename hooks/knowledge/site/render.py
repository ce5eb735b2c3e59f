"""Pages and fragments → HTML, by Jinja; then the finish: typography and glossary links in running text."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..calculator.example import evidence_words, measure
from ..calculator.sentences import instead
from ..pages.fragments import fragment
from ..pages.page import Page
from ..records.base import Localized
from ..records.kpi import Benchmark
from ..records.prose import BLOCK
from ..records.roi import RoiModel
from ..records.tco import TcoRow
from ..words import formats
from ..words.published import Sum
from ..words.wording import MILLION, PLACEHOLDER, quantity, span
from .frame import POLICY, Site, moved_anchors, relative

BARE_HEADING = re.compile(
    r'<(h[23]) id="([a-z0-9-]+)">((?:(?!<a |</h).)+)</h[23]>', re.S
)  # those that hold no link yet
CODE = re.compile(r"`([^`]+)`")
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


TEMPLATES = Path(__file__).parent.parent / "templates"


def template_texts(frame: Path) -> list[str]:
    """The source of every template: those of the core, and those of the folder that holds the frame."""
    return [
        path.read_text(encoding="utf-8") for folder in (TEMPLATES, frame) for path in sorted(folder.rglob("*.html"))
    ]


def compiled_in(folder: Path) -> FileSystemBytecodeCache:
    """Keeps compiled templates in a folder: compiling them takes a fifth of a build."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


class Renderer:
    """Renders the pages of one site. One Jinja environment, one glossary a language."""

    def __init__(self, site: Site, cache: FileSystemBytecodeCache | None = None):
        self.site = site
        self.env = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            optimized=False,  # folding constants takes longer than it saves on a few hundred pages
            bytecode_cache=cache,
            auto_reload=False,  # each build has an environment of its own
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.filters |= {
            "inline": inline,
            "prose": prose,
            "typeset": typeset,
            "number": number,
            "amount": amount,
            "bounds": bounds,
            "day": day,
            "month": month,
            "filled": fill,
            "benchmark": benchmark,
            "measure": shown_measure,
            "result_text": result_text,
            "pair": pair,
            "evidence": evidence,
        }
        self.glossaries = {lang: glossary_of(site, lang) for lang in ("fr", "en")}
        self.bodies: dict[str, str] = {}  # the search index reads pages before the host asks for them

    def page(self, page: Page) -> str:
        """The body of a page made from data, rendered once."""
        if page.url not in self.bodies:
            self.bodies[page.url] = self.finish(self.template(page.template, page, page.context), page)
        return self.bodies[page.url]

    def prose(self, html: str, page: Page) -> str:
        """The body of a written page: its blocks filled, its text finished."""
        return self.finish(BLOCK.sub(lambda hit: self.block(hit, page), html), page)

    def block(self, hit: re.Match[str], page: Page) -> str:
        template, context = fragment(self.site.book, page.lang, hit[1], hit[2] or "")
        return self.template(template, page, context)

    def bare(self, name: str, context: Mapping[str, Any]) -> str:
        """A whole document of its own, outside the frame."""
        return self.env.get_template(name).render(context, site=self.site, policy=POLICY)

    def template(self, name: str, page: Page, context: Mapping[str, Any]) -> str:
        def to(uri: str) -> str:
            """The link from this page to another of its language; an error page may be served at any depth."""
            url = f"{page.lang}/{uri}"
            return self.site.settings.root + url if page.kind == "error" else relative(page.url, url)

        return self.env.get_template(name).render(
            context, lang=page.lang, ui=self.site.words[page.lang], book=self.site.book, to=to
        )

    def finish(self, html: str, page: Page) -> str:
        for old, new in moved_anchors(self.site.book, page.uri).items():
            html = re.sub(rf'(<(?!tr)[^>]* id="{new}"[^>]*>)', rf'\1<span id="{old}"></span>', html, count=1)
        link = None
        if page.kind != "glossary":
            link = term_linker(self.glossaries[page.lang], relative(page.url, f"{page.lang}/glossary/"))
        return finished(BARE_HEADING.sub(r'<\1 id="\2"><a class="self" href="#\2">\3</a></\1>', html), page.lang, link)


@dataclass(frozen=True)
class Glossary:
    """The terms with a tooltip, each with its id and definition, the pattern of all, and whether a text holds any."""

    terms: Mapping[str, tuple[str, str]]
    pattern: re.Pattern[str]
    within: Callable[[str], re.Match[str] | None]


def glossary_of(site: Site, lang: str) -> Glossary:
    """The terms of one language as pages hold them, escaped, the longest found first."""
    named = {id: record for id, record in site.book.glossary.items() if record.tooltip}
    terms = {set_text(escape(record.term[lang]), lang): (id, record.definition[lang]) for id, record in named.items()}
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


def finished(html: str, lang: str, link: Callable[[str], str] | None) -> str:
    """Typography everywhere but in code; glossary links in running text only. The HTML is well formed."""
    parts, verbatim, no_terms = TAG.split(html), 0, 0
    for index, part in enumerate(parts):  # text, tag, text …
        if index % 2:
            into_verbatim, into_no_terms = levels(part)
            verbatim += into_verbatim
            no_terms += into_no_terms
        elif part and not verbatim and not part.isspace():
            text = set_text(part, lang)
            parts[index] = link(text) if link and not no_terms else text
    return "".join(parts)


def set_text(html: str, lang: str) -> str:
    """An escaped text with the typography of its language."""
    return formats.typeset(str(html).replace("&#39;", "'"), lang)


@lru_cache(maxsize=8192)  # pages repeat their tags
def levels(tag: str) -> tuple[int, int]:
    """How many levels of verbatim text, and of text without terms, a tag enters (1) or leaves (-1)."""
    hit, step = TAG_NAME.match(tag), -1 if tag.startswith("</") else 1
    name = hit[1] if hit else ""  # a comment has none
    return step * (name in VERBATIM), step * (name in NO_TERMS)


# --- filters ------------------------------------------------------------------------------------------------------


def localized(context: Context, text: Localized | str) -> str:
    return text if isinstance(text, str) else text[context["lang"]]


@pass_context
def inline(context: Context, text: Localized | str) -> Markup:
    """A text of the data on one line: {kpi:…} become links, `code` becomes code."""
    escaped = str(escape(localized(context, text)))
    coded = CODE.sub(r"<code>\1</code>", escaped)
    return Markup(PLACEHOLDER.sub(lambda hit: kpi_link(context, hit[1].removeprefix("kpi:")), coded))


@pass_context
def prose(context: Context, text: Localized | str) -> Markup:
    """A text of the data as paragraphs."""
    paragraphs = [part for part in localized(context, text).split("\n") if part.strip()]
    return Markup("").join(Markup("<p>{}</p>\n").format(inline(context, part)) for part in paragraphs)


def kpi_link(context: Context, id: str) -> Markup:
    name = context["book"].kpis[id].name[context["lang"]]
    return Markup('<a href="{}">{}</a>').format(context["to"](f"kpi/{id}/"), in_running_text(name))


def in_running_text(name: str) -> str:
    """ "Taux de rotation" → "taux de rotation"; "Net Promoter Score" and "OTIF" stay as they are."""
    first, *others = name.split(" ")
    proper = not first[1:].islower() or any(word[:1].isupper() and word[1:].islower() for word in others)
    return name if proper else name[0].lower() + name[1:]


@pass_context
def typeset(context: Context, text: Localized | str, lang: str = "") -> str:
    """For attributes and bare documents, which the finish does not reach."""
    return formats.typeset(localized(context, text), lang or context["lang"])


@pass_context
def number(context: Context, value: float, digits: int = 2) -> str:
    return formats.number(value, context["lang"], digits)


@pass_context
def amount(context: Context, value: float, unit: str, digits: int = 2) -> str:
    """A number with its unit."""
    return quantity(value, unit, context["book"].units, context["lang"], digits)


@pass_context
def bounds(context: Context, value: TcoRow | Sum, unit: str) -> str:
    """The low and high of a row or a sum, with one unit.

    Yearly money in millions throughout, as a table compares it.
    """
    scale, unit = (MILLION, "eur-million") if unit == "eur-per-year" else (1, unit)
    return span(value.low / scale, value.high / scale, unit, context["book"].units, context["lang"]) + (
        " +" if value.open_ended else ""
    )


@pass_context
def benchmark(context: Context, record: Benchmark) -> str:
    """A public figure, or its range, with its unit."""
    units, lang = context["book"].units, context["lang"]
    return (
        span(record.value, record.high, record.unit, units, lang)
        if record.high
        else quantity(record.value, record.unit, units, lang)
    )


@pass_context
def month(context: Context, number: int) -> str:
    return formats.month(number, context["lang"])


@pass_context
def day(context: Context, value: date) -> str:
    return formats.day(value, context["lang"])


@pass_context
def shown_measure(context: Context, value: float | None, unit: str, record: RoiModel) -> str:
    """A figure of the ROI model with its unit."""
    return measure(value, unit, record, context["lang"], context["ui"]["roi_live"]["none"])


@pass_context
def result_text(context: Context, value: float | None, id: str, record: RoiModel) -> str:
    """A result in words: its figure, or what is said instead."""
    words: Mapping[str, str] = context["ui"]["roi_live"]
    key = instead(id, value)
    return words[key] if key else measure(value, record.results[id].unit, record, context["lang"], words["none"])


@pass_context
def pair(context: Context, bounds: Sequence[float], unit: str, record: RoiModel) -> str:
    return " … ".join(measure(bound, unit, record, context["lang"]) for bound in bounds)


@pass_context
def evidence(context: Context, text: Localized) -> Markup:
    """A note of the ROI model, its outcomes replaced by their figures."""
    return inline(context, evidence_words(context["book"], localized(context, text), context["lang"]))


def fill(text: str, **named: Any) -> str:
    """An interface text with its placeholders filled: "{n} outcomes"."""
    return PLACEHOLDER.sub(lambda hit: str(named.get(hit[1], hit[0])), text)
