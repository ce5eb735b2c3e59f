// The calculator: the form, the address and the figures kept together. Nothing leaves the browser.
import { isAnchor } from "../main/fragment.js";
import { LEAVE, REPLACE, address, linkOf } from "./address.js";
import { changed, duplicated, paintCases, paintCompared, removed } from "./cases.js";
import { figuresOf } from "./compute.js";
import { drawFound, drawTornado, drawTrials } from "./drawings.js";
import { fill, fillField, restored, typed, typedSeason } from "./form.js";
import { fill as filled } from "./format.js";
import { model } from "./generated.js";
import { copyLink, forget, keep, kept } from "./keeping.js";
import { startOpening } from "./opening.js";
import { labelsOn, wordsOf, workerOf } from "./prepare.js";
import { tornado } from "./sensitivity.js";
import { draw } from "./simulate.js";
import { speak, spoken } from "./speak.js";
import { empty, onlyTarget, readFragment, written } from "./state.js";
import { paint } from "./view.js";

export async function start(form) {
  const lang = document.documentElement.lang, page = document.querySelector("main");
  const words = await wordsOf(`${form.dataset.root}roi.json`);
  words.labels = labelsOn(page);
  const context = { page, model, words, lang, root: form.dataset.root };
  const calculator = { form, context, state: empty(model), drawn: {}, speaking: 0, frame: 0, ticket: 0 };
  calculator.worker = workerOf();
  calculator.worker?.addEventListener("message", ({ data }) => data.ticket === calculator.ticket && drawTrials(context, data.trials));
  for (const element of page.querySelectorAll("[data-only=script]")) element.hidden = false;
  for (const element of page.querySelectorAll("[data-only=static]")) element.hidden = true;
  for (const radio of page.querySelectorAll("[name=golive]")) radio.disabled = false;
  form.hidden = false;
  listen(calculator);
  offerKept(form);
  restore(calculator);
  startOpening(context, () => calculator.found.cases.base);
}

function listen(calculator) {
  const { form, context } = calculator;
  context.page.addEventListener("input", ({ target }) => target.matches("[data-field] input[type=text]") && take(calculator, target));
  context.page.addEventListener("change", ({ target }) => {
    choose(calculator, target);
    refine(calculator);
  });
  context.page.addEventListener("click", ({ target }) => ACTIONS[target.dataset.do]?.(calculator, target));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    const name = shownCase(calculator).name;
    adopt(calculator, changed(calculator.state, { ...empty(model).cases[0], name }), LEAVE);
  });
  form.elements["case-name"].addEventListener("input", ({ target }) => {
    show(calculator, changed(calculator.state, { ...shownCase(calculator), name: target.value.trim() }));
  });
  addEventListener("hashchange", () => (isAnchor() ? address(calculator, REPLACE) : restore(calculator)));
  addEventListener("storage", () => offerKept(form));
}

const shownCase = ({ state }) => state.cases[state.at];

const ACTIONS = {
  duplicate: (calculator) => {
    adopt(calculator, duplicated(calculator.context, calculator.state));
    calculator.form.elements["case-name"].focus();
  },
  remove: (calculator) => {
    adopt(calculator, removed(calculator.context, calculator.state), LEAVE);
    calculator.form.querySelector("[name=case]:checked").focus();
  },
  restore: (calculator, { parentElement: field }) => {
    adopt(calculator, changed(calculator.state, restored(field.dataset.field, shownCase(calculator))));
    field.querySelector("input, select").focus();
  },
  redraw: (calculator) => adopt(calculator, { ...calculator.state, seed: crypto.getRandomValues(new Uint32Array(1))[0] }),
  reopen: (calculator) => (kept() ? restore(calculator, kept(), LEAVE) : offerKept(calculator.form)),
  copy: async (calculator) => note(calculator, (await copyLink(linkOf(calculator.state))) ? "copied" : "not_copied"),
  keep: (calculator) => note(calculator, keep(written(model, calculator.state) || `v=${model.version}`) ? "kept" : "not_kept"),
  forget: (calculator) => {
    forget();
    note(calculator, "forgotten");
    calculator.form.querySelector("[data-do=keep]").focus();
  },
};

