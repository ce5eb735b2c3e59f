"""The ROI engine: the reference cases computed apart, and what must hold for any reader."""

import math

import pytest
from knowledge.roi import finance
from knowledge.roi.engine import defaults, evaluate
from knowledge.roi.sensitivity import fewest_drivers

from tests.support.roi import ERP, REFERENCE, SITUATIONS, distance, flat, numbers


@pytest.mark.parametrize("case", REFERENCE["cases"], ids=[case["id"] for case in REFERENCE["cases"]])
def test_a_reference_case_is_reproduced(model, case):
    results = evaluate(model, case["inputs"], SITUATIONS[case["situation"]])
    expected, found = dict(numbers(case["outputs"])), dict(numbers(flat(model, results)))
    for path, value in expected.items():
        assert distance(value, found[path], scale=1e-6) <= (1e-7 if path == "irr" else 1e-9), path


def test_the_worked_example_needs_no_input(model, example):
    first = REFERENCE["cases"][0]
    assert defaults(model, ERP) == first["inputs"]
    assert example["npv"] == pytest.approx(first["outputs"]["npv"], rel=1e-12)


def test_without_a_discount_rate_both_paybacks_are_the_same(model):
    results = evaluate(model, {"discount_rate": 0}, ERP)
    assert results["payback_discounted_month"] == results["payback_month"]
    assert results["npv"] == pytest.approx(results["total_net"], rel=1e-12)


def test_a_project_that_costs_nothing_has_no_ratio_to_its_cost(model):
    free = dict.fromkeys(
        (
            "weekly_partner_cost",
            "fte_annual_cost",
            "store_count",
            "licence_fee_per_order",
            "licence_minimum",
            "support_contract",
        ),
        0,
    )
    results = evaluate(model, free, ERP)
    assert results["total_cost"] == 0
    assert results["roi"] is None
    assert results["irr"] is None
    assert results["payback_month"] == 0


def test_a_case_without_benefits_has_no_share_that_is_enough(model):
    results = evaluate(model, dict.fromkeys(model.record.improvements, 0), ERP)
    assert results["annual_benefit"] == 0
    assert results["break_even_share"] is None
    assert fewest_drivers(model, results) is None


def test_every_figure_is_a_number(model, trials):
    for inputs, _, results in trials:
        for path, value in numbers(flat(model, results)):
            assert value is None or math.isfinite(value), (path, inputs)


def test_an_improvement_of_zero_earns_nothing(model, trials):
    for id, driver in model.record.drivers.items():
        for inputs, situation, _ in trials[::50]:
            assert evaluate(model, {**inputs, driver.improvement: 0}, situation).drivers[id] == 0, id


def test_more_improvement_earns_no_less(model, trials):
    for name, item in model.record.improvements.items():
        own = [id for id, driver in model.record.drivers.items() if driver.improvement == name]
        for inputs, situation, _ in trials[::50]:
            less, more = (evaluate(model, {**inputs, name: share * item.max}, situation) for share in (0.3, 0.6))
            for id in own:
                assert more.drivers[id] >= less.drivers[id] * (1 - 1e-12), (name, id)
            if len(own) == 1:  # Click & Collect takes parcels away from other drivers
                assert more["annual_gross"] >= less["annual_gross"] * (1 - 1e-12), name


def test_more_cost_is_worth_no_more(model, trials):
    for name in (
        "weekly_partner_cost",
        "contingency_rate",
        "project_fte",
        "licence_fee_per_order",
        "licence_minimum",
        "run_fte",
        "support_contract",
    ):
        item = model.record.inputs[name]
        for inputs, situation, _ in trials[::50]:
            less, more = (evaluate(model, {**inputs, name: share * item.max}, situation) for share in (0.3, 0.6))
            assert more["npv"] <= less["npv"] + 1e-6, name


def test_drivers_never_exceed_their_pool(model, trials):
    for inputs, _, results in trials:
        for id, pool in model.record.pools.items():
            ceiling = model.functions["ceilings"][id](results.named)
            assert sum(results.drivers[driver] for driver in pool.drivers) <= ceiling * (1 + 1e-9), (id, inputs)


def test_no_driver_is_negative(trials):
    for inputs, _, results in trials:
        assert min(results.drivers.values()) >= 0, inputs


def test_the_irr_is_the_rate_at_which_nothing_is_left(trials):
    found = [results for _, _, results in trials if results["irr"] is not None]
    assert found
    for results in found:
        left = finance.present_value(results.flows.net, finance.monthly_rate(results["irr"]))
        assert abs(left) <= 1e-6 * max(map(abs, results.flows.net)), results["irr"]


def test_the_cost_of_inaction_takes_what_the_reader_types(model, example):
    typed = evaluate(model, {"it_support_cost": 500_000}, ERP)
    assert typed.tco.rows["it-support"].scaled == (500_000, 500_000)
    assert typed.tco.total.published == example.tco.total.published
