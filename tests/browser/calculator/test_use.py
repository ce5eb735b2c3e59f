"""The calculator as a reader uses it."""

import re

import pytest
from knowledge.calculator.figures import about, measure
from knowledge.roi.engine import evaluate
from knowledge.roi.model import Model
from knowledge.roi.simulation import simulate
from knowledge.words import formats
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, NPV, npv, opened, unfold


def test_a_figure_typed_changes_the_result_and_the_address(page, server, model):
    opened(page, server, "fr").fill("#in-net_sales_total", "100 M€")
    expected = evaluate(model, {"net_sales_total": 100e6}, "erp-custom")["npv"]
    assert npv(page) == formats.typeset(about(expected, "EUR", model.record, "fr"), "fr")
    expect(page).to_have_url(f"{server}fr/calculator/#{NOW}&net_sales_total=100000000")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/calculator/#{NOW}&net_sales_total=100000000")
    expect(page.locator(NPV)).to_have_text(about(expected, "EUR", model.record, "en"))


def test_what_is_typed_before_the_scripts_come_counts_when_they_do(page, server, model):
    held = []
    page.route("**/roi.json", lambda route: held.append(route))
    with page.expect_request("**/roi.json"):
        page.goto(f"{server}en/calculator/")
    page.fill("#in-net_sales_total", "100m")
    expect(page.locator("button[data-opens=npv]")).to_be_disabled()
    held[0].continue_()
    expected = evaluate(model, {"net_sales_total": 100e6}, "erp-custom")["npv"]
    expect(page.locator(NPV)).to_have_text(about(expected, "EUR", model.record, "en"))
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&net_sales_total=100000000")


@pytest.mark.parametrize(("typed", "message"), [("abc", "not a number"), ("3", "at least"), ("99 bn", "at most")])
def test_a_bad_value_gets_a_message_at_the_field_and_the_last_result_stays(page, server, typed, message):
    before = npv(opened(page, server))
    page.fill("#in-net_sales_total", typed)
    expect(page.locator("#error-net_sales_total")).to_contain_text(message)
    assert page.locator("#in-net_sales_total").get_attribute("aria-invalid") == "true"
    assert npv(page) == before


def test_an_emptied_field_is_not_zero(page, server):
    before = npv(opened(page, server, fragment=f"#{NOW}&net_sales_total=100000000"))
    page.fill("#in-net_sales_total", "")
    assert npv(page) != before
    expect(page).to_have_url(f"{server}en/calculator/")


def test_one_field_goes_back_to_its_default(page, server):
    opened(page, server, fragment=f"#{NOW}&preset=fashion&return_rate=0.1&store_count=7")
    unfold(page, "return_rate")
    field = page.locator("[data-field=return_rate]")
    field.locator(".restore").click()
    expect(field.locator("input")).to_have_value("35")
    expect(field.locator("input")).to_be_focused()
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&preset=fashion&store_count=7")
    expect(page.locator("[data-field=store_count] .restore")).to_have_text("Back to 100 stores")
    field.get_by_role("button", name="Undo: put 10% back").click()
    expect(field.locator("input")).to_have_value("10")
    expect(field.locator(".restore")).to_have_text("Back to 35%")
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&preset=fashion&store_count=7&return_rate=0.1")


def test_after_typing_the_keyboard_goes_to_the_next_field_and_erases_nothing(page, server):
    opened(page, server).fill("#in-net_sales_total", "80m")
    page.keyboard.press("Tab")
    expect(page.locator("[data-field=net_sales_total] [data-do=range]")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#in-online_share")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&net_sales_total=80000000")


def test_a_message_stands_at_its_field_and_its_border_says_fault(page, server):
    opened(page, server, fragment=f"#{NOW}&net_sales_total=80000000").fill("#in-net_sales_total", "abc")
    field, message = page.locator("#in-net_sales_total"), page.locator("#error-net_sales_total")
    below = message.bounding_box()["y"] - field.bounding_box()["y"] - field.bounding_box()["height"]
    assert 0 <= below < 12
    colours = [place.evaluate("(place) => getComputedStyle(place)") for place in (field, message)]
    assert colours[0]["borderTopColor"] == colours[1]["color"]
    assert violations(page) == []


def test_what_is_said_of_a_figure_goes_with_it(page, server):
    opened(page, server, fragment=f"#{NOW}&x_cancel=0.3&own=x_cancel")
    unfold(page, "x_cancel")
    field = page.locator("[data-field=x_cancel]")
    expect(field.get_by_label("Avoided cancellations").nth(1)).to_be_checked()
    field.locator(".restore").click()
    expect(page).to_have_url(f"{server}en/calculator/")
    expect(field.locator("[name=own]")).not_to_be_checked()


def test_the_cfo_view_sets_drivers_aside_and_keeps_them_in_sight(page, server):
    before = npv(opened(page, server))
    page.check("[name=cfo]")
    assert npv(page) != before
    assert page.locator("tr.set-aside").count() > 15
    assert page.locator("tr.set-aside").first.is_visible()
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&view=cfo")
    assert violations(page) == []


def test_a_driver_set_aside_is_hatched(page, server):
    opened(page, server, fragment=f"#{NOW}&view=cfo")
    fill = page.locator("tr.set-aside .mark").first.evaluate("(mark) => getComputedStyle(mark).fill")
    assert "#hatch" in fill
    expect(page.locator("[data-say=set_aside]")).to_contain_text("0 out of 26")


def test_a_preset_and_a_situation_are_kept_in_the_link(page, server):
    opened(page, server).select_option("[name=preset]", "fashion")
    page.check("[name=situation][value=legacy-oms]")
    shown = npv(page)
    page.reload()
    expect(page.locator(NPV)).to_have_text(shown)
    page.click("button[type=reset]")
    expect(page).to_have_url(f"{server}en/calculator/")


def test_the_full_number_of_trials_follows_and_its_seed_is_in_the_link(page, server, model):
    opened(page, server, fragment=f"#{NOW}&seed=7")
    full = model.record.risk.trials["full"]
    expect(page.locator("[data-say=trials]")).to_contain_text(formats.number(full, "en"))
    risk = model.record.risk.model_copy(update={"seed": 7})
    drawn = simulate(Model(model.record.model_copy(update={"risk": risk}), model.tco), {}, "erp-custom", full)
    expect(page.locator("[data-part=p10]")).to_have_text(measure(drawn.p10, "EUR", model.record, "en"))
    page.get_by_text("Advanced").click()
    page.click("[data-do=redraw]")
    expect(page.locator("[data-part=p10]")).not_to_have_text(measure(drawn.p10, "EUR", model.record, "en"))
    expect(page).to_have_url(re.compile(r"seed=(?!7$)\d+"))
