"""The guides: the same in both languages, all listed, each whole."""

import re
from html import unescape

import pytest
from knowledge.pages.fragments import GUIDES, STEPS
from knowledge.records.base import LANGUAGES
from knowledge.words.formats import day, typeset

from tests.support.building import project

both = pytest.mark.parametrize("lang", LANGUAGES)
SECTION = re.compile(r'<h2 id="([a-z-]+)">(.*?)(?=<h2 |</article>)', re.S)
OBJECTION = re.compile(r'<h3 id="([a-z-]+)">(.*?)(?=<h[23] )', re.S)


@both
def test_every_guide_stands_in_the_list_and_beside_each_of_them(pages, lang):
    for name in ("", *(f"{guide}/" for guide in GUIDES)):
        html = pages[f"{lang}/guide/{name}"].html
        menu = re.search(r'<ul class="md-nav__list nav-branch">(.*?)</ul>', html, re.S)[1]
        assert [link.count(f"{guide}/") for guide, link in zip(GUIDES, menu.split("<li")[2:], strict=True)]
    for guide in GUIDES:
        assert f'<h2><a href="{guide}/">' in pages[f"{lang}/guide/"].html


@both
def test_every_step_of_the_path_leads_to_its_section(pages, lang):
    assert {step.replace("_", "-") for step in STEPS} <= set(pages[f"{lang}/guide/path/"].ids)


@both
def test_what_a_role_reads_takes_ten_minutes(pages, lang):
    roles = dict(SECTION.findall(pages[f"{lang}/guide/roles/"].html.partition('<h2 id="foot-')[0] + "</article>"))
    minutes = {id: [int(n) for n in re.findall(r"<strong>(\d)[\s\u202f\u00a0]min", text)] for id, text in roles.items()}
    assert len(minutes) == 6
    assert all(sum(each) == 10 and len(each) in (4, 5) for each in minutes.values()), minutes


@both
def test_every_objection_is_answered_by_data_and_says_what_is_missing(pages, lang):
    html = pages[f"{lang}/guide/objections/"].html
    sections = {id: OBJECTION.findall(text) for id, text in SECTION.findall(html)}
    assert [len(sections[f"from-{who}"]) for who in ("cfo", "cio", "operations")] == [4, 4, 4]
    for objections in sections.values():
        for id, text in objections:
            says, lacks = re.findall(r"<li>(.*?)</li>", text, re.S)
            assert "href" in says.replace('class="term" href', ""), id
            assert lacks


@both
def test_a_rule_of_law_says_since_when_its_wording_applies_where_that_is_confirmed(pages, lang):
    book = project().book
    said = typeset(book.ui["law"]["applies_since"][lang], lang).partition("{")[0]
    html = unescape(pages[f"{lang}/guide/order-flows/"].html)
    since = [text.applies_since for law in book.laws.values() for text in law.texts if text.applies_since]
    assert len(since) >= 10
    assert sorted(re.findall(f"<br>{said}([^<]*)", html)) == sorted(typeset(day(date, lang), lang) for date in since)
