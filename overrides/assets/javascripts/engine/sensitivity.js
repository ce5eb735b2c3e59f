// What moves the business case, what it rests on, and what the rules against double counting took off.
import { emptyBuckets, filled, flowing, measured, monthlyFlows, scalarsOf } from "./model.js";
import { worthOf } from "./worth.js";
import { monthlyRate, presentValue, sum } from "./finance.js";

/** Low, base and high of an improvement when the reader's own value stands for the base; the high goes beyond the
 *  model's only with the value. */
export function around(item, value) {
  const scale = item.base ? value / item.base : 1;
  return { low: item.low * scale, base: value, high: Math.min(item.high * scale, Math.max(item.high, value)) };
}

/** The reader's inputs with every improvement at its low, base or high, and what has a range at an end of it.
 *  `question`: {inputs, situation, counted, ranges: {name: [low, high] that the reader typed}}. */
export function scenario(model, question, name) {
  const { inputs, situation, ranges = {} } = question,
    values = filled(model, inputs, situation),
    changed = { ...inputs };
  for (const [id, item] of Object.entries(model.improvements)) changed[id] = around(item, values[id])[name];
  if (name === "base") return changed;
  const typed = Object.entries(ranges).map(([id, pair]) => [id, ...widened(values[id], pair)]);
  for (const bar of barsOf(model, question, typed)) [changed[bar.id]] = endsOf(bar)[name === "low" ? 0 : 1];
  return changed;
}

/** A range that the reader typed; an estimate may have left it since, and then it reaches as far. */
export const widened = (value, [low, high]) => [Math.min(low, value), Math.max(high, value)];

/** [{id, low, high, npv_low, npv_high, swing}] of every figure that can be lower or higher; the widest first. */
export function tornado(model, question) {
  return barsOf(model, question, spans(model, question))
    .map((bar) => ({ ...bar, swing: Math.abs(bar.npv_high - bar.npv_low) }))
    .sort((one, two) => two.swing - one.swing);
}

/** The net present value at both ends of each figure, the others unchanged; for the drivers that count. */
function barsOf(model, { inputs, situation, counted = null }, found) {
  const worth = worthOf(model, counted),
    npv = (id, value) => worth(scalarsOf(model, { ...inputs, [id]: value }, situation));
  return found.map(([id, low, high]) => ({ id, low, high, npv_low: npv(id, low), npv_high: npv(id, high) }));
}

/** [[id, low, high]]: the ranges that the reader typed; else every improvement, the duration over its span, every other
 *  input by its share, within its bounds. */
export function spans(model, { inputs, situation, ranges = {} }) {
  const values = filled(model, inputs, situation),
    { swing, duration } = model.risk;
  const improved = Object.entries(model.improvements).map(([id, item]) => [id, around(item, values[id])]);
  const spanOf = (id) => {
    const scale = values[id] / duration.base;
    if (id === duration.input) return [duration.low * scale, duration.high * scale];
    return model.inputs[id].swing ?? ends(values[id], swing.share);
  };
  const ranged = model.ranged.map((id) => {
    const { min, max } = model.inputs[id],
      [low, high] = spanOf(id);
    return [id, Math.max(min, low), Math.min(max, high)];
  });
  return [...improved.map(([id, { low, high }]) => [id, low, high]), ...ranged].map((span) =>
    Object.hasOwn(ranges, span[0]) ? [span[0], ...widened(values[span[0]], ranges[span[0]])] : span,
  );
}

/** [[value, npv], [value, npv]] of a bar: where its net present value is lower, then where it is higher. */
export function endsOf(bar) {
  const low = [bar.low, bar.npv_low],
    high = [bar.high, bar.npv_high];
  return bar.npv_low <= bar.npv_high ? [low, high] : [high, low];
}

/** What a value becomes when it moves by a share, the smaller first. */
export const ends = (value, share) => [value * (1 - share), value * (1 + share)].sort((one, two) => one - two);

