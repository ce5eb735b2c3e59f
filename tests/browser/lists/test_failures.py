"""A part that fails, and choices that nobody offers, hide nothing."""

import pytest
from playwright.sync_api import expect


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
