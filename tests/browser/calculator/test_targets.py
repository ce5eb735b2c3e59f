"""An outcome becomes a target."""

from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, opened

CANCELLED = "#home-cancelled-orders .target a"


def test_an_outcome_becomes_a_target_that_says_where_it_comes_from(page, server):
    page.goto(f"{server}en/outcome/")
    page.locator(CANCELLED).click()
    field = page.locator("[data-field=x_cancel]")
    expect(page.locator("#in-x_cancel")).to_have_value("42.5")
    expect(page.locator("#in-x_cancel")).to_be_focused()
    expect(page.locator("#in-x_cancel")).to_be_in_viewport()
    expect(field).to_have_attribute("data-target", "")
    expect(field.locator(".from")).to_contain_text(
        "The calculator assumes 40% in its base scenario, and 70% in its high one."
    )
    expect(page.locator(".link-notes")).to_contain_text("starts from the example")
    page.evaluate("scrollTo(0, 0)")  # a link half behind the header would be too small for axe
    assert violations(page) == []
    page.locator("#in-x_cancel").fill("30")
    expect(field.locator(".from")).to_be_hidden()
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&x_cancel=0.3")
    field.get_by_label("Measured at your company").check()
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&x_cancel=0.3&own=x_cancel")


def test_a_target_keeps_the_case_that_the_reader_comes_with(page, server):
    opened(page, server, fragment=f"#{NOW}&net_sales_total=80000000&2.name=B&2.net_sales_total=90000000&at=2")
    page.locator("[data-driver=cancellations] [data-part=gross]").click()
    page.locator("dialog.trace .evidence a[href*='home-cancelled-orders']").click()
    expect(page.locator("#home-cancelled-orders")).to_be_in_viewport()
    page.locator(CANCELLED).click()
    expect(page.locator("#in-x_cancel")).to_have_value("42.5")
    expect(page.locator("#in-x_cancel")).to_be_focused()
    expect(page.locator("#in-net_sales_total")).to_have_value("90,000,000")
    expect(page.locator(".link-notes")).to_be_empty()
    expect(page).to_have_url(
        f"{server}en/calculator/#{NOW}&net_sales_total=80000000&2.name=B&2.net_sales_total=90000000"
        "&2.x_cancel=0.425&2.from.x_cancel=home-cancelled-orders&at=2"
    )


def test_the_case_comes_back_from_any_page_that_it_was_taken_to(page, server):
    opened(page, server, fragment=f"#{NOW}&net_sales_total=80000000")
    page.locator("header a, nav a").locator("visible=true").filter(has_text="KPIs").first.click()
    page.wait_for_url("**/en/kpi/#case=*")
    page.locator("a.language").click()
    page.wait_for_url("**/fr/kpi/#case=*")
    page.locator("nav a").locator("visible=true").filter(has_text="Calculateur").first.click()
    expect(page).to_have_url(f"{server}fr/calculator/#{NOW}&net_sales_total=80000000")


def test_a_target_goes_into_the_case_that_the_browser_keeps(page, server):
    opened(page, server).fill("#in-net_sales_total", "80m")
    page.click("[data-do=keep]")
    page.goto(f"{server}en/outcome/")
    page.locator(CANCELLED).click()
    expect(page.locator("#in-net_sales_total")).to_have_value("80,000,000")
    expect(page.locator(".link-notes")).to_contain_text("the case that this browser has saved")
    expect(page).to_have_url(
        f"{server}en/calculator/#{NOW}&net_sales_total=80000000&x_cancel=0.425&from.x_cancel=home-cancelled-orders"
    )


def test_a_link_cannot_claim_a_source_for_another_figure(page, server):
    opened(page, server, fragment=f"#{NOW}&x_cancel=0.9&from.x_cancel=home-cancelled-orders")
    expect(page.locator(".link-notes")).to_contain_text("from.x_cancel=home-cancelled-orders")
    expect(page.locator("[data-field=x_cancel] .from")).to_be_hidden()
