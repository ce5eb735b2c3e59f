"""The search as a reader uses it, and when it cannot load."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_opens_by_keyboard_and_leads_to_its_page(page, server, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{server}fr/")
    page.keyboard.press("/")
    page.keyboard.type("otif")
    page.locator("dialog .search-results a").first.wait_for()
    assert re.fullmatch(r"\d+ résultats, dont \d+ affichés", page.locator("dialog .search-status").inner_text())
    assert (
        page.get_by_role("region", name="KPI", exact=True)
        .get_by_role("link")
        .first.get_attribute("href")
        .endswith("/on-time-in-full/")
    )
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}fr/kpi/on-time-in-full/")


def test_enter_opens_the_first_result(page, server):
    page.goto(f"{server}en/kpi/csat/")
    page.keyboard.press("Control+k")
    page.keyboard.type("bopis")
    page.locator("dialog .search-results a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}en/kpi/click-and-collect/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_other_results_are_shown_on_demand(page, server, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{server}en/#search=cost")
    links, more = page.locator("dialog .search-results a:visible"), page.locator(".search-more")
    more.wait_for()
    shown, others = links.count(), int(re.fullmatch(r"Show the other (\d+)", more.inner_text())[1])
    assert shown == 10
    assert page.locator(".search-status").inner_text() == f"{shown + others} results, {shown} shown"
    before = links.evaluate_all("links => links.map((link) => link.href)")
    more.focus()
    page.keyboard.press("Enter")
    expect(links).to_have_count(shown + others)
    assert page.locator(".search-status").inner_text() == f"{shown + others} results"
    first_new = next(
        href for href in links.evaluate_all("links => links.map((link) => link.href)") if href not in before
    )
    assert page.evaluate("document.activeElement.href") == first_new
    expect(more).not_to_be_visible()
    assert violations(page) == []


def test_the_arrows_go_through_the_groups(page, server):
    page.goto(f"{server}fr/#search=stock")
    links = page.locator("dialog .search-results a:visible")
    links.first.wait_for()
    assert page.locator("dialog .search-results section:visible").count() > 1
    for place in range(links.count()):
        page.keyboard.press("ArrowDown")
        expect(links.nth(place)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("button.search-more")).to_be_focused()
    for _ in range(links.count() + 1):
        page.keyboard.press("ArrowUp")
    expect(page.locator("#search-query")).to_be_focused()


def test_an_address_opens_the_search_and_loses_it_when_it_is_closed(page, server):
    page.goto(f"{server}fr/kpi/csat/#search=taux%20d%27annulation")
    page.locator("dialog .search-results a").first.wait_for()
    assert page.locator("#search-query").input_value() == "taux d'annulation"
    assert page.locator("dialog .search-results a").first.get_attribute("href").endswith("kpi/cancelled-order-rate/")
    page.locator(".search-close").click()
    page.wait_for_function("() => location.hash === ''")
    page.evaluate("location.hash = 'search'")
    expect(page.locator("#search")).to_be_visible()


def test_a_result_on_the_same_page_leads_to_its_section(page, server):
    page.goto(f"{server}en/calculator/#search=what+waiting+costs")
    page.locator("dialog .search-results a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}en/calculator/#waiting")
    expect(page.locator("#search")).to_be_hidden()


@pytest.mark.parametrize("query", ["zzzzqqqq", "<img src=x onerror=alert(1)>", "   ", "«»…", "__proto__", "a" * 200])
def test_nonsense_breaks_nothing(page, server, query):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{server}fr/")
    page.keyboard.press("/")
    page.fill("#search-query", query)
    expect(page.locator(".search-status")).not_to_be_empty()
    assert page.locator("dialog img").count() == 0
    assert errors == []


def test_the_index_is_fetched_only_when_the_search_is_opened(page, server):
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{server}fr/", wait_until="networkidle")
    assert not [url for url in fetched if "search.json" in url or "minisearch" in url]
    with page.expect_event("requestfinished", lambda request: request.url.endswith("fr/search.json")):
        page.keyboard.press("/")


def test_a_search_that_cannot_load_says_so(page, server):
    page.route("**/search.json", lambda route: route.abort())
    page.goto(f"{server}en/")
    page.keyboard.press("/")
    expect(page.locator(".search-status")).to_contain_text("could not be loaded")
