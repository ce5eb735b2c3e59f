// What waiting costs: the same project started some months later, each month weighed by its share of the year's orders.
import { sum } from "./finance.js";
import { EVEN, MONTHS } from "./generated.js";
import { flowing, monthlyFlows } from "./model.js";

/** The shares of the year's orders by month, January first, of an industry ("" for none). */
export const seasonOf = (model, preset) => model.calendar.seasons[preset] ?? model.calendar.seasons.any;

/** {go_live, season, lost: [EUR for a wait of 1 to 12 months, null beyond the horizon], even, peak}:
 *  as hooks/knowledge/roi/waiting.py. */
export function waiting(model, results, season, goLive) {
  const project = results.values[model.risk.duration.sets];
  const first = (((goLive - project) % MONTHS) + MONTHS) % MONTHS; // place of the project's first month in the year
  const values = flowing(
    model,
    results.values,
    Object.fromEntries(results.counted.map((id) => [id, results.adjusted[id]])),
  );
  const weights = season.map((_, month) => season[(first + month) % MONTHS] * MONTHS);
  const last = results.cumulative.length - project;
  const lost = losses(model, values, weights, last),
    even = losses(model, values, null, last);
  const benefits = monthlyFlows(model, values, 0, weights).monthly_benefit.slice(project);
  return { go_live: goLive, season, lost, even, peak: nextPeak(season, goLive, lost, even, benefits) };
}

/** {month, wait, missed, premium, benefit}, null where all months are alike.
 *  `benefits` are those of each month after the go-live. */
function nextPeak(season, goLive, lost, even, benefits) {
  const most = Math.max(...season);
  if (most - Math.min(...season) <= EVEN) return null;
  const month = season.indexOf(most) + 1,
    wait = ((month - goLive - 1 + MONTHS) % MONTHS) + 1;
  const missed = lost[wait - 1],
    premium = missed === null ? null : missed - even[wait - 1];
  return { month, wait, missed, premium, benefit: benefits[wait - 1] ?? 0 };
}

/** What missing the next peak loses; null without a peak, or beyond the horizon. */
export const peakMissed = ({ peak }) => (peak ? peak.missed : null);

/** What each wait loses; one of more than `last` months takes the go-live out of the horizon,
 *  where costs would be forgotten. */
function losses(model, values, weights, last) {
  const nets = Array.from({ length: MONTHS + 1 }, (_, wait) =>
    sum(monthlyFlows(model, values, wait, weights).monthly_net),
  );
  return nets.slice(1).map((net, index) => (index < last ? nets[0] - net : null));
}
