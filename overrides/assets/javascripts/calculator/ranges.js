// "I am not sure": a low and a high beside a field, kept with the case once both are sound.
import { spans } from "../engine/sensitivity.js";
import { cell, complain, partOf } from "../main/parts.js";
import { boundsOf } from "../state/bounds.js";
import { questionOf, startingValue } from "../state/compute.js";
import { exactText } from "../words/figures.js";
import { fill, number, typeset } from "../words/format.js";
import { fault, figureIn } from "./form.js";
import { percentOrFraction } from "./unsure.js";

const RANGE_ERROR = "range-error"; // the part that says what is wrong with a range

/** Puts the ranges of a case beside their fields; where there is none, the button that asks for one. */
export function fillRanges(context, theCase) {
  for (const field of context.page.querySelectorAll("[data-field]"))
    if (partOf(field, "unsure")) fillRange(context, field, theCase);
}

function fillRange(context, field, theCase) {
  const name = field.dataset.field,
    ends = theCase.ranges[name],
    factor = factorOf(context, name);
  partOf(field, "unsure").hidden = Boolean(ends);
  if (!ends) return partOf(field, "range")?.remove();
  const controls = opened(context, field, theCase);
  return controls.forEach((control, index) => (control.value = number(ends[index] * factor, context.lang, 6)));
}

const factorOf = ({ model }, name) => model.factors[boundsOf(model, name).unit] ?? 1;

/** Says of an estimate that it has left the range around it; it is then taken to reach as far. */
export function watchRanges(context, theCase) {
  for (const [name, [low, high]] of Object.entries(theCase.ranges)) {
    const value = valueOf(context, name, theCase),
      held = low <= value && value <= high;
    complain(fieldOf(context, name), held ? "" : outside(context, name, value, "range_left"), RANGE_ERROR);
  }
}

const fieldOf = ({ page }, name) => page.querySelector(`[data-field="${name}"]`);

/** The two fields of a range, made where there are none. */
export function opened(context, field, theCase) {
  const controls = [...field.querySelectorAll("[data-end]")];
  if (controls.length) return controls;
  const { texts, labels } = context.words,
    name = field.dataset.field,
    group = cell("div", "", { class: "ends", "data-part": "range", role: "group" });
  group.setAttribute("aria-label", `${texts.range} (${labels[name]})`);
  group.append(
    ...["range_low", "range_high"].map((key, index) => end(context, name, texts[key], index, theCase)),
    cell("p", "", { class: "field-error", "data-part": RANGE_ERROR, id: `error-range-${name}` }),
    cell("p", texts.range_hint, { class: "hint" }),
  );
  partOf(group, RANGE_ERROR).hidden = true;
  const button = partOf(field, "unsure");
  button.hidden = true;
  button.after(group);
  return [...group.querySelectorAll("[data-end]")];
}

/** One end, which shows how far the model itself would go. */
function end(context, name, said, index, theCase) {
  const { model, lang } = context,
    label = cell("label", `${said} `),
    [, ...tried] = spans(model, { ...questionOf(model, theCase, ""), ranges: {} }).find(([id]) => id === name);
  const control = cell("input", "", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
    "data-end": String(index),
    "aria-describedby": `error-range-${name}`,
    placeholder: number(Number(tried[index].toPrecision(3)) * factorOf(context, name), lang, 6),
  });
  label.append(control);
  return label;
}

/** Takes what was typed for the ends of a range: the new case, or null with a message beside them; both left empty take
 *  it away. `left`: the reader has left the field, and one end alone is a fault. */
export function readRange(context, field, theCase, left) {
  const name = field.dataset.field,
    typed = opened(context, field, theCase).map(({ value }) => value.trim()),
    empty = typed.filter((text) => text === "").length;
  const { [name]: _, ...others } = theCase.ranges,
    ends = typed.map((text) => figureIn(context, name, text)),
    half = left ? context.words.texts.range_half : "";
  const message = [rangeFault(context, name, typed, ends, theCase), half, ""][empty];
  complain(field, message, RANGE_ERROR);
  if (message) return null;
  return [{ ...theCase, ranges: { ...theCase.ranges, [name]: ends } }, theCase, { ...theCase, ranges: others }][empty];
}

function rangeFault(context, name, typed, ends, theCase) {
  const value = valueOf(context, name, theCase);
  const wrong = typed.map(
    (text, at) => percentOrFraction(context, name, text, theCase) || fault(context, name, ends[at]),
  );
  if (wrong.some(Boolean)) return wrong.find(Boolean);
  if (ends[0] > ends[1]) return context.words.texts.range_crossed;
  return ends[0] <= value && value <= ends[1] ? "" : outside(context, name, value, "range_beside");
}

const valueOf = ({ model }, name, theCase) => theCase.inputs[name] ?? startingValue(model, theCase, name);

const outside = (context, name, value, key) =>
  typeset(
    fill(context.words.texts[key], { value: exactText(context, value, boundsOf(context.model, name).unit) }),
    context.lang,
  );
