// What a single assumption would have to be for a goal to be reached, the others unchanged.
import { evaluate, filled } from "../engine/model.js";
import { boundsOf } from "../state/bounds.js";

const HALVINGS = 40,
  DIGITS = 3, // of a value that is told: the next one beyond the exact one, so that it does reach the goal
  MOST = 3; // how many times the forecast all improvements together are tried at

export const TOGETHER = "improvements"; // all of them, as a share of their forecast

/** Whether results reach a goal: a number of months to be paid back in, or "npv", not to be negative. */
export const reaches = (goal, { npv, payback_month: month }) =>
  goal === "npv" ? npv >= 0 : month !== null && month <= goal;

/** [{id, from, to}] of the assumptions, among `names`, that reach the goal alone without a worse business, the least
 *  changed first; null where it is reached already. */
export function sought(model, { situation, inputs, counted }, goal, names) {
  const values = filled(model, inputs, situation);
  const meets = (changes) => reaches(goal, evaluate(model, { ...inputs, ...changes }, situation, counted));
  if (meets({})) return null;
  const alone = names.map((id) => {
    return { id, from: values[id], to: nearest(values[id], waysOf(model, id), (value) => meets({ [id]: value })) };
  });
  const together = { id: TOGETHER, from: 1, to: nearest(1, [MOST], (share) => meets(scaled(model, values, share))) };
  const change = ({ from, to }) => Math.abs(Math.log(to / from)); // from or to nothing, it has no end
  return [together, ...alone].filter(({ to }) => to !== null).sort((one, two) => change(one) - change(two));
}

/** The ends that a figure may be moved to: no goal is worth a retailer that does worse. */
function waysOf(model, id) {
  const { min, max, better } = boundsOf(model, id);
  if (Object.hasOwn(model.improvements, id)) return [max];
  return { more: [max], less: [min] }[better] ?? [min, max];
}

/** The value nearest to `from`, on the way to one of the ends, that meets the goal; null where neither end does. */
function nearest(from, ends, meets) {
  const found = ends
    .filter((end) => end !== from && meets(end))
    .map((end) => told(from, crossing(from, end, meets), end, meets));
  return found.sort((one, two) => Math.abs(one - from) - Math.abs(two - from))[0] ?? null;
}

/** By bisection: it is not met at `from`, and met at `end`. */
function crossing(from, end, meets) {
  let [off, on] = [from, end];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (off + on) / 2;
    if (meets(middle)) on = middle;
    else off = middle;
  }
  return on;
}

/** A crossing with few digits, rounded away from `from`; as it is where that would not do. */
function told(from, value, end, meets) {
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) + 1 - DIGITS),
    round = end > from ? Math.ceil : Math.floor;
  const short = Number((round(value / unit) * unit).toPrecision(DIGITS + 1));
  return Math.abs(short - from) <= Math.abs(end - from) && meets(short) ? short : value;
}

/** Every improvement at a share of its forecast, up to the most that the model allows. */
function scaled(model, values, share) {
  const names = Object.keys(model.improvements);
  return Object.fromEntries(
    names.map((id) => [id, Math.min(values[id] * share, Math.max(model.improvements[id].max, values[id]))]),
  );
}
