// Results and faults read out to those who do not see them, politely.
import { partOf } from "../main/parts.js";
import { fill } from "./format.js";

const SPEAK_AFTER = 700; // milliseconds of rest before a text is read out

/** The two results that are read out, as the page shows them. */
export function spoken({ page, words }) {
  const shown = (name) => page.querySelector(`[data-result=${name}][data-scenario=base]`).textContent;
  return fill(words.texts.said, { benefit: shown("annual_benefit"), npv: shown("npv") });
}

/** Reads a text out once the reader rests, and not the same one twice. */
export function speak(calculator, text) {
  clearTimeout(calculator.speaking);
  calculator.speaking = setTimeout(() => {
    if (text === calculator.said) return;
    calculator.said = text;
    partOf(calculator.context.page, "form-status").textContent = text;
  }, SPEAK_AFTER);
}
