// The tables behind the charts, made after the rows that the build printed.
import { sum } from "../engine/finance.js";
import { endsOf } from "../engine/sensitivity.js";
import { cell, part, partOf, row } from "../main/parts.js";
import { exactText } from "../words/figures.js";
import { fill, number } from "../words/format.js";
import { name } from "../charts/place.js";
import { standing } from "../charts/rows.js";

/** A table that is folded away is made when it is opened. */
export function whenOpen(element, make) {
  const folded = element.closest("details");
  folded.ontoggle = () => folded.open && make();
  if (folded.open) make();
}

/** A bar of the tornado in figures: where the net present value is lower, then where it is higher. */
export function swingRow(context, body, bar) {
  const { unit } = context.model.inputs[bar.id] ?? context.model.improvements[bar.id];
  const element = body.firstElementChild.cloneNode(true),
    [head, ...cells] = element.children;
  name(partOf(head, "name"), bar.id, context.words.labels[bar.id]);
  const shown = endsOf(bar).flatMap(([value, npv]) => [
    exactText(context, value, unit),
    exactText(context, npv, "EUR"),
  ]);
  cells.forEach((place, index) => (place.textContent = shown[index]));
  return element;
}

/** A column of the histogram in figures. */
export const binRow = (context, edges, count) => {
  const [from, to] = edges.map((edge) => exactText(context, edge, "EUR"));
  return row(
    cell("th", from, { scope: "row", class: "number" }),
    ...[to, number(count, context.lang)].map((text) => cell("td", text, { class: "number" })),
  );
};

/** Steps to a net present value: what each adds, and where the sum stands after it; `nameIt`: id → name. */
export function stepTable(context, body, found, nameIt) {
  const stands = standing(found);
  const rows = found.map(({ id, amount, sum: whole }, index) =>
    row(
      cell("th", nameIt(id), { scope: "row" }),
      cell("td", whole ? "" : exactText(context, amount, "EUR"), { class: "number" }),
      cell("td", exactText(context, stands[index], "EUR"), { class: "number" }),
    ),
  );
  body.replaceChildren(...rows);
}

/** The table of years; a line of which nothing flows is hidden where the page says it may be. */
export function paintYears(context, years) {
  const table = part(context, "yearly"),
    { net, cumulative } = years;
  const heads = partOf(table, "heads"),
    [name, initial, ...others] = heads.children;
  const titles = net.amounts
    .slice(1)
    .map((_, year) =>
      cell("th", fill(context.words.texts.year_n, { n: String(year + 1) }), { scope: "col", class: "number" }),
    );
  heads.replaceChildren(name, initial, ...titles, ...others.slice(-2));
  const more = { cumulative: [...cumulative, null, null], discounted: [...net.discounted, sum(net.discounted), null] };
  const teams = Object.fromEntries(Object.entries(years.teams).map(([id, line]) => [`team.${id}`, line]));
  const lines = { ...teams, ...years.cash, ...years.costs, benefit: years.benefit, cost: years.cost, net };
  for (const place of table.querySelectorAll("[data-line]")) {
    const id = place.dataset.line,
      amounts = more[id] ?? [...lines[id].amounts, sum(lines[id].amounts), sum(lines[id].discounted)];
    const cells = amounts.map((amount) => cell("td", yearText(context, amount), { class: "number" }));
    place.replaceChildren(place.firstElementChild, ...cells);
    place.hidden = place.dataset.optional !== undefined && amounts.every((amount) => !amount);
  }
}

const yearText = (context, amount) => (amount === null ? "" : amount ? exactText(context, amount, "EUR") : "–");
