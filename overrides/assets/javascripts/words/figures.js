// A figure of the calculator as the reader's language writes it.
import { DURATIONS, HALF_YEAR, MONTHS } from "../engine/generated.js";
import { about, fill, measure, typeset } from "./format.js";

/** A figure of the model with its unit, rounded unless the reader chose exact ones.
 *  `context`: {page, model, words, lang, exact}. */
export function figureText(context, value, unit) {
  const { model, words, lang, exact } = context;
  return exact
    ? exactText(context, value, unit)
    : typeset(about(value, unit, model.factors, words, lang, words.texts.none), lang);
}

/** A figure of the model with its unit, as exact as it is printed anywhere. */
export function exactText({ model, words, lang }, value, unit) {
  return typeset(measure(value, unit, model.factors[unit] ?? 1, words, lang, words.texts.none), lang);
}

/** A result in words: its figure, or what is said instead. */
export function resultText(context, name, value) {
  const { model, words } = context,
    key = chosen(model.instead[name] ?? [], { value });
  if (key) return words.texts[key];
  const rounded = DURATIONS.includes(name) && !context.exact && value !== null;
  return figureText(context, ...(rounded ? duration(value) : [value, model.named[name]]));
}

/** A number of months as people say it, and its unit: from a year on, in half years. */
export const duration = (months) =>
  months < MONTHS ? [months, "month"] : [Math.floor(months / HALF_YEAR + 0.5) / 2, "year"];

/** The key of the text that is said of some facts: the first whose condition holds; undefined where none does. */
export const chosen = (rules, facts) => rules.find(([, holds]) => !holds || holds(facts))?.[0];

/** From one amount to another; one of them where they read alike. */
export function pairText(context, amounts, unit) {
  const [low, high] = amounts.map((amount) => figureText(context, amount, unit));
  return low === high ? low : fill(context.words.texts.from_to, { low, high });
}

/** A result from its lowest to its highest; by scenario where one of them is no figure. */
export function rangeText(context, name, low, high) {
  const { model, words } = context,
    ends = [low, high];
  const figures = ends.every((value) => value !== null && !chosen(model.instead[name] ?? [], { value }));
  if (figures && low === high) return words.texts.all_cases;
  if (figures) ends.sort((one, two) => one - two);
  const [lowest, highest] = ends.map((value) => resultText(context, name, value)),
    text = words.texts[figures ? "from_to" : "by_case"];
  const said = typeset(fill(text, { low: lowest, high: highest }), context.lang);
  return lowest === highest ? lowest : said;
}
