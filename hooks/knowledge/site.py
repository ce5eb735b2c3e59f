"""Book and prose → the whole site: all pages by address, and the plain files beside them."""

import json
from collections.abc import Iterable

from .book import Project
from .frame import Site, headers, redirect_targets, relative, robots, sitemap
from .model import LANGUAGES, Book
from .plan import Page, Settings
from .proof import targets_of
from .prose import Prose
from .render import Renderer
from .roi import model_of
from .roi_script import script
from .roi_words import words as words_of_calculator
from .search import search_index
from .views import words


def assemble(project: Project, settings: Settings) -> Site:
    """All pages, generated and written, in reading order."""
    written = (page.page() for page in project.prose)
    pages = [*written, *project.planned, *(error_page(project.book, lang) for lang in LANGUAGES)]
    return Site(project.book, {page.url: page for page in pages}, settings)


def error_page(book: Book, lang: str) -> Page:
    ui = words(book, lang)["error"]
    return Page(lang, "404.html", "error", ui["title"], ui["description"], "data/ui.yml", "pages/error.html")


def plain_files(renderer: Renderer, prose: Iterable[Prose]) -> Iterable[tuple[str, bytes]]:
    """(path, content) of every file that is not a page in the frame."""
    site, prose, root = renderer.site, list(prose), renderer.site.settings.root
    yield "index.html", renderer.bare("pages/root.html", {"root": ""}).encode()
    yield "404.html", renderer.bare("pages/lost.html", {"root": root}).encode()
    yield "sitemap.xml", sitemap(site).encode()
    yield "robots.txt", robots(site.settings).encode()
    yield "_headers", headers().encode()
    for lang in LANGUAGES:
        yield f"{lang}/roi.json", json.dumps(words_of_calculator(site.book, lang), ensure_ascii=False, separators=(",", ":")).encode()
    yield "assets/javascripts/roi/generated.js", script(model_of(site.book), targets_of(site.book)).encode()
    for lang in LANGUAGES:
        yield f"{lang}/search.json", search_index(site, prose, lang)
    for lang, old, new in redirect_targets(site.book):
        yield f"{lang}/{old}index.html", moved(renderer, lang, f"{lang}/{old}", f"{lang}/{new}").encode()


def moved(renderer: Renderer, lang: str, old: str, new: str) -> str:
    """The page left at an address that moved."""
    site = renderer.site
    context = {"lang": lang, "ui": words(site.book, lang), "target": relative(old, new), "canonical": site.settings.site_url + new}
    return renderer.bare("pages/moved.html", context | {"root": relative(old, "")})
