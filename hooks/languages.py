"""Adapter 2: the frame of each page in its own language."""

from knowledge.formats import typeset
from knowledge.frame import frame


def on_env(env, config, files):
    env.filters["typeset"] = typeset
    return env


def on_page_context(context, page, config, nav):
    site = config.extra["renderer"].site
    context.update(frame(site, site.pages[page.url], page.content))
    return context
