"""The ROI engine gives the same figures in Chromium as in Python."""

from dataclasses import asdict

import pytest
from knowledge.roi.engine import evaluate
from knowledge.roi.late import late_payback
from knowledge.roi.sensitivity import (
    driver_values,
    fewest_drivers,
    overlap,
    scenario,
    sceptical_drivers,
    switching_values,
    to_measure,
    tornado,
    warnings,
)
from knowledge.roi.simulation import simulate
from knowledge.roi.waterfall import waterfall
from knowledge.roi.yearly import yearly

from tests.support.roi import ERP, REFERENCE, SITUATIONS, distance, flat, numbers, random_inputs, random_ranges
from tests.support.trace import trace

TRIALS, BATCH, TOLERANCE = 1000, 100, 1e-9

IMPORTS = """
  const { $generated, $model: engine, $late, $sensitivity: sensitivity, $simulate: simulation, $worth,
    $yearly: { yearly }, $waterfall: { waterfall, between } } = await import("/assets/javascripts/engine.js");
  const { $trace } = await import("/assets/javascripts/opening.js");
  const { model } = $generated, { trace } = $trace;
"""


def run(page, body: str, argument=None):
    """The value of a function's body in the page, with the modules at hand and `given` for the argument."""
    return page.evaluate(f"async (given) => {{{IMPORTS}{body}}}", argument)


@pytest.fixture(scope="module")
def engine(browser, server):
    """A page that may import the engine."""
    page = browser.new_page()
    page.goto(f"{server}en/")
    yield page
    page.close()


def worst(expected, found) -> tuple[float, str]:
    """The largest distance between two results, and where it is."""
    left, right = dict(numbers(expected)), dict(numbers(found))
    assert left.keys() == right.keys(), left.keys() ^ right.keys()
    return max((distance(value, right[path]), path) for path, value in left.items())


@pytest.mark.parametrize("case", REFERENCE["cases"], ids=[case["id"] for case in REFERENCE["cases"]])
def test_a_reference_case_is_reproduced(engine, case):
    situation = SITUATIONS[case["situation"]]
    results = run(engine, "return engine.evaluate(model, ...given);", [case["inputs"], situation])
    expected, found = dict(numbers(case["outputs"])), dict(numbers({**results["values"], **results}))
    for path, value in expected.items():
        assert distance(value, found[path], scale=1e-6) <= (1e-7 if path == "irr" else TOLERANCE), path


def test_any_reader_gets_the_same_figures_from_both_engines(engine, model, capsys):
    readers, largest = list(random_inputs(model, TRIALS)), (0.0, "")
    for start in range(0, TRIALS, BATCH):
        batch = readers[start : start + BATCH]
        found = run(
            engine, "return given.map(([situation, inputs]) => engine.evaluate(model, inputs, situation));", batch
        )
        for (situation, inputs), results in zip(batch, found, strict=True):
            largest = max(largest, worst(flat(model, evaluate(model, inputs, situation)), results))
    with capsys.disabled():
        print(f"\nROI engines: {TRIALS} random readers, largest relative difference {largest[0]:.1e} ({largest[1]})")
    assert largest[0] <= TOLERANCE


