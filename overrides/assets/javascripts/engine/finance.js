/** What a series of monthly flows is worth. Flows stand at the end of each month, the first is discounted once. */

import { MONTHS, STEEPEST } from "./generated.js";

/** The sum of numbers. */
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The monthly rate that makes the yearly one. */
export const monthlyRate = (yearly) => (1 + yearly) ** (1 / MONTHS) - 1;

/** Each flow at its value at the start of the first month. */
export const discounted = (flows, rate) => flows.map((flow, index) => flow / (1 + rate) ** (index + 1));

/** What flows are worth at the start of the first month, at a monthly rate. */
export const presentValue = (flows, rate) => sum(discounted(flows, rate));

/** The running sum of flows. */
export function cumulative(flows) {
  let total = 0;
  return flows.map((flow) => (total += flow));
}

/** The first month from which the cumulative flow stays at or above zero;
 *  0 if it never is below, null if it ends below. */
export function payback(flows) {
  const after = cumulative(flows).findLastIndex((total) => total < 0) + 2;
  return after === 1 ? 0 : after <= flows.length ? after : null;
}

/** The monthly rate at which the flows are worth nothing;
 *  null unless their cumulative sum goes from − to + exactly once. */
function rateOfReturn(flows) {
  const signs = cumulative(flows)
    .filter((total) => total !== 0)
    .map((total) => total > 0);
  const changes = signs.filter((sign, index) => index && sign !== signs[index - 1]).length;
  if (changes !== 1 || signs[0]) return null;
  let low = 0,
    high = 1;
  while (worth(flows, high) > 0) {
    [low, high] = [high, 2 * high];
    if (high > STEEPEST) return null;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (!(low < middle && middle < high)) return middle;
    if (worth(flows, middle) > 0) low = middle;
    else high = middle;
  }
}

/** The flows discounted to the first of them; without powers, so that no rate overflows. */
function worth(flows, rate) {
  let total = 0,
    factor = 1;
  for (const flow of flows) {
    total += flow / factor;
    factor *= 1 + rate;
  }
  return total;
}

/** The yearly internal rate of return of monthly flows. */
export function yearlyReturn(flows) {
  const rate = rateOfReturn(flows);
  return rate === null ? null : (1 + rate) ** MONTHS - 1;
}
