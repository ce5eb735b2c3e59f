"""Pages and fragments → HTML, by Jinja; then the finish: typography and glossary links in running text."""

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from ..calculator.example import Case
from ..pages.fragments import fragment
from ..pages.left import notices_on
from ..pages.markup import foreign
from ..pages.page import Page
from ..pages.views import OutcomeView
from ..records.base import LANGUAGES
from ..records.problems import DataError, Problem
from ..records.prose import BLOCK
from .filters import FILTERS
from .finish import finished, glossary_of
from .frame import POLICY, Site, relative
from .hosting import moved_anchors
from .navigation import TABS
from .repository import Doubted, challenge_url, edit_url
from .store import Store

BARE_HEADING = re.compile(
    r'<(h[23]) id="([a-z0-9-]+)">((?:(?!<a |</h).)+)</h[23]>', re.S
)  # those that hold no link yet
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


class Templates(Environment):
    """Looks into a dictionary first: most of what templates name stands in one."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Renderer:
    """Renders the pages of one site. One Jinja environment, one glossary a language."""

    def __init__(self, site: Site, cache: FileSystemBytecodeCache | None = None, kept: Store = Store()):  # noqa: B008
        self.site, self.kept = site, kept
        self.env = Templates(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            optimized=False,  # folding constants takes longer than it saves on a few hundred pages
            bytecode_cache=cache,
            auto_reload=False,  # each build has an environment of its own
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.env.filters |= FILTERS
        self.env.globals |= {"LANGUAGES": LANGUAGES, "TABS": TABS}
        self.glossaries = {lang: glossary_of(site.book, lang) for lang in LANGUAGES}
        self.bodies: dict[str, str] = {}  # the search index reads pages before the host asks for them

    def page(self, page: Page) -> str:
        """The body of a page made from data, rendered once."""
        if page.url not in self.bodies:
            self.bodies[page.url] = self.finish(self.told(page), page)
        return self.bodies[page.url]

    def told(self, page: Page) -> str:
        """What a page shows, and what was retired from it: above a page of its own, below the rest of a list."""
        body = self.template(page.template, page, page.context)
        notices = notices_on(self.site.book, page.lang, page.uri)
        if not notices:
            return body
        left = self.template("fragments/retired.html", page, {"notices": notices})
        return left + body if page.kind == "retired" else body + left

    def prose(self, html: str, page: Page) -> str:
        """The body of a written page: blocks filled, text finished. Raises DataError for HTML that is not allowed."""
        if odd := foreign(html):
            message = f"Markdown makes of this page what none may hold: {', '.join(odd[:3])}."
            raise DataError([Problem(page.source, 1, 1, "", message, "Write that passage in another way.")])
        return self.finish(BLOCK.sub(lambda hit: self.block(hit, page), html), page)

    def block(self, hit: re.Match[str], page: Page) -> str:
        template, context = fragment(self.site.book, page.lang, hit[1], hit[2] or "", self.example)
        return self.template(template, page, context)

    def example(self) -> Case:
        """The worked example, calculated when a page first shows it."""
        case: Case = self.site.pages[f"{LANGUAGES[0]}/calculator/"].context["case"]
        return case

    def bare(self, name: str, context: Mapping[str, Any]) -> str:
        """A whole document of its own, outside the frame."""
        return self.env.get_template(name).render(context, site=self.site, policy=POLICY)

    def template(self, name: str, page: Page, context: Mapping[str, Any]) -> str:
        def to(uri: str) -> str:
            """The link from this page to another of its language; an error page may be served at any depth."""
            url = f"{page.lang}/{uri}"
            return self.site.settings.root + url if page.kind == "error" else relative(page.url, url)

        return self.env.get_template(name).render(
            {
                "lang": page.lang,
                "ui": self.site.words[page.lang],
                "book": self.site.book,
                "to": to,
                "edited": partial(edit_url, self.site.settings.repository),
                "doubted": partial(self.doubted, page.lang),
            }
            | dict(context)  # a retired record brings the book that still holds it
        )

    def doubted(self, lang: str, view: OutcomeView) -> str:
        """Where a reader says that the figure of an outcome is wrong; nowhere without a repository."""
        settings, words = self.site.settings, self.site.words[lang]
        page = f"{settings.site_url}{lang}/outcome/#{view.id}"
        value = view.headline or words["outcome"]["no_figure"]
        return challenge_url(settings.repository, Doubted(view.id, page, value, view.both), words["challenge"])

    def finish(self, html: str, page: Page) -> str:
        for old, new in moved_anchors(self.site.book, page.uri).items():
            place = (
                rf'(<[^>]* id="{new}"[^>]*>(?:\s*<(?:dt|th|td)\b[^>]*>)?)'  # a row or a pair holds no mark of its own
            )
            html = re.sub(place, rf'\1<span id="{old}"></span>', html, count=1)
        html = BARE_HEADING.sub(r'<\1 id="\2"><a class="self" href="#\2">\3</a></\1>', html)
        glossary = self.glossaries[page.lang] if page.kind != "glossary" else None
        return finished(html, page.lang, glossary, relative(page.url, f"{page.lang}/glossary/"))
