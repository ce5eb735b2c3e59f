// A reader's state → what stands in the cells of the workbook,
// under the keys of its sheets: what filling.py does for the example.
import { nameOf } from "../calculator/cases.js";
import { discounted, monthlyRate, sum } from "../engine/finance.js";
import { SCENARIOS } from "../engine/generated.js";
import { evaluate, flowing, measured } from "../engine/model.js";
import { overlap, tornado } from "../engine/sensitivity.js";
import { draw, simulate } from "../engine/simulate.js";
import { countedIn, inputsOf, ownOf, resultsOf } from "../state/compute.js";
import { exactText } from "../words/figures.js";
import { answers, ceilings, months } from "./cells.js";
import { ofFlows, ofMonths, ofYears, pairs } from "./months.js";

/** Everything by the parts of its key; null for what has no value or is not typed. `said`: {date, address}. */
export function amountsOf(context, state, said) {
  const { model } = context,
    theCase = state.cases[state.at],
    found = resultsOf(model, theCase, state.view),
    { base } = found.cases;
  return {
    case: { ...said, ...chosenIn(context, theCase) },
    ...askedOf(model, found, ownOf(model, theCase)),
    counts: pairs(Object.keys(model.drivers), (id) => Number(base.counted.includes(id))),
    tiers: found.tiers,
    ...pairs(SCENARIOS, (scenario) => ofScenario(model, found.cases[scenario], base.values.default_share)),
    ...ofYears(model, found),
    guards: pairs(Object.keys(model.guards), (id) => measured(model.guards[id], base.values)),
    warned: pairs(Object.keys(model.guards), (id) => Number(id in found.warnings)),
    tornado: bars(context, found),
    draws: drawn(model, state.seed, found),
    ...shared(model, found),
    tco: inaction(base),
    cases: sideBySide(context, state),
  };
}

/** What heads a case: its name, its situation and the number of that, its industry. */
function chosenIn({ model, words }, { name, situation, preset }) {
  return {
    name: name || null,
    situation: words.situations[situation],
    number: model.situations.indexOf(situation) + 1,
    industry: words.industries[preset] ?? words.texts.no_preset,
  };
}

/** Every figure that is asked: as typed, as it would be otherwise, its range, its evidence. */
function askedOf(model, found, own) {
  const { inputs, situation, ranges } = found,
    { values } = found.cases.base,
    asked = { ...model.inputs, ...model.improvements },
    names = Object.keys(asked),
    start = starts(model, situation, values),
    // What is typed alike is not compared there.
    estimated = (id) => model.estimates[situation].some(([name]) => name === id);
  return {
    typed: pairs(names, (id) => (estimated(id) && values[id] === start[id] ? null : (inputs[id] ?? null))),
    defaults: start,
    left: pairs(Object.keys(model.inputs), (id) => Number(values[id] === start[id])),
    ends: pairs(["low", "high"], (end) => endsIn(found, names, end)),
    ranges: pairs(names, (id) => ranges[id] ?? [null, null]),
    evidence: pairs(names, (id) => (own.includes(id) ? "A" : asked[id].tier)),
  };
}

/** What a scenario takes of the reader's ranges. */
const endsIn = ({ ranges, cases }, ids, scenario) =>
  pairs(ids, (id) => (Object.hasOwn(ranges, id) ? cases[scenario].values[id] : null));

/** The defaults of the inputs, and what is estimated of them from the others. */
function starts(model, situation, values) {
  const estimates = Object.fromEntries(model.estimates[situation]);
  return pairs(Object.keys(model.inputs), (id) => estimates[id]?.(values) ?? model.inputs[id].default);
}

function ofScenario(model, results, typed) {
  const { values, adjusted, counted, teams } = results,
    ids = Object.keys(model.drivers);
  const flowed = flowing(
      model,
      values,
      pairs(counted, (id) => adjusted[id]),
    ),
    rate = monthlyRate(values.discount_rate);
  const horizon = results.monthly_net.length;
  return {
    values: { ...values, default_share: typed, ...pairs(model.buckets, (bucket) => flowed[bucket]) },
    kept: pairs(ids, (id) => (counted.includes(id) ? adjusted[id] : 0)),
    teams,
    counted: flowed,
    horizon,
    rate,
    drawn: Array.from({ length: months }, (_, index) => Math.min(index + 1, horizon)),
    factors: discounted(Array(months).fill(1), rate),
    months: ofMonths(model, flowed, horizon),
    ...ofFlows(results, rate),
  };
}

/** The rows of the tornado, the widest first. */
function bars(context, question) {
  const { model, words } = context,
    said = (id, end) => exactText(context, end, (model.inputs[id] ?? model.improvements[id]).unit);
  return tornado(model, question).map(({ id, low, high, npv_low, npv_high, swing }) => [
    words.labels[id],
    said(id, low),
    said(id, high),
    npv_low,
    npv_high,
    swing,
  ]);
}

function drawn(model, seed, question) {
  const number = model.risk.trials.full;
  return { ...simulate(model, question, draw(model, seed, number)), number };
}

/** What the rules against double counting share out. */
function shared(model, { inputs, situation, cases: { base } }) {
  const taken = overlap(model, inputs, situation);
  const pools = Object.entries(model.pools).map(([id, drivers]) => [
    id,
    {
      sum: sum(drivers.map((driver) => base.drivers[driver])),
      ceiling: ceilings[id](base.values),
      removed: taken.pools[id],
    },
  ]);
  return { overlap: taken, pools: Object.fromEntries(pools) };
}

/** What doing nothing costs, and what answers it. */
function inaction({ tco_published: published, tco_scaled: scaled, tco_rows: rows, adjusted, counted }) {
  const answered = (id) => (answers[id] ?? []).filter((driver) => counted.includes(driver));
  return {
    rows,
    total: { published, scaled },
    answered: pairs(Object.keys(rows), (id) => sum(answered(id).map((driver) => adjusted[driver]))),
  };
}

/** The reader's cases: name, situation and industry of each, and every figure of each. */
function sideBySide(context, state) {
  const { model, words } = context,
    { cases, view } = state;
  const found = cases.map((theCase) =>
    evaluate(model, inputsOf(model, theCase), theCase.situation, countedIn(model, theCase, view)),
  );
  return {
    name: cases.map((_, index) => nameOf(context, state, index)),
    situation: cases.map((theCase) => words.situations[theCase.situation]),
    industry: cases.map((theCase) => words.industries[theCase.preset] ?? words.texts.no_preset),
    values: pairs(Object.keys(found[0].values), (id) => found.map(({ values }) => values[id])),
  };
}
