// Warnings beside the results.
import { partOf } from "../main/parts.js";
import { figureText } from "../words/figures.js";

/** Shows the guard rails that the results are beyond, with the value of each. */
export function guards(context, warnings) {
  for (const item of context.page.querySelectorAll("[data-guard]")) {
    const value = warnings[item.dataset.guard];
    item.hidden = value === undefined;
    if (value !== undefined)
      partOf(item, "excess").textContent = figureText(context, value, context.model.limits[item.dataset.guard].unit);
  }
}
