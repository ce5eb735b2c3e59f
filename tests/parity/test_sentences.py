"""Every sentence and every result reads in the browser as the build prints it, character for character."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from knowledge.calculator.example import Case, critical, example
from knowledge.calculator.facts import FACTS
from knowledge.calculator.figures import measure
from knowledge.calculator.sentences import INSTEAD, SENTENCES, chosen, sentences
from knowledge.records.base import LANGUAGES
from knowledge.records.roi import SCENARIOS
from knowledge.roi.engine import evaluate
from knowledge.roi.late import late_payback
from knowledge.roi.model import Model
from knowledge.roi.sensitivity import (
    fewest_drivers,
    scenario,
    sceptical_drivers,
    switching_values,
    tornado,
)
from knowledge.roi.simulation import simulate
from knowledge.roi.waiting import waiting
from knowledge.roi.waterfall import waterfall
from knowledge.roi.yearly import yearly
from knowledge.site.filters import result_text
from knowledge.words import formats

from tests.support.roi import random_inputs, random_ranges

READERS, TRIALS = 200, 20
FREE = (  # what a project that costs nothing has none of
    "weekly_partner_cost",
    "project_fte",
    "training_cost_per_store",
    "licence_fee_per_order",
    "licence_minimum",
    "run_fte",
    "support_contract",
    "migration_cost",
)
SAID = """async ([readers, trials]) => {
  const { $generated: { model }, $sensitivity: { tornado }, $simulate: { draw, simulate }, $yearly: { yearly },
    $waterfall: { waterfall } } = await import("/assets/javascripts/engine.js");
  const { $compute: { resultsOf, restOf, waitingIn } } = await import("/assets/javascripts/state.js");
  const { $says: { sentence } } = await import("/assets/javascripts/words.js");
  const { $fetching: { labelsOn, fetchJson } } = await import("/assets/javascripts/state.js");
  const contexts = await Promise.all(["fr", "en"].map(async (lang) => {
    const html = await (await fetch(`/${lang}/calculator/`)).text();
    const labels = labelsOn(new DOMParser().parseFromString(html, "text/html").querySelector("main"));
    return { model, lang, words: { ...(await fetchJson(`/${lang}/roi.json`)), labels } };
  }));
  const draws = draw(model, model.risk.seed, trials);
  return readers.map(({ view, ...reader }) => {
    const each = { preset: "", ...reader }, { inputs, situation } = each;
    const found = resultsOf(model, each, view), { base } = found.cases;
    Object.assign(found, restOf(model, found), { waiting: waitingIn(model, each, base) });
    Object.assign(found, { steps: waterfall(model, base, inputs, yearly(model, base)) });
    Object.assign(found, { bars: tornado(model, { inputs, situation, ranges: each.ranges }) });
    Object.assign(found, { trials: simulate(model, { inputs, situation, ranges: each.ranges }, draws) });
    const say = (context) => Object.keys(model.sentences).map((chart) => [chart, sentence(context, chart, found)]);
    return contexts.map((context) => Object.fromEntries(say(context)));
  });
}"""
MISSING = """async (reader) => {
  const { $generated: { model } } = await import("/assets/javascripts/engine.js");
  const { $compute: { resultsOf, restOf } } = await import("/assets/javascripts/state.js");
  const { $facts: { facts } } = await import("/assets/javascripts/words.js");
  const found = resultsOf(model, { preset: "", ...reader }, "");
  Object.assign(found, restOf(model, found));
  const lacking = (chart) => Object.entries(facts[chart](found)).filter(([, value]) => value === null);
  const charts = ["answer", "basis", "cash", "teams", "drivers", "fewest", "switching"];
  return Object.fromEntries(charts.map((chart) => [chart, lacking(chart).map(([name]) => name)]));
}"""
RESULTS = """async (cases) => {
  const { $generated: { model } } = await import("/assets/javascripts/engine.js");
  const { $figures: { exactText, resultText } } = await import("/assets/javascripts/words.js");
  const { $fetching: { fetchJson } } = await import("/assets/javascripts/state.js");
  const lang = document.documentElement.lang, context = { model, words: await fetchJson(`/${lang}/roi.json`), lang };
  return cases.map(([name, value]) => [resultText(context, name, value), exactText(context, value, model.named[name])]);
}"""
VALUES = (
    None,
    0,
    -0.0,
    -1e-9,
    -0.5,
    0.004,
    0.125,
    1,
    1.0000001,
    1.004,
    1.5,
    1.99,
    1.9999,
    2,
    12,
    99.999,
    1e3,
    -1e6,
    1e9,
)


@dataclass(frozen=True)
class Reader:
    """What a reader typed and chose."""

    situation: str
    inputs: dict[str, float]
    golive: int
    season: list[float]  # orders of each month
    view: str  # "cfo" or nothing
    ranges: dict[str, tuple[float, float]] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)  # measured


def readers(model: Model) -> Iterator[Reader]:
    """Random ones, by turns in both views, some with even months; then those of whom something is nil."""
    draw, seasons = random.Random(2), [*model.record.calendar.seasons.values(), [1.0] * 12]
    for place, (situation, inputs) in enumerate(random_inputs(model, READERS, seed=11)):
        view, ranges = "cfo" if place % 5 == 4 else "", random_ranges(model, inputs, place % 4, seed=place)
        own = [*model.record.improvements][: place % 3]
        yield Reader(situation, inputs, draw.randint(1, 12), draw.choice(seasons), view, ranges, own)
    nothing = dict.fromkeys(model.record.improvements, 0.0)
    free = dict.fromkeys(FREE, 0.0)
    for inputs in (nothing, free, {**nothing, **free}, {"implementation_weeks": 130.0}):
        yield Reader(next(iter(model.record.situations)), inputs, 9, seasons[0], "")
    for fee in (0.46, 1.0):  # a little less than the base scenario brings; more than it, and less than the high one
        yield Reader(next(iter(model.record.situations)), {"licence_fee_per_order": fee}, 9, seasons[0], "")
    high = {name: item.high for name, item in model.record.improvements.items()}
    sure = {name: (item.base, item.base) for name, item in model.record.improvements.items()}
    for inputs, ranges in (({}, {}), (high | {"licence_fee_per_order": 1.4}, {}), ({"discount_rate": 0.6}, sure)):
        yield Reader(next(iter(model.record.situations)), inputs, 9, seasons[0], "", ranges)
    yield Reader(next(iter(model.record.situations)), {"vendor_support_cost": 2e7}, 9, seasons[0], "cfo")


def case_of(model: Model, start: Case, reader: Reader) -> Case:
    """What the sentences of a reader are made of."""
    situation, inputs = reader.situation, reader.inputs
    measured = [*(name for name in inputs if name in model.record.inputs), *reader.own]
    counted = sceptical_drivers(model, measured) if reader.view else None
    asked = {name: scenario(model, inputs, situation, name, reader.ranges, counted) for name in SCENARIOS}
    results = {name: evaluate(model, values, situation, counted) for name, values in asked.items()}
    base, season = results["base"], [orders / sum(reader.season) for orders in reader.season]
    fewest = fewest_drivers(model, base)
    return replace(
        start,
        results=results,
        tornado=tuple(tornado(model, inputs, situation, reader.ranges)),
        steps=tuple(waterfall(model, base, inputs, yearly(model, base))),
        trials=simulate(model, inputs, situation, TRIALS, ranges=reader.ranges),
        switching=critical(switching_values(model, base)),
        fewest=None if fewest is None else tuple(fewest),
        late={name: late_payback(model, values, results[name]) for name, values in asked.items()},
        ranges=reader.ranges,
        own=frozenset((*inputs, *reader.own)),
        waiting=waiting(model, base, season, reader.golive),
    )


def test_every_sentence_is_the_same_for_any_reader(page, server, book, model, capsys):
    everyone, start = list(readers(model)), example(book)
    cases = [case_of(model, start, reader) for reader in everyone]
    said = {chosen(sentence.texts, FACTS[name](case)) for case in cases for name, sentence in SENTENCES.items()}
    given = [[vars(reader) for reader in everyone], TRIALS]
    page.goto(f"{server}en/calculator/")
    for reader, case, found in zip(everyone, cases, page.evaluate(SAID, given), strict=True):
        expected = [
            {name: formats.typeset(text, lang) for name, text in sentences(book, case, lang).items()}
            for lang in LANGUAGES
        ]
        assert found == expected, reader
    asked = {key for sentence in SENTENCES.values() for key, *_ in sentence.texts}
    with capsys.disabled():
        print(f"\nsentences: {len(cases)} readers, {len(said)} of {len(asked)} texts said, the same in both languages")
    assert said == asked


def test_a_fact_of_nothing_has_no_value_in_either(page, server, book, model):
    nothing = Reader(
        next(iter(model.record.situations)), dict.fromkeys(model.record.improvements, 0.0), 9, [1.0] * 12, ""
    )
    case = case_of(model, example(book), nothing)
    page.goto(f"{server}robots.txt")
    found = page.evaluate(MISSING, vars(nothing))
    facts = {chart: FACTS[chart](case) for chart in found}
    assert facts["drivers"] == {"n": 0, "list": [], "share": None}
    assert found == {chart: [name for name in known if known[name] is None] for chart, known in facts.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_result_reads_the_same(page, server, book, model, lang):
    cases = [(name, value) for name in model.record.results for value in VALUES]
    ui = {"roi_live": {key: text[lang] for key, text in book.ui["roi_live"].items()}}
    page.goto(f"{server}{lang}/calculator/")
    expected = []
    for name, value in cases:
        texts = (
            result_text({"lang": lang, "ui": ui}, value, name, model.record),
            measure(value, model.units[name], model.record, lang, ui["roi_live"]["none"]),
        )
        expected.append([formats.typeset(text, lang) for text in texts])
    found = page.evaluate(RESULTS, cases)
    assert dict(zip(cases, found, strict=True)) == dict(zip(cases, expected, strict=True))
    instead = {formats.typeset(ui["roi_live"][key], lang) for texts in INSTEAD.values() for key, *_ in texts}
    assert instead <= {text for text, _ in expected}
