// Planned against realised, and what the whole becomes: what is realised so far, and the plan for the rest.
import { cumulative, monthlyRate, payback, presentValue, sum } from "../engine/finance.js";

/** {drivers: {id: {planned, realised}}, total: {planned, realised}, months: how many have a benefit, planned: flows,
 *  forecast: flows}; EUR; amounts to date are of the months that have a figure, `realised` null where none has. */
export function follow({ plan, actuals }) {
  const ids = Object.keys(plan.drivers),
    all = plan.cost.map((_, month) => month);
  const typed = (month) => ids.filter((id) => actuals.drivers[id][month] !== null);
  const planned = (month, of = ids) => sum(of.map((id) => plan.drivers[id][month]));
  const seen = all.filter((month) => actuals.total[month] !== null || typed(month).length);
  const whole = (month) => actuals.total[month] !== null;
  const benefit = (month) =>
    actuals.total[month] ?? sum(ids.map((id) => actuals.drivers[id][month] ?? plan.drivers[id][month]));
  return {
    drivers: Object.fromEntries(ids.map((id) => [id, toDate(plan.drivers[id], actuals.drivers[id])])),
    total: {
      planned: sum(seen.map((month) => planned(month, whole(month) ? ids : typed(month)))),
      realised: seen.length
        ? sum(seen.map((month) => actuals.total[month] ?? sum(typed(month).map((id) => actuals.drivers[id][month]))))
        : null,
    },
    months: seen.length,
    planned: flowsOf(
      plan,
      (month) => planned(month),
      (month) => plan.cost[month],
    ),
    forecast: flowsOf(plan, benefit, (month) => actuals.cost[month] ?? plan.cost[month]),
  };
}

function toDate(planned, realised) {
  const months = realised.map((_, month) => month).filter((month) => realised[month] !== null);
  const upTo = (amounts) => sum(months.map((month) => amounts[month]));
  return { planned: upTo(planned), realised: months.length ? upTo(realised) : null };
}

/** {cumulative, npv, payback_month} of benefits and costs by month. */
function flowsOf({ cash, discount_rate: yearly }, benefit, cost) {
  const net = cash.map((released, month) => benefit(month) + released - cost(month));
  return {
    cumulative: cumulative(net),
    npv: presentValue(net, monthlyRate(yearly)),
    payback_month: payback(net),
  };
}
