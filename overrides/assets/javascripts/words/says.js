// What each chart says of the reader's figures, in one sentence: the model says which text its facts call for.
import { facts } from "./facts.js";
import { chosen, duration, figureText as shown, pairText } from "./figures.js";
import { number, typeset } from "./format.js";

// A sentence stays rounded.
const figureText = (context, value, unit) => shown({ ...context, exact: false }, value, unit);

/** The sentence of a chart. `found` holds what the chart shows: the results, what they rest on, waiting, the widest bar
 *  or the trials. */
export function sentence(context, chart, found) {
  const { model, words, lang } = context,
    said = model.sentences[chart],
    known = facts[chart](found);
  const read = (whole, name) => (name in known ? factText(context, known[name], said.facts[name]) : whole);
  return typeset(words.texts[chosen(said.texts, known)].replace(/\{(\w+)\}/g, read), lang);
}

/** Ways to read a fact beside the units of the model. */
const WAYS = {
  number: ({ lang }, value) => number(value, lang),
  calendar: ({ words }, month) => words.months[month - 1],
  label: ({ words }, id) => words.labels[id],
  labels: ({ words }, ids) => ids.map((id) => words.labels[id]).join(", "),
  odds: (context, share) => oddsText(context, share),
  duration: (context, months) => figureText(context, ...duration(months)),
  ranges: (context, list) => list.map((range) => rangeText(context, ...range)).join(", "),
  shares: (context, teams) =>
    teams.map(([id, share]) => `${context.words.teams[id]} (${figureText(context, share, "share")})`).join(", "),
};

function rangeText(context, id, low, high) {
  const { unit } = context.model.inputs[id] ?? context.model.improvements[id];
  return `${context.words.labels[id]} (${pairText({ ...context, exact: false }, [low, high], unit)})`;
}

/** What is said of a share of chances, to the next tenth. */
export function oddsText({ model, words }, share) {
  const { odds } = model;
  return words.texts[odds[Math.floor(share * (odds.length - 1) + 0.5)]];
}

const factText = (context, value, unit) =>
  Object.hasOwn(WAYS, unit) ? WAYS[unit](context, value) : figureText(context, value, unit);
