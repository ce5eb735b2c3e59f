// Lengths of bars, as the build draws them (hooks/knowledge/calculator/charts.py).

/** Lengths from 0 to 100, on the scale of the greatest. */
export function lengths(values) {
  const top = Math.max(...values.map(Math.abs), 1e-9);
  return values.map((value) => (100 * Math.max(value, 0)) / top);
}
