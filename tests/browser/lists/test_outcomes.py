"""The explorer of outcomes: filters, state in the address."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.lists import shown
from tests.support.axe import violations


def test_the_explorer_filters_and_keeps_its_state_in_the_address(page, server):
    page.goto(f"{server}en/outcome/")
    expect(shown(page)).to_have_count(69)
    page.select_option("select[name=industry]", "home")
    expect(shown(page)).to_have_count(20)
    page.select_option("select[name=topic]", "inventory")
    expect(shown(page)).to_have_count(4)
    expect(page).to_have_url(re.compile("#industry=home&topic=inventory$"))
    expect(page.locator(".count")).to_have_text("4 outcomes")
    page.reload()
    expect(shown(page)).to_have_count(4)
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
    expect(shown(page)).to_have_count(sum(outcome.figure.type == "before-after" for outcome in book.outcomes.values()))


def test_everything_comes_back(page, server):
    page.goto(f"{server}fr/outcome/#industry=food&baseline=yes")
    page.click("button[type=reset]")
    expect(shown(page)).to_have_count(69)
    expect(page).to_have_url(f"{server}fr/outcome/")


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
    expect(shown(page)).to_have_count(69)
    assert errors == []
    if fragment == "industry=nowhere":
        expect(page.locator(".count")).to_have_text("69 outcomes · ignored in the address: industry=nowhere")


def test_an_outcome_opens_at_its_anchor(page, server):
    page.goto(f"{server}fr/outcome/#mass-retail-store-network")
    expect(page.locator("#mass-retail-store-network")).to_be_visible()
    expect(shown(page)).to_have_count(69)
