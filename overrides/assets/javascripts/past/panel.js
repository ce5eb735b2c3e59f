// Then and now: what a link of an earlier version gave, what it gives today, and why.
import { cell, part, partOf, row } from "../main/parts.js";
import { boundsOf } from "../state/bounds.js";
import { figureText, resultText } from "../words/figures.js";
import { fill } from "../words/format.js";
import { readPast } from "./reading.js";

/** The cases of a link of an earlier version, put into today's names; shows then and now.
 *  `context`: {page, model, words, lang}. */
export async function openPast(context, fragment, version) {
  const past = await readPast(context.model, fragment, version);
  paintPast(context, past);
  return past;
}

function paintPast(context, { version, then, now, moved, rest }) {
  const panel = part(context, "past"),
    { texts, labels } = context.words;
  panel.hidden = false;
  partOf(panel, "past-said").textContent = fill(texts.past_said, { version });
  for (const place of panel.querySelectorAll("[data-past]")) {
    const name = place.dataset.past;
    partOf(place, "then").textContent = resultText(context, name, then.values[name]);
    partOf(place, "now").textContent = resultText(context, name, now.values[name]);
  }
  const [, ...heads] = [...partOf(panel, "moved-heads").querySelectorAll("th")].map(({ textContent }) => textContent);
  const line = (head, figures) =>
    row(
      cell("th", head, { scope: "row" }),
      ...figures.map((text, index) => cell("td", text, { class: "number", "data-label": heads[index] })),
    );
  const rows = moved.map(({ name, before, after, effect }) => {
    const { unit } = boundsOf(context.model, name);
    return line(labels[name], [
      figureText(context, before, unit),
      figureText(context, after, unit),
      figureText(context, effect, "EUR"),
    ]);
  });
  rows.push(line(texts.past_rest, ["", "", figureText(context, rest, "EUR")]));
  partOf(panel, "moved").replaceChildren(...rows);
}
