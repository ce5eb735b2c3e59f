// A file that somebody opens → a baseline, whole or not at all.
// Each part is looked at, and what is not expected is refused.
import { isDay, HEADING, soundHeading } from "../state/heading.js";
import { FORMAT, FORMAT_VERSION } from "./baseline.js";

export const LARGEST = 1e12; // EUR, and any other figure
export const LONGEST = 1e6; // bytes of a file
const MONTHS_MOST = 120,
  OWNER_LONGEST = 60,
  NAME = /^[a-z][a-z0-9_]{0,59}$/;

class Fault extends Error {
  constructor(key, at) {
    super(`${key} ${at}`);
    Object.assign(this, { key, at });
  }
}

/** {baseline, fault}: one of them is null; a fault is {key: which sentence says it, at: the place in the file}. */
export function readBaseline(model, text) {
  try {
    return { baseline: baselineOf(model, parsed(text)), fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { baseline: null, fault: { key: error.key, at: error.at } };
  }
}

function refuse(key, at = "") {
  throw new Fault(key, at);
}

function parsed(text) {
  if (text.length > LONGEST) refuse("large");
  try {
    return JSON.parse(text);
  } catch {
    return refuse("json");
  }
}

function baselineOf(model, value) {
  if (!isPlain(value) || value.format !== FORMAT || value.format_version !== FORMAT_VERSION) refuse("foreign");
  const version = value.model_version;
  if (!Number.isInteger(version) || version < 1) refuse("foreign");
  if (version > model.version) refuse("newer");
  const months = monthsIn(value);
  const planned = Object.keys(isPlain(value.plan.drivers) ? value.plan.drivers : {});
  return shape(partsOf(model, version, months, planned))(value, "");
}

/** How many months the plan has: every list of the file has as many. */
function monthsIn({ plan }) {
  const cost = isPlain(plan) && plan.cost;
  if (!Array.isArray(cost) || cost.length < 1 || cost.length > MONTHS_MOST) refuse("list", "plan.cost");
  return cost.length;
}

/** What stands where. An older model may have had other names, which have to be names; the drivers must be known. */
function partsOf(model, version, months, planned) {
  const known = (names) => (name) => (version === model.version ? Object.hasOwn(names, name) : NAME.test(name));
  const isDriver = (id) => Object.hasOwn(model.drivers, id),
    isPlanned = (id) => planned.includes(id);
  const amounts = list(months, number),
    realised = list(months, (value, at) => (value === null ? null : number(value, at)));
  const heading = Object.fromEntries(Object.keys(HEADING).map((name) => [name, headed(name)]));
  return {
    format: same,
    format_version: same,
    model_version: same,
    edition: day,
    ...heading,
    start: month,
    situation: oneOf(model.situations),
    preset: oneOf(["", ...Object.keys(model.presets)]),
    view: oneOf(["", "cfo"]),
    inputs: named(known(model.inputs), number),
    improvements: named(known(model.improvements), number),
    plan: shape({ discount_rate: rate, cost: amounts, cash: amounts, drivers: named(isDriver, amounts) }),
    owners: named(isPlanned, shape({ owner: text, due: dayOrNone })),
    actuals: shape({ cost: realised, total: realised, drivers: every(planned, named(isPlanned, realised)) }),
  };
}

// --- what a part may be: (value, its place) → the value, or a fault ---

const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const sound = (holds, key) => (value, at) => (holds(value) ? value : refuse(key, at));
const same = (value) => value;
const isText = (value) => typeof value === "string";

const number = sound((value) => typeof value === "number" && Math.abs(value) <= LARGEST, "number");
const rate = sound((value) => typeof value === "number" && value >= 0 && value <= 1, "number");
const text = sound((value) => isText(value) && value.length <= OWNER_LONGEST && !/\p{Cc}/u.test(value), "text");
const day = sound((value) => isText(value) && isDay(value), "day");
const dayOrNone = sound((value) => value === "" || (isText(value) && isDay(value)), "day");
const month = sound((value) => isText(value) && isMonth(value), "day");
const headed = (name) => sound((value) => isText(value) && soundHeading(name, value), name === "date" ? "day" : "text");
const oneOf = (choices) => sound((value) => choices.includes(value), "choice");

/** Whether a text is a month of the calendar ("2026-11"), or empty. */
export const isMonth = (text) => text === "" || isDay(`${text}-01`);

/** A list of so many values, each read. */
const list = (length, read) => (value, at) =>
  Array.isArray(value) && value.length === length
    ? value.map((item, index) => read(item, `${at}[${index}]`))
    : refuse("list", at);

/** An object in which any of the known names may stand. */
const named = (isKnown, read) => (value, at) => {
  if (!isPlain(value)) refuse("object", at);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const path = at ? `${at}.${name}` : name;
      return isKnown(name) ? [name, read(item, path)] : refuse("unknown", path);
    }),
  );
};

/** The same with every one of these names. */
const every = (names, read) => (value, at) => {
  const missing = isPlain(value) && names.find((name) => !Object.hasOwn(value, name));
  return missing ? refuse("missing", `${at}.${missing}`) : read(value, at);
};

/** An object with these parts and no others. */
function shape(parts) {
  const readPart = named((name) => Object.hasOwn(parts, name), same);
  return (value, at) => {
    const found = every(Object.keys(parts), readPart)(value, at);
    return Object.fromEntries(
      Object.keys(parts).map((name) => [name, parts[name](found[name], at ? `${at}.${name}` : name)]),
    );
  };
}
