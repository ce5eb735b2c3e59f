// The form of the calculator: fields ↔ a case, messages at the field, the last valid value kept.
import { startingValue, seasonIn } from "../state/compute.js";
import { FINER } from "../engine/generated.js";
import { fill, measure, number, read } from "../words/format.js";
import { boundsOf } from "../state/bounds.js";
import { soundSeason } from "../state/state.js";
import { complain, part, partOf, tell } from "../main/parts.js";
import { exactText, pairText } from "../words/figures.js";
import { offer, restored, untyped } from "./restoring.js";
import { ask, asked, unask, unsure } from "./unsure.js";

const factorOf = (model, name) => model.factors[boundsOf(model, name).unit] ?? 1;

/** Puts a case into the controls of the page; those that show it already are left alone. */
export function fillForm(context, form, theCase) {
  const { page, model, lang } = context;
  for (const radio of page.querySelectorAll("[name=situation]")) radio.checked = radio.value === theCase.situation;
  for (const radio of page.querySelectorAll("[name=golive]"))
    radio.checked = Number(radio.value) === (theCase.golive ?? model.calendar.go_live);
  form.elements.preset.value = theCase.preset;
  form.elements["case-name"].value = theCase.name;
  for (const field of page.querySelectorAll("[data-field]")) fillField(context, field, theCase);
  const season = theCase.season ?? seasonIn(model, theCase).map((share) => share * 100);
  write(form.elements.season, season.map((value) => number(value, lang, 6)).join("; "));
  complain(part(context, "season"), "");
}

/** The estimates among the fields of the page follow what was typed elsewhere. */
export function fillEstimates(context, theCase) {
  for (const [name] of context.model.estimates[theCase.situation]) {
    const field = context.page.querySelector(`[data-field="${name}"]`);
    if (field && !Object.hasOwn(theCase.inputs, name)) fillField(context, field, theCase);
  }
}

/** Puts a case's value into one field. */
export function fillField(context, field, theCase) {
  const { model, lang } = context,
    name = field.dataset.field;
  const control = field.querySelector("input, select");
  const value = theCase.inputs[name] ?? startOf(context, theCase, name);
  settle(field, "");
  dress(context, field, theCase);
  for (const box of field.querySelectorAll("[name=own]")) box.checked = theCase.own.includes(name);
  if (control.type === "checkbox") control.checked = value === 1;
  else if (control.tagName === "SELECT") control.value = String(value);
  else write(control, number(value * factorOf(model, name), lang, 6));
}

/** An estimate is shown no more exactly than it is known; it is calculated with as it is. */
export function shownValue({ model }, situation, name, value) {
  const estimated = model.estimates[situation].some(([other]) => other === name);
  return estimated ? Number(value.toPrecision(Math.abs(value) < FINER ? 2 : 3)) : value;
}

/** What a field goes back to, as it is shown. */
const startOf = (context, theCase, name) =>
  shownValue(context, theCase.situation, name, startingValue(context.model, theCase, name));

function write(control, text) {
  if (control.value !== text) control.value = text;
}

/** Says beside a field whether its value was typed, what it would be otherwise, and which outcome it was taken from. */
function dress(context, field, theCase) {
  const { model, words } = context,
    name = field.dataset.field,
    typed = Object.hasOwn(theCase.inputs, name),
    outcome = theCase.from[name],
    restore = partOf(field, "restore");
  if (!typed && restore.hidden && !field.classList.contains("typed")) return;
  field.classList.toggle("typed", typed);
  const start = exactText(context, startOf(context, theCase, name), boundsOf(model, name).unit);
  const back = typed && field.querySelector("[type=text], select");
  offer(context, field, "restore", back ? fill(words.texts.restore, { value: start }) : "");
  const from = outcome && `${fill(words.texts.from, { outcome: words.outcomes[outcome] })} ${words.taken[name]}`;
  tell(partOf(field, "from"), from ?? "");
}

/** Takes what was typed into a field: the new case, or null with a message at the field.
 *  An emptied field goes back to its start. */
export function readField(context, field, theCase) {
  const { model } = context,
    name = field.dataset.field;
  const control = field.querySelector("input, select"),
    bare = untyped(name, theCase);
  if (control.type !== "checkbox" && control.value.trim() === "")
    return accepted(context, field, restored(name, theCase));
  const value = control.type === "checkbox" ? Number(control.checked) : figureIn(context, name, control.value);
  if (control.type === "text" && unsure(context, name, control.value, theCase)) {
    if (asked(field) !== control.value) settle(field, "");
    ask(context, field, control.value);
    return null;
  }
  const message = fault(context, name, value) || besideRange(context, name, value, theCase);
  if (message) {
    settle(field, message);
    return null;
  }
  if (value === theCase.inputs[name]) return accepted(context, field, theCase);
  if (control.type === "text" || value !== startingValue(model, theCase, name)) bare.inputs[name] = value;
  return accepted(context, field, bare);
}

const rounded = (value) => Number(value.toPrecision(12));

/** What a text typed for a figure comes to; NaN where it is no number. */
export const figureIn = ({ model, lang }, name, text) => rounded(read(text, lang) / factorOf(model, name));

function accepted(context, field, theCase) {
  settle(field, "");
  dress(context, field, theCase);
  return theCase;
}

/** What is wrong with a value typed for a figure; "" for a sound one. */
export function fault({ model, lang, words: { texts, units } }, name, value) {
  const { min, max, unit } = boundsOf(model, name);
  const bound = (limit) => measure(limit, unit, factorOf(model, name), { units }, lang);
  if (!Number.isFinite(value)) return texts.unreadable;
  if (value < min) return fill(texts.too_low, { bound: bound(min) });
  return value > max ? fill(texts.too_high, { bound: bound(max) }) : "";
}

/** Says of a value that the range given to the figure does not hold it. */
function besideRange(context, name, value, { ranges }) {
  const [low, high] = ranges[name] ?? [value, value],
    { unit } = boundsOf(context.model, name);
  const bounds = pairText({ ...context, exact: true }, [low, high], unit);
  return low <= value && value <= high ? "" : fill(context.words.texts.beside_range, { range: bounds });
}

/** Takes twelve months of orders as they are typed or pasted;
 *  the new case, or null with a message. Emptied, the industry's return. */
export function readSeason(context, control, theCase) {
  const { lang, words } = context,
    field = part(context, "season");
  const text = control.value.trim();
  const numbers = text === "" ? null : numbersIn(text, lang);
  if (numbers && !soundSeason(numbers)) {
    complain(field, fill(words.texts.bad_season, { n: number(numbers.filter(Number.isFinite).length, lang) }));
    return null;
  }
  complain(field, "");
  return { ...theCase, season: numbers && numbers.map(rounded) };
}

/** The numbers of a list: what separates them is what else cannot stand in a number. */
function numbersIn(text, lang) {
  const separator = /[;\t\n]/.test(text) ? /[;\t\n]/ : / /.test(text) ? / +/ : /,/;
  return text.split(separator).map((piece) => read(piece, lang));
}

/** What was asked at a field is answered; its message, or none. */
function settle(field, message) {
  unask(field);
  complain(field, message);
}
