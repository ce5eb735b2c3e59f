// The reader's case ↔ the address's fragment: only what differs from the example, under the model's own names.

const CHOICES = ["situation", "preset", "view"];
const LONGEST = 4000;

/** {situation, preset, view, inputs: {id: number}} before the reader does anything. */
export const empty = (model) => ({ situation: model.situations[0], preset: "", view: "", inputs: {} });

/** The fragment of a case, without "#"; empty for the example. */
export function written(model, state) {
  const first = empty(model);
  const pairs = CHOICES.filter((name) => state[name] !== first[name]).map((name) => [name, state[name]]);
  pairs.push(...Object.entries(state.inputs));
  return pairs.length ? new URLSearchParams([["v", String(model.version)], ...pairs.map(([name, value]) => [name, String(value)])]).toString() : "";
}

/** {state, ignored: [text], other: whether another version of the model wrote it}. Nothing in a fragment can do more than be ignored. */
export function readFragment(model, hash) {
  const state = empty(model);
  const ignored = [];
  let version = String(model.version);
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return { state, ignored, other: false };
  if (text.length > LONGEST) return { state, ignored: [`${text.slice(0, 40)}…`], other: false };
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === "v") version = value;
    else if (!take(model, state, name, value)) ignored.push(`${name}=${value}`.slice(0, 60));
  }
  return { state, ignored, other: version !== String(model.version) };
}

function take(model, state, name, value) {
  const offered = { situation: model.situations, preset: Object.keys(model.presets), view: ["cfo"] };
  if (CHOICES.includes(name)) {
    if (!offered[name].includes(value)) return false;
    state[name] = value;
    return true;
  }
  const bounds = boundsOf(model, name);
  const number = /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(value) ? Number(value) : NaN;
  if (!bounds || !Number.isFinite(number) || number < bounds.min || number > bounds.max) return false;
  if (bounds.choices && !bounds.choices.includes(number)) return false;
  state.inputs[name] = number;
  return true;
}

/** The bounds of an input or an improvement; undefined for a name that the model does not have. */
export function boundsOf(model, name) {
  if (Object.hasOwn(model.inputs, name)) return model.inputs[name];
  return Object.hasOwn(model.improvements, name) ? { ...model.improvements[name], min: 0 } : undefined;
}
