"""Which pages there are, and what follows what."""

from dataclasses import replace

from knowledge.pages.plan import plan
from knowledge.records.base import LANGUAGES


def test_each_language_has_the_same_pages_in_the_same_order(book):
    pages = plan(book)
    french, english = ([page.uri for page in pages if page.lang == lang] for lang in LANGUAGES)
    assert french == english
    assert len(set(french)) == len(french)


def test_a_page_leads_to_its_neighbours_and_they_lead_back(book):
    pages = {page.url: page for page in plan(book)}
    for page in pages.values():
        assert not page.after or pages[page.after].before == page.url
        assert not page.before or pages[page.before].after == page.url


def test_one_reads_on_within_a_team(book):
    pages = {page.url: page for page in plan(book)}
    kpis = [page for url, page in pages.items() if page.kind == "kpi" and page.lang == "en"]
    teams = {page.uri: book.kpis[page.uri.split("/")[1]].team for page in kpis}
    assert all(teams[page.following] == teams[page.uri] for page in kpis if page.following)
    assert sum(not page.previous for page in kpis) == len(set(teams.values()))


def test_a_page_is_edited_where_it_is_written(book, project):
    for page in plan(book):
        assert page.source.startswith("data/")
        if page.kind == "kpi":
            assert page.source in book.documents


def test_addresses_need_no_calculation(book):
    assert [page.url for page in plan(replace(book, model=None))] == [page.url for page in plan(book)]