@pytest.mark.parametrize("number", range(5))
def test_ranges_rules_and_filters_are_the_same(engine, model, number):
    situation, inputs = list(random_inputs(model, 5, seed=7))[number]
    results = evaluate(model, inputs, situation)
    body = """
      const [situation, inputs] = given, results = engine.evaluate(model, inputs, situation);
      const bars = sensitivity.tornado(model, { inputs, situation });
      const years = yearly(model, results), steps = waterfall(model, results, inputs, years);
      return { swings: Object.fromEntries(bars.map((bar) => [bar.id, [bar.low, bar.high, bar.npv_low, bar.npv_high]])),
        years, steps: Object.fromEntries(steps.map(({ id, amount }) => [id, amount])),
        worth: sensitivity.driverValues(model, results), switching: sensitivity.switchingValues(model, results),
        fewest: sensitivity.fewestDrivers(model, results), overlap: sensitivity.overlap(model, inputs, situation),
        warnings: sensitivity.warnings(model, results), cfo: sensitivity.scepticalDrivers(model, given[2]),
        missing: sensitivity.toMeasure(model, results, given[2]) };
    """
    own = sorted({*model.behind["shipping"], *model.behind["holding"]})[: number * 4]
    found = run(engine, body, [situation, inputs, own])
    years = yearly(model, results)
    assert found.pop("fewest") == fewest_drivers(model, results)
    assert found.pop("cfo") == sceptical_drivers(model, own)
    missing = to_measure(model, results, own)
    assert [(id, sorted(names)) for id, names in found.pop("missing")] == [
        (id, sorted(names)) for id, names in missing.items()
    ]
    expected = {
        "swings": {bar.id: [bar.low, bar.high, bar.npv_low, bar.npv_high] for bar in tornado(model, inputs, situation)},
        "years": {**asdict(years), "cumulative": years.cumulative},
        "steps": {step.id: step.amount for step in waterfall(model, results, inputs, years)},
        "worth": driver_values(model, results),
        "switching": switching_values(model, results),
        "overlap": asdict(overlap(model, inputs, situation)),
        "warnings": warnings(model, results),
    }
    assert worst(expected, found)[0] <= TOLERANCE


@pytest.mark.parametrize("number", range(6))
def test_what_a_reader_is_not_sure_of_moves_the_same_things(engine, model, number):
    situation, inputs = list(random_inputs(model, 6, seed=21))[number]
    ranges = random_ranges(model, inputs, 3 * number, seed=number)
    counted = [*model.record.drivers][: 5 + number] if number % 2 else None
    body = """
      const [situation, inputs, ranges, counted, trials] = given, question = { situation, inputs, ranges, counted };
      const npv = (name) => engine.evaluate(model, sensitivity.scenario(model, question, name), situation, counted).npv;
      const draws = simulation.draw(model, model.risk.seed, trials);
      const { npv: found } = simulation.simulate(model, question, draws);
      const bars = sensitivity.tornado(model, { ...question, counted: null });
      return { low: npv("low"), base: npv("base"), high: npv("high"), draws: [...found],
        late: $late.latePayback(model, inputs, engine.evaluate(model, inputs, situation, counted)),
        swings: Object.fromEntries(bars.map((bar) => [bar.id, [bar.low, bar.high, bar.npv_low, bar.npv_high]])) };
    """
    found = run(engine, body, [situation, inputs, ranges, counted, 300])
    bars = tornado(model, inputs, situation, ranges)
    expected = {
        name: evaluate(model, scenario(model, inputs, situation, name, ranges, counted), situation, counted)["npv"]
        for name in ("low", "base", "high")
    }
    expected["draws"] = simulate(model, inputs, situation, 300, counted, ranges).npv
    expected["late"] = late_payback(model, inputs, evaluate(model, inputs, situation, counted))
    expected["swings"] = {bar.id: [bar.low, bar.high, bar.npv_low, bar.npv_high] for bar in bars}
    assert worst(expected, found)[0] <= TOLERANCE


def test_between_two_cases_each_figure_is_changed_alone_and_the_rest_together(engine, model):
    (one, inputs), (other, others) = random_inputs(model, 2, seed=9)
    names = [*inputs][:12]
    start, end = ({name: values[name] for name in names} for values in (inputs, others))
    del end[names[0]]  # what the other case leaves at its default
    questions = [{"situation": one, "inputs": start}, {"situation": other, "inputs": end}]
    first, *steps, rest, last = run(engine, "return between(model, ...given, 5);", questions)

    def npv_of(inputs, situation):
        return evaluate(model, inputs, situation)["npv"]

    npv = npv_of(start, one)
    assert (first["id"], rest["id"], last["id"]) == ("from", "together", "to")
    assert distance(first["amount"], npv) <= TOLERANCE
    assert distance(last["amount"], npv_of(end, other)) <= TOLERANCE
    assert distance(first["amount"] + sum(step["amount"] for step in [*steps, rest]), last["amount"]) <= 1e-6
    assert len(steps) == 5
    for step in steps:
        name = step["id"]
        changed = {key: value for key, value in start.items() if key != name} | (
            {name: end[name]} if name in end else {}
        )
        alone = npv_of(start if name == "situation" else changed, other if name == "situation" else one)
        assert distance(step["amount"], alone - npv, scale=1e3) <= 1e-6, name
    sizes = [abs(step["amount"]) for step in steps]
    assert sizes == sorted(sizes, reverse=True)


