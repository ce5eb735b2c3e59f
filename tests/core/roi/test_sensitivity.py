"""Ranges, rules, filters: what a result depends on."""

import pytest
from knowledge.roi.engine import evaluate, scalars_of
from knowledge.roi.sensitivity import (
    driver_values,
    fewest_drivers,
    overlap,
    scenario,
    sceptical_drivers,
    switching_values,
    tier_of,
    to_measure,
    tornado,
    warnings,
)
from knowledge.roi.simulation import simulate
from knowledge.roi.worth import worth_of

from tests.support.roi import ERP


def test_the_range_around_the_worked_example(model):
    low, high = (evaluate(model, scenario(model, {}, ERP, name), ERP)["npv"] for name in ("low", "high"))
    assert round(low) == -1_974_404
    assert round(high) == 3_311_990


def test_the_rules_took_off_what_they_should(model, example):
    found = overlap(model, {}, ERP)
    assert sum(found.alone.values()) > example["annual_gross"]
    assert sum(found.alone.values()) - sum(found.removed.values()) == pytest.approx(example["annual_gross"])
    assert sum(found.pools.values()) == pytest.approx(sum(found.removed.values()))


def test_the_values_of_the_drivers_add_up(model, trials):
    for _, _, results in trials[::50]:
        assert sum(driver_values(model, results).values()) == pytest.approx(results["pv_inflow"], rel=1e-9, abs=1e-3)


@pytest.mark.parametrize("released", [0, 1], ids=["without the cash from stock", "with the cash from stock"])
def test_at_its_switching_value_a_driver_leaves_nothing(model, released):
    inputs = {"include_working_capital": released}
    results = evaluate(model, inputs, ERP)
    for id, share in switching_values(model, results).items():
        assert results["npv"] - (1 - share) * driver_values(model, results)[id] == pytest.approx(0, abs=1e-3)
    share = switching_values(model, results)["holding"]
    without = evaluate(model, inputs, ERP, [id for id in model.record.drivers if id != "holding"])
    assert without["npv"] == pytest.approx(results["npv"] * share / (share - 1), rel=1e-9)


def test_the_fewest_drivers_carry_the_case_alone(model, example):
    fewest = fewest_drivers(model, example)
    assert evaluate(model, {}, ERP, fewest)["npv"] >= 0 > evaluate(model, {}, ERP, fewest[:-1])["npv"]


def test_the_tornado_starts_with_the_widest(model):
    bars = tornado(model, {}, ERP)
    assert [bar.swing for bar in bars] == sorted((bar.swing for bar in bars), reverse=True)
    assert {bar.id for bar in bars} > set(model.record.improvements)


def test_a_driver_is_worth_its_weakest_part(model):
    needed = set(model.behind["vendor"])
    assert needed == {"vendor_support_cost", "x_vendor"}
    assert tier_of(model, "vendor") == "D"
    assert tier_of(model, "vendor", ["vendor_support_cost"]) == "D"
    assert tier_of(model, "vendor", ["x_vendor"]) == "D"
    assert tier_of(model, "vendor", needed) == "A"
    assert tier_of(model, "otif", set(model.behind["otif"]) - {"x_otif"}) == "C"


def test_the_example_keeps_nothing_under_the_cfo_view_and_says_what_to_measure(model, example):
    assert sceptical_drivers(model) == []
    missing = to_measure(model, example)
    assert [example.adjusted[id] for id in missing] == sorted((example.adjusted[id] for id in missing), reverse=True)
    first, names = next(iter(missing.items()))
    assert sceptical_drivers(model, names) == [first, *(id for id in sceptical_drivers(model, names) if id != first)]
    assert first not in to_measure(model, example, names)


def test_the_cfo_view_counts_only_what_it_keeps(model, example):
    kept = sceptical_drivers(model, {*model.behind["shipping"], *model.behind["vendor"]})
    assert {"shipping", "vendor"} <= set(kept)
    results = evaluate(model, {}, ERP, kept)
    assert results["annual_benefit"] == pytest.approx(sum(example.adjusted[id] for id in kept))
    assert results.drivers == example.drivers


def test_cash_from_stock_is_set_aside_with_its_driver(model):
    inputs = {"include_working_capital": 1}
    assert evaluate(model, inputs, ERP, ["vendor"])["npv"] == evaluate(model, {}, ERP, ["vendor"])["npv"]
    assert evaluate(model, inputs, ERP, ["holding"])["npv"] > evaluate(model, {}, ERP, ["holding"])["npv"]


def test_the_high_scenario_goes_beyond_the_models_only_with_the_readers_value(model):
    for item in model.record.improvements.values():
        assert item.around(item.base)["high"] == item.high
        assert item.around((item.base + item.high) / 2)["high"] == pytest.approx(item.high)
        assert item.around(item.high * 1.1)["high"] == pytest.approx(item.high * 1.1)


def test_guard_rails(model, example):
    assert set(warnings(model, example)) == {"not_yours"}
    greedy = evaluate(model, scenario(model, {"x_launch": 12, "gross_margin_rate": 0.6}, ERP, "high"), ERP)
    assert "too_large" in warnings(model, greedy)


@pytest.mark.parametrize("counted", [None, ["holding", "cc_delivery"]], ids=["all drivers", "two drivers"])
def test_the_value_alone_is_that_of_the_full_calculation(model, trials, counted):
    worth = worth_of(model, counted)
    for inputs, situation, _ in trials[:100]:
        full = evaluate(model, inputs, situation, counted)["npv"]
        assert worth(scalars_of(model, inputs, situation)) == pytest.approx(full, rel=1e-9, abs=1e-3)


def test_dearer_costs_are_worth_less_by_what_they_cost(model, example):
    worth, scalars = worth_of(model), dict(example.scalars)
    free, same, twice = (worth({**scalars, "spread_one_off": factor}) for factor in (0.0, 1.0, 2.0))
    assert same == pytest.approx(example["npv"], rel=1e-9)
    assert same - twice == pytest.approx(free - same, rel=1e-9)
    assert 0.8 * example["one_off_cost"] < same - twice < example["one_off_cost"]


def test_the_simulation_is_drawn_the_same_each_time(model):
    first, again = (simulate(model, {}, ERP, 200) for _ in range(2))
    assert first == again
    assert first.p10 < first.p50 < first.p90
    assert 0 < first.positive < 1
