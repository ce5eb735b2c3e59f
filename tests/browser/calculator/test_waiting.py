"""What waiting costs, for the months and orders that a reader gives."""

import pytest
from knowledge.calculator.figures import about
from knowledge.records.base import LANGUAGES
from knowledge.roi.engine import evaluate
from knowledge.roi.waiting import waiting
from knowledge.words import formats
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, opened


@pytest.mark.parametrize("lang", LANGUAGES)
def test_waiting_is_counted_for_the_month_and_the_orders_chosen(page, server, model, lang):
    opened(page, server, lang).locator(".months label").nth(4).click()
    page.fill("#in-season", "100\t90\t90\t90\t90\t90\t90\t90\t90\t90\t300\t200")
    page.keyboard.press("Tab")
    orders = [100, *[90] * 9, 300, 200]
    results = evaluate(model, {}, "erp-custom")
    found = waiting(model, results, [month / sum(orders) for month in orders], 5)
    missed = formats.typeset(about(found.peak_missed, "EUR", model.record, lang), lang)
    expect(page.locator("[data-part=peak]")).to_have_text(formats.month(11, lang))
    expect(page.locator("[data-part=peak-missed]")).to_have_text(missed)
    expect(page).to_have_url(f"{server}{lang}/calculator/#{NOW}&golive=5&season=100_90_90_90_90_90_90_90_90_90_300_200")


def test_orders_that_are_not_twelve_get_a_message_and_change_nothing(page, server):
    opened(page, server)
    before = page.locator("[data-part=waits]").inner_text()
    page.fill("#in-season", "1; 2; 3")
    page.keyboard.press("Tab")
    expect(page.locator("#error-season")).to_contain_text("3 read")
    assert page.locator("[data-part=waits]").inner_text() == before
    assert violations(page) == []


@pytest.mark.parametrize(
    "pasted",
    ["1\t2\t\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13", "1\t2\t\t4\t5\t6\t7\t8\t9\t10\t11\t12", "0;0;0;0;0;0;0;0;0;0;0;0"],
)
def test_months_that_are_missing_are_not_shifted(page, server, pasted):
    opened(page, server).fill("#in-season", pasted)
    page.keyboard.press("Tab")
    expect(page.locator("#error-season")).to_be_visible()
    expect(page).to_have_url(f"{server}en/calculator/")


def test_no_cost_of_delay_is_said_so(page, server):
    opened(page, server, fragment=f"#{NOW}&view=cfo")
    expect(page.locator("#case [data-result=cost_of_delay_month]")).to_have_text("no cost of delay")
    expect(page.locator("[data-say=waiting]")).to_contain_text("waiting costs nothing")
