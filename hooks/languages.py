"""Adapter 2: the frame of each page in its own language."""

from knowledge.formats import typeset
from knowledge.frame import frame
from knowledge.problems import report
from knowledge.text_checks import missing_words
from mkdocs.exceptions import PluginError


def on_env(env, config, files):
    if config.extra["renderer"] is None:
        return env
    env.filters["typeset"] = typeset
    sources = [env.loader.get_source(env, name)[0] for name in env.list_templates() if name.endswith(".html")]
    problems = missing_words(config.extra["renderer"].site.book, sources)
    if problems:
        raise PluginError(f"the site was not built.\n\n{report(problems)}")
    return env


def on_page_context(context, page, config, nav):
    site = config.extra["renderer"].site
    context.update(frame(site, site.pages[page.url], page.content))
    return context
