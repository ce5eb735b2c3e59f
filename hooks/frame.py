"""Adapter 2: titles, neighbours and Material's frame of each page, in the page's own language."""

import re
from typing import Any

from knowledge.site.frame import Site, frame, printed
from knowledge.site.render import Renderer
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

INVALID = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')  # two checkboxes outside any block


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Titles in their language's typography; previous and next within a team or a list."""
    pages = {page.url: page for page in nav.pages}
    for url, page in pages.items():
        planned = config.extra["site"].site.pages[url]
        page.title = printed(planned.title, planned.lang)
        page.previous_page = pages.get(planned.before)
        page.next_page = pages.get(planned.after)
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    if isinstance(config.extra["site"], Renderer):
        env.bytecode_cache = config.extra["site"].env.bytecode_cache
    env.auto_reload = False  # each build has an environment of its own
    env.trim_blocks = env.lstrip_blocks = True  # a third of a page's lines are blank without it
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    site: Site = config.extra["site"].site
    planned = site.pages[page.url]
    context.update(frame(site, planned, page.content or ""), assets=config.extra["assets"])
    config.theme["language"] = planned.lang  # Material's own words; MkDocs renders one page after the other
    page.meta["hide"] = context["hide"]
    page.toc = TableOfContents([AnchorLink(page.title, "content", 1)])  # where Material's skip link leads
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    output, found = INVALID.subn(r"\1", output)
    if found != 2:
        raise PluginError("Material's base.html has changed: look at INVALID in hooks/frame.py.")
    return output
