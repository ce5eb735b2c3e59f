"""The yearly table and the steps to the net present value say what the engine says."""

import pytest
from knowledge.roi.engine import evaluate
from knowledge.roi.sensitivity import sceptical_drivers
from knowledge.roi.waterfall import waterfall
from knowledge.roi.yearly import yearly

from tests.support.roi import ERP, random_inputs

CENT = 0.005


@pytest.fixture(scope="module")
def readers(model):
    """(inputs, results) of many readers, every third in the CFO view."""
    found = []
    for place, (situation, inputs) in enumerate(random_inputs(model, 60, seed=5)):
        counted = sceptical_drivers(model, ["x_shipping"]) if place % 3 == 0 else None
        found.append((inputs, evaluate(model, inputs, situation, counted)))
    return found


def near(expected: float):
    return pytest.approx(expected, rel=1e-9, abs=CENT)


def test_the_years_add_up_to_the_results_to_the_cent(model, readers):
    for _, results in readers:
        table = yearly(model, results)
        assert table.benefit.total == near(results["total_benefit"])
        assert table.cost.total == near(-results["total_cost"])
        assert table.net.total == near(results["total_net"])
        assert table.cumulative[-1] == near(results["total_net"])
        assert table.benefit.value == near(results["pv_benefit"])
        assert table.cost.value == near(-results["pv_cost"])
        assert table.net.value == near(results["npv"])


def test_a_column_is_the_sum_of_its_lines_and_every_year_keeps_its_flows(model, readers):
    for _, results in readers:
        table = yearly(model, results)
        lines = [*table.teams.values(), *table.cash.values(), *table.costs.values()]
        for place, amount in enumerate(table.net.amounts):
            assert amount == near(sum(line.amounts[place] for line in lines))
        once = [name for name, row in model.record.monthly.items() if row.once]
        first, *others = results.flows.yearly_net
        spent = sum(table.costs[name].total for name in once)
        assert table.net.amounts[0] == near(spent)
        assert sum(table.net.amounts) == near(first + sum(others))


def test_what_is_spent_once_is_the_one_off_cost(model, example):
    assert yearly(model, example).net.amounts[0] == near(-example["one_off_cost"])


def test_the_steps_lead_from_one_sum_to_the_next(model, readers):
    for inputs, results in readers:
        steps, stands = waterfall(model, results, inputs, yearly(model, results)), 0.0
        for step in steps:
            if step.sum and step is not steps[0]:
                assert stands == near(step.amount), step.id
            stands = step.amount if step.sum else stands + step.amount
        assert steps[-1].amount == results["npv"]


def test_the_rules_and_prudence_only_take_off(model, example):
    steps = {step.id: step.amount for step in waterfall(model, example, {}, yearly(model, example))}
    assert steps["overlap"] < 0 and steps["prudence"] < 0 and steps["aside"] == 0
    assert steps["alone"] > steps["kept"] > steps["net"]


def test_the_sceptics_view_sets_drivers_aside_as_a_step(model):
    results = evaluate(model, {}, ERP, [])
    steps = {step.id: step.amount for step in waterfall(model, results, {}, yearly(model, results))}
    assert steps["kept"] == 0 and steps["aside"] < 0
