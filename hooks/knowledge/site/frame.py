"""What stands around every page: menus, breadcrumbs, alternates, the policy."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from posixpath import commonprefix
from typing import Any

from markupsafe import Markup, escape

from ..pages.dated import overdue
from ..pages.page import Page, Settings
from ..pages.views import interface_words, teams_of
from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.prose import Prose
from ..words.formats import day, typeset
from ..words.wording import filled, plain_text
from .navigation import MenuEntry, hidden, tabs
from .repository import Doubted, challenge_url, edit_url

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)

LOCALES = {"fr": "fr_FR", "en": "en_GB"}
MAIN_SECTION = re.compile(r'<h2 id="([a-z0-9-]+)">(.*?)</h2>', re.S)
RESULTS = ("kpi", "roi", "outcome", "tco", "people", "glossary", "page")  # groups of search results, each with its word
SEPARATORS = {"fr": " ; ", "en": "; "}  # of names that hold commas
NAMED = 4  # of the late records of a page that are named
TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Site:
    """A book, its written pages, and all pages of both by url."""

    book: Book
    prose: Sequence[Prose]
    pages: Mapping[str, Page]
    settings: Settings

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        """The interface words: language → group → key → text."""
        return {lang: interface_words(self.book, lang) for lang in LANGUAGES}

    @cached_property
    def printed_words(self) -> Mapping[str, Mapping[str, Mapping[str, Markup]]]:
        """The interface words as the frame prints them."""
        return {lang: printed(texts, lang) for lang, texts in self.words.items()}

    def page(self, lang: str, uri: str) -> Page:
        return self.pages[f"{lang}/{uri}"]


def relative(here: str, there: str) -> str:
    """The address of a page or file seen from a page: ("fr/kpi/", "fr/kpi/csat/#formula") → "csat/#formula"."""
    path, mark, anchor = there.partition("#")
    start, end = steps_of(here), steps_of(path)
    shared = len(commonprefix([start, end]))
    link = "/".join([".."] * (len(start) - shared) + end[shared:]) or "."
    return (link + "/" if path.endswith("/") or not path else link) + mark + anchor


@lru_cache(maxsize=4096)
def steps_of(address: str) -> list[str]:
    return [part for part in address.split("/") if part]


def frame(site: Site, page: Page, body: str) -> dict[str, Any]:
    """The variables of the frame for one page, whose body is ready.

    The theme's templates print what they are given, so every text is set and escaped here, and nowhere else.
    """
    menu = tabs(site.book, site.words[page.lang], page)
    sections = contents(body)
    search_words = {key: site.printed_words[page.lang]["search"][key].unescape() for key in RESULTS}
    return {
        **printed({**texts_of(site, page), "tabs": menu}, page.lang),
        **escaped(addresses_of(site, page)),
        "page_lang": page.lang,
        "kind": page.kind,
        "ui": site.printed_words[page.lang],
        "sections": [(id, Markup(text)) for id, text in sections],
        "hide": hidden(page, next((tab.children for tab in menu if tab.current), ()), len(sections)),
        "structured": Markup(structured(site, page)),
        "groups_of_results": escape(json.dumps(search_words)),
    }


def texts_of(site: Site, page: Page) -> dict[str, Any]:
    """What the frame says in words, as editors type it."""
    lang, book = page.lang, site.book
    return {
        "title": page.title,
        "description": page.description,
        "crumbs": [(site.page(lang, uri).title, f"{lang}/{uri}") for uri in page.parents],
        "eyebrow": eyebrow(site, page),
        "overdue": overdue_words(site, page),
        "foot_teams": {f"{lang}/team/{id}/": team.short[lang] for id, team in teams_of(book).items()},
        "foot_industries": {f"{lang}/industry/{id}/": item.name[lang] for id, item in book.industries.items()},
    }


def addresses_of(site: Site, page: Page) -> dict[str, Any]:
    """Where the page stands, what it is in the other language, where it is edited; and what is said to machines."""
    settings = site.settings
    return {
        "url": page.url,
        "alternates": alternates(site, page),
        "x_default": f"{LANGUAGES[0]}/{page.uri}" if page.uri else "",
        "canonical": settings.site_url + page.url,
        "site_url": settings.site_url,
        "edit_url": edit_url(settings.repository, *typed_at(site.book, page)),
        "challenge_url": challenge_url(
            settings.repository, doubted_page(site, page), site.words[page.lang]["challenge"]
        ),
        "demo_url": settings.demo_url,
        "base": settings.root if page.kind == "error" else relative(page.url, ""),
        "policy": POLICY,
        "locale": LOCALES[page.lang],
    }


def typed_at(book: Book, page: Page) -> tuple[str, int]:
    """The file of a page's record and the line on which it starts."""
    document = book.documents.get(page.source)
    path, line, _ = document.at(page.place) if document else (page.source, 1, 1)
    return path, line