/** The present value of each driver that counts, after prudence, over the horizon, with the cash of its improvement. */
export function driverValues(model, { values, adjusted, counted }) {
  const rate = monthlyRate(values.discount_rate),
    empty = emptyBuckets(model);
  const kept = Object.fromEntries(counted.map((id) => [id, adjusted[id]])),
    bare = { ...flowing(model, values, kept), ...empty };
  const inflow = (changed) => presentValue(monthlyFlows(model, { ...bare, ...changed }).monthly_inflow, rate);
  const released = inflow({}),
    worth = Object.fromEntries(model.buckets.map((bucket) => [bucket, inflow({ [bucket]: 1 }) - released]));
  const cash = Object.fromEntries(model.releasing.map((name) => [name, released - inflow({ [name]: 0 })]));
  return Object.fromEntries(
    counted.map((id) => [
      id,
      adjusted[id] * worth[model.drivers[id].bucket] + (cash[model.drivers[id].improvement] ?? 0),
    ]),
  );
}

/** The share of each driver's forecast at which the net present value is zero: below 0 the case holds without the
 *  driver, above 1 it takes more than the forecast; null for a driver worth nothing. */
export function switchingValues(model, results) {
  const worth = Object.entries(driverValues(model, results));
  return Object.fromEntries(worth.map(([id, value]) => [id, value ? 1 - results.npv / value : null]));
}

/** [[driver, share]] of those that the case cannot lose, the most critical first;
 *  none where it holds without any single one. */
export const critical = (shares) =>
  Object.entries(shares)
    .filter(([, share]) => share > 0)
    .sort((one, two) => two[1] - one[1]);

/** The smallest set of drivers that pays for the project alone, largest first; null where all of them do not. */
export function fewestDrivers(model, results) {
  let needed = results.pv_cost;
  const chosen = [];
  for (const [id, value] of Object.entries(driverValues(model, results)).sort((a, b) => b[1] - a[1])) {
    if (needed <= 0) break;
    chosen.push(id);
    needed -= value;
  }
  return needed <= 0 ? chosen : null;
}

/** What each driver would be alone, what the rules took off it, and off each pool; before prudence. */
export function overlap(model, inputs, situation) {
  const kept = scalarsOf(model, inputs, situation),
    alone = {},
    removed = {};
  const nothing = Object.fromEntries(Object.keys(model.improvements).map((id) => [id, 0]));
  for (const [id, { improvement }] of Object.entries(model.drivers)) {
    alone[id] = scalarsOf(model, { ...inputs, ...nothing, [improvement]: kept[improvement] }, situation)[id];
    removed[id] = alone[id] - kept[id];
  }
  const pools = Object.entries(model.pools).map(([id, drivers]) => [id, sum(drivers.map((driver) => removed[driver]))]);
  return { alone, removed, pools: Object.fromEntries(pools) };
}

/** {name: tier} of the inputs and the improvement behind a driver. `own` are the inputs that the reader typed and the
 *  improvements that the reader measured: the reader's data, tier A. */
function tiersBehind(model, driver, own) {
  const tier = (name) => (own.includes(name) ? "A" : (model.inputs[name] ?? model.improvements[name]).tier);
  return Object.fromEntries(model.drivers[driver].behind.map((name) => [name, tier(name)]));
}

/** The evidence behind a driver: that of its weakest part. */
export function tierOf(model, driver, own) {
  return Object.values(tiersBehind(model, driver, own))
    .sort()
    .at(-1);
}

/** The drivers that the CFO view keeps: to be given to `evaluate` as `counted`. */
export function scepticalDrivers(model, own = []) {
  return hardDrivers(model).filter((id) => model.cfo.tiers.includes(tierOf(model, id, own)));
}

/** The drivers that the CFO view keeps once their evidence is good enough. */
const hardDrivers = (model) =>
  Object.keys(model.drivers).filter((id) => model.cfo.hardness.includes(model.drivers[id].hardness));

/** [[driver, names to measure before the CFO view counts it]], those that would bring most first. */
export function toMeasure(model, { adjusted }, own = []) {
  const weak = (id) =>
    Object.entries(tiersBehind(model, id, own)).filter(([, tier]) => !model.cfo.tiers.includes(tier));
  return hardDrivers(model)
    .filter((id) => adjusted[id] > 0)
    .sort((one, two) => adjusted[two] - adjusted[one])
    .map((id) => [id, weak(id).map(([name]) => name)])
    .filter(([, names]) => names.length);
}

/** {guard: value} of the guard rails that the results are beyond. */
export function warnings(model, results) {
  const found = {};
  for (const [id, { limit, when }] of Object.entries(model.limits)) {
    const value = measured(model.guards[id], results.values);
    if (value !== null && (when === "above" ? value > limit : value < limit)) found[id] = value;
  }
  return found;
}
