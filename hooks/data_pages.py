"""Adapter 1: data and prose → MkDocs. Reads the book, adds its pages as files, gives each page its body."""

from pathlib import Path

from knowledge.book import read_project
from knowledge.plan import Page, Settings
from knowledge.problems import DataError
from knowledge.render import Renderer
from knowledge.site import assemble, plain_files
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File


def on_config(config):
    try:
        book, config.extra["prose"] = read_project(Path(config.config_file_path).parent)
    except DataError as error:
        raise PluginError(f"the site was not built.\n\n{error}") from None
    config.theme.static_templates.clear()  # the sitemap and the 404 pages are ours
    settings = Settings(config.site_url, config.extra["edit_url"], config.extra["demo_url"])
    config.extra["renderer"] = Renderer(assemble(book, config.extra["prose"], settings))


def on_files(files, config):
    renderer = config.extra["renderer"]
    for page in renderer.site.pages.values():
        if page.template:
            files.append(generated(page, config))
    for path, content in plain_files(renderer, config.extra["prose"]):
        files.append(File.generated(config, path, content=content))
    return files


def generated(page: Page, config) -> File:
    """An empty Markdown file in memory: its body comes from data in `on_page_content`."""
    name = f"{page.url}index.md" if page.kind.endswith("-index") else f"{page.url.rstrip('/')}.md"
    file = File.generated(config, name, content="")
    file.dest_uri = page.dest_uri
    return file


def on_page_markdown(markdown, page, config, files):
    planned = config.extra["renderer"].site.pages[page.url]
    page.meta.update(title=planned.title, description=planned.description)


def on_page_content(html, page, config, files):
    renderer = config.extra["renderer"]
    planned = renderer.site.pages[page.url]
    return renderer.page(planned) if planned.template else renderer.prose(html, planned)
