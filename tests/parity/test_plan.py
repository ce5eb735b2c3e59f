"""The plan of each driver is the same in Chromium as in Python, and all of them together are the benefit."""

import pytest
from knowledge.calculator.plan import planned
from knowledge.roi.engine import evaluate

from tests.support.roi import distance, random_inputs

READERS, TOLERANCE = 25, 1e-9
BODY = """async (readers) => {
  const { $generated: { model }, $model: { evaluate } } = await import("/assets/javascripts/engine.js");
  const { $baseline: { planOf } } = await import("/assets/javascripts/realisation.js");
  return readers.map(([situation, inputs]) => planOf(model, evaluate(model, inputs, situation)));
}"""


@pytest.fixture(scope="module")
def readers(book, model):
    return list(random_inputs(model, READERS, seed=11))


def test_the_drivers_together_are_the_benefit_of_each_month(model, readers):
    for situation, inputs in readers:
        results = evaluate(model, inputs, situation)
        sums = [sum(month) for month in zip(*planned(model, results).values(), strict=True)]
        assert all(distance(*pair) <= TOLERANCE for pair in zip(results.flows.benefit, sums, strict=True))


def test_any_reader_gets_the_same_plan(page, server, model, readers):
    page.goto(f"{server}en/")
    for (situation, inputs), found in zip(readers, page.evaluate(BODY, readers), strict=True):
        results = evaluate(model, inputs, situation)
        plan, flows = planned(model, results), results.flows
        assert found["drivers"].keys() == plan.keys()
        pairs = [pair for id in plan for pair in zip(plan[id], found["drivers"][id], strict=True)]
        pairs += [*zip(flows.cost, found["cost"], strict=True)]
        pairs += [
            (inflow - benefit, cash)
            for inflow, benefit, cash in zip(flows.inflow, flows.benefit, found["cash"], strict=True)
        ]
        assert all(distance(*pair) <= TOLERANCE for pair in pairs)
