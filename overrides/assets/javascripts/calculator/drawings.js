// The sentence of each chart, and the drawing of waiting.
import { lengths } from "../engine/charts.js";
import { peakMissed } from "../engine/waiting.js";
import { cell, part, partOf, row } from "../main/parts.js";
import { figureText, resultText } from "../words/figures.js";
import { sentence } from "../words/says.js";

const SVG = "http://www.w3.org/2000/svg";
// They take longer, and are said when they are drawn (drawing/show.js).
const DRAWN_LATER = ["waterfall", "swings", "tornado", "trials"];

/** What each chart says, but for those that say it when they are drawn. */
export function saySentences(context, found) {
  for (const chart in context.model.sentences) if (!DRAWN_LATER.includes(chart)) say(context, chart, found);
  context.page.querySelector("[data-say=set_aside]").hidden = found.counted === null;
}

/** What a chart says, of what was found for it. */
export function say(context, chart, found) {
  context.page.querySelector(`[data-say="${chart}"]`).textContent = sentence(context, chart, found);
}

/** The calendar of the year's orders, and what each month of waiting loses. */
export function drawWaiting(context, waiting) {
  const { months } = context.words,
    tallest = Math.max(...waiting.season);
  waiting.season.forEach((share, month) => {
    const place = context.page.querySelector(`[data-month="${month + 1}"]`),
      height = (100 * share) / tallest;
    partOf(place, "share").textContent = figureText(context, share, "share");
    for (const [name, value] of [
      ["y", 100 - height],
      ["height", height],
    ])
      partOf(place, "month-bar").setAttribute(name, String(value));
  });
  const widths = lengths(waiting.lost.map((lost) => lost ?? 0));
  const rows = waiting.lost.map((lost, wait) => {
    const amount = cell("td", resultText(context, "npv_lost_one_month", lost), { class: "number" });
    amount.append(drawing("bar", [mark("track", 0, 100), mark("mark mark-level", 0, widths[wait])]));
    const month = cell("th", months[(waiting.go_live + wait) % months.length], { scope: "row" });
    return row(month, cell("td", figureText(context, wait + 1, "month"), { class: "number" }), amount);
  });
  part(context, "waits").replaceChildren(...rows);
  part(context, "peak").textContent = waiting.peak ? months[waiting.peak.month - 1] : context.words.texts.none;
  part(context, "peak-missed").textContent = resultText(context, "npv_lost_one_month", peakMissed(waiting));
}

function drawing(name, marks, box = "0 0 100 10") {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of [
    ["class", name],
    ["viewBox", box],
    ["preserveAspectRatio", "none"],
    ["aria-hidden", "true"],
  ])
    svg.setAttribute(key, value);
  svg.append(...marks);
  return svg;
}

function mark(name, x, width, y = 0, height = 10) {
  const rect = document.createElementNS(SVG, "rect");
  for (const [key, value] of Object.entries({ class: name, x, width, y, height }))
    rect.setAttribute(key, String(value));
  return rect;
}
