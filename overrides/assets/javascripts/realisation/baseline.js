// The case as a plan to be held against what is realised: a baseline, and the file that keeps it.
import { emptyBuckets, filled, flowing, monthlyFlows } from "../engine/model.js";
import { resultsOf } from "../state/compute.js";
import { HEADING } from "../state/heading.js";

export const FORMAT = "oms-value-baseline";
export const FORMAT_VERSION = 1;

/** What the drivers that count are planned to bring and the project to cost, in EUR of each month:
 *  {discount_rate, cost, cash, drivers: {id: [EUR]}}; the drivers together are the monthly benefit. */
export function planOf(model, { values, adjusted, counted, ...flows }) {
  const kept = Object.fromEntries(counted.map((id) => [id, adjusted[id]]));
  const bare = { ...flowing(model, values, kept), ...emptyBuckets(model) };
  const profiles = Object.fromEntries(
    model.buckets.map((bucket) => [bucket, monthlyFlows(model, { ...bare, [bucket]: 1 }).monthly_benefit]),
  );
  const monthsOf = (id) => profiles[model.drivers[id].bucket].map((step) => adjusted[id] * step);
  return {
    discount_rate: values.discount_rate,
    cost: flows.monthly_cost,
    cash: flows.monthly_inflow.map((inflow, month) => inflow - flows.monthly_benefit[month]),
    drivers: Object.fromEntries(counted.map((id) => [id, monthsOf(id)])),
  };
}

/** The baseline of the case shown, with nothing realised yet. `edition` is the day of the data. */
export function newBaseline(model, state, edition) {
  const theCase = state.cases[state.at],
    { situation, inputs, cases } = resultsOf(model, theCase, state.view),
    values = filled(model, inputs, situation),
    plan = planOf(model, cases.base);
  const only = (names) => Object.fromEntries(Object.keys(names).map((name) => [name, values[name]]));
  return {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    model_version: model.version,
    edition,
    ...Object.fromEntries(Object.keys(HEADING).map((name) => [name, state.paper[name]])),
    start: "",
    situation,
    preset: theCase.preset,
    view: state.view,
    inputs: only(model.inputs),
    improvements: only(model.improvements),
    plan,
    owners: {},
    actuals: nothing(plan),
  };
}

function nothing({ cost, drivers }) {
  const none = () => cost.map(() => null);
  return { cost: none(), total: none(), drivers: Object.fromEntries(Object.keys(drivers).map((id) => [id, none()])) };
}

/** The baseline with one figure realised: `series` is "cost", "total" or a driver; `amount` null for none. */
export function realised(baseline, series, month, amount) {
  const { actuals } = baseline,
    put = (amounts) => amounts.map((old, index) => (index === month ? amount : old));
  const changed = Object.hasOwn(actuals.drivers, series)
    ? { ...actuals, drivers: { ...actuals.drivers, [series]: put(actuals.drivers[series]) } }
    : { ...actuals, [series]: put(actuals[series]) };
  return { ...baseline, actuals: changed };
}
