"""The search finds what people look for, in a real browser."""

from pathlib import Path

import pytest
import yaml
from knowledge.pages.fragments import GUIDES
from knowledge.records.base import LANGUAGES

LISTS = (  # "unseen", "blind", "exam": by people who had not seen the search; on the exam nothing was tuned
    "queries",
    "queries_unseen",
    "queries_sections",
    "queries_blind",
    "queries_everyday",
    "queries_exam",
)
QUERIES = {name: yaml.safe_load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8")) for name in LISTS}
SECTIONED = (
    "method/",
    "about/",
    "tco/",
    "calculator/",
    "method/roi/",
    *(f"guide/{name}/" for name in GUIDES),
)  # pages whose sections are results of their own
FIRST, TOP_THREE = 0.85, 0.97

TYPE = """(queries) => {
  const input = document.querySelector("#search-query"), { root: address } = document.querySelector("#search").dataset;
  const root = new URL(address, location).href;
  return queries.map((query) => {
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const shown = [...document.querySelectorAll(".search-results a")].filter((link) => link.checkVisibility());
    return shown.map((link) => link.href.replace(root, ""));
  });
}"""


def leads_to(url: str, wanted: list[str]) -> bool:
    """A section of the wanted page is on the wanted page."""
    return any(url == page or ("#" not in page and url.startswith(f"{page}#") and page in SECTIONED) for page in wanted)


@pytest.fixture(scope="module")
def ask(browser, server):
    """Gives the addresses that the dialog shows for each query, in the reader's order; one visit a language."""
    pages = {}

    def shown(lang: str, queries: list[str]) -> list[list[str]]:
        if lang not in pages:
            pages[lang] = browser.new_page()
            pages[lang].goto(f"{server}{lang}/#search")
            pages[lang].locator("#search[data-ready]").wait_for()
        return pages[lang].evaluate(TYPE, queries)

    yield shown
    for page in pages.values():
        page.close()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_most_queries_find_their_page_first(ask, lang, name, capsys):
    queries = QUERIES[name][lang]
    answers = ask(lang, [query["query"] for query in queries])
    places = [
        next((place for place, url in enumerate(found) if leads_to(url, query["finds"])), 99)
        for query, found in zip(queries, answers, strict=True)
    ]
    missed = [
        f"{query['query']!r} wants {query['finds']}, got {found[:3]}"
        for query, found, place in zip(queries, answers, places, strict=True)
        if place > 2
    ]
    first, three = (sum(place <= limit for place in places) / len(places) for limit in (0, 2))
    with capsys.disabled():
        print(f"\nsearch, {name}, {lang}: {len(places)} queries, first {first:.1%}, among the first three {three:.1%}")
    assert max(map(len, answers)) == 10  # and never more
    assert len(places) >= 60
    assert first >= FIRST, missed
    assert three >= TOP_THREE, missed
