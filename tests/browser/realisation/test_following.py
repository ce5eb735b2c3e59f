"""Value realisation: the plan of a case, what is realised month by month, and the forecast."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.businesscase import CASE, HEADING
from tests.support.businesscase import opened as business_case
from tests.support.realisation import give, opened, saved

PLAN, FORECAST = "[data-forecast=npv][data-of=planned]", "[data-forecast=npv][data-of=forecast]"


def amount(text: str) -> int:
    return int(re.sub(r"[^\d-]", "", text.replace("−", "-")))


def test_a_business_case_becomes_a_baseline(page, server, model):
    business_case(page, server, fragment=f"#{CASE}&{HEADING}")
    shown = page.locator("[data-result=npv][data-scenario=base]")
    expect(shown).not_to_be_empty()
    npv = shown.text_content()
    page.locator("[data-part=to-value]").click()
    expect(page.locator(PLAN)).to_have_text(npv)
    kept = json.loads(saved(page))
    assert kept["model_version"] == model.record.version
    assert kept["inputs"]["average_order_value"] == 90
    assert kept["title"] == "An OMS" and kept["date"] == "2026-12-01"
    assert set(kept["improvements"]) == set(model.record.improvements)
    assert {len(months) for months in kept["plan"]["drivers"].values()} == {len(kept["plan"]["cost"])}


def test_nothing_typed_is_the_plan(page, server):
    opened(page, server)
    expect(page.locator("[data-part=so-far]")).to_contain_text("Nothing is entered yet")
    assert page.locator(PLAN).inner_text() == page.locator(FORECAST).inner_text()
    assert page.locator("[data-followed]:visible").count() == 0


def test_what_is_realised_moves_the_forecast_and_is_kept_in_the_file(page, server):
    opened(page, server)
    page.locator("[name=month]").select_option("11")
    row = page.locator("[data-series]:visible").first
    driver = row.get_attribute("data-series")
    planned = amount(row.locator("[data-part=planned]").inner_text())
    row.locator("input").fill(str(planned * 2))
    expect(page.locator(f"[data-followed={driver}] [data-part=share]")).to_have_text(re.compile(r"^(199|200)(\.\d)?%$"))
    rise = amount(page.locator(FORECAST).inner_text()) - amount(page.locator(PLAN).inner_text())
    assert 0.85 * planned < rise < planned
    page.locator("details.quick summary").click()
    owned = page.locator(f"[data-owned={driver}]")
    owned.locator("[data-part=owner]").fill("A. Dupont")
    owned.locator("[data-part=due]").fill("2027-06-01")
    owned.locator("[data-part=owner]").focus()
    text, shown = saved(page), page.locator("section").inner_text()
    assert json.loads(text)["actuals"]["drivers"][driver][11] == planned * 2
    assert json.loads(text)["owners"] == {driver: {"owner": "A. Dupont", "due": "2027-06-01"}}
    page.goto("about:blank")
    opened(page, server)
    give(page, text)
    expect(page.locator("[data-part=form-notes]")).to_have_text("File opened.")
    assert page.locator("section").inner_text() == shown
    assert saved(page) == text
    expect(page.locator("[name=month]")).to_have_value("0")


def test_a_file_is_the_same_in_the_other_language(page, server):
    text = saved(opened(page, server, "fr"))
    opened(page, server, "en")
    give(page, text)
    expect(page.locator("[data-part=held]")).to_contain_text("The plan is that of the file opened: untitled")
    assert saved(page) == text


def test_a_total_stands_for_the_drivers_of_its_month_and_costs_count(page, server):
    opened(page, server)
    page.locator("[name=month]").select_option("20")
    total = page.locator("[data-series=total]")
    planned = amount(total.locator("[data-part=planned]").inner_text())
    total.locator("input").fill("0")
    expect(page.locator("[data-followed=total] [data-part=share]")).to_have_text("0%")
    lost = amount(page.locator(PLAN).inner_text()) - amount(page.locator(FORECAST).inner_text())
    assert 0.7 * planned < lost < planned
    forecast = page.locator(FORECAST).inner_text()
    page.locator("[data-series=cost] input").fill("0")
    expect(page.locator(FORECAST)).not_to_have_text(forecast)
    again = amount(page.locator(PLAN).inner_text()) - amount(page.locator(FORECAST).inner_text())
    assert again < lost


def test_a_month_has_the_name_of_the_calendar_once_the_first_is_typed(page, server):
    opened(page, server, "fr")
    expect(page.locator("[name=month] option").nth(2)).to_have_text("Mois 3")
    page.locator("#baseline-start").fill("2026-12")
    page.locator("#baseline-start").blur()
    expect(page.locator("[name=month] option").nth(2)).to_have_text("février 2027")


def test_nonsense_is_told_at_its_field_and_changes_nothing(page, server):
    opened(page, server)
    before = page.locator("section").inner_text()
    row = page.locator("[data-series=total]")
    for typed in ("many", "1e13", "9" * 30, "<b>"):
        row.locator("input").fill(typed)
        expect(row.locator("[data-part=error]")).to_be_visible()
        expect(row.locator("input")).to_have_attribute("aria-invalid", "true")
    assert page.locator("section").inner_text() == before
    assert violations(page) == []
    row.locator("input").fill("")
    expect(row.locator("[data-part=error]")).to_be_hidden()


def test_a_link_of_which_a_part_is_unsound_is_refused_whole(page, server):
    opened(page, server)
    plan = page.locator(PLAN).inner_text()
    page.goto("about:blank")
    opened(page, server, fragment="#v=1&average_order_value=70&nonsense=<b>")
    expect(page.locator("[data-part=link-notes]")).to_contain_text("nonsense=<b>")
    expect(page.locator(PLAN)).to_have_text(plan)


def test_a_changed_address_leaves_what_was_typed(page, server):
    opened(page, server)
    page.locator("[data-series=total] input").fill("5")
    page.evaluate("location.hash = 'v=1&average_order_value=70'")
    page.wait_for_function("() => location.hash.includes('70')")
    expect(page.locator("[data-series=total] input")).to_have_value("5")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_accessible_in_every_state(page, server, lang, scheme):
    page.emulate_media(color_scheme=scheme)
    opened(page, server, lang, f"#{CASE}")
    page.locator("details.quick summary").click()
    page.locator("[name=month]").select_option("11")
    for row in page.locator("[data-series]:visible").all()[:3]:
        row.locator("input").fill("1000")
    give(page, "{")
    expect(page.locator("#error-file")).to_be_visible()
    assert violations(page) == []


def test_by_keyboard_alone(page, server):
    opened(page, server)
    page.locator("[name=month]").focus()
    page.keyboard.press("ArrowDown")
    while page.evaluate("!document.activeElement.matches('[data-series] input')"):
        page.keyboard.press("Tab")
    page.keyboard.type("1000")
    expect(page.locator("[data-part=so-far]")).to_contain_text("Months entered: 1")
