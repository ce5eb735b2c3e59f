// The baseline on the page: what is typed, what follows from it.
import { money } from "../charts/pen.js";
import { put } from "../charts/place.js";
import { calendar, levels, scaleOfFlows } from "../charts/planes.js";
import { label, line, polyline, stretched } from "../charts/shapes.js";
import { lengths } from "../engine/charts.js";
import { sum } from "../engine/finance.js";
import { complain, part, partOf } from "../main/parts.js";
import { figureText, resultText } from "../words/figures.js";
import { day, fill, monthAfter, number, typeset } from "../words/format.js";
import { follow } from "./forecast.js";

/** A text of the page that has this name, its placeholders filled. */
export function textOf({ page, lang }, name, figures = {}) {
  return typeset(fill(page.querySelector(`[data-text=${name}]`).dataset.said, figures), lang);
}

/** What a month of the project is called. */
const monthName = (context, { start }, month) =>
  start ? monthAfter(start, month, context.lang) : textOf(context, "month", { n: number(month + 1, context.lang) });

/** Puts a baseline into the controls: its months, the figures of the one chosen, who answers for each driver. */
export function fillControls(context, form, baseline, month) {
  const options = baseline.plan.cost.map((_, index) => new Option(monthName(context, baseline, index), String(index)));
  form.elements.month.replaceChildren(...options);
  form.elements.month.value = String(month);
  form.elements.start.value = baseline.start;
  for (const row of form.querySelectorAll("[data-series]")) fillRow(context, row, baseline, month);
  for (const row of form.querySelectorAll("[data-owned]")) fillOwner(row, baseline);
}

function fillRow(context, row, { plan, actuals }, month) {
  const { series } = row.dataset,
    planned = plannedOf(plan, series),
    amount = (actuals.drivers[series] ?? actuals[series])?.[month] ?? null;
  row.hidden = planned === undefined || (planned.every((value) => value === 0) && amount === null);
  if (row.hidden) return;
  partOf(row, "planned").textContent = figureText(context, planned[month], "EUR");
  row.querySelector("input").value = amount === null ? "" : number(amount, context.lang);
  complain(row, "");
}

/** EUR of each month that are planned of "cost", "total" or a driver; undefined for a driver that the plan lacks. */
const plannedOf = (plan, series) =>
  series === "total"
    ? plan.cost.map((_, month) => sum(Object.values(plan.drivers).map((amounts) => amounts[month])))
    : (plan.drivers[series] ?? (series === "cost" ? plan.cost : undefined));

function fillOwner(row, { plan, owners }) {
  const id = row.dataset.owned,
    { owner, due } = owners[id] ?? { owner: "", due: "" };
  row.hidden = !plan.drivers[id]?.some((amount) => amount !== 0);
  partOf(row, "owner").value = owner;
  partOf(row, "due").value = due;
}

/** Planned against realised, and the forecast. */
export function paintFollowed(context, baseline) {
  const found = follow(baseline);
  rows(context, baseline, found);
  headline(context, found);
  drawing(context, found);
}

function rows(context, { owners }, { drivers, total }) {
  const places = [...context.page.querySelectorAll("[data-followed]")];
  const pairs = places.map(({ dataset: { followed } }) => (followed === "total" ? total : drivers[followed]));
  const known = pairs.filter((pair) => pair && pair !== total),
    full = Math.max(...known.flatMap(({ planned, realised }) => [planned, realised ?? 0]), 0);
  places.forEach((place, index) => {
    const pair = pairs[index];
    place.hidden = pair?.realised === null || !pair;
    if (place.hidden) return;
    partOf(place, "planned").textContent = figureText(context, pair.planned, "EUR");
    partOf(place, "realised").textContent = figureText(context, pair.realised, "EUR");
    partOf(place, "share").textContent = pair.planned ? figureText(context, pair.realised / pair.planned, "share") : "";
    const { owner, due } = owners[place.dataset.followed] ?? { owner: "", due: "" };
    partOf(place, "who").textContent = [owner, due && day(due, context.lang)].filter(Boolean).join(", ");
    const bar = partOf(place, "bar");
    if (bar) lengths([pair.realised, pair.planned], full).forEach((length, which) => stretch(bar, which, length));
  });
}

const stretch = (bar, which, length) =>
  partOf(bar, which ? "planned-mark" : "realised-mark").setAttribute(which ? "x" : "width", String(length));

function headline(context, { months, total, planned, forecast }) {
  const share =
    total.planned && total.realised !== null ? figureText(context, total.realised / total.planned, "share") : "";
  part(context, "followed").hidden = months === 0;
  part(context, "so-far").textContent = months
    ? textOf(context, share ? "so_far" : "so_far_unplanned", {
        n: number(months, context.lang),
        realised: figureText(context, total.realised, "EUR"),
        planned: figureText(context, total.planned, "EUR"),
        share,
      })
    : textOf(context, "nothing");
  for (const place of context.page.querySelectorAll("[data-forecast]")) {
    const name = place.dataset.forecast;
    place.textContent = resultText(context, name, { planned, forecast }[place.dataset.of][name]);
  }
}

/** The forecast as a line, and the gap to the plan as a band; each is named where it ends. */
function drawing(context, { planned, forecast }) {
  const series = [planned, forecast].map((flows) => [0, ...flows.cumulative]),
    scale = scaleOfFlows(series),
    last = series[0].length - 1;
  const [plan, now] = series.map((values) =>
    values.map((value, month) => [(100 * month) / last, 100 - scale.at(value)]),
  );
  const zero = 100 - scale.at(0),
    end = money(context, series[1][last]);
  put(part(context, "plot"), [
    ...levels(scale, (value) => money(context, value)),
    ...calendar(context, last),
    stretched({ band: `${polyline([...plan, ...[...now].reverse()])}Z`, edge: polyline(plan), line: polyline(now) }),
    line("zero", 0, zero, 100, zero),
    label("end end-base", 100, now[last][1], textOf(context, "as_forecast"), 6, -2),
    label("end end-base", 100, now[last][1], end, 6, 13),
  ]);
}
