// The drawings of the calculator, and the sentence of each: flows, tornado, distribution, waiting.
import { band, histogram, lengths, swings } from "../engine/charts.js";
import { WIDEST } from "../engine/generated.js";
import { peakMissed } from "../engine/waiting.js";
import { partOf } from "../main/parts.js";
import { cell, part, row } from "./view.js";
import { figureText, resultText } from "../words/figures.js";
import { oddsText, sentence } from "../words/says.js";

const SVG = "http://www.w3.org/2000/svg";
const DRAWN_LATER = ["swings", "tornado", "trials"]; // they take longer, and are said when they are drawn

/** What each chart says, but for those that `drawTornado` and `drawTrials` say themselves. */
export function saySentences(context, found) {
  for (const chart in context.model.sentences) if (!DRAWN_LATER.includes(chart)) say(context, chart, found);
  context.page.querySelector("[data-say=set_aside]").hidden = found.counted === null;
}

function say(context, chart, found) {
  context.page.querySelector(`[data-say="${chart}"]`).textContent = sentence(context, chart, found);
}

/** The cumulative flow, in the band of the low and the high scenario. */
export function drawFlows(context, cases) {
  const area = band(...["low", "base", "high"].map((name) => [0, ...cases[name].cumulative]));
  part(context, "band").setAttribute("d", area.band);
  part(context, "line").setAttribute("d", area.line);
  part(context, "zero").setAttribute("d", `M0 ${area.zero}H100`);
  part(context, "top").textContent = figureText(context, area.top, "EUR");
  part(context, "bottom").textContent = figureText(context, area.bottom, "EUR");
  part(context, "months").textContent = figureText(context, cases.base.cumulative.length, "month");
}

/** The widest bars of the tornado around `middle`, the net present value. */
export function drawTornado(context, bars, middle) {
  const shown = bars.slice(0, WIDEST).filter((bar, place) => bar.swing > 0 || place === 0);
  const places = swings(shown, middle);
  const rows = shown.map((bar, index) => {
    const { x, width, base } = places[index],
      drawn = cell("td", "");
    drawn.append(drawing("bar", [mark("track", 0, 100), mark("mark", x, width), mark("point", base, 0.8)]));
    const ends = [bar.npv_low, bar.npv_high].map((value) =>
      cell("td", figureText(context, value, "EUR"), { class: "number" }),
    );
    return row(cell("th", context.words.labels[bar.id], { scope: "row" }), ends[0], drawn, ends[1]);
  });
  part(context, "tornado").replaceChildren(...rows);
  for (const chart of ["swings", "tornado"]) say(context, chart, { bars: shown });
}

/** The distribution of the net present value. */
export function drawTrials(context, trials) {
  const bins = histogram(trials.npv);
  const columns = bins.map((bin) =>
    mark(bin.value < 0 ? "mark mark-before" : "mark", bin.x, bin.width, 100 - bin.height, bin.height),
  );
  part(context, "histogram").replaceChildren(drawing("histogram", columns, "0 0 100 100"));
  part(context, "least").textContent = figureText(context, bins[0].value, "EUR");
  part(context, "most").textContent = figureText(context, bins.at(-1).value, "EUR");
  for (const name of ["p10", "p50", "p90"]) part(context, name).textContent = figureText(context, trials[name], "EUR");
  part(context, "positive").textContent = oddsText(context, trials.positive);
  say(context, "trials", { trials });
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
