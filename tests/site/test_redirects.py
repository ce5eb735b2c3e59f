"""An address that moved still leads to what it named."""

import pytest
from knowledge.records.base import LANGUAGES

from tests.support.pages import addresses


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_old_page_leads_to_the_new_one_with_its_anchors(moved, lang):
    page = moved[f"{lang}/kpi/satisfaction-score/"]
    assert page.moved_to == "../csat/"
    assert "../csat/" in page.links
    assert page.lang == lang
    assert {f"/{lang}/kpi/satisfaction-score/", f"/{lang}/kpi/satisfaction-score/#formula"} <= addresses(moved)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_old_anchor_stands_inside_what_it_named(moved, lang):
    html = moved[f"{lang}/outcome/"].html
    assert '<span id="home-recommendation"></span>' in html.split('id="home-nps"')[1][:60]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_redirect_to_an_anchor_finds_it(pages, book, lang):
    moves = [redirect for redirect in book.redirects.values() if "#" in redirect.new]
    assert moves
    for redirect in moves:
        page, _, anchor = redirect.new.partition("#")
        assert {anchor, redirect.old.partition("#")[2]} <= set(pages[f"{lang}/{page}"].ids), redirect
