// A reader's state → what stands in the cells of the workbook, under the keys of its sheets: what filling.py does for the example.
import { nameOf } from "../calculator/cases.js";
import { discounted, cumulative, monthlyRate, presentValue, sum } from "../engine/finance.js";
import { defaults, evaluate, flowing, measured } from "../engine/model.js";
import { overlap, tornado } from "../engine/sensitivity.js";
import { draw, simulate } from "../engine/simulate.js";
import { countedIn, inputsOf, resultsOf } from "../state/compute.js";
import { figureText } from "../words/figures.js";
import { ceilings, months } from "./cells.js";

const SCENARIOS = ["low", "base", "high"];
const YEAR = 12; // months

/** Everything by the parts of its key; null for what has no value or is not typed. `said`: {date, address}. */
export function amountsOf(context, state, said) {
  const { model, words } = context,
    each = state.cases[state.at],
    found = resultsOf(model, each, state.view);
  const { inputs, situation, cases, warnings, tiers } = found,
    { base } = cases;
  const ids = Object.keys(model.inputs),
    start = defaults(model, situation);
  const industry = words.industries[each.preset] ?? words.texts.no_preset;
  return {
    case: {
      ...said,
      name: each.name || null,
      situation: words.situations[situation],
      number: model.situations.indexOf(situation) + 1,
      industry,
    },
    typed: pairs(Object.keys(start), (id) => inputs[id] ?? null),
    defaults: start,
    left: pairs(ids, (id) => Number(base.values[id] === start[id])),
    counts: pairs(Object.keys(model.drivers), (id) => Number(base.counted.includes(id))),
    tiers,
    ...pairs(SCENARIOS, (scenario) => ofScenario(model, cases[scenario])),
    ...ofYears(model, found),
    guards: pairs(Object.keys(model.guards), (id) => measured(model.guards[id], base.values)),
    warned: pairs(Object.keys(model.guards), (id) => Number(id in warnings)),
    tornado: bars(context, found),
    draws: drawn(model, state.seed, found),
    ...shared(model, found),
    tco: inaction(model, base),
    cases: sideBySide(context, state),
  };
}

/** {id: what is found for it} */
const pairs = (ids, find) => Object.fromEntries(ids.map((id) => [id, find(id)]));

function ofScenario(model, results) {
  const { values, adjusted, counted, teams } = results,
    ids = Object.keys(model.drivers);
  const flowed = flowing(model, values, pairs(counted, (id) => adjusted[id])),
    rate = monthlyRate(values.discount_rate);
  const horizon = results.monthly_net.length;
  return {
    values: { ...values, ...pairs(model.buckets, (bucket) => flowed[bucket]) },
    kept: pairs(ids, (id) => (counted.includes(id) ? adjusted[id] : 0)),
    teams,
    counted: flowed,
    horizon,
    rate,
    drawn: Array.from({ length: months }, (_, place) => Math.min(place + 1, horizon)),
    factors: discounted(Array(months).fill(1), rate),
    months: ofMonths(model, flowed, horizon),
    ...ofFlows(results, rate),
  };
}

/** Each monthly formula over the longest horizon; beyond the one chosen nothing flows. */
function ofMonths(model, flowed, horizon) {
  const rows = { y: [] },
    flows = Object.values(model.flows).flat();
  const steps = Object.entries(model.steps);
  let before = pairs(Object.values(model.steps), () => 0);
  for (let number = 0; number < months; number++) {
    const year = Math.floor(number / YEAR),
      month = model.month(flowed, number + 1, year, before);
    for (const [step, moved] of steps) (rows[step] ??= []).push(month[moved] - before[moved]);
    for (const [id, value] of Object.entries(month))
      (rows[id] ??= []).push(flows.includes(id) && number >= horizon ? 0 : value);
    rows.y.push(year);
    before = month;
  }
  return { ...rows, ...sums(flows, rows) };
}

/** {id_sum: the sum of its row} */
const sums = (ids, rows) => Object.fromEntries(ids.map((id) => [`${id}_sum`, sum(rows[id])]));

function ofFlows(results, rate) {
  const longest = (flow) => [...flow, ...Array(months - flow.length).fill(0)],
    names = ["benefit", "cost", "inflow", "net"];
  const rows = pairs(names, (name) => longest(results[`monthly_${name}`]));
  rows.discounted = discounted(rows.net, rate);
  const running = { cumulative: cumulative(rows.net), discounted_cumulative: cumulative(rows.discounted) };
  const signs = [],
    turns = [];
  for (const total of running.cumulative) {
    const before = signs.at(-1) ?? 0,
      sign = Math.sign(total) || before;
    turns.push(Number(before !== 0 && sign !== before));
    signs.push(sign);
  }
  return { flows: { ...rows, ...running, ...sums(Object.keys(rows), rows) }, signs, turns };
}

/** {years, spent}: each flow and each line of the costs by year, then over the horizon, then at its present value. */
function ofYears(model, { cases: { base } }) {
  const { values, adjusted, counted } = base,
    rate = monthlyRate(values.discount_rate);
  const byYear = (flow) => [
    ...Array.from({ length: months / YEAR }, (_, year) => sum(flow.slice(year * YEAR, (year + 1) * YEAR))),
    sum(flow),
    presentValue(flow, rate),
  ];
  const flowed = flowing(model, values, pairs(counted, (id) => adjusted[id])),
    rows = ofMonths(model, flowed, base.monthly_net.length);
  return {
    years: pairs(["benefit", "inflow", "cost", "net"], (name) => byYear(base[`monthly_${name}`])),
    spent: pairs(model.flows.cost, (id) => byYear(rows[id])),
  };
}

/** The rows of the tornado, the widest first. */
function bars(context, { inputs, situation, counted }) {
  const { model, words } = context,
    said = (id, end) => figureText(context, end, (model.inputs[id] ?? model.improvements[id]).unit);
  return tornado(model, inputs, situation, counted).map(({ id, low, high, npv_low, npv_high, swing }) => [
    words.labels[id],
    said(id, low),
    said(id, high),
    npv_low,
    npv_high,
    swing,
  ]);
}

function drawn(model, seed, { inputs, situation, counted }) {
  const number = model.risk.trials.full;
  return { ...simulate(model, inputs, situation, draw(model, seed, number), counted), number };
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
function inaction(model, { tco_published: published, tco_scaled: scaled, tco_rows: rows, adjusted, counted }) {
  const answered = (id) => (model.tco.rows[id]?.drivers ?? []).filter((driver) => counted.includes(driver));
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
  const found = cases.map((each) =>
    evaluate(model, inputsOf(model, each), each.situation, countedIn(model, each, view)),
  );
  return {
    name: cases.map((_, place) => nameOf(context, state, place)),
    situation: cases.map((each) => words.situations[each.situation]),
    industry: cases.map((each) => words.industries[each.preset] ?? words.texts.no_preset),
    values: pairs(Object.keys(found[0].values), (id) => found.map(({ values }) => values[id])),
  };
}
