"""Book and prose → the whole site: all pages by address, and the plain files beside them."""

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

from ..calculator.script import former_script, opening_script, script
from ..calculator.words import calculator_words, opening_words
from ..pages.page import Page, Settings
from ..pages.project import Project
from ..pages.views import interface_words
from ..pages.written import page_of
from ..records.base import LANGUAGES
from ..records.book import Book
from ..roi.model import model_of
from ..roi.packs import former_models
from ..words.proof import targets_of
from .feed import URI, feed
from .frame import Site, relative
from .hosting import headers, redirect_targets, robots, sitemap
from .render import Renderer
from .search import search_index

SAMPLE = "data/v1/sample/"  # an address that stays: the tables are to be quoted and run again


def assemble(project: Project, settings: Settings) -> Site:
    """All pages, generated and written, in reading order."""
    pages = [*map(page_of, project.prose), *project.planned, *(error_page(project.book, lang) for lang in LANGUAGES)]
    return Site(project.book, project.prose, {page.url: page for page in pages}, settings)


def error_page(book: Book, lang: str) -> Page:
    ui = interface_words(book, lang)["error"]
    return Page(lang, "404.html", "error", ui["title"], ui["description"], "data/ui/frame.yml", "pages/error.html")


def plain_files(renderer: Renderer) -> Iterable[tuple[str, bytes]]:
    """(path, content) of every file that is not a page in the frame."""
    site, root = renderer.site, renderer.site.settings.root
    yield "index.html", renderer.bare("pages/root.html", {"root": ""}).encode()
    yield "404.html", renderer.bare("pages/lost.html", {"root": root}).encode()
    yield "sitemap.xml", sitemap(site).encode()
    yield "robots.txt", robots(site.settings).encode()
    yield "_headers", headers().encode()
    yield from calculator_files(site.book)
    yield from workbook_files(renderer)
    for name, content in site.book.sample.files.items():
        yield f"{SAMPLE}{name}", content
    for lang in LANGUAGES:
        yield f"{lang}/{URI}feed.xml", feed(site, lang).encode()
        yield f"{lang}/search.json", search_index(renderer, lang)
    for lang, old, new in redirect_targets(site.book):
        yield f"{lang}/{old}index.html", forwarding_page(renderer, lang, f"{lang}/{old}", f"{lang}/{new}").encode()


def calculator_files(book: Book) -> Iterable[tuple[str, bytes]]:
    """The model and the words that the calculator's scripts take."""
    model = model_of(book)
    yield "assets/javascripts/engine/generated.js", script(model, targets_of(book)).encode()
    yield "assets/javascripts/opening/formulas.js", opening_script(model).encode()
    for number, former in former_models(book).items():
        yield f"assets/versions/{number}.js", former_script(former).encode()
    for lang in LANGUAGES:
        yield f"{lang}/roi.json", compact(calculator_words(book, lang))
        yield f"{lang}/roi-opening.json", compact(opening_words(book, lang))


def workbook_files(renderer: Renderer) -> Iterable[tuple[str, bytes]]:
    """The workbook of the example in each language, and where a reader's figures go in it."""
    site = renderer.site
    book, model = site.book, model_of(site.book)
    shown = (*book.roi.not_monetised, *book.roi.shared_kpis, *(item.kpi for item in book.roi.improvements.values()))
    depends = repr((book.roi, book.tco, book.ui, book.units, book.teams, book.industries, book.outcome_files))

    def cells() -> bytes:
        from ..calculator.workbook.template import cells_script  # its library takes long to come, and is seldom asked

        return cells_script(book, model).encode()

    def workbook_in(lang: str) -> bytes:
        from ..calculator.workbook.template import workbook

        return workbook(book, model, site.pages[f"{lang}/calculator/"].context["case"], lang)

    yield "assets/javascripts/workbook/cells.js", renderer.kept.get("cells", depends, cells)
    for lang in LANGUAGES:
        names = repr([book.kpis[id].name[lang] for id in shown])
        yield f"assets/workbook/{lang}.xlsx", renderer.kept.get(lang, depends + names, partial(workbook_in, lang))


def compact(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def forwarding_page(renderer: Renderer, lang: str, old: str, new: str) -> str:
    """The page left at an address that moved."""
    site = renderer.site
    context = {
        "lang": lang,
        "ui": interface_words(site.book, lang),
        "target": relative(old, new),
        "canonical": site.settings.site_url + new,
    }
    return renderer.bare("pages/moved.html", context | {"root": relative(old, "")})
