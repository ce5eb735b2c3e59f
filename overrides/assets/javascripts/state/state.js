// The reader's cases ↔ the address's fragment: only what differs from the example, under the model's own names. The
// first case's names stand bare, those of the others behind "2." and "3.".
import { LONGEST_NAME, MONTHS } from "../engine/generated.js";
import { boundsOf, plainNumber, rangePairs, rangesIn, soundRange } from "./bounds.js";
import { emptyPaper, paperPairs, takePaper } from "./heading.js";

export const MOST = 3; // cases side by side
const LONGEST = 30000; // characters of a fragment
const LARGEST_SEED = 2 ** 32 - 1;

/** A case before the reader does anything; `golive` and `season` are null until chosen, `from` says which outcome an
 *  input was taken from, `own` which improvements the reader measured, `ranges` [low, high] of what the reader is not
 *  sure of. */
export const emptyCase = (model) => ({
  name: "",
  situation: model.situations[0],
  preset: "",
  golive: null,
  season: null,
  inputs: {},
  from: {},
  own: [],
  ranges: {},
});

/** {cases, at: place of the one shown, view: "" or "cfo", seed, paper: what heads the business case and follows it} */
export const empty = (model) => ({
  cases: [emptyCase(model)],
  at: 0,
  view: "",
  seed: model.risk.seed,
  paper: emptyPaper(),
});

/** The state with the case shown replaced. */
export const changed = (state, theCase) => ({
  ...state,
  cases: state.cases.map((old, index) => (index === state.at ? theCase : old)),
});

/** The fragment of a state, without "#"; empty for the example. */
export function written(model, state) {
  const pairs = state.cases.flatMap((theCase, index) => pairsOf(model, theCase, index));
  if (state.at) pairs.push(["at", state.at + 1]);
  if (state.view) pairs.push(["view", state.view]);
  if (state.seed !== model.risk.seed) pairs.push(["seed", state.seed]);
  pairs.push(...paperPairs(state.paper));
  return pairs.length
    ? new URLSearchParams([["v", model.version], ...pairs].map((pair) => pair.map(String))).toString()
    : "";
}

function pairsOf(model, theCase, index) {
  const first = emptyCase(model);
  const pairs = ["name", "situation", "preset", "golive"]
    .filter((key) => theCase[key] !== first[key] || (key === "name" && index))
    .map((key) => [key, theCase[key]]);
  if (theCase.season) pairs.push(["season", theCase.season.join("_")]);
  pairs.push(
    ...Object.entries(theCase.inputs),
    ...Object.entries(theCase.from).map(([name, outcome]) => [`from.${name}`, outcome]),
  );
  pairs.push(...rangePairs(theCase.ranges));
  if (theCase.own.length) pairs.push(["own", theCase.own.join(".")]);
  return pairs.map(([key, value]) => [index ? `${index + 1}.${key}` : key, value]);
}

/** {state, ignored: [text], version, other: whether that is another version of the model}. Nothing in a fragment can do
 *  more than be ignored. */
export function readFragment(model, hash) {
  const state = empty(model),
    ignored = [],
    cases = new Map([["", state.cases[0]]]);
  let version = String(model.version),
    at = "1";
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return { state, ignored, other: false };
  if (text.length > LONGEST) return { state, ignored: [`${text.slice(0, 40)}…`], other: false };
  const late = []; // what can only be judged once all inputs are known
  for (const [key, value] of new URLSearchParams(text)) {
    const [, prefix, name] = /^(?:([2-9])\.)?(.*)$/s.exec(key),
      said = `${key}=${value}`.slice(0, 60);
    if (key === "search" || key === "to") continue; // the search's own (main/search.js), the field to go to
    if (key === "v") version = value;
    else if (key === "at") at = value;
    else if (key === "view" && value === "cfo") state.view = value;
    else if (key === "seed" && wholeUpTo(value, LARGEST_SEED)) state.seed = Number(value);
    else if (key.startsWith("paper.")) {
      if (!takePaper(state.paper, key.slice(6), value)) ignored.push(said);
    } else if (Number(prefix) > MOST) ignored.push(said);
    else if (LATE.test(name)) late.push([prefix, name, value, said]);
    else if (!takeInto(model, cases, prefix ?? "", name, value)) ignored.push(said);
  }
  for (const [prefix, name, value, said] of late)
    if (name.startsWith("from.") && !takeSource(model, cases.get(prefix ?? ""), name.slice(5), value))
      ignored.push(said);
  ignored.push(...takeRanges(model, cases, late));
  state.cases = [...cases.entries()].sort(([one], [two]) => Number(one) - Number(two)).map(([, theCase]) => theCase);
  if (wholeUpTo(at, state.cases.length) && Number(at)) state.at = Number(at) - 1;
  else ignored.push(`at=${at}`.slice(0, 60));
  return { state, ignored, version, other: version !== String(model.version) };
}

