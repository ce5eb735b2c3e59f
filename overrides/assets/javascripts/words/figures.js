// A figure of the calculator as the reader's language writes it.
import { measure, typeset } from "./format.js";

/** A figure of the model with its unit. `context`: {page, model, words, lang}. */
export function figureText({ model, words, lang }, value, unit) {
  return typeset(measure(value, unit, model.factors[unit] ?? 1, words, lang, words.texts.none), lang);
}

/** A result in words: its figure, or what is said instead. */
export function resultText(context, name, value) {
  const { model, words } = context,
    key = chosen(model.instead[name] ?? [], { value });
  return key ? words.texts[key] : figureText(context, value, model.named[name]);
}

/** The key of the text that is said of some facts: the first of which the condition holds; undefined where none does. */
export const chosen = (rules, facts) => rules.find(([, holds]) => !holds || holds(facts))?.[0];
