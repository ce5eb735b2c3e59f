// The charts of the case shown, and the tables behind them.
import { part, partOf } from "../main/parts.js";
import { nameOf } from "../calculator/cases.js";
import { say } from "../calculator/drawings.js";
import { BINS, SCENARIOS, WIDEST } from "../engine/generated.js";
import { between, waterfall } from "../engine/waterfall.js";
import { yearly } from "../engine/yearly.js";
import { questionOf } from "../state/compute.js";
import { fill, number, typeset } from "../words/format.js";
import { exactText } from "../words/figures.js";
import { oddsText } from "../words/says.js";
import { money, said } from "../charts/pen.js";
import { distribution, flows, scaleOfFlows } from "../charts/planes.js";
import { put, putRows } from "../charts/place.js";
import { follow, offer } from "./reading.js";
import { stepName, steps, swings } from "../charts/rows.js";
import { histogram, line, share, shape } from "../charts/shapes.js";
import { binRow, paintYears, stepTable, swingRow, whenOpen } from "./tables.js";

const EXPLAINED = 8; // figures at most that are named between two cases

const figureOf = ({ page }, chart) => page.querySelector(`[data-chart=${chart}]`);

/** Makes the charts over a plane readable. `prepare`: {chart: (figure) → draws it},
 *  for those that only the build has drawn. */
export const startReading = ({ page }, prepare, first) => follow(page, prepare, first);

/** The cumulative flow, and what it is in each month. */
export function drawFlows(context, cases) {
  const figure = figureOf(context, "flows"),
    series = SCENARIOS.map((name) => [0, ...cases[name].cumulative]);
  const last = series[0].length - 1,
    scale = scaleOfFlows(series);
  put(partOf(figure, "plot"), flows(context, cases));
  offer(figure, {
    last,
    text: (month) => {
      const [low, base, high] = series.map((values) => money(context, values[month]));
      return said(context, context.words.texts.flows_read, { n: number(month, context.lang), low, base, high });
    },
    shapes: (month) => {
      const x = (100 * month) / last;
      const dots = series.map((values) =>
        shape("circle", { cx: share(x), cy: share(100 - scale.at(values[month])), r: "4" }),
      );
      return [line("cursor", x, 0, x, 100), ...dots];
    },
  });
}

/** The distribution of the net present value, and how many draws stand where. */
export function drawTrials(context, trials) {
  const figure = figureOf(context, "trials"),
    { low, step, counts } = histogram(trials.npv),
    all = number(trials.npv.length, context.lang),
    edge = (index) => low + index * step;
  put(partOf(figure, "plot"), distribution(context, trials));
  for (const name of ["p10", "p50", "p90"]) part(context, name).textContent = exactText(context, trials[name], "EUR");
  part(context, "positive").textContent = oddsText(context, trials.positive);
  say(context, "trials", { trials });
  const body = part(context, "bins");
  whenOpen(body, () =>
    body.replaceChildren(...counts.map((count, bin) => binRow(context, [bin, bin + 1].map(edge), count))),
  );
  offer(figure, {
    last: BINS - 1,
    text: (bin) => {
      const [from, to] = [bin, bin + 1].map((index) => money(context, edge(index)));
      const n = number(counts[bin], context.lang);
      return said(context, context.words.texts.trials_read, { low: from, high: to, n, all });
    },
    shapes: (bin) => [line("cursor", (100 * (bin + 0.5)) / BINS, 0, (100 * (bin + 0.5)) / BINS, 100)],
  });
}

/** The widest bars of the tornado around the net present value; all of them in the table behind. */
export function drawTornado(context, bars, middle) {
  const moving = bars.filter((bar, index) => bar.swing > 0 || index === 0);
  putRows(figureOf(context, "tornado"), swings(context, moving.slice(0, WIDEST), middle));
  for (const chart of ["swings", "tornado"]) say(context, chart, { bars: moving });
  const body = part(context, "tornado");
  whenOpen(body, () => body.replaceChildren(...moving.map((bar) => swingRow(context, body, bar))));
}

/** The cash flow of each year, and the steps from it to the net present value. */
export function drawYears(context, { cases: { base }, inputs }) {
  const years = yearly(context.model, base),
    found = waterfall(context.model, base, inputs, years);
  paintYears(context, years);
  putRows(
    figureOf(context, "waterfall"),
    steps(context, found, (id) => stepName(context, id)),
  );
  say(context, "waterfall", { steps: found });
  stepTable(context, part(context, "steps"), found, (id) => stepName(context, id));
}

/** What sets two cases apart: the first, and the one shown or else the second. Hidden while there is only one. */
export function drawBetween(context, state) {
  const place = part(context, "between"),
    to = state.at || 1;
  place.hidden = state.cases.length < 2;
  if (place.hidden) return;
  const { texts, labels } = context.words,
    ask = (at) => questionOf(context.model, state.cases[at], state.view);
  const names = { from: nameOf(context, state, 0), to: nameOf(context, state, to) };
  const titles = { ...names, situation: texts.situation, together: texts.step_together };
  const found = between(context.model, ask(0), ask(to), EXPLAINED);
  const nameIt = (id) => titles[id] ?? labels[id];
  part(context, "between-said").textContent = typeset(fill(texts.between_said, names), context.lang);
  putRows(figureOf(context, "between"), steps(context, found, nameIt));
  stepTable(context, part(context, "between-steps"), found, nameIt);
}
