// What waiting costs: the same project started some months later, each month weighed by its share of the year's orders.
import { MONTHS, sum } from "./finance.js";
import { bucketsOf, monthlyFlows } from "./model.js";

/** The shares of the year's orders by month, January first, of an industry ("" for none). */
export const seasonOf = (model, preset) => model.calendar.seasons[preset] ?? model.calendar.seasons.any;

/** {go_live, season, lost: [EUR for a wait of 1 to 12 months], peak, peak_wait, peak_benefit}: as hooks/knowledge/waiting.py. */
export function waiting(model, results, season, goLive) {
  const project = results.values[model.risk.duration.sets];
  const first = (((goLive - project) % MONTHS) + MONTHS) % MONTHS; // place of the project's first month in the year
  const weights = season.map((_, month) => season[(first + month) % MONTHS] * MONTHS);
  const kept = Object.fromEntries(results.counted.map((id) => [id, results.adjusted[id]]));
  const values = { ...results.values, ...bucketsOf(model, kept) };
  const planned = monthlyFlows(model, values, 0, weights);
  const lost = season.map((_, wait) => sum(planned.monthly_net) - sum(monthlyFlows(model, values, wait + 1, weights).monthly_net));
  const peak = season.indexOf(Math.max(...season)) + 1;
  const peakWait = ((peak - goLive - 1 + MONTHS) % MONTHS) + 1;
  return { go_live: goLive, season, lost, peak, peak_wait: peakWait, peak_benefit: planned.monthly_benefit[project + peakWait - 1] ?? 0 };
}
