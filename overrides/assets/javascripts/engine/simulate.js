// The distribution of the net present value: each trial costs the formulas of one number and one run over the months.
import { TENTH } from "./generated.js";
import { scalarsOf } from "./model.js";
import { around, ends, widened } from "./sensitivity.js";
import { worthOf } from "./worth.js";

/** A table of standard normal draws: for each trial the common factor, and one for each figure that varies. */
export function draw(model, seed, trials) {
  const width = Object.keys(model.improvements).length + model.spreads.length + model.swinging.length + 2;
  return { table: normals(seed, trials * width), width, trials, seed };
}

/** As many standard normal numbers, the same for the same seed. */
function normals(seed, length) {
  const table = new Float64Array(length + 1),
    random = generator(seed);
  for (let index = 0; index < length; index += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random())),
      angle = 2 * Math.PI * random();
    table[index] = radius * Math.cos(angle);
    table[index + 1] = radius * Math.sin(angle);
  }
  return table;
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
export function simulate(model, question, draws, correlation = model.risk.correlation) {
  const { inputs, situation, counted = null, ranges = {} } = question,
    values = scalarsOf(model, inputs, situation);
  const vary = spans(model, values, ranges),
    more = moreSpans(model, values, ranges, vary, draws),
    worth = worthOf(model, counted),
    npv = new Float64Array(draws.trials);
  const common = Math.sqrt(correlation),
    own = Math.sqrt(1 - correlation);
  for (let trial = 0; trial < draws.trials; trial++) {
    const start = trial * draws.width,
      shared = common * draws.table[start];
    vary.forEach(({ name, sign, at }, index) => {
      const normal = draws.table[start + index + 1];
      values[name] = at(sign ? sign * shared + own * normal : normal);
    });
    for (const { name, at, table } of more) values[name] = at(table[trial]);
    npv[trial] = worth(values, model.scalars(values));
  }
  return described(npv.sort());
}

/** What varies in a trial, in the order of the draws: with the common factor (1), against it (-1) or apart (0), and its
 *  value for a standard normal number. */
function spans(model, values, ranges) {
  const { duration, costs, swing } = model.risk,
    share = values[duration.input] / duration.base;
  const span = (name, sign, low, middle, high, { min, max }) => {
    const ends = Object.hasOwn(ranges, name) ? widened(middle, ranges[name]) : [low, high];
    return { name, sign, at: twoPiece(ends[0], middle, ends[1], min, max) };
  };
  return [
    ...Object.entries(model.improvements).map(([name, item]) => {
      const { low, base, high } = around(item, values[name]);
      return span(name, 1, low, base, high, { min: 0, max: Math.max(item.max, base) });
    }),
    span(
      duration.input,
      -1,
      duration.low * share,
      values[duration.input],
      duration.high * share,
      model.inputs[duration.input],
    ),
    ...model.spreads.map((name) => span(name, -1, costs.low, 1, costs.high, { min: 0, max: Infinity })),
    ...model.swinging.map((name) => {
      const [low, high] = ends(values[name], swing.share);
      return span(name, 0, low, values[name], high, model.inputs[name]);
    }),
  ];
}

/** What varies because the reader gave it a range. Each has its own numbers, so that a range leaves the draws of
 *  everything else as they are. */
function moreSpans(model, values, ranges, varying, { seed, trials }) {
  const names = varying.map(({ name }) => name),
    added = model.ranged.filter((name) => Object.hasOwn(ranges, name) && !names.includes(name));
  return added.map((name) => {
    const [low, high] = widened(values[name], ranges[name]),
      { min, max } = model.inputs[name];
    const table = normals(seed + 1 + model.ranged.indexOf(name), trials);
    return { name, at: twoPiece(low, values[name], high, min, max), table };
  });
}

/** Low, middle and high read as the 10th, 50th and 90th percentiles; clipped. */
function twoPiece(low, middle, high, least, most) {
  return (normal) =>
    Math.min(most, Math.max(least, middle + (normal / TENTH) * (normal < 0 ? middle - low : high - middle)));
}

function described(npv) {
  const at = (share) => {
    const at = share * (npv.length - 1),
      below = Math.floor(at);
    return npv[below] + (at - below) * ((npv[below + 1] ?? npv[below]) - npv[below]);
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
