// An opened figure: its formula with the reader's own numbers, down to what was typed, and its evidence.
import { evidence, places } from "./formulas.js";
import { fetchJson } from "../state/fetching.js";
import { cell, partOf } from "../main/parts.js";
import { boundsOf } from "../state/bounds.js";
import { trace } from "./trace.js";
import { figureText, resultText } from "../words/figures.js";

/** The page's context with the words of this panel. */
export async function contextOf(context) {
  const more = await fetchJson(`${context.root}roi-opening.json`);
  return {
    ...context,
    exact: true,
    words: { ...context.words, ...more, labels: { ...context.words.labels, ...more.labels } },
  };
}

/** Fills the dialog with one figure: its value, its formula, the figures in it, its evidence. */
export function showFigure(context, dialog, results, id) {
  const found = trace(context.model, results, id);
  const name = id.includes(".") ? id.split(".")[1] : id;
  dialog.querySelector("h2").textContent = labelOf(context, name);
  partOf(dialog, "value").textContent =
    id in context.model.results || id in results
      ? resultText(context, id, found.value)
      : figureText(context, found.value, found.unit);
  partOf(dialog, "definition").textContent = context.words.definitions[name] ?? "";
  dialog.querySelector("tbody").replaceChildren(...found.lines.map((line) => lineRow(context, line)));
  dialog.querySelector("table").hidden = found.lines.length === 0;
  const inner = found.names.filter((other) => other !== id && opens(context, results, other));
  partOf(dialog, "deeper").hidden = inner.length === 0;
  partOf(dialog, "figures").replaceChildren(...inner.map((other) => deeper(context, dialog, results, other)));
  showEvidence(context, dialog, name);
  const explained = partOf(dialog, "explained");
  explained.hidden = !places[name];
  explained.href = `${context.root}method/roi/${places[name]}`;
  const change = dialog.querySelector("[data-do=change]");
  change.hidden = !boundsOf(context.model, name);
  change.dataset.name = name;
}

const labelOf = ({ words }, name) => words.labels[name] ?? words.teams[name] ?? name;

const opens = ({ model, words }, results, name) =>
  Boolean(boundsOf(model, name) ?? words.definitions[name]) || trace(model, results, name).lines.length > 0;

function lineRow(context, { sign, text, unit, value }) {
  const element = document.createElement("tr");
  for (const [tag, content, name] of [
    ["td", sign, "sign"],
    ["th", wordedLine(context, text), ""],
    ["td", unit ? figureText(context, value, unit) : "", "number"],
  ]) {
    const made = cell(tag, content, name ? { class: name } : {});
    if (tag === "th") made.scope = "row";
    element.append(made);
  }
  return element;
}

/** "{gmv_total}" → its label; "{if}" and "{else}" → the language's words. */
function wordedLine(context, text) {
  const { texts } = context.words;
  return text.replace(
    /\{(\w+)\}/g,
    (_, name) => ({ if: texts.when, else: texts.otherwise })[name] ?? labelOf(context, name),
  );
}

function deeper(context, dialog, results, id) {
  const button = cell("button", labelOf(context, id), { type: "button" });
  button.addEventListener("click", () => {
    showFigure(context, dialog, results, id);
    dialog.querySelector("h2").focus();
  });
  const item = document.createElement("li");
  item.append(button);
  return item;
}

/** What stands behind a driver, an improvement or an input: the note beside its field,
 *  its KPIs, the outcomes that bound it. */
function showEvidence({ page, model, words, root }, dialog, name) {
  const found = evidence[name] ?? { kpis: [], outcomes: [] };
  const kpis = found.kpis.map((id) => [words.kpis[id], `${root}kpi/${id}/`]);
  const outcomes = found.outcomes.map((id) => [words.outcomes[id], `${root}outcome/#${id}`]);
  const note = page.querySelector(`#hint-${model.drivers[name]?.improvement ?? name}`)?.textContent ?? "";
  partOf(dialog, "evidence").hidden = note === "";
  partOf(dialog, "note").textContent = note;
  partOf(dialog, "proofs").replaceChildren(
    ...[...kpis, ...outcomes].map(([label, href]) => {
      const item = document.createElement("li");
      item.append(cell("a", label, { class: "chip", href }));
      return item;
    }),
  );
}
