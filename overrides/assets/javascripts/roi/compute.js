// One case of the reader's → everything that the page shows of it.
import { defaultOf, evaluate } from "./model.js";
import { fewestDrivers, overlap, scenario, scepticalDrivers, switchingValues, tierOf, warnings } from "./sensitivity.js";
import { simulate } from "./simulate.js";
import { sum } from "./finance.js";
import { seasonOf, waiting } from "./waiting.js";

/** The value of a name before the reader types it: the preset's, else the example's. */
export function startingValue(model, each, name) {
  const preset = model.presets[each.preset] ?? {};
  if (Object.hasOwn(preset, name)) return preset[name];
  return Object.hasOwn(model.inputs, name) ? defaultOf(model.inputs[name], each.situation) : model.improvements[name].base;
}

/** The preset's figures with the reader's own over them. */
export const inputsOf = (model, each) => ({ ...model.presets[each.preset], ...each.inputs });

/** The drivers that count in a view, null for all of them. */
export const countedIn = (model, each, view) => (view === "cfo" ? scepticalDrivers(model, each.own) : null);

/** The share of the year's orders in each month, January first. */
export function seasonIn(model, each) {
  return each.season ? each.season.map((orders) => orders / sum(each.season)) : seasonOf(model, each.preset);
}

export const waitingIn = (model, each, results) => waiting(model, results, seasonIn(model, each), each.golive ?? model.calendar.go_live);

/** {inputs, counted, cases: {low, base, high}, …}: results and what follows from them. */
export function figuresOf(model, each, view, draws) {
  const { situation } = each, inputs = inputsOf(model, each), counted = countedIn(model, each, view);
  const cases = Object.fromEntries(["low", "base", "high"].map((name) => [name, evaluate(model, scenario(model, inputs, situation, name), situation, counted)]));
  return {
    situation,
    inputs,
    counted,
    cases,
    warnings: warnings(model, cases.base),
    trials: simulate(model, inputs, situation, draws, counted),
    overlap: overlap(model, inputs, situation).pools,
    switching: switchingValues(model, cases.base),
    fewest: fewestDrivers(model, cases.base),
    waiting: waitingIn(model, each, cases.base),
    tiers: Object.fromEntries(Object.keys(model.drivers).map((id) => [id, tierOf(model, id, each.own)])),
  };
}
