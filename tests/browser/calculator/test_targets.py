"""An outcome becomes a target."""

from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import opened


def test_an_outcome_becomes_a_target_that_says_where_it_comes_from(page, server):
    page.goto(f"{server}en/outcome/")
    page.locator("#home-cancelled-orders .target a").click()
    field, tier = page.locator("[data-field=x_cancel]"), page.locator("[data-driver=cancellations] [data-part=tier]")
    expect(page.locator("#in-x_cancel")).to_have_value("42.5")
    expect(field.locator(".from")).to_contain_text("50% of the smallest comparable result")
    page.locator(".detailed summary").click()
    assert violations(page) == []
    page.locator("#in-x_cancel").fill("30")
    expect(field.locator(".from")).to_be_hidden()
    expect(page).to_have_url(f"{server}en/calculator/#v=1&x_cancel=0.3")
    assert tier.inner_text() == "C"  # a figure typed is not yet a figure measured
    field.get_by_label("Measured at your company").check()
    expect(tier).to_have_text("A")
    expect(page).to_have_url(f"{server}en/calculator/#v=1&x_cancel=0.3&own=x_cancel")


def test_a_link_cannot_claim_a_source_for_another_figure(page, server):
    opened(page, server, fragment="#v=1&x_cancel=0.9&from.x_cancel=home-cancelled-orders")
    expect(page.locator(".link-notes")).to_contain_text("from.x_cancel=home-cancelled-orders")
    expect(page.locator("[data-field=x_cancel] .from")).to_be_hidden()
