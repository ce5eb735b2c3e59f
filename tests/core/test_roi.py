"""The ROI engine: the reference cases computed apart, published vectors, and what must hold for any reader."""

import json
import math
from pathlib import Path

import pytest
from knowledge.roi import finance
from knowledge.roi.engine import defaults, evaluate
from knowledge.roi.model import Model, model_of
from knowledge.roi.notation import factors
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

from tests.roi import SITUATIONS, distance, flat, numbers, random_inputs
from tests.trace import trace, tree_words

REFERENCE = json.loads((Path(__file__).parent / "golden" / "roi_cases.json").read_text(encoding="utf-8"))
ERP, TRIALS = "erp-custom", 1000


@pytest.fixture(scope="module")
def model(book) -> Model:
    return model_of(book)


@pytest.fixture(scope="module")
def example(model):
    """The worked example."""
    return evaluate(model, {}, ERP)


@pytest.fixture(scope="module")
def trials(model):
    """(inputs, situation, results) of many readers."""
    return [
        (inputs, situation, evaluate(model, inputs, situation)) for situation, inputs in random_inputs(model, TRIALS)
    ]


# --- figures known beforehand -------------------------------------------------------------------------------------


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


def test_present_values_of_a_published_study():
    costs, benefits = [53150, 666715, 636772, 647783], [0, 1606511, 3061331, 4229760]  # the first is paid at once
    paid, earned = (first + finance.present_value(later, 0.10) for first, *later in (costs, benefits))
    assert round(paid) == 1_672_201
    assert round(earned) == 7_168_371
    assert round(earned - paid) == 5_496_170
    assert round((earned - paid) / paid, 2) == 3.29


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        ([-100, 60, 60], 0.13066),
        ([-100, 0, 121], 0.1),
        ([0, 0, -100, 110], 0.1),
        ([-1, 500_000], 499_999),
        ([-100, 100.000001], 1e-8),
        ([100, 60], None),
        ([-100, -60], None),
        ([-100, 60], None),
        ([-100, 230, -132], None),
        ([100, -200, 150], None),
        ([0, 0], None),
        ([], None),
        ([-1e-9, 1e9], None),
    ],
)
def test_rate_of_return(flows, rate):
    found = finance.rate_of_return(flows)
    assert found == (None if rate is None else pytest.approx(rate, rel=1e-4, abs=1e-12))


@pytest.mark.parametrize(
    ("flows", "period"),
    [
        ([-100, 60, 60], 3),
        ([-100, 100], 2),
        ([50, 50], 0),
        ([-100, 150, -100, 60], 4),
        ([-100, 60], None),
        ([-1, 2, -3], None),
        ([], 0),
    ],
)
def test_payback(flows, period):
    assert finance.payback(flows) == period


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


def test_sums_are_added_as_the_browser_adds_them():
    assert finance.add_up([1e16, 1.0, -1e16]) == 0  # sum() gives 1 from Python 3.12 on


# --- what must hold for any reader --------------------------------------------------------------------------------


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


# --- sensitivity, rules and filters -------------------------------------------------------------------------------


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


def test_the_cost_of_inaction_takes_what_the_reader_types(model, example):
    typed = evaluate(model, {"it_support_cost": 500_000}, ERP)
    assert typed.tco.rows["it-support"].scaled == (500_000, 500_000)
    assert typed.tco.total.published == example.tco.total.published


def test_the_simulation_is_drawn_the_same_each_time(model):
    first, again = (simulate(model, {}, ERP, 200) for _ in range(2))
    assert first == again
    assert first.p10 < first.p50 < first.p90
    assert 0 < first.positive < 1


# --- traces -------------------------------------------------------------------------------------------------------

APPLY = {
    "": lambda a, b: b,
    "+": lambda a, b: a + b,
    "−": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "÷": lambda a, b: a / b,
}


def test_the_lines_of_a_trace_make_its_value(model, example):
    names = [*model.scalars, *model.results, "annual_gross", "annual_benefit", "adjusted.otif", "teams.stores"]
    for name in names:
        found = trace(model, example, name)
        assert found.lines, name
        if all(line.sign in APPLY and line.value is not None for line in found.lines):
            value = 0.0
            for line in found.lines:
                value = APPLY[line.sign](value, line.value)
            assert value == pytest.approx(found.value), name


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_formula_reads_in_words(model, lang):
    for tree in {**model.scalars, **model.monthly, **model.results}.values():
        assert all(tree_words(model, part, lang) for _, part in factors(tree))