/** Takes the cases that the address holds, or those of a kept one, and says what it ignored. */
function restore(calculator, fragment = location.hash, write = null) {
  const { texts } = calculator.context.words;
  const { state, ignored, other } = readFragment(model, fragment);
  calculator.context.page.querySelector("dialog.trace").close();
  const said = [...(other ? [texts.other_version] : []), ...(ignored.length ? [filled(texts.ignored, { what: ignored.slice(0, 5).join(", ") })] : [])];
  if (onlyTarget(state)) said.push(texts.target_alone);
  adopt(calculator, state, write);
  calculator.form.querySelector(".link-notes").textContent = said.join(" ");
}

/** A control other than typed text: what it chooses goes into the state. */
function choose(calculator, control) {
  const { state, context } = calculator, each = shownCase(calculator);
  if (control.name === "situation" || control.name === "preset") return adopt(calculator, changed(state, { ...each, [control.name]: control.value }));
  if (control.name === "golive") return show(calculator, changed(state, { ...each, golive: Number(control.value) }));
  if (control.name === "own") return show(calculator, changed(state, { ...each, own: each.own.filter((name) => name !== control.value).concat(control.checked ? control.value : []) }));
  if (control.name === "case") return adopt(calculator, { ...state, at: Number(control.value) });
  if (control.name === "cfo") return show(calculator, { ...state, view: control.checked ? "cfo" : "" });
  if (control.name !== "season") return control.closest("[data-field]") && take(calculator, control, true);
  const next = typedSeason(context, control, each);
  return next && adopt(calculator, changed(state, next));
}

/** One field's value into the case shown; a fault leaves the last result in place. A field left empty shows its start again. */
function take(calculator, control, left = false) {
  const { context } = calculator, field = control.closest("[data-field]"), next = typed(context, field, shownCase(calculator));
  if (!next) return speak(calculator, `${context.words.labels[field.dataset.field]}. ${field.querySelector(".field-error").textContent}`);
  if (next !== shownCase(calculator)) show(calculator, changed(calculator.state, next));
  if (left && control.value === "") fillField(context, field, next);
}

function adopt(calculator, state, write = REPLACE) {
  fill(calculator.context, calculator.form, state.cases[state.at]);
  calculator.context.page.querySelector("[name=cfo]").checked = state.view === "cfo";
  show(calculator, state, write);
  refine(calculator);
}

function show(calculator, state, write = REPLACE) {
  const { context, form } = calculator;
  calculator.state = state;
  calculator.ticket += 1;
  const found = figuresOf(model, shownCase(calculator), state.view, drawsOf(calculator));
  calculator.found = found;
  paint(context, found);
  drawFound(context, found);
  paintCases(context, form, state);
  paintCompared(context, state);
  form.querySelector(".form-notes").textContent = "";
  cancelAnimationFrame(calculator.frame);
  const { situation, inputs, counted, cases } = found;
  calculator.frame = requestAnimationFrame(() => drawTornado(context, tornado(model, inputs, situation, counted), cases.base.npv)); // the slowest, after the figures
  if (write) address(calculator, write);
  speak(calculator, spoken(context, cases.base));
}

/** The table of draws of the state's seed, made once. */
function drawsOf(calculator) {
  const { seed } = calculator.state;
  if (calculator.drawn.seed !== seed) calculator.drawn = { seed, draws: draw(model, seed, model.risk.trials.live) };
  return calculator.drawn.draws;
}

/** The full number of trials, once the reader rests. */
function refine({ worker, found, state, ticket }) {
  const { situation, inputs, counted } = found;
  worker?.postMessage({ ticket, inputs, situation, counted, seed: state.seed });
}

/** Says what a button did. */
function note({ form, context }, key) {
  form.querySelector(".form-notes").textContent = context.words.texts[key];
  offerKept(form);
}

/** The buttons that need something kept are there only then. */
function offerKept(form) {
  for (const name of ["reopen", "forget"]) form.querySelector(`[data-do=${name}]`).hidden = kept() === "";
}
