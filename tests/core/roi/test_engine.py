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
    expected, found = dict(numbers(case["outputs"])), dict(numbers({**results.named, **flat(model, results)}))
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
            "migration_cost",
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


def test_more_improvement_earns_no_less_or_loses_no_less(model, trials):
    for name, item in model.record.improvements.items():
        own = [id for id, driver in model.record.drivers.items() if driver.improvement == name]
        for inputs, situation, _ in trials[::50]:
            less, more = (evaluate(model, {**inputs, name: share * item.max}, situation) for share in (0.3, 0.6))
            for id in own:
                assert abs(more.drivers[id]) >= abs(less.drivers[id]) * (1 - 1e-12), (name, id)
                assert more.drivers[id] * less.drivers[id] >= 0, (name, id)
            alone = len(own) == 1  # Click & Collect takes parcels away from other drivers
            if alone and less["contribution_rate"] >= 0:
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
            total = sum(results.drivers[driver] for driver in pool.drivers)
            assert total <= max(ceiling, 0) * (1 + 1e-9), (id, inputs)  # below it, the pool is a loss


def test_a_driver_is_a_loss_only_where_a_sale_or_a_pick_up_costs_more_than_it_brings(model, trials):
    below_cost = 0
    for inputs, _, results in trials:
        losses = {id for id, value in results.drivers.items() if value < 0}
        below_cost += bool(losses)
        online = {id for id, driver in model.record.drivers.items() if driver.kind == "revenue"}
        margins = {"second_basket": results["store_contribution_rate"], "cc_delivery": results.drivers["cc_delivery"]}
        for id in losses:
            assert id in online or id in margins, (id, inputs)
            assert margins.get(id, results["contribution_rate"]) < 0, (id, inputs)
        assert all(results.adjusted[id] == results.drivers[id] for id in losses)
    assert below_cost


def test_without_a_store_no_store_earns_anything(model):
    results = evaluate(model, {"store_count": 0}, ERP)
    assert all(results.drivers[id] == 0 for id in ("second_basket", "cc_delivery", "rejections", "stock_admin"))


def test_estimates_follow_the_size_until_they_are_typed(model):
    small = evaluate(model, {"net_sales_total": 80_000_000}, ERP)
    assert small["it_support_cost"] == pytest.approx(248_000)
    assert small["store_count"] == 32
    assert evaluate(model, {"net_sales_total": 80_000_000, "store_count": 5}, ERP)["store_count"] == 5


@pytest.mark.parametrize(("sales", "npv"), [(20e6, -0.18e6), (80e6, -0.09e6), (1e9, 1.84e6), (10e9, 8.7e6)])
def test_the_case_of_each_size_is_the_one_published_with_the_model(model, sales, npv):
    assert evaluate(model, {"net_sales_total": sales}, ERP)["npv"] == pytest.approx(npv, abs=0.006 * abs(npv) + 5e3)


def test_the_irr_is_the_rate_at_which_nothing_is_left(trials):
    found = [results for _, _, results in trials if results["irr"] is not None]
    assert found
    for results in found:
        left = finance.present_value(results.flows.net, finance.monthly_rate(results["irr"]))
        assert abs(left) <= 1e-6 * max(map(abs, results.flows.net)), results["irr"]


def test_the_cost_of_inaction_is_the_readers(model, example):
    typed = evaluate(model, {"it_support_cost": 500_000, "hourly_cost": 40}, ERP)
    assert typed.tco.rows["it-support"].scaled == (500_000, 500_000)
    assert typed.tco.rows["manual-labour"].scaled > example.tco.rows["manual-labour"].scaled
    assert typed.tco.total.published == example.tco.total.published
    assert all(row.scaled != row.published for row in typed.tco.rows.values())
