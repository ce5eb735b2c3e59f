"""The explorer of outcomes: filters, state in the address."""

import pytest

from tests.browser.lists import shown
from tests.support.axe import violations


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
