/**
 * The ROI engine of the browser: the model and a reader's inputs → every figure, under the ids of the Python engine
 * (hooks/knowledge/roi/engine.py). Pure: it knows neither page nor language, and no number of the model.
 */

import * as finance from "./finance.js";
import { sum } from "./finance.js";
import { MONTHS } from "./generated.js";

/** Every result by its id; money in EUR, rates and shares as fractions, months from 1, null for what has no value.
 *  `inputs` are the figures typed; `counted` the ids of the drivers that count, all of them by default. */
export function evaluate(model, inputs, situation, counted = null) {
  const values = scalarsOf(model, inputs, situation);
  const drivers = {},
    adjusted = {},
    kept = {};
  for (const [id, driver] of Object.entries(model.drivers)) {
    drivers[id] = values[id];
    adjusted[id] = keptOf(values[id], values[`risk_adjust_${driver.kind}`]);
    if (!counted || counted.includes(id)) kept[id] = adjusted[id];
  }
  const flows = monthlyFlows(model, flowing(model, values, kept));
  Object.assign(values, totals(flows, values.discount_rate), {
    annual_gross: sum(Object.keys(kept).map((id) => drivers[id])),
    annual_benefit: sum(Object.values(kept)),
    largest_driver: Math.max(0, ...Object.values(kept)),
    default_share: defaultShare(model, values, situation),
  });
  for (const [name, measure] of Object.entries(model.results)) values[name] = measured(measure, values);
  const names = Object.keys(model.named).filter((name) => !(name in model.constants || name in model.drivers));
  const shown = Object.fromEntries(names.map((name) => [name, values[name]]));
  const sums = { drivers, adjusted, teams: byTeam(model, kept), ...flows };
  return { situation, counted: Object.keys(kept), values, ...shown, ...sums, ...tco(model, values, situation) };
}

/** The share that prudence keeps of a benefit; it never makes a loss smaller. */
export const keptOf = (value, share) => (value > 0 ? value * share : value);

/** Every input and improvement: what the reader typed, and the defaults, some of which follow from it; names that the
 *  model does not know are left out. */
export function filled(model, inputs, situation) {
  const values = {},
    typed = (name) => Object.hasOwn(inputs, name);
  for (const [name, item] of Object.entries(model.inputs)) values[name] = typed(name) ? inputs[name] : item.default;
  for (const [name, item] of Object.entries(model.improvements)) values[name] = typed(name) ? inputs[name] : item.base;
  for (const [name, estimate] of model.estimates[situation]) if (!typed(name)) values[name] = estimate(values);
  return values;
}

/** Constants, inputs, improvements and the formulas that give one number. */
export function scalarsOf(model, inputs, situation) {
  const values = { ...model.constants, ...filled(model, inputs, situation) };
  return Object.assign(values, model.scalars(values));
}

/** What the monthly formulas take: the sums of the drivers that count, nothing of the improvements of the others. */
export function flowing(model, values, kept) {
  const none = Object.fromEntries(idle(model, Object.keys(kept)).map((name) => [name, 0]));
  return { ...values, ...bucketsOf(model, kept), ...none };
}

/** The improvements of which every driver is set aside. */
export function idle(model, counted) {
  const used = counted.map((id) => model.drivers[id].improvement);
  return Object.values(model.drivers)
    .map(({ improvement }) => improvement)
    .filter((name) => !used.includes(name));
}

/** The drivers that count, summed by ramp and scale as the monthly formulas know them. */
function bucketsOf(model, adjusted) {
  const sums = emptyBuckets(model);
  for (const id in adjusted) sums[model.drivers[id].bucket] += adjusted[id];
  return sums;
}

/** The sums that the monthly formulas know, all at zero. */
export function emptyBuckets(model) {
  return Object.fromEntries(model.buckets.map((name) => [name, 0]));
}

/** Benefit, cost, inflow and net flow of each month, their running sum, and the net flow of each year. The project may
 *  `wait` some months, in which nothing flows; `weights` are what each month's volumes are beside an average month's,
 *  from the first month on. */
