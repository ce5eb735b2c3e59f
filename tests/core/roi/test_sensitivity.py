"""Ranges, rules, filters: what a result depends on."""

import pytest
from knowledge.roi.engine import evaluate
from knowledge.roi.sensitivity import (
    driver_values,
    fewest_drivers,
    overlap,
    scenario,
    sceptical_drivers,
    switching_values,
    tornado,
    warnings,
)
from knowledge.roi.simulation import simulate

from tests.support.roi import ERP


def test_the_range_around_the_worked_example(model):
    low, high = (evaluate(model, scenario(model, {}, ERP, name), ERP)["npv"] for name in ("low", "high"))
    assert round(low) == -1_003_604
    assert round(high) == 5_389_935


def test_the_rules_took_off_what_they_should(model, example):
    found = overlap(model, {}, ERP)
    assert sum(found.alone.values()) == pytest.approx(2_229_031.58, abs=0.01)
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


def test_the_cfo_view_counts_only_what_it_keeps(model, example):
    assert sceptical_drivers(model) == ["vendor"]
    kept = sceptical_drivers(model, ["x_shipping"])
    assert kept == ["shipping", "vendor"]
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


def test_the_simulation_is_drawn_the_same_each_time(model):
    first, again = (simulate(model, {}, ERP, 200) for _ in range(2))
    assert first == again
    assert first.p10 < first.p50 < first.p90
    assert 0 < first.positive < 1
