"""The business case on one page: the reader's case as a document."""

import re

import pytest
from knowledge.roi.engine import evaluate
from playwright.sync_api import Page, expect

from tests.support.axe import violations
from tests.support.businesscase import CASE, HEADING, NPV, opened
from tests.support.calculator import NOW
from tests.support.calculator import opened as calculator

LANGUAGES = ("fr", "en")


def test_ranges_are_told_by_the_names_of_their_figures(page, server):
    ends = "low.cost_per_return=3&high.cost_per_return=20&low.x_cancel=0.01&high.x_cancel=0.9"
    opened(page, server, fragment=f"#{NOW}&{ends}")
    said = page.locator("[data-say=ranges]")
    expect(said).to_contain_text("Cost to process a return (from €3")
    expect(said).not_to_contain_text("undefined")


def test_a_link_of_an_earlier_version_leads_to_then_and_now(page, server):
    opened(page, server, fragment="#v=1&average_order_value=70")
    link = page.locator("[data-part=link-notes] a")
    expect(link).to_have_attribute("href", f"{server}en/calculator/#v=1&average_order_value=70")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_opens_from_the_calculator_with_the_figures_shown(page, server, lang, model):
    calculator(page, server, lang, f"#{CASE}")
    page.locator("#case a[href*=business-case]").click()
    expect(page.locator("[data-part=address]")).to_contain_text(f"/{lang}/business-case/#{CASE}")
    npv = evaluate(model, {"average_order_value": 90}, next(iter(model.record.situations))).number("npv")
    assert re.sub(r"\D", "", page.locator(NPV).inner_text()) == f"{abs(npv):.0f}"


def test_what_the_build_printed_is_what_the_browser_says_of_the_example(page, page_without_scripts, server):
    page_without_scripts.goto(f"{server}fr/business-case/")
    printed = page_without_scripts.locator("[data-part=paper]").inner_text()
    said = opened(page, server, "fr").locator("[data-part=paper]").inner_text()
    foot = r"Pour ouvrir ce dossier.*"
    assert re.sub(foot, "", said).split() == re.sub(foot, "", printed).split()


def test_without_javascript_it_is_the_example_and_says_so(page_without_scripts, server):
    page = page_without_scripts
    for address, kept in (("business-case", "[data-part=paper]"), ("value", "#plan-caption")):
        page.goto(f"{server}en/{address}/")
        expect(page.locator(".notice[data-only=static]")).to_be_visible()
        expect(page.locator(kept)).to_be_visible()
        assert page.locator("form:visible").count() == 0


def test_the_heading_is_typed_and_lives_in_the_address(page, server):
    opened(page, server)
    page.get_by_label("Title").fill('An OMS for <b>"Us"</b> & co')
    page.get_by_label("For", exact=True).fill("The board")
    page.locator("#paper-date").fill("2026-12-01")
    expect(page.locator(".paper-title")).to_have_text('An OMS for <b>"Us"</b> & co')
    expect(page.locator("[data-part=by]")).to_have_text("For The board · 1 December 2026")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".paper-title")).to_have_text('An OMS for <b>"Us"</b> & co')
    expect(page.locator("[data-part=address]")).to_have_text(address)


def test_the_calculator_keeps_the_heading_for_the_way_back(page, server):
    opened(page, server, fragment=f"#{CASE}&{HEADING}")
    page.locator("[data-part=to-calculator]").click()
    expect(page.locator("button[data-opens=npv]")).to_be_enabled()
    page.locator("#in-average_order_value").fill("70")
    expect(page.locator(".link-notes")).to_have_text("")
    expect(page).to_have_url(re.compile(r"average_order_value=70.*paper\.title=An\+OMS"))


def test_five_drivers_each_with_its_evidence(page, server):
    opened(page, server)
    rows = page.locator("[data-part=drivers] tr:visible")
    assert rows.count() == 5
    amounts = [int(re.sub(r"\D", "", text)) for text in rows.locator("[data-part=kept]").all_inner_texts()]
    assert amounts == sorted(amounts, reverse=True)
    assert all(rows.locator("[data-part=tier]").all_inner_texts())


def test_the_cfo_view_is_said(page, server):
    opened(page, server)
    expect(page.locator("[data-part=cfo-shown]")).to_be_hidden()
    opened(page, server, fragment="#v=1&view=cfo")
    expect(page.locator("[data-part=cfo-shown]")).to_be_visible()


def test_a_figure_changed_here_changes_the_document_and_the_address(page, server):
    opened(page, server)
    before = page.locator(NPV).inner_text()
    page.locator("details.quick summary").click()
    page.locator("#in-average_order_value").fill("70")
    expect(page.locator(NPV)).not_to_have_text(before)
    expect(page).to_have_url(re.compile("average_order_value=70"))
    page.locator("#in-average_order_value").fill("many")
    expect(page.locator("#error-average_order_value")).to_be_visible()
    page.locator("[data-field=average_order_value] [data-do=restore]").click()
    expect(page.locator(NPV)).to_have_text(before)


def test_estimates_follow_what_is_typed(page, server, model):
    estimated = next(id for id in model.estimates[next(iter(model.record.situations))] if model.record.inputs[id].quick)
    opened(page, server)
    page.locator("details.quick summary").click()
    before = page.locator(f"#in-{estimated}").input_value()
    page.locator("#in-net_sales_total").fill("80M")
    expect(page.locator(f"#in-{estimated}")).not_to_have_value(before)


@pytest.mark.parametrize(
    "fragment",
    [
        "v=1&average_order_value=9e99",
        "v=1&average_order_value=70&paper.title=" + "x" * 91,
        "v=1&average_order_value=70&paper.date=2026-02-30",
        "v=1&average_order_value=70&paper.annexes=kpis.kpis",
        "v=1&average_order_value=70&paper.__proto__=1",
        "v=1&average_order_value=70&onli",
        "v=1&average_order_value=70&<script>=1",
    ],
)
def test_a_link_of_which_a_part_is_unsound_is_refused_whole(page, server, fragment):
    opened(page, server)
    example = page.locator("[data-part=paper] table").first.inner_text()
    page.goto("about:blank")
    opened(page, server, fragment=f"#{fragment}")
    expect(page.locator(".link-notes")).to_contain_text("was not opened")
    assert page.locator("[data-part=paper] table").first.inner_text() == example


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_accessible_in_every_state(page, server, lang, scheme):
    page.emulate_media(color_scheme=scheme)
    opened(page, server, lang, f"#{CASE}&{HEADING}&paper.annexes=kpis.outcomes.costs")
    page.locator("details.quick summary").click()
    page.locator("#in-average_order_value").fill("many")
    expect(page.locator("#error-average_order_value")).to_be_visible()
    assert violations(page) == []
    opened(page, server, lang, "#v=1&nonsense=1")
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("address", ["business-case", "value"])
def test_nothing_is_cut_off_on_a_phone(page, server, address, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{server}fr/{address}/#{CASE}&{HEADING}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_by_keyboard_alone(page: Page, server):
    opened(page, server)
    page.locator("#paper-title").focus()
    page.keyboard.type("By hand")
    for _ in range(4):  # for, by, and two of the parts of the date
        page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.value") != "kpis":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("[data-annex=kpis]")).to_be_visible()
    expect(page.locator(".paper-title")).to_have_text("By hand")
