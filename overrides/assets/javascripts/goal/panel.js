// "To pay back in 18 months you need…": what was sought, as a table of what would do, one row at a time.
import { cell, partOf, row } from "../main/parts.js";
import { questionOf } from "../state/compute.js";
import { boundsOf } from "../state/bounds.js";
import { exactText } from "../words/figures.js";
import { shownValue } from "../calculator/form.js";
import { TOGETHER, sought } from "./seek.js";

const SHOWN = 10;

/** Seeks the goal that the panel asks for in a case, and shows what was found. */
export function showSought(context, panel, theCase, view) {
  const { value } = panel.querySelector("[name=goal]"),
    names = [...context.page.querySelectorAll("[data-field] input[type=text][name]")].map(({ name }) => name);
  const found = sought(context.model, questionOf(context.model, theCase, view), Number(value) || value, names);
  partOf(panel, "sought-said").textContent = saidOf(context.words.texts, found);
  partOf(panel, "sought-table").hidden = !found?.length;
  const shown = (found ?? [])
    .slice(0, SHOWN)
    .map((item) => rowOf(context, { ...item, from: shownFrom(context, theCase, item) }));
  partOf(panel, "sought").replaceChildren(...shown);
}

function saidOf(texts, found) {
  if (!found) return texts.goal_reached;
  return found.length ? texts.goal_found : texts.goal_none;
}

/** What stands now, as its field shows it. */
const shownFrom = (context, { inputs, situation }, { id, from }) =>
  Object.hasOwn(inputs, id) ? from : shownValue(context, situation, id, from);

function rowOf(context, { id, from, to }) {
  const { words, model } = context,
    together = id === TOGETHER,
    unit = together ? "share" : boundsOf(model, id).unit;
  const name = cell("th", together ? words.texts.goal_together : "", { scope: "row" });
  if (!together) name.append(cell("a", words.labels[id], { href: `#in-${id}` }));
  return row(name, ...[from, to].map((value) => cell("td", exactText(context, value, unit), { class: "number" })));
}
