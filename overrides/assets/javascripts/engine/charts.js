// Where the marks of the calculator's drawings stand, in boxes of 100 by 100, as the build draws them (hooks/knowledge/calculator/charts.py).
import { BETWEEN_BINS, BINS, ENDS } from "./generated.js";

/** A line in its band: SVG paths, the height of zero, and the values at the top and the bottom. */
export function band(low, middle, high) {
  const all = [0, ...low, ...middle, ...high];
  const top = Math.max(...all);
  const bottom = Math.min(...all);
  const height = top - bottom || 1;
  const points = (values) =>
    values.map((value, index) => `${(100 * index) / Math.max(values.length - 1, 1)} ${(100 * (top - value)) / height}`);
  return {
    line: `M${points(middle).join("L")}`,
    band: `M${[...points(high), ...points(low).reverse()].join("L")}Z`,
    zero: (100 * top) / height,
    top,
    bottom,
  };
}

/** Lengths from 0 to 100, on the scale of the greatest. */
export function lengths(values) {
  const top = Math.max(...values.map(Math.abs), 1e-9);
  return values.map((value) => (100 * Math.max(value, 0)) / top);
}

/** {x, width, base}: two values on a scale that holds all of them, for a bar that swings around a middle. */
export function swings(bars, middle) {
  const ends = bars.flatMap((bar) => [bar.npv_low, bar.npv_high]);
  const low = Math.min(middle, ...ends);
  const span = Math.max(middle, ...ends) - low || 1;
  const at = (value) => (100 * (value - low)) / span;
  return bars.map((bar) => {
    const [left, right] = [bar.npv_low, bar.npv_high].sort((a, b) => a - b);
    return { x: at(left), width: at(right) - at(left), base: at(middle) };
  });
}

/** [{x, width, height, value}] of a histogram of sorted values, `value` in the middle of each bin; the bins are equal steps between two percentiles. */
export function histogram(sorted) {
  const low = sorted[Math.floor(sorted.length * ENDS[0])];
  const high = sorted[Math.ceil(sorted.length * ENDS[1]) - 1];
  const step = (high - low) / BINS || 1;
  const sums = new Array(BINS).fill(0);
  for (const value of sorted) sums[Math.min(BINS - 1, Math.max(0, Math.floor((value - low) / step)))] += 1;
  const tallest = Math.max(...sums);
  return sums.map((sum, index) => ({
    x: (100 * index) / BINS,
    width: (100 - BETWEEN_BINS) / BINS,
    height: (100 * sum) / tallest,
    value: low + (index + 0.5) * step,
  }));
}
