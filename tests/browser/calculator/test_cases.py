"""Cases side by side, taken away, kept."""

from knowledge.calculator.figures import about
from knowledge.roi.engine import evaluate
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, NPV, npv, opened, unfold


def test_cases_stand_side_by_side_and_in_the_link(page, server, model):
    opened(page, server).fill("[name=case-name]", "Today")
    page.click("[data-do=duplicate]")
    unfold(page, "store_count")
    page.fill("[name=case-name]", "Half the stores")
    page.fill("#in-store_count", "50")
    expect(page.locator("table.compare thead th")).to_have_text(["Quantity", "Today", "Half the stores"])
    for place, inputs in enumerate(({}, {"store_count": 50})):
        shown = about(evaluate(model, inputs, "erp-custom")["npv"], "EUR", model.record, "en")
        expect(
            page.locator("table.compare tbody tr", has_text="Net present value").locator("td").nth(place)
        ).to_have_text(shown)
    expect(page.locator("table.compare tr.differs")).to_have_text(["Number of stores100 stores50 stores"])
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&name=Today&2.name=Half+the+stores&2.store_count=50&at=2")
    assert violations(page) == []
    page.locator("a.language").click()
    expect(page).to_have_url(f"{server}fr/calculator/#{NOW}&name=Today&2.name=Half+the+stores&2.store_count=50&at=2")
    expect(page.locator("table.compare thead th")).to_have_text(["Grandeur", "Today", "Half the stores"])
    page.locator("[name=case]").first.check()
    expect(page.locator("#in-store_count")).to_have_value("100")


def test_a_case_is_called_after_what_sets_it_apart_until_it_is_named(page, server):
    opened(page, server).click("[data-do=duplicate]")
    expect(page.locator("[data-part=cases] bdi")).to_have_text(["Case 1", "Case 2"])
    page.fill("#in-online_share", "40")
    apart = page.locator("[data-part=cases] bdi").nth(1)
    expect(apart).to_have_text("Online share of sales: 30% → 40%")
    page.fill("[name=case-name]", "More online")
    expect(apart).to_have_text("More online")


def test_there_are_at_most_three_cases_and_the_last_one_stays(page, server):
    opened(page, server)
    for _ in range(2):
        page.click("[data-do=duplicate]")
    expect(page.locator("[data-do=duplicate]")).to_be_disabled()
    expect(page.locator("[name=case]")).to_have_count(3)
    for _ in range(2):
        page.click("[data-do=remove]")
    expect(page.locator("[data-do=remove]")).to_be_hidden()
    expect(page.locator("table.compare")).to_be_hidden()


def test_what_was_removed_comes_back_with_the_back_button(page, server):
    opened(page, server).fill("#in-net_sales_total", "80m")
    shown = npv(page)
    page.click("button[type=reset]")
    expect(page.locator(NPV)).not_to_have_text(shown)
    page.go_back()
    expect(page.locator(NPV)).to_have_text(shown)


def test_a_browser_keeps_cases_only_when_it_is_asked_to(page, server):
    opened(page, server).fill("#in-net_sales_total", "80m")
    shown = npv(page)
    assert page.evaluate("localStorage.getItem('calculator-cases')") is None
    page.click("[data-do=keep]")
    opened(page, server, fragment="?again")
    expect(page.locator(NPV)).not_to_have_text(shown)
    page.click("[data-do=reopen]")
    expect(page.locator(NPV)).to_have_text(shown)
    page.click("[data-do=forget]")
    expect(page.locator("[data-do=reopen]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
