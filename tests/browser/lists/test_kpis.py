"""The KPI table: filters, sorting, state in the address."""

import re

from playwright.sync_api import expect

from tests.browser.lists import shown
from tests.support.axe import violations


def test_the_kpi_table_sorts_by_keyboard_and_keeps_it_in_the_address(page, server):
    page.goto(f"{server}en/kpi/")
    page.locator("th button").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("tbody th").first).to_have_text("Add-to-cart rate")
    page.keyboard.press("Enter")
    expect(page.locator("thead th").nth(1)).to_have_attribute("aria-sort", "descending")
    expect(page).to_have_url(re.compile("#sort=2&order=descending$"))
    page.reload()
    expect(page.locator("thead th").nth(1)).to_have_attribute("aria-sort", "descending")
    assert violations(page) == []


def test_the_kpi_table_filters_by_team_unit_and_direction(page, server):
    page.goto(f"{server}fr/kpi/")
    page.select_option("select[name=team]", "stores")
    expect(shown(page)).to_have_count(6)
    page.select_option("select[name=unit]", "percent")
    expect(page).to_have_url(re.compile("team=stores&unit=percent"))
    assert 0 < shown(page).count() < 6
