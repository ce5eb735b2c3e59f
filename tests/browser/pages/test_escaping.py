"""In the browser too: scripts show the texts of the data as text."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.marking import INTRUDER
from tests.support.serving import serving

INTRUDERS = r"""() => [...document.querySelectorAll("*")]
  .filter((element) => element.localName.startsWith("x-")
    || [...element.attributes].some(({ name }) => name === "data-x" || !/^[a-z][\w:-]*$/i.test(name)))
  .map((element) => element.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def address(marked):
    """The served site in which every text carries markup."""
    with serving(marked[0]) as address:
        yield address


@pytest.fixture
def clean(page: Page):
    """A page; in the end it holds no element that no template or script wrote, and its scripts have not failed."""
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert page.evaluate(INTRUDERS) == []
    assert errors == []


@pytest.mark.parametrize("html", ["<x-abc></x-abc>", f'<a href="{INTRUDER}">'])
def test_an_intruder_would_be_found(page, html):
    page.set_content(html)
    assert page.evaluate(INTRUDERS)


@pytest.mark.parametrize(
    "url",
    ["", "fr/", "en/kpi/csat/", "fr/kpi/", "en/kpi/map/", "fr/tco/", "en/method/roi/", "fr/glossary/", "en/404.html"],
)
def test_a_page_holds_texts_as_texts(clean, address, url):
    clean.goto(address + url)
    assert "<x-" in clean.locator("main").inner_text()


def test_the_search_shows_what_it_finds_as_text(clean, address):
    clean.goto(f"{address}fr/")
    clean.keyboard.press("/")
    clean.keyboard.type("otif")
    expect(clean.locator("dialog .search-results a").first).to_contain_text("<x-")
    expect(clean.locator("dialog .search-status")).to_contain_text("<x-")


def test_the_explorer_counts_in_text(clean, address):
    clean.goto(f"{address}en/outcome/#industry=luxury&kpi=nothing")
    expect(clean.locator(".filters .count")).to_contain_text("<x-")


def test_a_definition_shows_as_text(clean, address):
    clean.goto(f"{address}en/about/")
    clean.locator("a.term").first.focus()
    expect(clean.locator("[role=tooltip]")).to_contain_text("<x-")


def test_the_calculator_writes_its_words_as_text(clean, address):
    clean.goto(f"{address}en/calculator/#nonsense=1")
    expect(clean.locator(".link-notes")).to_contain_text("<x-")
    clean.locator("#in-average_order_value").fill("90")
    expect(clean.locator("[data-say=drivers]")).to_contain_text("<x-")
    clean.locator("#in-average_order_value").fill("many")
    expect(clean.locator("#error-average_order_value")).to_contain_text("<x-")
    clean.locator("[data-do=duplicate]").click()
    expect(clean.locator("table.compare tbody")).to_contain_text("<x-")
    clean.locator("button[data-opens=npv]").first.click()
    expect(clean.locator("dialog.trace h2")).to_contain_text("<x-")
    expect(clean.locator("dialog.trace .factors")).to_contain_text("<x-")
