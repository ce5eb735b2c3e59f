// Three questions on the home page: what is typed there opens the calculator, in the fragment of its address.
import { partOf } from "../main/parts.js";

const DIGITS = 12; // of a figure that was divided by its unit's factor

/** Reads the fields when the reader is done; what is no answer gets a message there, and nothing is opened. */
export function startHome(form) {
  const button = form.querySelector("[type=submit]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { read } = await import("../words/format.js");
    open(form, button.dataset, read);
  });
  form.addEventListener("input", ({ target }) => complain(target.closest("[data-field]"), ""));
  button.disabled = false;
}

function open(form, messages, read) {
  const given = new URLSearchParams({ v: form.dataset.version });
  for (const field of form.querySelectorAll("[data-field]")) {
    const { value, message } = answer(field, messages, (text) => read(text, document.documentElement.lang));
    complain(field, message);
    if (message) return field.querySelector("input").focus();
    if (value !== null) given.set(field.dataset.field, value);
  }
  given.set("to", "answer");
  location.href = `${form.dataset.to}#${given}`;
}

/** {value, message}: the figure of a field as the model takes it, null for an empty one; or what is wrong with it. */
function answer(field, { unreadable, fraction }, read) {
  const { factor, min, max, low, high } = field.dataset,
    text = field.querySelector("input").value.trim();
  if (text === "") return { value: null, message: "" };
  const typed = read(text),
    value = Number((typed / factor).toPrecision(DIGITS));
  if (!Number.isFinite(value)) return { value, message: unreadable };
  if (Number(factor) > 1 && typed < 1 && !text.includes("%")) return { value, message: fraction };
  return { value, message: value < min ? low : value > max ? high : "" };
}

/** Shows the message of a field, or clears it. */
function complain(field, message) {
  const error = partOf(field, "error");
  field.querySelector("input").setAttribute("aria-invalid", String(message !== ""));
  error.textContent = message;
  error.hidden = message === "";
}
