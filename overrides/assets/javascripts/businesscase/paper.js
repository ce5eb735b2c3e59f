// The figures of the document: what the build printed for the example is replaced by the reader's own.
import { guards } from "../calculator/guards.js";
import { headlines, needed } from "../calculator/view.js";
import { put } from "../charts/place.js";
import { flows } from "../charts/planes.js";
import { sum } from "../engine/finance.js";
import { MONTHS } from "../engine/generated.js";
import { cell, part, partOf, row } from "../main/parts.js";
import { restOf, resultsOf } from "../state/compute.js";
import { facts } from "../words/facts.js";
import { figureText } from "../words/figures.js";
import { day, fill } from "../words/format.js";
import { sentence } from "../words/says.js";

/** Puts a case into the document. `state` holds its heading, its view and the annexes chosen. */
export function paintPaper(context, state) {
  const { model } = context,
    theCase = state.cases[state.at];
  const found = resultsOf(model, theCase, state.view);
  const exact = { ...context, exact: true }; // sentences and drawings round
  Object.assign(found, restOf(model, found));
  paintHeading(context, state.paper);
  headlines(exact, found);
  drivers(exact, found);
  switching(exact, found);
  guards(exact, found);
  years(exact, found.cases.base);
  for (const place of context.page.querySelectorAll("[data-say]"))
    place.textContent = sentence(context, place.dataset.say, found);
  context.page.querySelector("[data-say=ranges]").hidden = Object.keys(theCase.ranges).length === 0;
  measuring(context, found.missing);
  part(context, "cfo-shown").hidden = state.view !== "cfo";
  part(context, "sceptical").textContent = ofSceptic(exact, resultsOf(model, theCase, "cfo"));
  put(part(context, "plot"), flows(context, found.cases));
}

/** What the CFO view would keep and set aside. */
function ofSceptic(context, found) {
  const { n, all, amount } = facts.set_aside(found);
  return fill(textOf(context, "sceptical"), { n, all, amount: figureText(context, amount, "EUR/year") });
}

const textOf = ({ page }, name) => page.querySelector(`[data-text=${name}]`).dataset.said;

/** The drivers to measure first, by what a CFO would then count. */
function measuring(context, missing) {
  const item = part(context, "measuring"),
    named = missing.slice(0, Number(item.parentElement.dataset.first)).map(([id]) => context.words.labels[id]);
  item.hidden = missing.length === 0;
  partOf(item, "first").textContent = named.join(", ");
}

/** The heading of the document, and the annexes chosen. */
export function paintHeading(context, paper) {
  const { page, lang } = context,
    title = part(context, "title");
  title.dataset.example ??= title.textContent;
  title.textContent = paper.title || title.dataset.example;
  const by = ["prospect", "author"].map((name) => paper[name] && `${wordOf(page, name)} ${paper[name]}`);
  part(context, "by").textContent = [...by, paper.date && day(paper.date, lang)].filter(Boolean).join(" · ");
  for (const annex of page.querySelectorAll("[data-annex]"))
    annex.hidden = !paper.annexes.includes(annex.dataset.annex);
}

/** The word before an entry of the heading: "For". */
const wordOf = (page, name) => page.querySelector(`label[for=paper-${name}]`).textContent;

/** Every driver's amount and evidence, the largest first; only so many are shown, and in the annex those that count. */
function drivers(context, { cases: { base }, tiers }) {
  const { adjusted, counted } = base,
    amount = (id) => (counted.includes(id) ? adjusted[id] : 0);
  for (const list of context.page.querySelectorAll("[data-largest]")) {
    const rows = [...list.children].sort((one, two) => amount(two.dataset.driver) - amount(one.dataset.driver));
    rows.forEach((place, index) => {
      const id = place.dataset.driver,
        tier = partOf(place, "tier");
      place.hidden = index >= Number(list.dataset.largest) || amount(id) === 0;
      partOf(place, "kept").textContent = figureText(context, amount(id), "EUR/year");
      if (tier) tier.textContent = tiers[id];
    });
    list.append(...rows);
  }
}

/** The drivers that the case cannot lose, the most critical first, with the share of its forecast each must reach. */
function switching(context, found) {
  const named = needed(found)
    .slice(0, Number(part(context, "drivers").dataset.largest))
    .map(([id, share]) =>
      fill(textOf(context, "needed"), { label: context.words.labels[id], share: figureText(context, share, "share") }),
    );
  part(context, "switching").textContent = named.join(", ");
}

function years(context, base) {
  const yearly = (flows, year) => sum(flows.slice(year * MONTHS, (year + 1) * MONTHS));
  const rows = base.yearly_net.map((net, year) => {
    const amounts = [yearly(base.monthly_inflow, year), yearly(base.monthly_cost, year), net];
    const cells = amounts.map((amount) => cell("td", figureText(context, amount, "EUR"), { class: "number" }));
    return row(cell("th", String(year + 1), { scope: "row" }), ...cells);
  });
  part(context, "years").replaceChildren(...rows);
}
