// The calculator: the form, the address and the figures kept together. Nothing leaves the browser.
import { model } from "./generated.js";
import { evaluate } from "./model.js";
import { fill, startingValue, typed } from "./form.js";
import { startPanel } from "./panel.js";
import { overlap, scenario, scepticalDrivers, switchingValues, tornado, warnings } from "./sensitivity.js";
import { draw, simulate } from "./simulate.js";
import { empty, readFragment, written } from "./state.js";
import { money, paint, paintTornado } from "./view.js";

const SPEAK_AFTER = 700; // milliseconds of rest before a result is read out

export async function start(form) {
  const lang = document.documentElement.lang;
  const words = await (await fetch(form.dataset.words)).json();
  const context = { page: document.querySelector("main"), model, words, lang, texts: form.dataset };
  const draws = draw(model, model.risk.seed, model.risk.trials.live);
  const calculator = { form, context, draws, state: empty(model), speaking: 0, frame: 0 };
  for (const element of context.page.querySelectorAll("[data-only=script]")) element.hidden = false;
  for (const element of context.page.querySelectorAll("[data-only=static]")) element.hidden = true;
  form.hidden = false;
  form.addEventListener("change", (event) => changed(calculator, event.target));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    adopt(calculator, empty(model), true);
  });
  form.addEventListener("input", (event) => event.target.matches("[data-field] input[type=text]") && take(calculator, event.target.closest("[data-field]")));
  calculator.cfo = context.page.querySelector("[name=cfo]");
  calculator.cfo.addEventListener("change", () => adopt(calculator, { ...calculator.state, view: calculator.cfo.checked ? "cfo" : "" }, true));
  addEventListener("hashchange", () => restore(calculator));
  restore(calculator);
  startPanel(context, () => calculator.results);
}

/** Takes the case that the address holds, and says what it ignored. */
function restore(calculator) {
  const { texts } = calculator.context;
  const { state, ignored, other } = readFragment(model, location.hash);
  const said = [...(other ? [texts.version] : []), ...(ignored.length ? [texts.ignored.replace("{what}", ignored.slice(0, 5).join(", "))] : [])];
  adopt(calculator, state, false);
  calculator.form.querySelector(".form-notes").textContent = said.join(" ");
}

function changed(calculator, control) {
  const { state } = calculator;
  if (control.name === "situation") return adopt(calculator, { ...state, situation: control.value }, true);
  if (control.name === "preset") return adopt(calculator, { ...state, preset: control.value }, true);
  const field = control.closest("[data-field]");
  return field && take(calculator, field);
}

/** One field's value into the state; a fault leaves the last result in place. */
function take(calculator, field) {
  const state = typed(field, model, calculator.state, calculator.context);
  if (state) show(calculator, state, true);
}

function adopt(calculator, state, write) {
  fill(calculator.form, model, state, calculator.context.lang);
  calculator.cfo.checked = state.view === "cfo";
  show(calculator, state, write);
}

function show(calculator, state, write) {
  const { context, draws } = calculator;
  calculator.state = state;
  const inputs = inputsOf(state);
  const counted = state.view === "cfo" ? scepticalDrivers(model, state.inputs) : null;
  const cases = Object.fromEntries(["low", "base", "high"].map((name) => [name, evaluate(model, scenario(model, inputs, state.situation, name), state.situation, counted)]));
  paint(context, {
    cases,
    warnings: warnings(model, cases.base),
    trials: simulate(model, inputs, state.situation, draws, counted),
    overlap: overlapped(context, overlap(model, inputs, state.situation)),
    switching: switched(context, switchingValues(model, cases.base)),
  });
  calculator.results = cases.base;
  cancelAnimationFrame(calculator.frame);
  calculator.frame = requestAnimationFrame(() => paintTornado(context, tornado(model, inputs, state.situation, counted), cases.base.npv)); // the slowest, after the figures
  if (write) keep(state);
  speak(calculator, cases.base);
}

/** The preset's figures with the reader's own over them. */
function inputsOf(state) {
  const preset = Object.keys(model.presets[state.preset] ?? {}).map((name) => [name, startingValue(model, state, name)]);
  return { ...Object.fromEntries(preset), ...state.inputs };
}

function keep(state) {
  const fragment = written(model, state);
  history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
}

function overlapped(context, { pools }) {
  return Object.entries(pools).map(([id, removed]) => [context.words.pools[id], money(context, removed, "EUR/year")]);
}

/** The drivers that the case cannot lose, the most critical first; none where it holds without any single one. */
function switched(context, shares) {
  const needed = Object.entries(shares).filter(([, share]) => share !== null && share > 0);
  return needed.sort((a, b) => b[1] - a[1]).slice(0, 8).map(([id, share]) => [context.words.labels[id], money(context, share, "share")]);
}

function speak(calculator, results) {
  const { form, context } = calculator;
  clearTimeout(calculator.speaking);
  calculator.speaking = setTimeout(() => {
    const text = context.texts.said.replace("{benefit}", money(context, results.annual_benefit, "EUR/year"));
    form.querySelector(".form-status").textContent = text.replace("{npv}", money(context, results.npv, "EUR"));
  }, SPEAK_AFTER);
}
