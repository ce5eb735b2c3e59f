"""The explorer of outcomes and the KPI table: filters, sorting, state in the address."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import violations


def shown(page) -> int:
    return page.locator("[data-item]:visible").count()


def test_the_explorer_filters_and_keeps_its_state_in_the_address(page, server):
    page.goto(f"{server}en/outcome/")
    assert shown(page) == 69
    page.select_option("select[name=industry]", "home")
    assert shown(page) == 20
    page.select_option("select[name=topic]", "inventory")
    assert shown(page) == 4
    assert page.url.endswith("#industry=home&topic=inventory")
    assert page.locator(".count").inner_text() == "4 outcomes"
    page.reload()
    assert shown(page) == 4
    assert violations(page) == []


def test_options_that_lead_to_nothing_are_hidden(page, server):
    page.goto(f"{server}fr/outcome/#industry=luxury")
    offered = page.eval_on_selector_all(
        "select[name=topic] option:not([hidden])", "options => options.map(option => option.value)"
    )
    assert offered == ["", "ecommerce", "revenue"]


def test_with_baseline_only(page, server, book):
    page.goto(f"{server}fr/outcome/")
    page.check("input[name=baseline]")
    assert shown(page) == sum(outcome.figure.type == "before-after" for outcome in book.outcomes.values())


def test_everything_comes_back(page, server):
    page.goto(f"{server}fr/outcome/#industry=food&baseline=yes")
    page.click("button[type=reset]")
    assert shown(page) == 69
    assert "#" not in page.url


@pytest.mark.parametrize(
    "fragment",
    [
        "industry=nowhere",
        "topic=<script>alert(1)</script>",
        "kpi=__proto__",
        "industry=%E0%A4%A",
        "a=b&&&=&industry=",
        "=" * 3000,
    ],
)
def test_a_bad_address_opens_the_page_and_says_what_it_ignored(page, server, fragment):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{server}en/outcome/#{fragment}")
    assert shown(page) == 69
    assert errors == []
    if fragment == "industry=nowhere":
        assert page.locator(".count").inner_text() == "69 outcomes · ignored in the address: industry=nowhere"


def test_an_outcome_opens_at_its_anchor(page, server):
    page.goto(f"{server}fr/outcome/#mass-retail-store-network")
    assert page.locator("#mass-retail-store-network").is_visible()
    assert shown(page) == 69


def test_the_kpi_table_sorts_by_keyboard_and_keeps_it_in_the_address(page, server):
    page.goto(f"{server}en/kpi/")
    page.locator("th button").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator("tbody th").first.inner_text() == "Add-to-cart rate"
    page.keyboard.press("Enter")
    assert page.locator("thead th").nth(1).get_attribute("aria-sort") == "descending"
    assert page.url.endswith("#sort=2&order=descending")
    page.reload()
    assert page.locator("thead th").nth(1).get_attribute("aria-sort") == "descending"
    assert violations(page) == []


def test_the_kpi_table_filters_by_team_unit_and_direction(page, server):
    page.goto(f"{server}fr/kpi/")
    page.select_option("select[name=team]", "stores")
    assert shown(page) == 6
    page.select_option("select[name=unit]", "percent")
    assert 0 < shown(page) < 6
    assert "team=stores&unit=percent" in page.url


def broken(page, url, old, new):
    """The page of an address with one thing in it that breaks a script; what the scripts complain of."""
    page.route(url, lambda route: route.fulfill(body=route.fetch().text().replace(old, new), content_type="text/html"))
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


@pytest.mark.parametrize(("old", "new"), [('data-target="kpis"', 'data-target="gone"'), ('"filter"', '"nobody"')])
def test_a_module_that_fails_stops_no_other_and_hides_nothing(page, server, old, new):
    complaints = broken(page, f"{server}en/kpi/", old, new)
    page.goto(f"{server}en/kpi/#team=stores&sort=2&order=descending")
    expect(page.locator("thead th").nth(1)).to_have_attribute("aria-sort", "descending")
    expect(page.locator("html[data-choices]")).to_have_count(0)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_visible()
    assert len(complaints) == 1


def test_choices_in_the_address_of_a_page_without_any_hide_nothing(page, server):
    page.goto(f"{server}en/kpi/csat/#industry=home")
    expect(page.locator("html[data-choices]")).to_have_count(0)
