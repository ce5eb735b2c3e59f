// The rows of the workbook's months, and what is read from them.
import { cumulative, discounted, monthlyRate, presentValue, sum } from "../engine/finance.js";
import { MONTHS } from "../engine/generated.js";
import { flowing } from "../engine/model.js";
import { months } from "./cells.js";

/** {id: what is found for it} */
export const pairs = (ids, find) => Object.fromEntries(ids.map((id) => [id, find(id)]));

/** Each monthly formula over the longest horizon; beyond the one chosen nothing flows. */
export function ofMonths(model, flowed, horizon) {
  const rows = { y: [] },
    flows = Object.values(model.flows).flat();
  const steps = Object.entries(model.steps);
  let before = pairs(Object.values(model.steps), () => 0);
  for (let number = 0; number < months; number++) {
    const year = Math.floor(number / MONTHS),
      month = model.month(flowed, number + 1, year, before);
    for (const [step, moved] of steps) (rows[step] ??= []).push(month[moved] - before[moved]);
    for (const [id, value] of Object.entries(month))
      (rows[id] ??= []).push(flows.includes(id) && number >= horizon ? 0 : value);
    rows.y.push(year);
    before = month;
  }
  return { ...rows, ...sums(flows, rows) };
}

/** {id_sum: the sum of its row} */
const sums = (ids, rows) => Object.fromEntries(ids.map((id) => [`${id}_sum`, sum(rows[id])]));

/** {flows, signs, turns} over the longest horizon, with the sum of each flow. */
export function ofFlows(results, rate) {
  const longest = (flow) => [...flow, ...Array(months - flow.length).fill(0)],
    names = ["benefit", "cost", "inflow", "net"];
  const rows = pairs(names, (name) => longest(results[`monthly_${name}`]));
  rows.discounted = discounted(rows.net, rate);
  const running = { cumulative: cumulative(rows.net), discounted_cumulative: cumulative(rows.discounted) };
  const signs = [],
    turns = [];
  for (const total of running.cumulative) {
    const before = signs.at(-1) ?? 0,
      sign = Math.sign(total) || before;
    turns.push(Number(before !== 0 && sign !== before));
    signs.push(sign);
  }
  return { flows: { ...rows, ...running, ...sums(Object.keys(rows), rows) }, signs, turns };
}

/** {years, spent}: each flow and each line of the costs by year, then over the horizon, then at its present value. */
export function ofYears(model, { cases: { base } }) {
  const { values, adjusted, counted } = base,
    rate = monthlyRate(values.discount_rate);
  const byYear = (flow) => [
    ...Array.from({ length: months / MONTHS }, (_, year) => sum(flow.slice(year * MONTHS, (year + 1) * MONTHS))),
    sum(flow),
    presentValue(flow, rate),
  ];
  const flowed = flowing(
      model,
      values,
      pairs(counted, (id) => adjusted[id]),
    ),
    rows = ofMonths(model, flowed, base.monthly_net.length);
  return {
    years: pairs(["benefit", "inflow", "cost", "net"], (name) => byYear(base[`monthly_${name}`])),
    spent: pairs(model.flows.cost, (id) => byYear(rows[id])),
  };
}
