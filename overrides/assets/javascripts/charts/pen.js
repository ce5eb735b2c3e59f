// Figures as charts write them: short, in the reader's language. `context`: {page, model, words, lang}.
import { ACROSS, EXACT, FEW, FINE, ROUND } from "../engine/generated.js";
import { fill, number, typeset, withNumber } from "../words/format.js";
import { label, ticks } from "./shapes.js";

/** An amount in EUR, in thousands, millions or billions: 1 140 154 → "1,1 M€". */
export function money({ words, lang }, value, digits = ROUND) {
  const rounded = Number(value.toPrecision(digits)),
    { scales } = words;
  const [size, pattern] = scales.find(([size]) => Math.abs(rounded) >= size) ?? scales.at(-1);
  return typeset(withNumber(pattern, number(rounded / size, lang)), lang);
}

/** An amount with its sign. */
export const signed = (context, value) => (value > 0 ? "+" : "") + money(context, value);

/** 0.125 → "12,5 %" */
export const percent = ({ model, words, lang }, value) =>
  typeset(words.units.share.other.replace("{n}", number(significant(value * model.factors.share), lang)), lang);

/** A figure beside a bar: its name says the unit where it is not money or a share. */
export function brief(context, value, unit) {
  if (unit.startsWith("EUR")) return money(context, value, FINE);
  return context.words.units[unit].beside ? number(significant(value), context.lang) : percent(context, value);
}

const significant = (value) => Number(value.toPrecision(FINE));

/** A text of the calculator with its figures. */
export const said = ({ lang }, text, figures) => typeset(fill(text, figures), lang);

/** Round amounts below or above a chart; where it is narrow, every other one. */
export function amounts(context, scale, dy) {
  const values = ticks(scale, ACROSS),
    step = values[1] - values[0];
  const odd = (value) => values.length > FEW && Math.round(value / step) % 2,
    kind = (value) => (odd(value) ? "tick tick-below tick-between" : "tick tick-below");
  return values.map((value) => label(kind(value), scale.at(value), 100, money(context, value, EXACT), 0, dy));
}
