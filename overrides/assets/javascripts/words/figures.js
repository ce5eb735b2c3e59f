// A figure of the calculator as the reader's language writes it.
import { measure, typeset } from "./format.js";

const DELAYS = ["cost_of_delay_month", "npv_lost_one_month"]; // below nought, there is no cost of delay

/** A figure of the model with its unit. `context`: {page, model, words, lang}. */
export function figureText({ model, words, lang }, value, unit) {
  return typeset(measure(value, unit, model.factors[unit] ?? 1, words, lang, words.texts.none), lang);
}

/** A result in words: no decimals for a return above 100 %; a payback beyond the horizon and a delay without cost are said. */
export function resultText(context, name, value) {
  const { texts } = context.words;
  if (name === "irr" && value > 1) return texts.over;
  if (value === null && name.startsWith("payback")) return texts.never;
  if (DELAYS.includes(name) && value !== null && value <= 0) return texts.no_delay_cost;
  return figureText(context, value, context.model.named[name]);
}
