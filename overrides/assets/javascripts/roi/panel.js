// "Every figure opens": the formula behind a figure with the reader's own numbers, down to what was typed.
import { trace } from "./sensitivity.js";
import { money } from "./view.js";

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
  dialog.querySelector("button").addEventListener("click", () => dialog.close());
}

function show(context, dialog, results, id) {
  const found = trace(context.model, results, id);
  const name = id.includes(".") ? id.split(".")[1] : id;
  dialog.querySelector("h2").textContent = labelOf(context, name);
  dialog.querySelector(".result-value").textContent = money(context, found.value, found.unit);
  dialog.querySelector(".definition").textContent = context.words.definitions[name] ?? "";
  dialog.querySelector("tbody").replaceChildren(...found.lines.map((line) => row(context, line)));
  const inner = found.names.filter((part) => part !== id && trace(context.model, results, part).lines.length);
  dialog.querySelector(".deeper").replaceChildren(...inner.map((part) => deeper(context, dialog, results, part)));
}

const labelOf = ({ words }, name) => words.labels[name] ?? name;

function row(context, { sign, text, unit, value }) {
  const element = document.createElement("tr");
  for (const [tag, content, name] of [["td", sign, "sign"], ["th", wordedLine(context, text), ""], ["td", unit ? money(context, value, unit) : "", "number"]]) {
    const cell = document.createElement(tag);
    cell.textContent = content;
    if (name) cell.className = name;
    if (tag === "th") cell.scope = "row";
    element.append(cell);
  }
  return element;
}

/** "{gmv_total}" → its label; "{if}" and "{else}" → the language's words. */
function wordedLine(context, text) {
  const { texts } = context;
  return text.replace(/\{(\w+)\}/g, (_, name) => ({ if: texts.when, else: texts.otherwise })[name] ?? labelOf(context, name));
}

function deeper(context, dialog, results, id) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = labelOf(context, id);
  button.addEventListener("click", () => {
    show(context, dialog, results, id);
    dialog.querySelector("h2").focus();
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}
