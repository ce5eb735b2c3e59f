"""Public figures: the register shows all, the pages that quote them and the calculator the same."""

import re
from html import unescape

import pytest
from knowledge.records.base import LANGUAGES
from knowledge.words.benchmarks import benchmarks_of, figure_words
from knowledge.words.formats import typeset

from tests.support.building import project

BOOK = project().book


def section(page) -> str:
    return unescape(re.split(r'<h2 id="', page.html.partition('<h2 id="benchmarks"')[2])[0])


def figure(id: str, lang: str) -> str:
    return typeset(figure_words(BOOK.benchmarks[id], BOOK, lang), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_kpi_page_shows_the_benchmarks_of_its_guide_or_says_that_there_are_none(pages, lang):
    for kpi, guide in BOOK.guides.items():
        said = section(pages[f"{lang}/kpi/{kpi}/"])
        shown = re.findall(r'<p class="result-value">(.*?)</p>', said)
        assert shown == [figure(id, lang) for id in guide.benchmarks], kpi
        for id in guide.benchmarks:
            assert typeset(BOOK.benchmarks[id].population[lang], lang) in said
            assert typeset(BOOK.benchmarks[id].source.publisher, lang) in said
        assert (typeset(BOOK.ui["benchmark"]["none"][lang], lang) in said) == (not guide.benchmarks)
        assert 'method/#benchmarks"' in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_register_shows_each_benchmark_once(pages, lang):
    said = section(pages[f"{lang}/method/"])
    assert re.findall(r'id="benchmark-([a-z0-9-]+)"', said) == list(BOOK.benchmarks)
    assert re.findall(r'<p class="result-value">(.*?)</p>', said) == [figure(id, lang) for id in BOOK.benchmarks]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_default_names_its_benchmarks_and_leads_to_them(pages, lang):
    quoted = sorted(id for item in BOOK.roi.inputs.values() for id in benchmarks_of(item.source))
    for place in ("calculator/", "method/roi/"):
        html = " ".join(page.html for url, page in pages.items() if url.startswith(f"{lang}/{place}"))
        links = re.findall(r'#benchmark-([a-z0-9-]+)">(.*?)</a>', html)
        assert sorted(id for id, _ in links) == quoted, place
        assert all(figure(id, lang) in text for id, text in links)
