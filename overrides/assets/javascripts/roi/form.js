// The form of the calculator: fields ↔ a case, messages at the field, the last valid value kept.
import { startingValue, seasonIn } from "./compute.js";
import { fill as filled, measure, number, read } from "./format.js";
import { boundsOf, soundSeason } from "./state.js";

const factorOf = (model, name) => model.factors[boundsOf(model, name).unit] ?? 1;

/** Puts a case into the controls of the page. */
export function fill({ page, model, lang, words }, form, each) {
  for (const radio of page.querySelectorAll("[name=situation]")) radio.checked = radio.value === each.situation;
  for (const radio of page.querySelectorAll("[name=golive]")) radio.checked = Number(radio.value) === (each.golive ?? model.calendar.go_live);
  form.elements.preset.value = each.preset;
  form.elements["case-name"].value = each.name;
  for (const field of page.querySelectorAll("[data-field]")) show(field, model, each, lang, words);
  const season = each.season ?? seasonIn(model, each).map((share) => share * 100);
  form.elements.season.value = season.map((value) => number(value, lang, 2)).join("; ");
  complain(form.elements.season.closest(".field"), "");
}

function show(field, model, each, lang, words) {
  const name = field.dataset.field;
  const control = field.querySelector("input, select");
  const value = each.inputs[name] ?? startingValue(model, each, name);
  field.classList.toggle("typed", Object.hasOwn(each.inputs, name));
  complain(field, "");
  credit(field, words, each.from[name]);
  if (control.type === "checkbox") control.checked = value === 1;
  else if (control.tagName === "SELECT") control.value = String(value);
  else control.value = number(value * factorOf(model, name), lang, 6);
}

/** Says beside a field which outcome its value was taken from. */
function credit(field, words, outcome) {
  const place = field.querySelector(".from");
  place.hidden = outcome === undefined;
  place.textContent = outcome === undefined ? "" : filled(words.texts.from, { outcome: words.outcomes[outcome], share: words.shrink });
}

/** Takes what was typed into a field: the new case, or null with a message at the field. An emptied field goes back to its start. */
export function typed({ model, lang, words }, field, each) {
  const name = field.dataset.field;
  const control = field.querySelector("input, select");
  const { [name]: _, ...inputs } = each.inputs, { [name]: __, ...from } = each.from;
  if (control.type !== "checkbox" && control.value.trim() === "") return accepted(field, words, { ...each, inputs, from });
  const value = control.type === "checkbox" ? Number(control.checked) : rounded(read(control.value, lang) / factorOf(model, name));
  const message = fault(model, name, value, lang, words);
  if (message) return complain(field, message);
  if (value === each.inputs[name]) return accepted(field, words, each);
  if (value !== startingValue(model, each, name)) inputs[name] = value;
  return accepted(field, words, { ...each, inputs, from });
}

const rounded = (value) => Number(value.toPrecision(12));

function accepted(field, words, each) {
  complain(field, "");
  credit(field, words, each.from[field.dataset.field]);
  field.classList.toggle("typed", Object.hasOwn(each.inputs, field.dataset.field));
  return each;
}

function fault(model, name, value, lang, { texts, units }) {
  const { min, max, unit } = boundsOf(model, name);
  const bound = (limit) => measure(limit, unit, factorOf(model, name), { units }, lang);
  if (!Number.isFinite(value)) return texts.unreadable;
  if (value < min) return filled(texts.too_low, { bound: bound(min) });
  return value > max ? filled(texts.too_high, { bound: bound(max) }) : "";
}

/** Takes twelve months of orders as they are typed or pasted; the new case, or null with a message. Emptied, the industry's return. */
export function typedSeason({ lang, words }, control, each) {
  const field = control.closest(".field"), text = control.value.trim();
  if (text === "") return complain(field, "") ?? { ...each, season: null };
  const numbers = text.split(/[;\t\n]/.test(text) ? /[;\t\n]+/ : / +/).filter((part) => part.trim()).map((part) => read(part, lang));
  if (!soundSeason(numbers)) return complain(field, filled(words.texts.bad_season, { n: number(numbers.filter(Number.isFinite).length, lang) }));
  complain(field, "");
  return { ...each, season: numbers.map(rounded) };
}

/** Shows or clears the message of a field; always null, so that a fault ends the taking of a value. */
function complain(field, message) {
  const place = field.querySelector(".field-error");
  place.textContent = message;
  place.hidden = message === "";
  field.querySelector("input, select").setAttribute("aria-invalid", String(message !== ""));
  return null;
}
