"""A link of an earlier version of the model: then and now."""

import json

import pytest
from knowledge.records.base import LANGUAGES
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.building import ROOT
from tests.support.roi import SITUATIONS, distance, numbers

FIRST = json.loads((ROOT / "tests/core/golden/roi_cases_1.json").read_text(encoding="utf-8"))
OLD = "v=1&gmv_total=80000000&online_share=0.25&x_abandon=0.08&revenue_uplift_cap=0.4&nobody=3"


@pytest.mark.parametrize("case", FIRST["cases"], ids=[case["id"] for case in FIRST["cases"]])
def test_the_first_version_still_gives_what_it_gave(page, server, case):
    page.goto(f"{server}en/")
    body = """async ([inputs, situation]) => {
      const { $model } = await import("/assets/javascripts/engine.js");
      const { model } = await import("/assets/versions/1.js");
      return $model.evaluate(model, inputs, situation);
    }"""
    found = dict(numbers(page.evaluate(body, [case["inputs"], SITUATIONS[case["situation"]]])))
    for path, value in dict(numbers(case["outputs"])).items():
        if not path.startswith("tco_"):  # the cost of inaction is of no version
            assert distance(value, found[path], scale=1e-6) <= (1e-7 if path == "irr" else 1e-9), path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_of_an_earlier_version_shows_then_and_now(page, server, lang):
    page.goto(f"{server}{lang}/calculator/#{OLD}")
    past = page.locator("[data-part=past]")
    expect(past).to_be_visible()
    assert past.locator("[data-past=npv] [data-part=then]").inner_text()
    now = page.locator("[data-result=npv][data-scenario=base]").first
    expect(past.locator("[data-past=npv] [data-part=now]")).to_have_text(now.text_content())
    past.locator("summary").click()
    expect(past.locator("[data-part=moved] tr").nth(10)).to_be_visible()
    expect(page.locator("[data-part=link-notes]")).to_contain_text("nobody=3")
    assert violations(page) == []


def test_what_made_the_difference_adds_up(page, server):
    page.goto(f"{server}en/calculator/#{OLD}")
    expect(page.locator("[data-part=past]")).to_be_visible()
    body = """async (fragment) => {
      const { $generated } = await import("/assets/javascripts/engine.js");
      const { $reading } = await import("/assets/javascripts/past.js");
      const past = await $reading.readPast($generated.model, fragment, 1);
      const effects = past.moved.map(({ effect }) => effect);
      return [past.then.npv, past.now.npv, past.rest, effects, past.state.cases[0].inputs];
    }"""
    then, now, rest, effects, inputs = page.evaluate(body, OLD)
    assert then + rest + sum(effects) == pytest.approx(now)
    assert inputs == {
        "net_sales_total": 80_000_000,
        "online_share": 0.25,
        "x_abandon": 0.08,
        "revenue_uplift_cap": 0.4,
    }


def test_a_link_of_today_shows_no_past(page, server, book):
    page.goto(f"{server}en/calculator/#v={book.roi.version}&online_share=0.5")
    expect(page.locator("#in-online_share")).to_have_value("50")
    expect(page.locator("[data-part=past]")).to_be_hidden()