export function monthlyFlows(model, values, wait = 0, weights = null) {
  const months = Math.trunc(values.horizon_years * values.months_per_year),
    weighed = weights ? { ...values } : values;
  const byVolume = model.buckets.filter((name) => name.endsWith("_volume"));
  const benefit = [],
    cost = [],
    inflow = [],
    net = [];
  let before = Object.fromEntries(Object.values(model.steps).map((name) => [name, 0]));
  const add = (month, flow) => model.flows[flow].reduce((total, name) => total + month[name], 0);
  for (let number = 0; number < months; number++) {
    if (weights) for (const name of byVolume) weighed[name] = values[name] * weights[number % MONTHS];
    if (number >= wait) before = model.month(weighed, number + 1 - wait, Math.floor(number / MONTHS), before);
    benefit.push(number < wait ? 0 : add(before, "benefit"));
    cost.push(number < wait ? 0 : add(before, "cost"));
    inflow.push(benefit.at(-1) + (number < wait ? 0 : add(before, "cash")));
    net.push(inflow.at(-1) - cost.at(-1));
  }
  const years = Array.from({ length: months / MONTHS }, (_, year) => year * MONTHS);
  return {
    monthly_benefit: benefit,
    monthly_cost: cost,
    monthly_inflow: inflow,
    monthly_net: net,
    cumulative: finance.cumulative(net),
    yearly_net: years.map((start) => sum(net.slice(start, start + MONTHS))),
  };
}

/** What the engine counts from the flows. */
function totals(
  { monthly_benefit: benefit, monthly_cost: cost, monthly_inflow: inflow, monthly_net: net },
  discountRate,
) {
  const rate = finance.monthlyRate(discountRate);
  return {
    total_benefit: sum(benefit),
    total_cost: sum(cost),
    total_inflow: sum(inflow),
    pv_benefit: finance.presentValue(benefit, rate),
    pv_cost: finance.presentValue(cost, rate),
    pv_inflow: finance.presentValue(inflow, rate),
    irr: finance.yearlyReturn(net),
    payback_month: finance.payback(net),
    payback_discounted_month: finance.payback(finance.discounted(net, rate)),
    npv_lost_one_month: finance.presentValue(net, rate) - finance.presentValue([0, ...net.slice(0, -1)], rate),
  };
}

/** Share of the inputs that stand at their default, or at what is estimated from the others. */
function defaultShare(model, values, situation) {
  const estimated = Object.fromEntries(model.estimates[situation].map(([name, estimate]) => [name, estimate(values)]));
  const inputs = Object.entries(model.inputs);
  return inputs.filter(([name, item]) => values[name] === (estimated[name] ?? item.default)).length / inputs.length;
}

/** The value of a formula over results; null where one of its figures has none, or where it divides by zero. */
export function measured([names, formula], values) {
  if (names.some((name) => values[name] === null)) return null;
  const value = formula(values);
  return Number.isFinite(value) ? value : null;
}

function byTeam(model, adjusted) {
  const sums = {};
  for (const driver of Object.values(model.drivers)) sums[driver.team] = 0;
  for (const id in adjusted) sums[model.drivers[id].team] += adjusted[id];
  return sums;
}

/** The cost of inaction as published and scaled to the reader: the sums, and each row as [low, high]. */
function tco(model, values, situation) {
  const published = model.tco.published[situation],
    rows = {};
  for (const [id, bounds] of Object.entries(published))
    rows[id] = { published: bounds, scaled: scaledRow(model, values, situation, id, bounds) };
  const both = (kind) => [0, 1].map((end) => sum(Object.values(rows).map((row) => row[kind][end])));
  return { tco_published: both("published"), tco_scaled: both("scaled"), tco_rows: rows };
}

function scaledRow(model, values, situation, id, bounds) {
  if (model.tco.scaled.includes(id))
    return bounds.map((bound, end) => (bound / model.tco.order_value[situation][end]) * values[model.tco.reader]);
  const cost = model.own_rows[id]?.(values);
  return cost === undefined ? bounds : [cost, cost];
}
