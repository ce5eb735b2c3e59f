// The case shown and what follows from it, on the page: at once when the reader changes it, in turns on arrival.
import { part } from "../main/parts.js";
import { SAME_ENTRY, writeAddress } from "../state/address.js";
import { paintCases, paintCompared } from "./cases.js";
import { questionOf, restOf, resultsOf, waitingIn } from "../state/compute.js";
import { drawWaiting, saySentences } from "./drawings.js";
import { model } from "../engine/generated.js";
import { workerOf } from "./worker.js";
import { tornado } from "../engine/sensitivity.js";
import { draw, simulate } from "../engine/simulate.js";
import { fillEstimates } from "./form.js";
import { watchRanges } from "./ranges.js";
import { speak, spoken } from "../words/speak.js";
import { inTurns } from "./turns.js";
import { paint, paintDrivers, paintRest } from "./view.js";

/** The reader's figures that the page shows. */
export const shownCase = ({ state }) => state.cases[state.at];

/** The results of the case shown; those of the example, which the build has printed, once something asks for them. */
export function foundOf(calculator) {
  calculator.found ??= resultsOf(model, shownCase(calculator), calculator.state.view);
  return calculator.found;
}

/** Shows a state at once, but for the charts, which follow. `entry`: null leaves the address alone. */
export function show(calculator, state, entry = SAME_ENTRY) {
  const wanted = changedTo(calculator, state);
  for (const piece of figures(calculator)) piece();
  if (entry) writeAddress(calculator, entry);
  speak(calculator, spoken(calculator.context));
  drawCharts(calculator, wanted, () => calculator.drawn === calculator.ticket);
}

/** Shows the state that the reader arrives with. Nothing is read out, and the worker's draws are waited for. */
export async function arrive(calculator, state) {
  const wanted = changedTo(calculator, state);
  await inTurns(figures(calculator), wanted);
  if (wanted()) calculator.said = spoken(calculator.context);
  drawCharts(calculator, wanted, () => calculator.worker);
}

/** Takes a state; the function returned tells whether it is still the one shown. */
function changedTo(calculator, state) {
  const ticket = calculator.ticket + 1;
  Object.assign(calculator, { state, ticket, found: null });
  for (const name of ["form-notes", "sought-said", "sought"]) part(calculator.context, name).replaceChildren();
  part(calculator.context, "sought-table").hidden = true;
  return () => calculator.ticket === ticket;
}

/** Everything but the charts, in pieces of a few milliseconds. */
function figures(calculator) {
  const { context } = calculator,
    theCase = shownCase(calculator);
  const add = (more) => Object.assign(calculator.found, more);
  return [
    () => foundOf(calculator),
    () => fillEstimates(context, theCase),
    () => watchRanges(context, theCase),
    () => paint(context, calculator.found),
    () => paintDrivers(context, calculator.found),
    () => add(restOf(model, calculator.found)),
    () => paintRest(context, calculator.found),
    () => add({ waiting: waitingIn(model, theCase, calculator.found.cases.base) }),
    () => drawWaiting(context, calculator.found.waiting),
    () => saySentences(context, calculator.found),
    () => paintCases(context, calculator.state),
    () => paintCompared(context, calculator.state),
  ];
}

/** What draws the charts, fetched when the reader first moves on the page or a figure changes;
 *  null where it does not come. */
function chartsOf(calculator) {
  calculator.charts ??= import("../drawing/show.js").catch((fault) => withdrawn(calculator, fault));
  return calculator.charts;
}

/** No chart is better than that of other figures. */
function withdrawn({ context }, fault) {
  reportError(fault);
  for (const figure of context.page.querySelectorAll("[data-chart]")) figure.hidden = true;
  const notice = part(context, "not-drawn");
  notice.textContent = context.words.texts.not_drawn;
  notice.hidden = false;
  return null;
}

/** The charts of the state shown, one after the other, the slowest last; `drawn`: the worker sees to the draws. */
async function drawCharts(calculator, wanted, drawn) {
  const charts = await chartsOf(calculator),
    { context, found, state } = calculator;
  if (!charts || !wanted()) return;
  await inTurns(
    [
      () => charts.drawFlows(context, found.cases),
      () => charts.drawYears(context, found),
      () => charts.drawBetween(context, state),
      () => drawn() || live(calculator, charts),
      () => swing(calculator, charts),
    ],
    wanted,
  );
}

/** Charts that the build drew can be read off as well; `first` is the event that asks for it. */
export async function wakeCharts(calculator, first) {
  const charts = await chartsOf(calculator),
    { context } = calculator;
  const prepare = {
    flows: () => charts.drawFlows(context, foundOf(calculator).cases),
    trials: () => live(calculator, charts),
  };
  charts?.startReading(context, prepare, first);
}

/** The draws that the page's own thread makes. */
function live(calculator, charts) {
  const { seed } = calculator.state;
  if (calculator.draws?.seed !== seed) calculator.draws = draw(model, seed, model.risk.trials.live);
  charts.drawTrials(calculator.context, simulate(model, foundOf(calculator), calculator.draws));
}

function swing({ context, found }, charts) {
  charts.drawTornado(context, tornado(model, found), found.cases.base.npv);
}

/** The full number of draws, by a worker, once the reader rests. */
export function refine(calculator) {
  const { state, ticket, asked } = calculator;
  if (asked === ticket) return;
  calculator.asked = ticket;
  if (calculator.worker === undefined)
    calculator.worker = workerOf(
      (answer) => takeTrials(calculator, answer),
      () => dismiss(calculator),
    );
  const question = questionOf(model, shownCase(calculator), state.view);
  calculator.worker?.postMessage({ ticket, seed: state.seed, question });
}

async function takeTrials(calculator, { ticket, trials }) {
  const charts = await chartsOf(calculator);
  if (ticket !== calculator.ticket) return;
  calculator.drawn = ticket;
  charts?.drawTrials(calculator.context, trials);
}

/** A worker that could not start: the page makes its own draws. */
async function dismiss(calculator) {
  calculator.worker = null;
  const charts = await chartsOf(calculator);
  if (charts) live(calculator, charts);
}
