// One case of the reader's → everything that the page shows of it.
import { SCENARIOS } from "../engine/generated.js";
import { latePayback } from "../engine/late.js";
import { evaluate, filled } from "../engine/model.js";
import {
  fewestDrivers,
  overlap,
  scenario,
  scepticalDrivers,
  switchingValues,
  tierOf,
  toMeasure,
  warnings,
} from "../engine/sensitivity.js";
import { sum } from "../engine/finance.js";
import { seasonOf, waiting } from "../engine/waiting.js";

/** The value of a name before the reader types it: the preset's, else the example's,
 *  or what is estimated from the rest of the case. */
export function startingValue(model, theCase, name) {
  const preset = model.presets[theCase.preset] ?? {};
  if (Object.hasOwn(preset, name)) return preset[name];
  const { [name]: _, ...others } = inputsOf(model, theCase);
  return filled(model, others, theCase.situation)[name];
}

/** The reader's own data: the inputs typed, and the improvements measured. */
export const ownOf = (model, theCase) => [
  ...Object.keys(theCase.inputs).filter((name) => Object.hasOwn(model.inputs, name)),
  ...theCase.own,
];

/** The preset's figures with the reader's own over them. */
export const inputsOf = (model, theCase) => ({ ...model.presets[theCase.preset], ...theCase.inputs });

/** The drivers that count in a view, null for all of them. */
export const countedIn = (model, theCase, view) =>
  view === "cfo" ? scepticalDrivers(model, ownOf(model, theCase)) : null;

/** The share of the year's orders in each month, January first. */
export function seasonIn(model, theCase) {
  return theCase.season
    ? theCase.season.map((orders) => orders / sum(theCase.season))
    : seasonOf(model, theCase.preset);
}

/** What waiting costs in a case, from its go-live month on. */
export const waitingIn = (model, theCase, results) =>
  waiting(model, results, seasonIn(model, theCase), theCase.golive ?? model.calendar.go_live);

/** What the engine is asked of a case. */
export const questionOf = (model, theCase, view) => ({
  situation: theCase.situation,
  inputs: inputsOf(model, theCase),
  counted: countedIn(model, theCase, view),
  ranges: theCase.ranges,
});

/** The question, its results in each scenario and how late each pays back, the guard rails that they are beyond, the
 *  evidence behind each driver, and what is missing of it for a CFO. */
export function resultsOf(model, theCase, view) {
  const question = questionOf(model, theCase, view),
    { situation, counted } = question;
  const cases = {},
    late = {};
  for (const name of SCENARIOS) {
    const inputs = scenario(model, question, name);
    cases[name] = evaluate(model, inputs, situation, counted);
    late[name] = latePayback(model, inputs, cases[name]);
  }
  const tiers = Object.fromEntries(
    Object.keys(model.drivers).map((id) => [id, tierOf(model, id, ownOf(model, theCase))]),
  );
  const missing = toMeasure(model, cases.base, ownOf(model, theCase));
  return {
    ...question,
    cases,
    late,
    warnings: warnings(model, cases.base),
    tiers,
    missing,
    basis: basisOf(model, theCase),
  };
}

/** What the reader typed or measured, of how many figures, and driver → the improvement that earns it. */
function basisOf(model, { inputs, own }) {
  const names = [...Object.keys(model.inputs), ...Object.keys(model.improvements)];
  return {
    own: [...new Set([...Object.keys(inputs), ...own])],
    all: names.length,
    earned: (id) => model.drivers[id].improvement,
  };
}

/** What the results rest on, and what the rules took off them. */
export function restOf(model, { inputs, situation, cases: { base } }) {
  return {
    overlap: overlap(model, inputs, situation).pools,
    switching: switchingValues(model, base),
    fewest: fewestDrivers(model, base),
  };
}
