"""The KPI table: filters, sorting, state in the address."""

from tests.browser.lists import shown
from tests.support.axe import violations


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
