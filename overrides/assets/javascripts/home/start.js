// Three questions on the home page: what is typed there opens the calculator, in the fragment of its address.
import { complain } from "../main/parts.js";

const DIGITS = 12; // of a figure that was divided by its unit's factor

/** Reads the fields when the reader is done; what is no answer gets a message there, and nothing is opened. */
export function startHome(form) {
  const button = form.querySelector("[type=submit]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    open(form, button.dataset, await import("../words/format.js"));
  });
  form.addEventListener("input", ({ target }) => complain(target.closest("[data-field]"), ""));
  button.disabled = false;
}

function open(form, messages, words) {
  const given = new URLSearchParams({ v: form.dataset.version });
  for (const field of form.querySelectorAll("[data-field]")) {
    const { value, message } = answer(field, messages, words);
    complain(field, message);
    if (message) return field.querySelector("input").focus();
    if (value !== null) given.set(field.dataset.field, value);
  }
  given.set("to", "answer");
  location.href = `${form.dataset.to}#${given}`;
}

/** {value, message}: the figure of a field as the model takes it, null for an empty one; or what is wrong with it. */
function answer(field, { unreadable, fraction }, { likeFraction, read }) {
  const { low, high } = field.dataset,
    { lang } = document.documentElement,
    text = field.querySelector("input").value.trim();
  if (text === "") return { value: null, message: "" };
  const [factor, min, max, start] = ["factor", "min", "max", "start"].map((name) => Number(field.dataset[name])),
    value = Number((read(text, lang) / factor).toPrecision(DIGITS));
  if (!Number.isFinite(value)) return { value, message: unreadable };
  if (likeFraction(text, lang, { factor, min, max, start })) return { value, message: fraction };
  return { value, message: value < min ? low : value > max ? high : "" };
}
