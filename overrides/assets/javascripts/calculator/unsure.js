// "0.2" typed for a percentage may mean 0.2 % or 20 %: the reader is asked at the field, and nothing is taken until
// they answer.
import { startingValue } from "../state/compute.js";
import { boundsOf } from "../state/bounds.js";
import { HUNDRED, fill, likeFraction, number, read, typeset } from "../words/format.js";
import { exactText } from "../words/figures.js";
import { cell, partOf } from "../main/parts.js";

/** Whether a text typed for an input reads better as a fraction than as the percentage that the field asks for. */
export function unsure({ model, lang }, name, text, theCase) {
  const { min, max, unit } = boundsOf(model, name);
  return likeFraction(text, lang, {
    min,
    max,
    factor: model.factors[unit],
    start: startingValue(model, theCase, name),
  });
}

/** The text that a field asks about; undefined where it asks nothing. */
export const asked = (field) => partOf(field, "question")?.dataset.typed;

/** Asks at the field which of the two was meant, once: a question that stands already stays under the pointer. */
export function ask(context, field, text) {
  if (asked(field) === text) return;
  const { lang } = context,
    typed = read(text, lang),
    [percent, fraction] = meanings(context, field.dataset.field, typed);
  const question = cell("p", `${questionOf(context, percent, fraction)} `, {
    class: "asking",
    "data-part": "question",
    "data-typed": text,
  });
  for (const [said, value] of [
    [percent, typed],
    [fraction, typed * HUNDRED],
  ])
    question.append(
      cell("button", said, { type: "button", "data-do": "answer", value: `${number(value, lang, 6)} %` }),
      " ",
    );
  partOf(field, "error").before(question);
}

/** What the text of a field may mean: as the percentage that it asks for, and as a fraction. */
function meanings(context, name, typed) {
  const { unit } = boundsOf(context.model, name);
  return [typed / HUNDRED, typed].map((value) => exactText(context, value, unit));
}

const questionOf = ({ words, lang }, percent, fraction) =>
  typeset(fill(words.texts.percent_or, { percent, fraction }), lang);

/** The question alone, for a text that may mean either; "" for any other. */
export const percentOrFraction = (context, name, text, theCase) =>
  unsure(context, name, text, theCase) ? questionOf(context, ...meanings(context, name, read(text, context.lang))) : "";

/** Takes the question away. */
export const unask = (field) => partOf(field, "question")?.remove();
