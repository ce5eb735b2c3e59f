// What each chart says of the reader's figures, in one sentence: the model says which text its facts call for.
import { facts } from "./facts.js";
import { chosen, figureText } from "./figures.js";
import { number, typeset } from "./format.js";

/** The sentence of a chart. `found` holds what the chart shows: the results, what they rest on, waiting, the widest bar or the trials. */
export function sentence(context, chart, found) {
  const { model, words, lang } = context,
    said = model.sentences[chart],
    known = facts[chart](found);
  const shown = (whole, name) => (name in known ? factText(context, known[name], said.facts[name]) : whole);
  return typeset(words.texts[chosen(said.texts, known)].replace(/\{(\w+)\}/g, shown), lang);
}

/** Ways to read a fact beside the units of the model. */
const WAYS = {
  number: ({ lang }, value) => number(value, lang),
  calendar: ({ words }, month) => words.months[month - 1],
  odds: ({ model, words }, value) => words.texts[chosen(model.odds, { value })],
  label: ({ words }, id) => words.labels[id],
  labels: ({ words }, ids) => ids.map((id) => words.labels[id]).join(", "),
  shares: (context, teams) =>
    teams.map(([id, share]) => `${context.words.teams[id]} (${figureText(context, share, "share")})`).join(", "),
};

const factText = (context, value, unit) =>
  Object.hasOwn(WAYS, unit) ? WAYS[unit](context, value) : figureText(context, value, unit);
