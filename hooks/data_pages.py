"""Adapter 1: data and prose → MkDocs. Reads the book, adds its pages as files, gives each page its body.

`config.extra["site"]` is the site's renderer or, while serving what cannot be built, the report to show instead.
"""

import gc
import logging
import os
from datetime import date
from html import escape
from pathlib import Path
from threading import Timer
from typing import Any, Literal

from knowledge.book import read_project
from knowledge.pages.page import Page, Settings
from knowledge.records.files import TRACE
from knowledge.records.problems import DataError, as_page
from knowledge.site.assets import assets_of
from knowledge.site.files import assemble, plain_files
from knowledge.site.render import Renderer, compiled_in
from knowledge.site.store import store_in
from knowledge.words.reviews import long_late
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage

log = logging.getLogger("mkdocs.hooks.data_pages")
REST = 1.5  # seconds
running: list[str] = []  # the command of this process


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    running.append(command)
    gc.freeze()  # the modules loaded by now stay: Python's collector need not look through them time and again
    gc.disable()  # a build ends before what it leaves behind matters; while serving, see `on_post_build`


def on_config(config: MkDocsConfig) -> None:
    config.extra["serving"] = running == ["serve"]  # faults are shown in the browser, and its reload script is allowed
    config.theme.static_templates.clear()  # the sitemap and the 404 pages are ours
    root = Path(config.config_file_path).parent
    kept = store_in(root / ".cache/made")
    try:
        project = read_project(root, kept.get, day_of(config.extra["today"]), os.environ)
    except DataError as error:
        refuse(error, config)
        config.extra["site"] = str(error)
        return
    for late in long_late(project.book):
        log.warning("%s", late)
    settings = Settings(config.site_url or "", config.extra["repository"] or "", config.extra["demo_url"] or "")
    config.extra["site"] = Renderer(assemble(project, settings), compiled_in(root / ".cache/jinja"), kept)


def day_of(setting: Any) -> date:
    """The day for which the site is made: the setting, or today. The only clock of the build."""
    if setting == "":
        return date.today()
    try:
        return date.fromisoformat(str(setting))  # MkDocs may have read it as one
    except ValueError:
        raise PluginError(f"TODAY must be a day, for example 2026-11-27; it is {setting}.") from None


def on_post_build(config: MkDocsConfig) -> None:
    if config.extra["serving"]:  # what a build leaves behind is collected once its reader has the page
        collector = Timer(REST, gc.collect)
        collector.daemon = True
        collector.start()


def refuse(error: DataError, config: MkDocsConfig) -> None:
    """Stops the build; while serving, says what is wrong and goes on."""
    if not config.extra["serving"]:
        raise PluginError(f"the site was not built.\n\n{error}") from None
    log.error("the site was not built.\n\n%s", error)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    renderer: Renderer | str = config.extra["site"]
    if isinstance(renderer, str):
        return Files([File.generated(config, "404.html", content=as_page(renderer))])
    remove_traces(files, config)
    for page in renderer.site.pages.values():
        if page.template:
            files.append(generated(page, config))
    for path, content in plain_files(renderer):
        publish(path, content, files, config)
    publish_assets(files, config)
    return files


def remove_traces(files: Files, config: MkDocsConfig) -> None:
    """What an editor left while it runs is none of the site."""
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        if TRACE.fullmatch(Path(file.src_uri).name):
            files.remove(file)


def publish_assets(files: Files, config: MkDocsConfig) -> None:
    """Folders of scripts and sheets as the files that pages ask for."""
    assets = assets_of(list(files.src_uris), lambda name: files.src_uris[name].content_string)
    for name in assets.withdrawn:
        files.remove(files.src_uris[name])
    for path, text in assets.files.items():
        publish(path, text, files, config)
    config.extra["assets"] = assets


def publish(path: str, content: str | bytes, files: Files, config: MkDocsConfig) -> None:
    if path in files.src_uris:
        files.remove(files.src_uris[path])
    files.append(File.generated(config, path, content=content))


def generated(page: Page, config: MkDocsConfig) -> File:
    """An empty Markdown file in memory: its body comes from data in `on_page_content`."""
    name = f"{page.url}index.md" if page.kind.endswith("-index") else f"{page.url.rstrip('/')}.md"
    file = File.generated(config, name, content="")
    file.dest_uri = page.dest_uri
    return file


def on_page_content(html: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
    renderer: Renderer = config.extra["site"]
    planned = renderer.site.pages[page.url]
    try:
        return renderer.page(planned) if planned.template else renderer.prose(html, planned)
    except DataError as error:
        refuse(error, config)
        return f"<pre>{escape(str(error))}</pre>"
