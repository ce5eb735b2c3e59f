// The figures of the calculator's page: what the build printed for the example is replaced by the reader's own.
import { band, histogram, lengths, swings } from "./charts.js";
import { sum } from "./finance.js";
import { measure, typeset } from "./format.js";

const SVG = "http://www.w3.org/2000/svg";

/** Everything a painter needs: {page, model, words, lang, texts}. */
export function paint(context, found) {
  headlines(context, found);
  cashFlow(context, found.cases);
  years(context, found.cases);
  drivers(context, found);
  part(context, "tco-scaled").textContent = found.cases.base.tco_scaled.map((end) => money(context, end, "EUR/year")).join(" … ");
  statusQuo(context, found.cases.base);
  guards(context, found.warnings);
  distribution(context, found.trials);
  listed(context, "overlap", found.overlap);
  listed(context, "switching", found.switching);
}

const part = ({ page }, name) => page.querySelector(`[data-part="${name}"]`);

export function money({ model, words, lang, texts }, value, unit) {
  return typeset(measure(value, unit, model.units[unit] ?? 1, words, lang, texts.none), lang);
}

function headlines(context, { cases }) {
  for (const place of context.page.querySelectorAll("[data-result]")) {
    const name = place.dataset.result;
    place.textContent = figure(context, name, cases[place.dataset.scenario].values[name]);
  }
}

/** A result in words: a return above 100 % is not quoted to the decimal, a payback beyond the horizon is said. */
function figure(context, name, value) {
  if (name === "irr" && value > 1) return context.texts.over;
  if (value === null && name.startsWith("payback")) return context.texts.never;
  return money(context, value, context.model.named[name]);
}

function cashFlow(context, cases) {
  const area = band(...["low", "base", "high"].map((name) => [0, ...cases[name].cumulative]));
  const svg = context.page.querySelector(".cash-flow svg");
  svg.querySelector(".band").setAttribute("d", area.band);
  svg.querySelector(".line").setAttribute("d", area.line);
  svg.querySelector(".zero").setAttribute("d", `M0 ${area.zero}H100`);
  part(context, "top").textContent = money(context, area.top, "EUR");
  part(context, "bottom").textContent = money(context, area.bottom, "EUR");
}

function years(context, cases) {
  const rows = cases.base.yearly_net.map((_, index) => {
    const row = document.createElement("tr");
    row.append(cell("th", String(index + 1), { scope: "row" }));
    for (const name of ["low", "base", "high"]) row.append(cell("td", money(context, cases[name].yearly_net[index], "EUR"), { class: "number" }));
    return row;
  });
  part(context, "years").replaceChildren(...rows);
}

function drivers(context, { cases }) {
  const { adjusted, drivers: gross, counted } = cases.base;
  const rows = [...context.page.querySelectorAll("[data-driver]")];
  const widths = lengths(rows.map((row) => adjusted[row.dataset.driver]));
  rows.forEach((row, index) => {
    const id = row.dataset.driver;
    row.querySelector('[data-part="gross"]').textContent = money(context, gross[id], "EUR/year");
    row.querySelector('[data-part="kept"]').textContent = money(context, adjusted[id], "EUR/year");
    row.querySelector(".mark").setAttribute("width", String(widths[index]));
    row.classList.toggle("set-aside", !counted.includes(id));
  });
}

function statusQuo(context, { tco_rows: rows, adjusted, counted }) {
  for (const row of context.page.querySelectorAll("[data-tco]")) {
    const drivers = row.dataset.drivers.split(" ").filter((id) => counted.includes(id));
    row.querySelector('[data-part="scaled"]').textContent = rows[row.dataset.tco].scaled.map((end) => money(context, end, "EUR/year")).join(" … ");
    row.querySelector('[data-part="answered"]').textContent = money(context, sum(drivers.map((id) => adjusted[id])), "EUR/year");
  }
}

function guards(context, warnings) {
  for (const item of context.page.querySelectorAll("[data-guard]")) {
    const value = warnings[item.dataset.guard];
    item.hidden = value === undefined;
    if (value !== undefined) item.querySelector("span").textContent = money(context, value, context.model.limits[item.dataset.guard].unit);
  }
}

export function paintTornado(context, bars, middle) {
  const shown = bars.slice(0, 12);
  const places = swings(shown, middle);
  const rows = shown.map((bar, index) => {
    const row = document.createElement("tr");
    const drawn = cell("td", "");
    drawn.append(drawing("bar", [mark("track", 0, 100), mark("mark", places[index].x, places[index].width), mark("point", places[index].base, 0.8)]));
    row.append(cell("th", context.words.labels[bar.id], { scope: "row" }), cell("td", money(context, bar.npv_low, "EUR"), { class: "number" }), drawn, cell("td", money(context, bar.npv_high, "EUR"), { class: "number" }));
    return row;
  });
  part(context, "tornado").replaceChildren(...rows);
}

function distribution(context, trials) {
  const bins = histogram(trials.npv).map((bin) => mark(bin.positive ? "mark" : "mark mark-before", bin.x, bin.width, 100 - bin.height, bin.height));
  part(context, "histogram").replaceChildren(drawing("histogram", bins, "0 0 100 100"));
  for (const name of ["p10", "p50", "p90"]) part(context, name).textContent = money(context, trials[name], "EUR");
  part(context, "positive").textContent = money(context, trials.positive, "share");
}

/** A list of [label, value in words] pairs. */
function listed(context, name, pairs) {
  const items = pairs.map(([label, value]) => {
    const item = document.createElement("div");
    item.append(cell("dt", label), cell("dd", value));
    return item;
  });
  part(context, name).replaceChildren(...items);
}

function cell(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function drawing(name, marks, box = "0 0 100 10") {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of [["class", name], ["viewBox", box], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]]) svg.setAttribute(key, value);
  svg.append(...marks);
  return svg;
}

function mark(name, x, width, y = 0, height = 10) {
  const rect = document.createElementNS(SVG, "rect");
  for (const [key, value] of Object.entries({ class: name, x, width, y, height })) rect.setAttribute(key, String(value));
  return rect;
}
