// What waiting costs: the same project started some months later, each month weighed by its share of the year's orders.
import { MONTHS, sum } from "./finance.js";
import { flowing, monthlyFlows } from "./model.js";

const EVEN = 1e-9; // seasons that differ by less have no peak

/** The shares of the year's orders by month, January first, of an industry ("" for none). */
export const seasonOf = (model, preset) => model.calendar.seasons[preset] ?? model.calendar.seasons.any;

/** {go_live, season, lost: [EUR for a wait of 1 to 12 months, null beyond the horizon], even, peak, peak_wait, peak_benefit, missed,
 *  premium}: as hooks/knowledge/roi/waiting.py. */
export function waiting(model, results, season, goLive) {
  const project = results.values[model.risk.duration.sets];
  const first = (((goLive - project) % MONTHS) + MONTHS) % MONTHS; // place of the project's first month in the year
  const values = flowing(
    model,
    results.values,
    Object.fromEntries(results.counted.map((id) => [id, results.adjusted[id]])),
  );
  const weights = season.map((_, month) => season[(first + month) % MONTHS] * MONTHS),
    most = Math.max(...season);
  const peak = most - Math.min(...season) > EVEN ? season.indexOf(most) + 1 : 0,
    wait = ((peak - goLive - 1 + MONTHS) % MONTHS) + 1;
  const last = results.cumulative.length - project,
    lost = losses(model, values, weights, last),
    even = losses(model, values, null, last);
  const missed = peak ? lost[wait - 1] : null,
    premium = missed === null ? null : missed - even[wait - 1];
  const benefit = monthlyFlows(model, values, 0, weights).monthly_benefit[project + wait - 1] ?? 0;
  return { go_live: goLive, season, lost, even, peak, peak_wait: wait, peak_benefit: benefit, missed, premium };
}

/** What each wait loses; one of more than `last` months takes the go-live out of the horizon, where costs would be forgotten. */
function losses(model, values, weights, last) {
  const nets = Array.from({ length: MONTHS + 1 }, (_, wait) =>
    sum(monthlyFlows(model, values, wait, weights).monthly_net),
  );
  return nets.slice(1).map((net, place) => (place < last ? nets[0] - net : null));
}
