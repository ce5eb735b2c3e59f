"""The browser computes and draws again what the build printed and drew."""

import pytest
from knowledge.records.base import LANGUAGES
from playwright.sync_api import Page, expect

from tests.support.calculator import opened

TEXTS = (
    "[data-result]",
    "[data-range]",
    "[data-part=kept]",
    "[data-part=gross]",
    "[data-part=scaled]",
    "[data-part=answered]",
    "[data-part=years] td",
    "[data-part=sums] td",
    "[data-part=yearly] :is(th, td)",
    "[data-part=steps] :is(th, td)",
    "[data-part=tornado] :is(th, td)",
    "[data-part=overlap] dd",
    "[data-part=switching] dd",
    "[data-part=waits] td",
    ".months .share",
    "[data-part=name]",
    "[data-say]:not([data-say=set_aside]):not([data-say=trials])",
)
NEVER = {"[data-part=switching] dd"}  # the example may need no single driver
PLOTS = ":is([data-chart=flows], [data-chart=waterfall], [data-chart=tornado]) :is([data-part=plot], [data-part=axis])"
MARK = (
    "(selector) => document.querySelectorAll(selector).forEach((place) => place.lastElementChild.id = 'of-the-build')"
)


@pytest.fixture
def static(page_without_scripts, server, lang):
    page_without_scripts.goto(f"{server}{lang}/calculator/")
    return page_without_scripts


def texts(page: Page, selector: str) -> list[str]:
    return [text.strip() for text in page.locator(selector).all_text_contents()]


def drawings(page: Page, selector: str) -> list[str]:
    return [place.inner_html().strip() for place in page.locator(selector).all()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_browser_repeats_what_the_build_printed_and_drew(page, server, static, lang, model):
    live = opened(page, server, lang)
    live.evaluate(MARK, f"{PLOTS}, [data-part=tornado], [data-part=steps]")
    live.locator("details:has([data-part=tornado]) > summary").click()
    live.evaluate(f"location.hash = 'v={model.record.version}'")
    expect(live.locator("#of-the-build")).to_have_count(0)
    for selector in TEXTS:
        built = texts(static, selector)
        assert built or selector in NEVER, selector
        assert built == texts(live, selector), selector
    built = drawings(static, PLOTS)
    assert len(built) > 20
    assert built == drawings(live, PLOTS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_browser_draws_the_distribution_of_the_build(page, server, static, lang):
    live = opened(page, server, lang)
    plot = "[data-chart=trials] [data-part=plot]"
    live.evaluate(MARK, plot)
    live.locator("[data-chart=trials] [data-part=slider]").focus()
    expect(live.locator("#of-the-build")).to_have_count(0)
    assert drawings(static, plot) == drawings(live, plot)
    for selector in ("[data-say=trials]", "[data-part=p50]", "[data-part=positive]", "[data-part=bins] td"):
        assert texts(static, selector) == texts(live, selector)
