// A form of filters over a list: choices in the address, options that lead to nothing hidden, the count announced.
import { touched } from "./early.js";
import { isAnchor, readChoices, writeChoices } from "./fragment.js";
import { partOf } from "./parts.js";

const LONGEST = 60; // characters of a bad address that are shown back

/** Makes a form filter the list that it names, and filters it as the address says. */
export function startFilter(form) {
  const controls = [...form.elements].filter((control) => control.name);
  const filter = { form, controls };
  form.addEventListener("change", () => apply(filter, true));
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of controls) choose(control, "");
    apply(filter, true);
  });
  addEventListener("hashchange", () => isAnchor() || restore(filter));
  if (location.hash.includes("=")) restore(filter);
  else if (controls.some(touched)) apply(filter, true);
}

/** Sets the controls from the address. What the address asks for and no control offers is named, then ignored. */
function restore(filter) {
  const choices = readChoices();
  const ignored = filter.controls
    .filter((control) => !choose(control, choices[control.name] ?? ""))
    .map((control) => `${control.name}=${choices[control.name]}`.slice(0, LONGEST));
  apply(filter, false, ignored);
}

function choose(control, value) {
  if (control.type === "checkbox") {
    control.checked = value === control.value;
    return value === "" || control.checked;
  }
  const known = [...control.options].some((option) => option.value === value);
  control.value = known ? value : "";
  return known;
}

const chosen = (control) => (control.type === "checkbox" && !control.checked ? "" : control.value);

const fits = (item, name, value) => value === "" || item.dataset[name].split(" ").includes(value);

function apply({ form, controls }, write, ignored = []) {
  const items = [...document.getElementById(form.dataset.target).querySelectorAll("[data-item]")];
  const choices = Object.fromEntries(controls.map((control) => [control.name, chosen(control)]));
  let shown = 0;
  for (const item of items) {
    item.hidden = !Object.entries(choices).every(([name, value]) => fits(item, name, value));
    shown += item.hidden ? 0 : 1;
  }
  for (const control of controls) if (control.options) offer(control, items, choices);
  const plural = new Intl.PluralRules(document.documentElement.lang).select(shown);
  const { none, one, many } = form.dataset;
  const words = (shown === 0 ? none : plural === "one" ? one : many).replace("{n}", shown);
  const status = partOf(form, "count");
  status.textContent = ignored.length
    ? `${words} · ${form.dataset.ignored.replace("{what}", ignored.join(", "))}`
    : words;
  if (write) writeChoices(choices);
}

/** Hides the options that would show nothing, given the other filters. */
function offer(control, items, choices) {
  const others = Object.entries(choices).filter(([name]) => name !== control.name);
  const left = items.filter((item) => others.every(([name, value]) => fits(item, name, value)));
  for (const option of control.options) {
    option.hidden = option.disabled =
      option.value !== "" &&
      option.value !== control.value &&
      !left.some((item) => fits(item, control.name, option.value));
  }
}
