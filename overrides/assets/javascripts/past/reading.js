// A link of an earlier version of the model: its cases in today's, and what each change did to the first one's value.
import { evaluate, filled, scalarsOf } from "../engine/model.js";
import { sum } from "../engine/finance.js";
import { worthOf } from "../engine/worth.js";
import { inputsOf } from "../state/compute.js";
import { boundsOf, rangePairs, soundRange } from "../state/bounds.js";
import { readFragment } from "../state/state.js";

const SAME = 1e-9; // figures that differ by less, relative to the larger, are the same

/** {version, state, ignored, then, now, moved: [{name, before, after, effect}], rest}: `then` and `now` are the results
 *  of the case shown, `moved` the assumptions that are others today and what each did to the net present value, `rest`
 *  what formulas and new assumptions did. Throws where the version does not come. */
export async function readPast(model, fragment, version) {
  const { model: former } = await import(new URL(`../versions/${version}.js`, import.meta.url));
  const { state: past, ignored } = readFragment(former, fragment);
  const carried = past.cases.map((theCase) => carry(model, theCase));
  const state = { ...past, cases: carried.map(({ theCase }) => theCase) };
  const lost = carried.flatMap(({ lost }) => lost);
  return {
    version,
    state,
    ignored: [...ignored, ...lost],
    ...compared(former, past.cases[past.at], model, state.cases[state.at]),
  };
}

/** A case of an earlier version in today's names; what today's model has not, or does not allow, is lost and told. */
function carry(model, theCase) {
  const inputs = {},
    lost = [];
  for (const [former, value] of Object.entries(theCase.inputs)) {
    const name = model.renamed[former] ?? former,
      bounds = boundsOf(model, name);
    if (bounds && value >= bounds.min && value <= bounds.max) inputs[name] = value;
    else lost.push(`${former}=${value}`);
  }
  const ranges = {};
  for (const [former, ends] of Object.entries(theCase.ranges)) {
    const name = model.renamed[former] ?? former;
    if (soundRange(model, inputs, name, ends)) ranges[name] = ends;
    else lost.push(...rangePairs({ [former]: ends }).map((pair) => pair.join("=")));
  }
  const own = theCase.own.filter((name) => Object.hasOwn(model.improvements, name));
  return { theCase: { ...theCase, inputs, own, ranges, from: {} }, lost };
}

function compared(former, before, model, after) {
  const then = evaluate(former, inputsOf(former, before), before.situation),
    now = evaluate(model, inputsOf(model, after), after.situation);
  const moved = movedAssumptions(former, before, model, after, now);
  return { then, now, moved, rest: now.npv - then.npv - sum(moved.map(({ effect }) => effect)) };
}

/** The assumptions that the reader did not type and that are others today, the one that did most first. */
function movedAssumptions(former, before, model, after, now) {
  const old = filled(former, inputsOf(former, before), before.situation),
    inputs = inputsOf(model, after),
    present = filled(model, inputs, after.situation),
    worth = worthOf(model);
  const formerName = Object.fromEntries(Object.entries(model.renamed).map(([was, name]) => [name, was]));
  return Object.keys(present)
    .map((name) => ({ name, before: old[formerName[name] ?? name], after: present[name] }))
    .filter(
      ({ before, after }) =>
        before !== undefined && Math.abs(before - after) > SAME * Math.max(Math.abs(before), Math.abs(after)),
    )
    .map((change) => ({
      ...change,
      effect: now.npv - worth(scalarsOf(model, { ...inputs, [change.name]: change.before }, after.situation)),
    }))
    .sort((one, two) => Math.abs(two.effect) - Math.abs(one.effect));
}
