// Where the marks of the charts stand (hooks/knowledge/calculator/charts.py): shares of a chart's width and height,
// texts at their own size. A shape: {tag, attributes, inside: shapes or a text}.
import { BINS, ENDS, FOOT, SIZES } from "../engine/generated.js";

const FULL = 100;

/** An SVG element and what stands in it. */
export const shape = (tag, attributes, inside = []) => ({ tag, attributes, inside });

/** 12.345 → "12.35%": a place or a length in the chart. */
export const share = (value) => `${rounded(value)}%`;

const rounded = (value) => Math.floor(value * 100 + 0.5) / 100;

/** A line from one place to another. */
export const line = (kind, x1, y1, x2, y2) =>
  shape("line", { class: kind, x1: share(x1), y1: share(y1), x2: share(x2), y2: share(y2) });

/** A rectangle. */
export const block = (kind, x, y, width, height) =>
  shape("rect", { class: kind, x: share(x), y: share(y), width: share(width), height: share(height) });

/** A text at a place, moved from it by some pixels. */
export const label = (kind, x, y, text, dx = 0, dy = 0) =>
  shape("text", { class: kind, x: share(x), y: share(y), dx: String(dx), dy: String(dy) }, text);

/** Paths in a box of 100 by 100 that takes the form of the chart: {kind: data}. */
export const stretched = (paths) =>
  shape(
    "svg",
    { viewBox: "0 0 100 100", preserveAspectRatio: "none" },
    Object.entries(paths).map(([kind, d]) => shape("path", { class: kind, d })),
  );

/** Path data through points [x, y] of the box of 100 by 100. */
export const polyline = (points) => `M${points.map((point) => point.map(rounded).join(" ")).join("L")}`;

/** {low, high, at: value → share of the chart} */
const scaleOf = (low, high) => ({ low, high, at: (value) => (FULL * (value - low)) / (high - low) });

/** The least round step of which `most` reach from low to high. */
function stepOf(low, high, most) {
  const least = (high - low) / most || 1,
    power = Number(`1e${least.toExponential().split("e")[1]}`);
  return SIZES.map((size) => size * power).find((step) => step >= least);
}

/** The round values on a scale. */
export function ticks({ low, high }, most) {
  const step = stepOf(low, high, most),
    first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

/** A scale from one round value to another that holds all values. */
export function around(values, most) {
  const least = Math.min(...values),
    greatest = Math.max(...values),
    step = stepOf(least, greatest, most);
  const low = Math.floor(least / step) * step,
    high = Math.ceil(greatest / step) * step;
  return scaleOf(low, high > low ? high : low + step);
}

/** Three places from top to bottom, moved so that they are a gap apart, the last one above the names of the axis. */
export function apart([top, middle, bottom], gap) {
  const last = Math.min(Math.max(bottom, middle + gap), FOOT),
    between = Math.min(middle, last - gap);
  return [Math.min(top, between - gap), between, last];
}

/** {low, step, counts, scale} of sorted values: equal steps between two percentiles; what lies beyond is in the
 *  outermost two. */
export function histogram(sorted) {
  const low = sorted[Math.floor(sorted.length * ENDS[0])];
  const high = sorted[Math.ceil(sorted.length * ENDS[1]) - 1];
  const step = (high - low) / BINS || 1;
  const counts = new Array(BINS).fill(0);
  for (const value of sorted) counts[Math.min(BINS - 1, Math.max(0, Math.floor((value - low) / step)))] += 1;
  return { low, step, counts, scale: scaleOf(low, low + BINS * step) };
}
