// Warnings beside the results.
import { partOf } from "../main/parts.js";
import { figureText } from "../words/figures.js";
import { fill } from "../words/format.js";

const SHARED_OUT = "one_driver"; // says little where there is but one

/** Shows the guard rails that the results are beyond, with the value of each; of a driver that is alone, its name. */
export function guards(context, { warnings, cases: { base } }) {
  const bringing = base.counted.filter((id) => base.adjusted[id] !== 0),
    alone = bringing.length === 1;
  for (const item of context.page.querySelectorAll("[data-guard]")) {
    const value = warnings[item.dataset.guard];
    item.hidden = value === undefined || (alone && item.dataset.guard === SHARED_OUT);
    if (value !== undefined)
      partOf(item, "excess").textContent = figureText(context, value, context.model.limits[item.dataset.guard].unit);
  }
  const only = partOf(context.page, "only-driver");
  only.hidden = !alone;
  only.textContent = alone ? fill(context.words.texts.only_driver, { label: context.words.labels[bringing[0]] }) : "";
}
