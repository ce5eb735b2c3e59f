"""The whole site from a book and prose: pages, and the plain files beside them."""

import re
from dataclasses import replace

import pytest
from knowledge.pages.page import Settings
from knowledge.pages.plan import plan
from knowledge.records.base import LANGUAGES
from knowledge.records.catalogue import Redirect
from knowledge.site.files import assemble, plain_files
from knowledge.site.render import Renderer


@pytest.fixture(scope="module")
def moved(project):
    """The site after a page and an anchor moved."""
    moves = {
        "page": Redirect(old="kpi/satisfaction/", new="kpi/csat/"),
        "anchor": Redirect(old="kpi/csat/#sums", new="kpi/csat/#formula"),
    }
    book = replace(project.book, redirects=moves)
    return Renderer(assemble(replace(project, book=book, planned=plan(book)), Settings("https://host.example/folder/")))


@pytest.fixture(scope="module")
def files(moved):
    return {path: content.decode() for path, content in plain_files(moved) if not path.endswith(".xlsx")}


def test_every_page_made_from_data_says_all_it_has_to_say(renderer):
    for url, page in renderer.site.pages.items():
        if page.template:
            html = renderer.page(page)
            assert html.strip(), url
            assert not re.search(r"\{[a-z_:-]+\}", re.sub(r"<(pre|script)\b.*?</\1>|<[^>]*>", "", html, flags=re.S)), (
                url
            )


def test_an_address_that_moved_leaves_a_page_that_leads_on(files):
    for lang in LANGUAGES:
        page = files[f"{lang}/kpi/satisfaction/index.html"]
        assert 'url=../csat/"' in page
        assert f'href="https://host.example/folder/{lang}/kpi/csat/"' in page


def test_an_anchor_that_moved_stands_inside_what_it_named(moved):
    html = moved.page(moved.site.page("en", "kpi/csat/"))
    assert html.index('id="formula"') < html.index('<span id="sums"></span>') < html.index("</h2>", html.index("sums"))
    assert html.count('id="sums"') == 1


def test_machines_find_every_page_but_those_of_errors(files, moved):
    pages = {page.url for page in moved.site.pages.values() if page.kind != "error"}
    listed = re.findall(r"<loc>https://host.example/folder/(.*?)</loc>", files["sitemap.xml"])
    assert sorted(listed) == sorted(pages)
    assert "Sitemap: https://host.example/folder/sitemap.xml" in files["robots.txt"]


def test_the_pages_outside_the_frame_know_where_the_site_stands(files):
    assert 'href="fr/"' in files["index.html"]
    assert 'href="/folder/' in files["404.html"]