/** A case is there once one of its parts is sound. */
function takeInto(model, cases, prefix, name, value) {
  const theCase = cases.get(prefix) ?? emptyCase(model);
  return take(model, theCase, name, value) && Boolean(cases.set(prefix, theCase));
}

const LATE = /^(from|low|high)\./;

const wholeUpTo = (text, most) => /^\d{1,10}$/.test(text) && Number(text) <= most;

function take(model, theCase, name, value) {
  const offered = { situation: model.situations, preset: ["", ...Object.keys(model.presets)] };
  if (Object.hasOwn(offered, name)) return offered[name].includes(value) && set(theCase, name, value);
  if (name === "name") return value.length <= LONGEST_NAME && set(theCase, name, value);
  if (name === "golive") return wholeUpTo(value, MONTHS) && Number(value) > 0 && set(theCase, name, Number(value));
  if (name === "season") return takeSeason(theCase, value);
  if (name === "own") return takeOwn(model, theCase, value.split("."));
  const bounds = boundsOf(model, name),
    number = plainNumber(value);
  if (!bounds || !Number.isFinite(number) || number < bounds.min || number > bounds.max) return false;
  return (!bounds.choices || bounds.choices.includes(number)) && set(theCase.inputs, name, number);
}

function set(holder, name, value) {
  holder[name] = value;
  return true;
}

function takeSeason(theCase, text) {
  const numbers = text.split("_").map(plainNumber);
  return soundSeason(numbers) && set(theCase, "season", numbers);
}

/** Twelve numbers, none negative, not all nil. */
export const soundSeason = (numbers) =>
  numbers.length === MONTHS &&
  numbers.every((number) => number >= 0 && number <= 1e15) &&
  numbers.some((number) => number > 0);

function takeOwn(model, theCase, names) {
  const known = names.every((name, index) => Object.hasOwn(model.improvements, name) && names.indexOf(name) === index);
  return known && set(theCase, "own", names);
}

/** An input is said to come from an outcome only while it is the target that the outcome allows. */
function takeSource(model, theCase, name, outcome) {
  const targets = Object.hasOwn(model.improvements, name) ? model.improvements[name].targets : {};
  return (
    Boolean(theCase) &&
    Object.hasOwn(targets, outcome) &&
    theCase.inputs[name] === targets[outcome] &&
    set(theCase.from, name, outcome)
  );
}

/** Takes what has both ends of a range into the cases; the texts of what was not sound. */
function takeRanges(model, cases, parts) {
  return rangesIn(parts).flatMap(({ prefix, name, ends, said }) => {
    const theCase = cases.get(prefix) ?? emptyCase(model),
      sound = soundRange(model, theCase.inputs, name, ends);
    if (sound) cases.set(prefix, { ...theCase, ranges: { ...theCase.ranges, [name]: ends } });
    return sound ? [] : said;
  });
}

/** Whether a link brings a target taken from an outcome and nothing else of the reader's. */
export function onlyTarget({ cases }) {
  const { inputs, from, ranges } = cases[0],
    names = Object.keys(inputs);
  return (
    cases.length === 1 &&
    names.length > 0 &&
    !Object.keys(ranges).length &&
    names.every((name) => Object.hasOwn(from, name))
  );
}
