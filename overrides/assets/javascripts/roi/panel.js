// "Every figure opens": the formula behind a figure with the reader's own numbers, down to what was typed, and its evidence.
import { trace } from "./sensitivity.js";
import { boundsOf } from "./state.js";
import { cell, figure, money } from "./view.js";

/** Makes the page's figures open; `results` gives the latest results when asked. */
export function startPanel(context, results) {
  const dialog = context.page.querySelector("dialog.trace");
  for (const place of context.page.querySelectorAll("[data-opens]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "open";
    for (const { name, value } of place.attributes) button.setAttribute(name, value);
    button.append(...place.childNodes);
    place.replaceWith(button);
    button.addEventListener("click", () => {
      show(context, dialog, results(), button.dataset.opens);
      dialog.showModal();
    });
  }
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.querySelector(".change").addEventListener("click", ({ target }) => {
    dialog.close();
    reach(document.getElementById(`in-${target.dataset.name}`));
  });
}

/** Goes to a field, wherever it is folded away. */
function reach(control) {
  const folded = control.closest("details");
  if (folded) folded.open = true;
  control.focus();
}

function show(context, dialog, results, id) {
  const found = trace(context.model, results, id);
  const name = id.includes(".") ? id.split(".")[1] : id;
  const put = (selector, text) => (dialog.querySelector(selector).textContent = text);
  put("h2", labelOf(context, name));
  put(".result-value", id in context.model.results || id in results ? figure(context, id, found.value) : money(context, found.value, found.unit));
  put(".definition", context.words.definitions[name] ?? "");
  dialog.querySelector("tbody").replaceChildren(...found.lines.map((line) => row(context, line)));
  const inner = found.names.filter((part) => part !== id && opens(context, results, part));
  dialog.querySelector(".trace-deeper").hidden = inner.length === 0;
  dialog.querySelector(".deeper").replaceChildren(...inner.map((part) => deeper(context, dialog, results, part)));
  showEvidence(context, dialog, name);
  const change = dialog.querySelector(".change");
  change.hidden = !boundsOf(context.model, name);
  change.dataset.name = name;
}

const labelOf = ({ words }, name) => words.labels[name] ?? words.teams[name] ?? name;

const opens = ({ model }, results, name) => Boolean(boundsOf(model, name)) || trace(model, results, name).lines.length > 0;

function row(context, { sign, text, unit, value }) {
  const element = document.createElement("tr");
  for (const [tag, content, name] of [["td", sign, "sign"], ["th", wordedLine(context, text), ""], ["td", unit ? money(context, value, unit) : "", "number"]]) {
    const made = cell(tag, content, name ? { class: name } : {});
    if (tag === "th") made.scope = "row";
    element.append(made);
  }
  return element;
}

/** "{gmv_total}" → its label; "{if}" and "{else}" → the language's words. */
function wordedLine(context, text) {
  const { texts } = context.words;
  return text.replace(/\{(\w+)\}/g, (_, name) => ({ if: texts.when, else: texts.otherwise })[name] ?? labelOf(context, name));
}

function deeper(context, dialog, results, id) {
  const button = cell("button", labelOf(context, id), { type: "button" });
  button.addEventListener("click", () => {
    show(context, dialog, results, id);
    dialog.querySelector("h2").focus();
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

/** What stands behind a driver, an improvement or an input: the note beside its field, its KPIs, the outcomes that bound it. */
function showEvidence({ page, model, words, root }, dialog, name) {
  const driver = model.drivers[name], improvement = driver?.improvement ?? name;
  const kpis = driver ? [...driver.kpis, ...driver.also].map((id) => [words.kpis[id], `${root}kpi/${id}/`]) : [];
  const outcomes = (model.improvements[improvement]?.outcomes ?? []).map((id) => [words.outcomes[id], `${root}outcome/#${id}`]);
  const note = page.querySelector(`#hint-${improvement}`)?.textContent ?? "";
  dialog.querySelector(".trace-evidence").hidden = note === "";
  dialog.querySelector(".evidence-note").textContent = note;
  dialog.querySelector("ul.evidence").replaceChildren(...[...kpis, ...outcomes].map(([label, href]) => {
    const item = document.createElement("li");
    item.append(cell("a", label, { class: "chip", href }));
    return item;
  }));
}
