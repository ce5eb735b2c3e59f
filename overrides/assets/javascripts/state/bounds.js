// What a figure may be, and the range that a reader gives to one: "low.<name>" and "high.<name>" in the fragment.

const ENDS = ["low", "high"];

/** A number as a fragment holds it; NaN for any other text. */
export const plainNumber = (text) => (/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : NaN);

/** The bounds of an input or an improvement; undefined for a name that the model does not have. */
export function boundsOf(model, name) {
  if (Object.hasOwn(model.inputs, name)) return model.inputs[name];
  return Object.hasOwn(model.improvements, name) ? { ...model.improvements[name], min: 0 } : undefined;
}

/** Whether a figure can be more or less: a choice and a switch cannot. */
const canRange = (model, name) => model.ranged.includes(name) || Object.hasOwn(model.improvements, name);

/** Whether a figure can have this range: within its bounds, and around what the reader typed. */
export function soundRange(model, inputs, name, [low, high]) {
  if (!canRange(model, name) || !(low <= high)) return false;
  const { min, max } = boundsOf(model, name),
    value = Object.hasOwn(inputs, name) ? inputs[name] : low;
  return min <= low && high <= max && low <= value && value <= high;
}

/** [[name in the fragment, value]] of ranges {name: [low, high]}. */
export const rangePairs = (ranges) =>
  Object.entries(ranges).flatMap(([name, ends]) => ENDS.map((end, index) => [`${end}.${name}`, ends[index]]));

/** [{prefix, name, ends: [low, high], said: [text]}] of the parts of a fragment, [[prefix, name, value, text]]; an end
 *  that is not there, or is no number, is NaN. */
export function rangesIn(parts) {
  const found = new Map();
  for (const [prefix = "", key, value, text] of parts) {
    const [, end, name] = /^(low|high)\.(.*)$/s.exec(key) ?? [];
    if (!end) continue;
    const range = found.get(prefix + name) ?? { prefix, name, ends: [NaN, NaN], said: [] };
    range.ends[ENDS.indexOf(end)] = plainNumber(value);
    range.said.push(text);
    found.set(prefix + name, range);
  }
  return [...found.values()];
}
