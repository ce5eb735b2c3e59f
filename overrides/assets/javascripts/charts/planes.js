// The charts over a plane, as hooks/knowledge/calculator/planes.py draws those of the example.
import { BETWEEN_BINS, BINS, EXACT, GAP, MONTHS, QUARTER, SCENARIOS, UP } from "../engine/generated.js";
import { number } from "../words/format.js";
import { figureText } from "../words/figures.js";
import { amounts, money, percent, said } from "./pen.js";
import { apart, around, block, histogram, label, line, polyline, share, shape, stretched, ticks } from "./shapes.js";

const DOWNWARDS = [...SCENARIOS].reverse(); // as they stand at the end of the lines: the high one above

/** The cumulative flow of the base scenario in the band of the two others; `cases`: {low, base, high: results}. */
export function flows(context, cases) {
  const series = DOWNWARDS.map((name) => [0, ...cases[name].cumulative]),
    scale = scaleOfFlows(series),
    last = series[0].length - 1;
  const [high, base, low] = series.map((values) =>
    values.map((value, month) => [(100 * month) / last, 100 - scale.at(value)]),
  );
  const { values } = cases.base,
    { go_live_mark: live, payback_mark: paid } = context.words.texts;
  return [
    ...levels(scale, (value) => money(context, value, EXACT)),
    ...calendar(context, last),
    stretched({
      band: `${polyline([...high, ...[...low].reverse()])}Z`,
      edge: polyline(low) + polyline(high),
      line: polyline(base),
    }),
    line("zero", 0, 100 - scale.at(0), 100, 100 - scale.at(0)),
    ...milestone(context, "go_live_mark", live, values.go_live_month, last, -22),
    ...milestone(context, "payback_mark", paid, values.payback_month, last, -6),
    ...ends(
      context,
      series.map((values) => [values.at(-1), 100 - scale.at(values.at(-1))]),
    ),
  ];
}

/** The scale of several lines of a chart. */
export const scaleOfFlows = (series) => around([0, ...series.flat()], UP);

/** Lines across a chart at round values. */
export function levels(scale, text) {
  const places = ticks(scale, UP).map((value) => [value, 100 - scale.at(value)]);
  return [
    ...places.map(([, y]) => line("gridline", 0, y, 100, y)),
    ...places.map(([value, y]) => label("tick tick-left", 0, y, text(value), -6, 4)),
  ];
}

/** Quarters and years below a chart of so many months. */
export function calendar(context, last) {
  const every = (step) => Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
  const name = (year) => (year ? figureText(context, year, "year") : context.words.texts.start_mark);
  return [
    ...every(QUARTER).map((month) => line("minor", (100 * month) / last, 100, (100 * month) / last, 102)),
    ...every(MONTHS).map((month) =>
      label("tick tick-below", (100 * month) / last, 100, name(Math.floor(month / MONTHS)), 0, 22),
    ),
  ];
}

/** A month that a chart names above itself; nothing where it is not in it. */
function milestone(context, key, text, month, last, dy) {
  if (!month || month > last) return [];
  const x = (100 * month) / last,
    [side, dx] = x > 50 ? ["left", -4] : ["right", 4];
  const name = said(context, text, { n: number(month, context.lang) });
  return [marker(key, x, dy - 10), label(`milestone-name to-${side}`, x, 0, name, dx, dy)];
}

const marker = (kind, x, top) =>
  shape("line", { class: `milestone ${kind}`, x1: share(x), y1: String(top), x2: share(x), y2: "100%" });

/** What the lines are called, and where they end: high, base, low. */
function ends(context, found) {
  const places = apart(
    found.map(([, y]) => y),
    GAP,
  );
  return DOWNWARDS.flatMap((name, index) => [
    label(`end end-${name}`, 100, places[index], context.words.scenarios[name], 6, -2),
    label(`end end-${name}`, 100, places[index], money(context, found[index][0]), 6, 13),
  ]);
}

/** The distribution of the net present value. */
export function distribution(context, trials) {
  const { low, step, counts, scale } = histogram(trials.npv);
  const parts = counts.map((count) => count / trials.npv.length),
    up = around([0, ...parts], UP);
  const columns = parts.map((portion, index) => {
    const kind = low + (index + 0.5) * step >= 0 ? "mark" : "mark mark-before";
    return block(kind, (100 * index) / BINS, 100 - up.at(portion), (100 - BETWEEN_BINS) / BINS, up.at(portion));
  });
  return [
    ...levels(up, (value) => percent(context, value)),
    ...columns,
    ...amounts(context, scale, 22),
    ...(scale.low < 0 && scale.high > 0 ? [line("zero", scale.at(0), 0, scale.at(0), 100)] : []),
    ...["p10", "p50", "p90"].flatMap((name) => percentile(context, name, trials[name], scale)),
  ];
}

/** The middle one is named above the two others. */
function percentile(context, name, value, scale) {
  const x = scale.at(value),
    dy = name === "p50" ? -22 : -6;
  const text = said(context, context.words.texts.percentile_mark, {
    name: name.toUpperCase(),
    npv: money(context, value),
  });
  return [marker(name, x, dy + 4), label("milestone-name to-middle", x, 0, text, 0, dy)];
}