def doubted_page(site: Site, page: Page) -> Doubted:
    """A page as a reader may doubt it: a KPI by its definition, any other by its description."""
    pages = {lang: site.pages.get(f"{lang}/{page.uri}", page) for lang in LANGUAGES}
    texts = {lang: plain_text(definition_of(it), site.book, lang) for lang, it in pages.items()}
    return Doubted(page.uri or page.source, site.settings.site_url + page.url, page.title, texts)


def definition_of(page: Page) -> str:
    return str(page.context["kpi"].definition[page.lang]) if page.kind == "kpi" else page.description


def printed(value: Any, lang: str) -> Any:
    """A text, or all texts within a value, set in the language's typography and escaped for HTML."""
    return mapped(value, lambda text: escape(typeset(text, lang)))


def escaped(value: Any) -> Any:
    """An address, or all of them within a value, escaped for HTML."""
    return mapped(value, escape)


def mapped(value: Any, change: Callable[[str], Markup]) -> Any:
    """The value with each text in it changed; what is markup already stays."""
    if isinstance(value, str):
        return value if isinstance(value, Markup) else change(value)
    if isinstance(value, Mapping):
        return {key: mapped(item, change) for key, item in value.items()}
    if isinstance(value, MenuEntry):
        return replace(value, label=change(value.label), children=mapped(value.children, change))
    if isinstance(value, list | tuple):
        return type(value)(mapped(item, change) for item in value)
    return value


def eyebrow(site: Site, page: Page) -> str:
    """What stands over the title of a KPI: its number among all."""
    if page.kind not in ("kpi", "retired"):
        return ""
    numbers = {"n": str(page.context["kpi"].number), "total": str(len(site.book.entire.kpis))}
    return filled(site.words[page.lang]["kpi"]["number"], numbers)


def overdue_words(site: Site, page: Page) -> list[str]:
    """What is late on the page: a badge, a sentence, and what follows from it; nothing where nothing is."""
    late, words = overdue(site.book, page), site.words[page.lang]["overdue"]
    if late is None:
        return []
    more = len(late.names) - NAMED
    what = SEPARATORS[page.lang].join(late.names[: NAMED if more > 1 else None])
    what += filled(words["more"], {"n": str(more)}) if more > 1 else ""
    said = filled(words["text"], {"day": day(late.due, page.lang), "what": what})
    return [words["badge"], said, *([words["weak"]] if late.weak else [])]


def structured(site: Site, page: Page) -> str:
    """The page as schema.org data in JSON-LD, safe inside a script element."""
    graph = [breadcrumbs(site, page), *(describe(site, page) for describe in DESCRIBED.get(page.kind, ()))]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False).replace("<", "\\u003c")


def breadcrumbs(site: Site, page: Page) -> dict[str, Any]:
    trail = [
        site.page(page.lang, ""),
        *(site.page(page.lang, uri) for uri in page.parents),
        *([page] if page.uri else []),
    ]
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "name": typeset(step.title, page.lang),
            "item": site.settings.site_url + step.url,
        }
        for place, step in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def defined_term(site: Site, page: Page) -> dict[str, Any]:
    kpi = page.context["kpi"]
    return {
        "@type": "DefinedTerm",
        "name": typeset(kpi.name[page.lang], page.lang),
        "alternateName": list(kpi.synonyms[page.lang]),
        "description": typeset(plain_text(kpi.definition[page.lang], site.book, page.lang), page.lang),
        "termCode": str(kpi.number),
        "inDefinedTermSet": site.settings.site_url + f"{page.lang}/kpi/",
        "url": site.settings.site_url + page.url,
        "inLanguage": page.lang,
    }


def dataset(site: Site, page: Page) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "name": typeset(page.title, page.lang),
        "description": typeset(page.description, page.lang),
        "url": site.settings.site_url + page.url,
        "inLanguage": page.lang,
        "isAccessibleForFree": True,
        "isBasedOn": [
            {"@type": "CreativeWork", "name": source.title[page.lang], "publisher": source.publisher}
            for source in site.book.sources.values()
        ],
    }


DESCRIBED = {"kpi": (defined_term,), "outcome-index": (dataset,), "tco": (dataset,), "kpi-index": (dataset,)}


def contents(body: str) -> list[tuple[str, str]]:
    """(id, text) of the page's main sections."""
    return [(id, TAGS.sub("", text).strip()) for id, text in MAIN_SECTION.findall(body)]


def alternates(site: Site, page: Page) -> list[tuple[str, str, str]]:
    """(language, its own name, url relative to the site's root) of the same page in each language."""
    return [(lang, site.book.ui["languages"][lang][lang], f"{lang}/{page.uri}") for lang in LANGUAGES]
