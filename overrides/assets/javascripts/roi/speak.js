// Results and faults read out to those who do not see them, politely.
import { fill } from "./format.js";
import { money } from "./view.js";

const SPEAK_AFTER = 700; // milliseconds of rest before a text is read out

/** The two results that are read out. */
export function spoken(context, results) {
  const figures = { benefit: money(context, results.annual_benefit, "EUR/year"), npv: money(context, results.npv, "EUR") };
  return fill(context.words.texts.said, figures);
}

/** Reads a text out once the reader rests: not on arrival, and not the same one twice. */
export function speak(calculator, text) {
  clearTimeout(calculator.speaking);
  if (calculator.said === undefined) calculator.said = text;
  calculator.speaking = setTimeout(() => {
    if (text === calculator.said) return;
    calculator.said = text;
    calculator.form.querySelector(".form-status").textContent = text;
  }, SPEAK_AFTER);
}
