// What a control of the page does to the cases: a figure typed, a choice made, a field put back.
import { changed } from "../state/state.js";
import { fillField, fillForm, readField, readSeason } from "./form.js";
import { asBefore, offerAgain, restored } from "./restoring.js";
import { fillRanges, opened, readRange } from "./ranges.js";
import { refine, show, shownCase } from "./showing.js";
import { partOf } from "../main/parts.js";
import { speak } from "../words/speak.js";

/** A control other than typed text: what it chooses goes into the state. */
export function choose(calculator, control) {
  const { state, context } = calculator,
    theCase = shownCase(calculator);
  if (control.name === "situation" || control.name === "preset")
    return adopt(calculator, changed(state, { ...theCase, [control.name]: control.value }));
  if (control.name === "golive") return show(calculator, changed(state, { ...theCase, golive: Number(control.value) }));
  if (control.name === "own")
    return show(
      calculator,
      changed(state, {
        ...theCase,
        own: theCase.own.filter((name) => name !== control.value).concat(control.checked ? control.value : []),
      }),
    );
  if (control.name === "case") return adopt(calculator, { ...state, at: Number(control.value) });
  if (control.name === "exact") {
    context.exact = control.checked;
    return show(calculator, state, null);
  }
  if (control.name === "cfo") return show(calculator, { ...state, view: control.checked ? "cfo" : "" });
  if (control.name !== "season") return control.closest("[data-field]") && take(calculator, control, true);
  const next = readSeason(context, control, theCase);
  return next && adopt(calculator, changed(state, next));
}

/** One field's value into the case shown; a fault leaves the last result in place. An empty field shows its start. */
export function take(calculator, control, left = false) {
  if (control.dataset.end) return takeRange(calculator, control, left);
  const { context } = calculator,
    field = control.closest("[data-field]"),
    next = readField(context, field, shownCase(calculator));
  if (!next) {
    const { textContent } = partOf(field, "question") ?? partOf(field, "error");
    return speak(calculator, `${context.words.labels[field.dataset.field]}. ${textContent}`);
  }
  if (next !== shownCase(calculator)) show(calculator, changed(calculator.state, next));
  if (left && control.value === "") fillField(context, field, next);
  return undefined;
}

/** The ends of a field's range into the case shown; a fault leaves the last result in place. */
function takeRange(calculator, control, left) {
  const { context } = calculator,
    field = control.closest("[data-field]"),
    next = readRange(context, field, shownCase(calculator), left);
  if (next === null)
    speak(calculator, `${context.words.labels[field.dataset.field]}. ${partOf(field, "range-error").textContent}`);
  else if (next !== shownCase(calculator)) show(calculator, changed(calculator.state, next));
}

/** Opens the low and the high of a field, and goes there. */
export function openRange(calculator, button) {
  opened(calculator.context, button.closest("[data-field]"), shownCase(calculator))[0].focus();
}

/** Puts a state into the form and onto the page, and asks for its full number of draws. */
export function adopt(calculator, state, put = show) {
  fillForm(calculator.context, calculator.form, state.cases[state.at]);
  fillRanges(calculator.context, state.cases[state.at]);
  calculator.context.page.querySelector("[name=cfo]").checked = state.view === "cfo";
  const shown = put(calculator, state);
  refine(calculator);
  return shown;
}

/** Takes away what was typed into a field, and offers to put it back. */
export function restore(calculator, field) {
  const before = shownCase(calculator);
  settle(calculator, field, restored(field.dataset.field, before));
  calculator.before = before;
  offerAgain(calculator.context, field, before);
}

/** Puts back what the field held before it was restored. */
export function putBack(calculator, field) {
  settle(calculator, field, asBefore(field.dataset.field, shownCase(calculator), calculator.before));
}

/** Takes what the reader says they meant by the text of a field. */
export function answer(calculator, button) {
  const field = button.closest("[data-field]"),
    control = field.querySelector("input");
  control.value = button.value;
  take(calculator, control);
  fillField(calculator.context, field, shownCase(calculator));
  refine(calculator);
  control.focus();
}

/** Shows a case that changed by one field, and goes there. */
function settle(calculator, field, theCase) {
  adopt(calculator, changed(calculator.state, theCase));
  field.querySelector("input, select").focus();
}
