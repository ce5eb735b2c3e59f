// The figures of the calculator's page: what the build printed for the example is replaced by the reader's own.
import { guards } from "./guards.js";
import { lengths } from "../engine/charts.js";
import { sum } from "../engine/finance.js";
import { MONTHS, SCENARIOS } from "../engine/generated.js";
import { critical } from "../engine/sensitivity.js";
import { cell, part, partOf, row } from "../main/parts.js";
import { exactText, figureText, pairText, rangeText, resultText } from "../words/figures.js";

/** Puts the figures that are not of one driver on the page. `context`: {page, model, words, lang}. */
export function paint(context, found) {
  headlines(context, found);
  years(context, found.cases);
  statusQuo(context, found.cases.base);
  guards(context, found);
}

/** Puts what counts of each team and each driver on the page, and what to measure before the CFO view counts more. */
export function paintDrivers(context, found) {
  teams(context, found.cases.base);
  drivers(context, found);
  toMeasure(context, found);
}

/** What the rules took off, and the drivers that the case cannot lose. */
export function paintRest(context, found) {
  listed(
    context,
    "overlap",
    Object.entries(found.overlap).map(([id, removed]) => [
      context.words.pools[id],
      figureText(context, removed, "EUR/year"),
    ]),
  );
  listed(
    context,
    "switching",
    needed(found).map(([id, share]) => [context.words.labels[id], figureText(context, share, "share")]),
  );
}

/** Puts the results that stand alone on the page, and the ranges of them. */
export function headlines(context, { cases }) {
  for (const place of context.page.querySelectorAll("[data-result]")) {
    const name = place.dataset.result;
    place.textContent = resultText(context, name, cases[place.dataset.scenario].values[name]);
  }
  for (const place of context.page.querySelectorAll("[data-range]")) {
    const name = place.dataset.range;
    place.textContent = rangeText(context, name, cases.low.values[name], cases.high.values[name]);
  }
}

function years(context, cases) {
  const ofYear = {
    years: ({ yearly_net: net }, year) => net[year],
    sums: ({ cumulative }, year) => cumulative[MONTHS * year + MONTHS - 1],
  };
  for (const [name, amount] of Object.entries(ofYear)) {
    const rows = cases.base.yearly_net.map((_, year) => {
      const shown = SCENARIOS.map((scenario) => exactText(context, amount(cases[scenario], year), "EUR"));
      return row(
        cell("th", String(year + 1), { scope: "row" }),
        ...shown.map((text) => cell("td", text, { class: "number" })),
      );
    });
    part(context, name).replaceChildren(...rows);
  }
}

/** What counts of each team, and behind it what the CFO view sets aside. */
function teams(context, { teams: kept, adjusted }) {
  const all = Object.fromEntries(Object.keys(kept).map((id) => [id, 0]));
  for (const [id, driver] of Object.entries(context.model.drivers)) all[driver.team] += adjusted[id];
  const rows = bars(context, "team", kept, Math.max(...Object.values(all)));
  const widths = lengths(rows.map((place) => all[place.dataset.team]));
  rows.forEach((place, index) => partOf(place, "aside-bar").setAttribute("width", String(widths[index])));
}

function drivers(context, { cases, tiers }) {
  const { adjusted, drivers: gross, counted } = cases.base,
    rows = bars(context, "driver", adjusted);
  for (const place of rows) {
    const id = place.dataset.driver;
    partOf(place, "gross").textContent = figureText(context, gross[id], "EUR/year");
    partOf(place, "tier").textContent = tiers[id];
    place.classList.toggle("set-aside", !counted.includes(id));
    partOf(place, "aside").hidden = counted.includes(id);
  }
  const sorted = [...rows].sort((one, two) => adjusted[two.dataset.driver] - adjusted[one.dataset.driver]);
  if (sorted.some((place, index) => place !== rows[index])) sorted[0].parentElement.append(...sorted);
}

function toMeasure(context, { missing, cases: { base } }) {
  const rows = Object.fromEntries(
    [...context.page.querySelectorAll("[data-measure]")].map((row) => [row.dataset.measure, row]),
  );
  for (const row of Object.values(rows)) row.hidden = true;
  for (const [id, names] of missing) {
    rows[id].hidden = false;
    partOf(rows[id], "worth").textContent = figureText(context, base.adjusted[id], "EUR/year");
    for (const item of rows[id].querySelectorAll("[data-name]")) item.hidden = !names.includes(item.dataset.name);
  }
  part(context, "to-measure").append(...missing.map(([id]) => rows[id]));
  part(context, "measured").hidden = missing.length > 0;
}

/** The rows of a table of bars, each with its amount and the length of its bar; `full` is what the track stands for. */
function bars(context, kind, amounts, full = 0) {
  const rows = [...context.page.querySelectorAll(`[data-${kind}]`)];
  const widths = lengths(
    rows.map((place) => amounts[place.dataset[kind]]),
    full,
  );
  rows.forEach((place, index) => {
    partOf(place, "kept").textContent = figureText(context, amounts[place.dataset[kind]], "EUR/year");
    partOf(place, "kept-bar").setAttribute("width", String(widths[index]));
  });
  return rows;
}

function statusQuo(
  context,
  { situation, tco_published: published, tco_scaled: scaled, tco_rows: rows, adjusted, counted },
) {
  for (const place of context.page.querySelectorAll('[data-part="tco-published"]'))
    place.textContent = range(context, published) + (context.model.tco.open_ended.includes(situation) ? " +" : "");
  for (const place of context.page.querySelectorAll('[data-part="tco-scaled"]'))
    place.textContent = range(context, scaled);
  for (const place of context.page.querySelectorAll("[data-tco]")) {
    const answering = place.dataset.drivers.split(" ").filter((id) => counted.includes(id));
    for (const kind of ["published", "scaled"])
      partOf(place, kind).textContent = range(context, rows[place.dataset.tco][kind]);
    partOf(place, "answered").textContent = figureText(context, sum(answering.map((id) => adjusted[id])), "EUR/year");
  }
}

const range = (context, ends) => pairText(context, ends, "EUR/year");

/** [[driver, share of its forecast that it must reach]] of what a case that is worth doing cannot lose. */
export const needed = ({ cases: { base }, switching }) => (base.npv < 0 ? [] : critical(switching));

/** A list of [label, value in words] pairs. */
function listed(context, name, pairs) {
  const items = pairs.map(([label, value]) => {
    const item = document.createElement("div");
    item.append(cell("dt", label), cell("dd", value));
    return item;
  });
  part(context, name).replaceChildren(...items);
}
