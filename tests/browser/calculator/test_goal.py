"""What it would take to reach a goal."""

import pytest
from knowledge.roi.engine import evaluate
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import opened

SOUGHT = """async ([inputs, goal, names]) => {
  const { $seek: { sought } } = await import("/assets/javascripts/goal.js");
  const { $generated: { model } } = await import("/assets/javascripts/engine.js");
  return sought(model, { situation: model.situations[0], inputs, counted: null }, goal, names);
}"""


def reached(results, goal):
    month = results["payback_month"]
    return results.number("npv") >= 0 if goal == "npv" else month is not None and month <= goal


@pytest.mark.parametrize(("inputs", "goal"), [({}, 24), ({"licence_fee_per_order": 1.0}, "npv")])
def test_what_is_found_reaches_the_goal_and_a_little_less_does_not(page, server, model, inputs, goal):
    situation = next(iter(model.record.situations))
    names = [
        *(name for name, item in model.record.inputs.items() if not item.choices and not item.switch),
        *model.record.improvements,
    ]
    page.goto(f"{server}en/calculator/")
    found = page.evaluate(SOUGHT, [inputs, goal, names])
    alone = [item for item in found if item["id"] in names]
    assert len(alone) > 3
    assert not reached(evaluate(model, inputs, situation), goal)
    for item in alone:
        id, start, end = item["id"], item["from"], item["to"]
        less = end + (start - end) * 0.05
        assert reached(evaluate(model, {**inputs, id: end}, situation), goal), id
        assert not reached(evaluate(model, {**inputs, id: less}, situation), goal), id


def test_a_goal_is_sought_when_asked_and_forgotten_when_the_case_changes(page, server):
    opened(page, server)
    page.select_option("[name=goal]", "24")
    page.click("[data-do=seek]")
    expect(page.locator("[data-part=sought] tr").first).to_be_visible()
    assert violations(page) == []
    page.fill("#in-net_sales_total", "80m")
    expect(page.locator("[data-part=sought-table]")).to_be_hidden()


def test_a_goal_that_is_reached_is_said_so(page, server):
    opened(page, server)
    page.select_option("[name=goal]", "36")
    page.click("[data-do=seek]")
    expect(page.locator("[data-part=sought-said]")).to_contain_text("is reached")
