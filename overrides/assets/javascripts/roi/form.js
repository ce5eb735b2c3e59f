// The form of the calculator: fields ↔ state, messages at the field, the last valid value kept.
import { measure, number, read } from "./format.js";
import { defaultOf } from "./model.js";
import { boundsOf } from "./state.js";

/** The value of a name before the reader types it: the preset's, else the example's. */
export function startingValue(model, state, name) {
  const preset = model.presets[state.preset] ?? {};
  if (Object.hasOwn(preset, name)) return preset[name];
  return Object.hasOwn(model.inputs, name) ? defaultOf(model.inputs[name], state.situation) : model.improvements[name].base;
}

export const factorOf = (model, name) => model.units[boundsOf(model, name).unit] ?? 1;

/** Puts a state into the fields. */
export function fill(form, model, state, lang) {
  for (const radio of form.querySelectorAll("[name=situation]")) radio.checked = radio.value === state.situation;
  form.elements.preset.value = state.preset;
  for (const field of form.querySelectorAll("[data-field]")) show(field, model, state, lang);
}

function show(field, model, state, lang) {
  const name = field.dataset.field;
  const control = field.querySelector("input, select");
  const value = state.inputs[name] ?? startingValue(model, state, name);
  field.classList.toggle("typed", Object.hasOwn(state.inputs, name));
  complain(field, "");
  if (control.type === "checkbox") control.checked = value === 1;
  else if (control.tagName === "SELECT") control.value = String(value);
  else control.value = number(value * factorOf(model, name), lang, 6);
}

/** Takes what was typed into a field: the new state, or null with a message at the field. An emptied field goes back to its start. */
export function typed(field, model, state, { lang, words, texts }) {
  const name = field.dataset.field;
  const control = field.querySelector("input, select");
  const inputs = { ...state.inputs };
  delete inputs[name];
  if (control.type !== "checkbox" && control.value.trim() === "") return accepted(field, { ...state, inputs });
  const value = control.type === "checkbox" ? Number(control.checked) : read(control.value, lang) / factorOf(model, name);
  const message = fault(model, name, value, { lang, words, texts });
  if (message) return complain(field, message);
  if (value !== startingValue(model, state, name)) inputs[name] = rounded(value);
  return accepted(field, { ...state, inputs });
}

const rounded = (value) => Number(value.toPrecision(12));

function accepted(field, state) {
  complain(field, "");
  field.classList.toggle("typed", Object.hasOwn(state.inputs, field.dataset.field));
  return state;
}

function fault(model, name, value, { lang, words, texts }) {
  const { min, max, unit } = boundsOf(model, name);
  const bound = (limit) => measure(limit, unit, factorOf(model, name), words, lang);
  if (!Number.isFinite(value)) return texts.fields;
  if (value < min) return texts.low.replace("{bound}", bound(min));
  return value > max ? texts.high.replace("{bound}", bound(max)) : "";
}

/** Shows or clears the message of a field; always null, so that a fault ends the taking of a value. */
function complain(field, message) {
  const place = field.querySelector(".field-error");
  place.textContent = message;
  place.hidden = message === "";
  field.querySelector("input, select").setAttribute("aria-invalid", String(message !== ""));
  return null;
}
