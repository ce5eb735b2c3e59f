"""What can be searched: every page, what stands inside it, and the names it goes by."""

import pytest
from knowledge.records.base import LANGUAGES
from knowledge.site.search import search_index, tidy
from knowledge.site.search_entry import without_markup
from knowledge.site.search_parts import EXCERPT, sections

from tests.support.searching import index_of


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def index(renderer, lang):
    return index_of(search_index(renderer, lang))


@pytest.fixture(scope="module")
def entries(index):
    return {(entry["url"], entry["kind"]): entry for entry in index["entries"]}


def test_every_page_of_the_language_can_be_found(index, renderer, lang):
    found = {entry["url"].partition("#")[0] for entry in index["entries"]}
    assert found == {page.uri for page in renderer.site.pages.values() if page.lang == lang and page.kind != "error"}


def test_a_kpi_goes_by_its_names_in_both_languages_and_its_number(entries, book, lang):
    other = "en" if lang == "fr" else "fr"
    for id, kpi in book.kpis.items():
        entry = entries[f"kpi/{id}/", "kpi"]
        assert set(kpi.synonyms[lang]) | set(kpi.searches[lang]) <= set(entry["names"])
        assert {kpi.name[other], f"KPI{kpi.number}"} <= set(entry["other"])


def test_every_outcome_and_every_term_is_a_result(entries, book):
    urls = {url for url, _ in entries}
    assert {f"glossary/#{id}" for id in book.glossary} <= urls
    assert {f"outcome/#{id}" for id in book.outcomes} <= urls


def test_a_part_says_of_which_page_it_is(index):
    pages = {entry["url"] for entry in index["entries"]}
    assert {entry["of"] for entry in index["entries"] if "of" in entry} <= pages


def test_what_is_empty_is_left_out(index):
    assert all(value for entry in index["entries"] for field, value in entry.items() if field != "url")


def test_a_result_shows_words_and_nothing_else(renderer, lang):
    entry = tidy({"url": "", "kind": "", "title": "{kpi:csat} : `a`", "summary": "x  y {change}"}, renderer.site, lang)
    name = renderer.site.book.kpis["csat"].name[lang]
    assert entry["title"].startswith(name) and entry["title"].endswith("a")
    assert entry["summary"] == "x y"


def test_words_that_mean_the_same_stand_together(index, book, lang):
    assert [book.glossary["otif"].term[lang], *book.glossary["otif"].variants[lang]] in index["synonyms"]


def test_the_text_of_a_section_ends_at_the_next_and_leaves_drawings_and_dialogs_alone():
    html = (
        '<h2 id="a"><a href="#a">One &amp; two</a></h2><p>First</p><svg><text>axis</text></svg><p data-say="x">0</p>'
        '<h3 id="b">Three</h3><ul><li>Second</li></ul><dialog><h2 id="c">No</h2></dialog>'
    )
    assert list(sections(html)) == [("a", "One & two", "First"), ("b", "Three", "Second")]


def test_markdown_is_read_as_words():
    assert (
        without_markup("See [the method](method.md#a) **now**.\n<!-- data:tiers -->\n> *Note*")
        == "See the method now. Note"
    )


def test_an_excerpt_is_short(entries):
    assert all(len(entry.get("summary", "")) <= EXCERPT for (_, kind), entry in entries.items() if kind == "part")
