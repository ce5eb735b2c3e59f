"""Charts are read by pointer, keys and finger; a row leads to its field; none shows another case's figures."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, opened

FLOWS, TRIALS = "[data-chart=flows]", "[data-chart=trials]"


def read(page, chart=FLOWS):
    return page.locator(f"{chart} [data-part=read]")


def test_the_keys_read_a_chart_month_by_month(page, server, book):
    opened(page, server)
    slider = page.locator(f"{FLOWS} [data-part=slider]")
    slider.focus()
    expect(read(page)).to_have_text(re.compile(r"^Month 36: low .*, base .*, high "))
    page.keyboard.press("ArrowLeft")
    expect(read(page)).to_have_text(re.compile("^Month 35: "))
    page.keyboard.press("Home")
    expect(read(page)).to_have_text("Month 0: low €0, base €0, high €0.")
    assert slider.evaluate("slider => slider.ariaValueText") == read(page).inner_text()
    expect(page.locator(f"{FLOWS} [data-part=cursor] circle")).to_have_count(3)


def test_the_pointer_reads_a_chart(page, server):
    opened(page, server, "fr")
    plane = page.locator(f"{FLOWS} [data-part=plot]")
    box = plane.bounding_box()
    plane.hover(position={"x": box["width"] / 2, "y": 40}, force=True)
    expect(read(page)).to_have_text(re.compile(r"^Mois 18\s: bas .*, central .*, haut "))
    page.locator(f"{TRIALS} [data-part=plot]").hover(position={"x": 5, "y": 40}, force=True)
    expect(read(page, TRIALS)).to_have_text(re.compile(r"^VAN de .* à .*\s:\s\d+\stirages sur 1\s000\.$"))


def test_a_finger_reads_a_chart(browser, server):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = opened(context.new_page(), server)
    page.locator(".step-list a[href='#results']").click()
    plot = page.locator(f"{FLOWS} [data-part=plot]")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 4, box["y"] + 60)
    expect(read(page)).to_have_text(re.compile("^Month 9: "))
    context.close()


def test_what_is_read_follows_the_figures(page, server):
    opened(page, server)
    page.locator(f"{FLOWS} [data-part=slider]").focus()
    expect(read(page)).to_have_text(re.compile("^Month 36: "))
    before = read(page).inner_text()
    page.locator("#in-online_share").fill("60")
    expect(read(page)).not_to_have_text(before)
    expect(read(page)).to_have_text(re.compile("^Month 36: "))


def test_a_row_of_the_tornado_leads_to_its_field(page, server):
    opened(page, server)
    row = page.locator("[data-chart=tornado] [data-leads=x_shipping]")
    row.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#in-x_shipping")).to_be_focused()
    expect(page.locator("#in-x_shipping")).to_be_visible()


def test_the_tornado_holds_every_figure_that_can_be_more_or_less(page, server, model):
    opened(page, server)
    page.locator("details:has([data-part=tornado]) > summary").click()
    rows = page.locator("[data-part=tornado] [data-leads]")
    shown = set(rows.evaluate_all("rows => rows.map(row => row.dataset.leads)"))
    record = model.record
    assert shown <= {*record.improvements, *record.inputs}
    left_out = {*record.improvements, *record.inputs} - shown
    assert {name for name, item in record.inputs.items() if not item.ranged} <= left_out
    assert len(left_out) < 10


def test_two_cases_are_told_apart_by_what_changed(page, server):
    opened(page, server, fragment=f"#{NOW}&2.name=Pilot&2.x_shipping=0.08&2.online_share=0.4")
    between = page.locator("[data-part=between]")
    expect(between).to_be_visible()
    expect(between.locator("[data-part=between-said]")).to_contain_text("“Case 1” to that of “Pilot”")
    names = between.locator("[data-part=rows] [data-part=name]")
    expect(names).to_have_count(5)
    told = names.all_inner_texts()
    assert (told[0], told[-2], told[-1]) == ("Case 1", "The rest, together", "Pilot")
    page.locator("[data-do=remove]").click()
    expect(between).to_be_hidden()


def test_no_chart_shows_another_case_where_its_script_does_not_come(page, server):
    page.route("**/javascripts/drawing.js", lambda route: route.abort())
    opened(page, server)
    page.locator("#in-online_share").fill("60")
    expect(page.locator("[data-part=not-drawn]")).to_be_visible()
    expect(page.locator(FLOWS)).to_be_hidden()
    expect(page.locator(TRIALS)).to_be_hidden()


def test_what_draws_the_charts_is_fetched_when_the_reader_first_moves(page, server):
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    opened(page, server)
    assert not [url for url in fetched if url.endswith("/drawing.js")]
    with page.expect_request("**/javascripts/drawing.js"):
        page.locator("#in-online_share").focus()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_charts_and_their_tables_are_accessible_and_fit(page, server, width):
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, server, fragment=f"#{NOW}&2.x_shipping=0.08&2.online_share=0.4")
    for place in ("results", "costs", "tornado"):
        page.evaluate("(id) => document.querySelector(`a[href='#${id}']`).click()", place)
        for summary in page.locator("details:not([open]):has(table) > summary").all():
            if summary.is_visible():
                summary.click()
        page.evaluate("scrollTo(0, 0)")  # a link half behind the header would be too small for axe
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if width != 390:  # has the layout of 320, where less fits
            assert violations(page) == []
