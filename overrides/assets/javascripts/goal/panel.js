// "To pay back in 18 months you need…": what was sought, as a table of what would do, one row at a time.
import { partOf } from "../main/parts.js";
import { questionOf } from "../state/compute.js";
import { boundsOf } from "../state/state.js";
import { exactText } from "../words/figures.js";
import { cell, row } from "../calculator/view.js";
import { TOGETHER, sought } from "./seek.js";

const SHOWN = 10;

/** Seeks the goal that the panel asks for in a case, and shows what was found. */
export function showSought(context, panel, each, view) {
  const { value } = panel.querySelector("[name=goal]"),
    names = [...context.page.querySelectorAll("[data-field] input[type=text]")].map(({ name }) => name);
  const found = sought(context.model, questionOf(context.model, each, view), Number(value) || value, names);
  partOf(panel, "sought-said").textContent = saidOf(context.words.texts, found);
  partOf(panel, "sought-table").hidden = !found?.length;
  partOf(panel, "sought").replaceChildren(...(found ?? []).slice(0, SHOWN).map((item) => rowOf(context, item)));
}

function saidOf(texts, found) {
  if (!found) return texts.goal_reached;
  return found.length ? texts.goal_found : texts.goal_none;
}

function rowOf(context, { id, from, to }) {
  const { words, model } = context,
    together = id === TOGETHER,
    unit = together ? "share" : boundsOf(model, id).unit;
  const name = cell("th", together ? words.texts.goal_together : "", { scope: "row" });
  if (!together) name.append(cell("a", words.labels[id], { href: `#in-${id}` }));
  return row(name, ...[from, to].map((value) => cell("td", exactText(context, value, unit), { class: "number" })));
}
