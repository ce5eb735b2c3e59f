"""By keyboard, on a phone, read aloud."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, opened, unfold_all


def tab_to(page, selector):
    """Holds Tab down until the element has the focus; it must not be hidden behind the figures that stay on screen."""
    for _ in range(400):
        page.keyboard.down("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            page.keyboard.up("Tab")
            box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
            top = page.evaluate(
                "([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('.live'))", [box["x"] + 2, box["y"] + 2]
            )
            assert not top or selector.startswith(".live"), selector
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def step_to(page, name, width):
    """Goes to a step, which a narrow screen shows alone."""
    if width < 960:
        tab_to(page, f".step-list a[href='#{name}']")
        page.keyboard.press("Enter")
        expect(page.locator(f"#{name}")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_keyboard_is_enough(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, server)
    tab_to(page, "#in-net_sales_total")
    page.keyboard.press("Control+a")
    page.keyboard.type("80m")
    expect(page.locator(".form-status")).to_contain_text("Yearly benefit")
    step_to(page, "results", width)
    tab_to(page, "[data-result=npv].open")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.trace tbody tr")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator("[data-result=npv].open:focus")).to_have_count(1)
    tab_to(page, "[data-do=duplicate]")
    page.keyboard.press("Enter")
    step_to(page, "depth", width)
    tab_to(page, ".section-list a[href='#waiting']")
    page.keyboard.press("Enter")
    tab_to(page, "[name=golive]")
    page.keyboard.press("ArrowRight")
    step_to(page, "depth", width)
    tab_to(page, ".section-list a[href='#evidence']")
    page.keyboard.press("Enter")
    tab_to(page, "[name=cfo]")
    page.keyboard.press("Space")
    step_to(page, "depth", width)
    tab_to(page, ".section-list a[href='#inputs']")
    page.keyboard.press("Enter")
    tab_to(page, "#inputs-fulfillment summary")
    page.keyboard.press("Enter")
    tab_to(page, "#in-x_cancel")
    page.keyboard.press("Control+a")
    page.keyboard.type("30")
    expect(page).to_have_url(
        f"{server}en/calculator/#{NOW}&net_sales_total=80000000"
        "&2.name=&2.golive=10&2.net_sales_total=80000000&2.x_cancel=0.3&at=2&view=cfo"
    )
    page.evaluate("scrollTo(0, 0)")  # a field half under the bar that stays in sight is no small target
    assert violations(page) == []


def test_the_focus_is_never_lost(page, server):
    opened(page, server)
    for _ in range(2):
        page.locator("[data-do=duplicate]").press("Enter")
        expect(page.locator("[name=case-name]")).to_be_focused()
    for _ in range(2):
        page.locator("[data-do=remove]").press("Enter")
        expect(page.locator("[name=case]:checked")).to_be_focused()
    page.locator("[data-do=keep]").press("Enter")
    page.locator("[data-do=forget]").press("Enter")
    expect(page.locator("[data-do=keep]")).to_be_focused()


def test_a_fault_is_read_out(page, server):
    opened(page, server).fill("#in-net_sales_total", "abc")
    expect(page.locator(".form-status")).to_contain_text("Total net sales excl. VAT. This is not a number")


def test_the_detailed_form_is_accessible(page, server, model):
    unfold_all(opened(page, server))
    assert page.locator("[data-field]").count() == len(model.record.inputs) + len(model.record.improvements)
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_fits_a_phone(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    unfold_all(opened(page, server, "fr"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 768])
def test_a_long_name_does_not_widen_the_page(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, server, fragment=f"#{NOW}&name={'X' * 60}&2.name={'Y' * 60}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