def test_the_cfo_view_counts_the_same(engine, model):
    kept, inputs = sceptical_drivers(model, model.behind["holding"]), {"include_working_capital": 1}
    assert kept
    found = run(engine, "return engine.evaluate(model, ...given);", [inputs, ERP, kept])
    assert worst(flat(model, evaluate(model, inputs, ERP, kept)), found)[0] <= TOLERANCE


def test_a_figure_has_the_same_trace(engine, model):
    names = [
        *model.scalars,
        *model.results,
        "annual_gross",
        "annual_benefit",
        "adjusted.otif",
        "teams.stores",
        "net_sales_total",
    ]
    body = (
        "const results = engine.evaluate(model, {}, given[0]); return given[1].map((id) => trace(model, results, id));"
    )
    results = evaluate(model, {}, ERP)
    for name, found in zip(names, run(engine, body, [ERP, names]), strict=True):
        expected = trace(model, results, name)
        assert [(line.sign, line.unit) for line in expected.lines] == [
            (line["sign"], line["unit"]) for line in found["lines"]
        ], name
        assert (expected.unit, set(expected.names)) == (found["unit"], set(found["names"])), name
        for mine, other in zip(expected.lines, found["lines"], strict=True):
            assert distance(mine.value, other["value"]) <= TOLERANCE, name


def test_what_the_model_does_not_know_is_left_out(engine):
    hostile = (
        '{"__proto__": {"net_sales_total": 1}, "constructor": 2, "months_per_year": 1, "annual_orders": 3, "nobody": 4}'
    )
    body = """
      const npv = (inputs) => engine.evaluate(model, inputs, given[1]).npv;
      return npv(JSON.parse(given[0])) === npv({});
    """
    assert run(engine, body, [hostile, ERP])


def test_the_value_alone_is_that_of_the_full_calculation(engine, model):
    body = """
      return given.map(([situation, inputs]) => {
        const values = engine.scalarsOf(model, inputs, situation);
        const counted = situation === "erp-custom" ? null : ["holding", "cc_delivery"];
        return [engine.evaluate(model, inputs, situation, counted).npv, $worth.worthOf(model, counted)(values)];
      });
    """
    for full, alone in run(engine, body, list(random_inputs(model, 200, seed=3))):
        assert distance(full, alone, scale=1e3) <= TOLERANCE


def test_a_page_made_at_build_shows_the_distribution_that_the_browser_draws(engine, model):
    trials = model.record.risk.trials["live"]
    expected = asdict(simulate(model, {}, ERP, trials))
    body = """
      const draws = simulation.draw(model, model.risk.seed, given[1]);
      const found = simulation.simulate(model, { inputs: {}, situation: given[0] }, draws);
      return { ...found, npv: [...found.npv] };
    """
    found = run(engine, body, [ERP, trials])
    assert worst(expected, found)[0] <= TOLERANCE


def test_the_simulation(engine):
    body = """
      const question = { inputs: {}, situation: given };
      const draws = simulation.draw(model, model.risk.seed, model.risk.trials.full);
      const { npv, ...figures } = simulation.simulate(model, question, draws);
      const again = simulation.simulate(model, question, draws);
      const certain = simulation.simulate(model, question, draws, 0);
      const same = npv.every((value, index) => value === again.npv[index]);
      return { figures, same, spread: certain.p90 - certain.p10 };
    """
    found = run(engine, body, ERP)
    figures = found["figures"]
    assert found["same"]
    assert figures["p10"] < figures["p50"] < figures["p90"]
    assert 0 < figures["positive"] < 1
    assert found["spread"] < figures["p90"] - figures["p10"]  # improvements that do not move together hide the risk
