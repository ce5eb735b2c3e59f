"""The three questions of the home page."""

import re

import pytest
from playwright.sync_api import expect


def typed(page, server, lang="fr", **answers):
    """The home page with some of its questions answered, sent."""
    page.goto(f"{server}{lang}/")
    button = page.locator("[data-module=home] [type=submit]")
    expect(button).to_be_enabled()
    for name, text in answers.items():
        page.fill(f"#home-{name}", text)
    button.click()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_answer_and_its_button_stand_above_the_fold(page, server, lang):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{server}{lang}/")
    expect(page.locator("[data-module=home] [type=submit]")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("lang", "sales"), [("fr", "80 M"), ("en", "80m")])
def test_what_is_typed_at_home_opens_the_calculator(page, server, lang, sales):
    typed(page, server, lang, net_sales_total=sales, online_share="25")
    expect(page).to_have_url(re.compile(rf"/{lang}/calculator/#.*net_sales_total=80000000&online_share=0\.25"))
    expect(page.locator("#in-net_sales_total")).to_have_value(re.compile("80.000.000"))
    expect(page.locator("#in-average_order_value")).to_have_value("85")
    expect(page.locator("#results")).to_be_focused()
    expect(page.locator("[data-part=link-notes]")).to_be_empty()


@pytest.mark.parametrize("text", ["abc", "-3", "900 Md", "<b>1</b>"])
def test_an_answer_that_is_none_is_told_at_its_field_and_opens_nothing(page, server, text):
    typed(page, server, average_order_value="90", net_sales_total=text)
    expect(page.locator("#home-error-net_sales_total")).not_to_be_empty()
    expect(page.locator("#home-net_sales_total")).to_be_focused()
    expect(page.locator("#home-net_sales_total")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#home-error-average_order_value")).to_be_hidden()
    assert "calculator" not in page.url
    page.fill("#home-net_sales_total", "90 M")
    expect(page.locator("#home-error-net_sales_total")).to_be_hidden()


def test_a_share_below_one_is_asked_about(page, server):
    typed(page, server, online_share="0,3")
    expect(page.locator("#home-error-online_share")).to_contain_text("30")
    page.fill("#home-online_share", "30 %")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/calculator/#.*online_share=0\.3"))


def test_a_share_that_is_no_fraction_is_told_its_bound_as_in_the_calculator(page, server):
    typed(page, server, online_share="0")
    expect(page.locator("#home-error-online_share")).to_have_text(re.compile(r" 1\s%"))
