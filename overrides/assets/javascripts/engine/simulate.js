/**
 * The distribution of the net present value. Once the go-live month is known, the value is linear in what varies (the six sums of
 * drivers, the project's costs), so a trial costs the formulas that give one number and a few products, not a loop over the months.
 */

import { defaultOf, idle, monthlyFlows, scalarsOf } from "./model.js";
import { monthlyRate, presentValue } from "./finance.js";
import { PROBE, TENTH } from "./generated.js";
import { around } from "./sensitivity.js";

/** A table of standard normal draws: for each trial the common factor, one for each improvement, one for the duration. */
export function draw(model, seed, trials) {
  const width = Object.keys(model.improvements).length + 2;
  const table = new Float64Array(trials * width + 1),
    random = generator(seed);
  for (let place = 0; place < trials * width; place += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random())),
      angle = 2 * Math.PI * random();
    table[place] = radius * Math.cos(angle);
    table[place + 1] = radius * Math.sin(angle);
  }
  return { table, width, trials };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** {npv: sorted values, p10, p50, p90, mean, positive: share above zero} of the draws, for the drivers that count. */
export function simulate(model, inputs, situation, draws, counted = null, correlation = model.risk.correlation) {
  const values = scalarsOf(model, inputs, situation);
  const vary = spans(model, values, situation),
    worths = new Map(),
    npv = new Float64Array(draws.trials);
  const common = Math.sqrt(correlation),
    own = Math.sqrt(1 - correlation);
  for (let trial = 0; trial < draws.trials; trial++) {
    const start = trial * draws.width,
      factor = common * draws.table[start];
    vary.forEach((span, index) => {
      values[span.name] = span.at(span.sign * factor + own * draws.table[start + index + 1]);
    });
    npv[trial] = trialWorth(model, values, worths, counted);
  }
  return described(npv.sort());
}

/** What varies in a trial, in the order of the draws: its name, and its value for a standard normal number. */
function spans(model, values, situation) {
  const { input, low, high } = model.risk.duration,
    item = model.inputs[input];
  const scale = values[input] / defaultOf(item, situation);
  return [
    ...Object.entries(model.improvements).map(([name, item]) => {
      const range = around(item, values[name]);
      return { name, sign: 1, at: twoPiece(range.low, values[name], range.high, 0, Math.max(item.max, values[name])) };
    }),
    { name: input, sign: -1, at: twoPiece(low * scale, values[input], high * scale, item.min, item.max) },
  ];
}

/** Low, middle and high read as the 10th, 50th and 90th percentiles; clipped. */
function twoPiece(low, middle, high, least, most) {
  return (normal) =>
    Math.min(most, Math.max(least, middle + (normal / TENTH) * (normal < 0 ? middle - low : high - middle)));
}

/** The net present value at these inputs, in closed form. `worths` keeps what is worked out once for each go-live month. */
export function trialWorth(model, values, worths, counted) {
  const scalars = model.scalars(values),
    golive = scalars[model.risk.duration.sets];
  if (!worths.has(golive)) worths.set(golive, linear(model, { ...values, ...scalars }, counted));
  const { fixed, slopes } = worths.get(golive);
  let total = fixed;
  for (const [name, slope] of slopes) total += slope * (scalars[name] ?? values[name]);
  return total;
}

/** The net present value as a fixed part and slopes: one for each driver that counts, one for each other figure that varies. */
function linear(model, values, counted) {
  const rate = monthlyRate(values.discount_rate),
    none = Object.fromEntries(model.varying.map((name) => [name, 0]));
  const worth = (changed) => presentValue(monthlyFlows(model, { ...values, ...none, ...changed }).monthly_net, rate);
  const fixed = worth({}),
    slopes = model.varying.map((name) => [name, (worth({ [name]: PROBE }) - fixed) / PROBE]);
  const slope = Object.fromEntries(slopes),
    drivers = Object.entries(model.drivers).filter(([id]) => !counted || counted.includes(id));
  const ofDrivers = drivers.map(([id, driver]) => [id, slope[driver.bucket] * values[`risk_adjust_${driver.kind}`]]);
  const unused = [...model.buckets, ...(counted ? idle(model, counted) : [])];
  return { fixed, slopes: [...ofDrivers, ...slopes.filter(([name]) => !unused.includes(name))] };
}

function described(npv) {
  const at = (share) => {
    const place = share * (npv.length - 1),
      below = Math.floor(place);
    return npv[below] + (place - below) * ((npv[below + 1] ?? npv[below]) - npv[below]);
  };
  const positive = npv.reduce((count, value) => count + (value > 0), 0) / npv.length;
  return {
    npv,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    mean: npv.reduce((total, value) => total + value, 0) / npv.length,
    positive,
  };
}
