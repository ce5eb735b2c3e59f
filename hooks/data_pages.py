"""Adapter 1: data and prose → MkDocs. Reads the book, adds its pages as files, gives each page its body."""

import gc
import logging
from pathlib import Path
from typing import Literal

from knowledge.book import read_project
from knowledge.pages.page import Page, Settings
from knowledge.records.problems import DataError, as_page
from knowledge.site import scripts, theme
from knowledge.site.files import assemble, plain_files
from knowledge.site.render import Renderer, compiled_in
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

log = logging.getLogger("mkdocs.hooks.data_pages")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    gc.freeze()  # the modules loaded by now stay: Python's collector need not look through them time and again


def on_config(config: MkDocsConfig) -> None:
    config.theme.static_templates.clear()  # the sitemap and the 404 pages are ours
    root = Path(config.config_file_path).parent
    try:
        project = read_project(root)
    except DataError as error:
        refuse(error, config)
        return
    settings = Settings(config.site_url or "", config.extra["edit_url"], config.extra["demo_url"])
    config.extra["prose"] = project.prose
    config.extra["renderer"] = Renderer(assemble(project, settings), compiled_in(root / ".cache/jinja"))


def refuse(error: DataError, config: MkDocsConfig) -> None:
    """Stops the build; while serving, shows the report at every address instead."""
    if not config.extra["serving"]:
        raise PluginError(f"the site was not built.\n\n{error}") from None
    log.error("the site was not built.\n\n%s", error)
    config.extra["renderer"], config.extra["report"] = None, str(error)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    renderer: Renderer | None = config.extra["renderer"]
    if renderer is None:
        return Files([File.generated(config, "404.html", content=as_page(config.extra["report"]))])
    for page in renderer.site.pages.values():
        if page.template:
            files.append(generated(page, config))
    for path, content in plain_files(renderer, config.extra["prose"]):
        publish(path, content, files, config)
    config.extra["theme_files"] = publish_assets(files, config)
    return files


def publish(path: str, content: str | bytes, files: Files, config: MkDocsConfig) -> None:
    if path in files.src_uris:
        files.remove(files.src_uris[path])
    files.append(File.generated(config, path, content=content))


def publish_assets(files: Files, config: MkDocsConfig) -> dict[str, str | list[str]]:
    """One stylesheet, one file a folder of scripts; what they are made of and what no page asks for is left out."""
    for name in theme.unasked(files.src_uris):
        files.remove(files.src_uris[name])
    names = list(files.src_uris)
    styles, modules = theme.sheets(names), [name for name in names if scripts.SOURCE.fullmatch(name)]
    texts = {name: files.src_uris[name].content_string for name in [*styles, *modules]}
    for name in texts:
        files.remove(files.src_uris[name])
    publish(theme.STYLES, theme.stylesheet({name: texts[name] for name in styles}), files, config)
    joined = scripts.joined({name: texts[name] for name in modules})
    for path, content in joined.items():
        publish(path, content, files, config)
    return {
        "styles": theme.STYLES,
        "bundle": theme.bundle(names),
        "calculator": scripts.needed("assets/javascripts/calculator.js", joined),
    }


def generated(page: Page, config: MkDocsConfig) -> File:
    """An empty Markdown file in memory: its body comes from data in `on_page_content`."""
    name = f"{page.url}index.md" if page.kind.endswith("-index") else f"{page.url.rstrip('/')}.md"
    file = File.generated(config, name, content="")
    file.dest_uri = page.dest_uri
    return file


def on_page_content(html: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
    renderer: Renderer = config.extra["renderer"]
    planned = renderer.site.pages[page.url]
    return renderer.page(planned) if planned.template else renderer.prose(html, planned)
