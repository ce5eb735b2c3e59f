/** The cash flow of each year (hooks/knowledge/roi/yearly.py): what is spent once stands before the first year. */

import { cumulative, discounted, monthlyRate, sum } from "./finance.js";
import { MONTHS } from "./generated.js";
import { flowing, monthlyFlows } from "./model.js";

/** {teams, cash, costs: {name: line}, benefit, cost, net: line, cumulative}; a line: {amounts, discounted} in EUR,
 *  costs below zero, what flows once and then each year. */
export function yearly(model, { values, adjusted, counted, teams }) {
  const rate = monthlyRate(values.discount_rate),
    kept = Object.fromEntries(counted.map((id) => [id, adjusted[id]]));
  const months = monthsOf(model, flowing(model, values, kept));
  const ofTeam = (team) => Object.fromEntries(Object.entries(kept).filter(([id]) => model.drivers[id].team === team));
  const found = {
    teams: byName(Object.keys(teams), (team) =>
      line(monthlyFlows(model, flowing(model, values, ofTeam(team))).monthly_benefit, rate),
    ),
    cash: byName(model.flows.cash, (name) =>
      line(
        months.map((month) => month[name]),
        rate,
        model.once.includes(name),
      ),
    ),
    costs: byName(model.flows.cost, (name) =>
      line(
        months.map((month) => -month[name]),
        rate,
        model.once.includes(name),
      ),
    ),
  };
  const benefit = summed(Object.values(found.teams)),
    cost = summed(Object.values(found.costs)),
    net = summed([benefit, ...Object.values(found.cash), cost]);
  return { ...found, benefit, cost, net, cumulative: cumulative(net.amounts) };
}

const byName = (names, of) => Object.fromEntries(names.map((name) => [name, of(name)]));

/** Every monthly formula in each month. */
function monthsOf(model, values) {
  const found = [];
  let month = Object.fromEntries(Object.values(model.steps).map((name) => [name, 0]));
  for (let number = 0; number < Math.trunc(values.horizon_years * values.months_per_year); number++) {
    month = model.month(values, number + 1, Math.floor(number / MONTHS), month);
    found.push(month);
  }
  return found;
}

const line = (flows, rate, once = false) => ({
  amounts: columns(flows, once),
  discounted: columns(discounted(flows, rate), once),
});

function columns(flows, once) {
  const years = [];
  for (let start = 0; start < flows.length; start += MONTHS) years.push(sum(flows.slice(start, start + MONTHS)));
  return once ? [sum(years), ...years.map(() => 0)] : [0, ...years];
}

const summed = (lines) => ({
  amounts: lines[0].amounts.map((_, index) => sum(lines.map(({ amounts }) => amounts[index]))),
  discounted: lines[0].discounted.map((_, index) => sum(lines.map(({ discounted }) => discounted[index]))),
});
