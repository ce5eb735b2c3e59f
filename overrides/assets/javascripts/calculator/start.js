// The calculator: the form, the address and the figures kept together. Nothing leaves the browser.
import { touched } from "../main/early.js";
import { isAnchor } from "../main/fragment.js";
import { partOf } from "../main/parts.js";
import { NEW_ENTRY, SAME_ENTRY, linkOf, writeAddress } from "../state/address.js";
import { changed, duplicated, removed } from "./cases.js";
import { fillField, fillForm, readField, readSeason, restored } from "./form.js";
import { fill } from "../words/format.js";
import { model } from "../engine/generated.js";
import { copyLink, forget, keep, kept } from "../state/keeping.js";
import { startOpening } from "./opening.js";
import { fetchJson, labelsOn } from "./prepare.js";
import { arrive, foundOf, refine, show, shownCase, wakeCharts } from "./showing.js";
import { speak, spoken } from "../words/speak.js";
import { empty, onlyTarget, readFragment, written } from "../state/state.js";
import { part } from "./view.js";

/** Makes the form calculate, and shows the cases that the address holds. */
export async function startCalculator(form) {
  const lang = document.documentElement.lang,
    page = document.querySelector("main");
  const words = await fetchJson(`${form.dataset.root}roi.json`);
  words.labels = labelsOn(page);
  const context = { page, model, words, lang, root: form.dataset.root };
  const calculator = { form, context, state: empty(model), ticket: 0, asked: 0, said: spoken(context) };
  listen(calculator);
  offerKept(form);
  startOpening(context, () => foundOf(calculator).cases.base);
  for (const type of ["pointerover", "focusin"])
    page.addEventListener(type, (event) => wakeOnce(calculator, event), { once: true });
  for (const control of page.querySelectorAll(":disabled")) control.disabled = false;
  if (location.hash.includes("=")) await openCases(calculator, location.hash, arrive);
  else hurry(page);
}

/** The charts can be read off once the reader does anything on the page. */
function wakeOnce(calculator, event) {
  calculator.woken ??= wakeCharts(calculator, event);
}

/** The page shows the example as the build made it. What the reader changed before the scripts came is taken like any change. */
function hurry(page) {
  const isField = (control) => Number(control.closest("[data-field]") !== null);
  const early = [...page.querySelectorAll("input, select")]
    .filter(touched)
    .sort((one, two) => isField(two) - isField(one)); // a choice refills the fields
  for (const control of early) {
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

function listen(calculator) {
  const { form, context } = calculator;
  context.page.addEventListener(
    "input",
    ({ target }) => target.matches("[data-field] input[type=text]") && take(calculator, target),
  );
  context.page.addEventListener("change", ({ target }) => {
    choose(calculator, target);
    refine(calculator);
  });
  context.page.addEventListener("click", ({ target }) => ACTIONS[target.dataset.do]?.(calculator, target));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    const name = shownCase(calculator).name;
    adopt(calculator, changed(calculator.state, { ...empty(model).cases[0], name }), showInNewEntry);
  });
  form.elements["case-name"].addEventListener("input", ({ target }) => {
    show(calculator, changed(calculator.state, { ...shownCase(calculator), name: target.value.trim() }));
  });
  addEventListener("hashchange", () => (isAnchor() ? writeAddress(calculator, SAME_ENTRY) : openCases(calculator)));
  addEventListener("storage", () => offerKept(form));
}

const ACTIONS = {
  duplicate: (calculator) => {
    adopt(calculator, duplicated(calculator.context, calculator.state));
    calculator.form.elements["case-name"].focus();
  },
  remove: (calculator) => {
    adopt(calculator, removed(calculator.context, calculator.state), showInNewEntry);
    calculator.form.querySelector("[name=case]:checked").focus();
  },
  restore: (calculator, button) => {
    const field = button.closest("[data-field]");
    adopt(calculator, changed(calculator.state, restored(field.dataset.field, shownCase(calculator))));
    field.querySelector("input, select").focus();
  },
  redraw: (calculator) =>
    adopt(calculator, { ...calculator.state, seed: crypto.getRandomValues(new Uint32Array(1))[0] }),
  reopen: (calculator) => (kept() ? openCases(calculator, kept(), showInNewEntry) : offerKept(calculator.form)),
  copy: async (calculator) => note(calculator, (await copyLink(linkOf(calculator.state))) ? "copied" : "not_copied"),
  keep: (calculator) =>
    note(calculator, keep(written(model, calculator.state) || `v=${model.version}`) ? "kept" : "not_kept"),
  forget: (calculator) => {
    forget();
    note(calculator, "forgotten");
    calculator.form.querySelector("[data-do=keep]").focus();
  },
};

/** For what the address says already. */
const showOnly = (calculator, state) => show(calculator, state, null);
const showInNewEntry = (calculator, state) => show(calculator, state, NEW_ENTRY);

/** Takes the cases that the address holds, or those of a kept one, and says what it ignored. */
function openCases(calculator, fragment = location.hash, put = showOnly) {
  const { texts } = calculator.context.words;
  const { state, ignored, other } = readFragment(model, fragment);
  part(calculator.context, "opened").close();
  const said = [
    ...(other ? [texts.other_version] : []),
    ...(ignored.length ? [fill(texts.ignored, { what: ignored.slice(0, 5).join(", ") })] : []),
  ];
  if (onlyTarget(state)) said.push(texts.target_alone);
  part(calculator.context, "link-notes").textContent = said.join(" ");
  return adopt(calculator, state, put);
}

/** A control other than typed text: what it chooses goes into the state. */
function choose(calculator, control) {
  const { state, context } = calculator,
    each = shownCase(calculator);
  if (control.name === "situation" || control.name === "preset")
    return adopt(calculator, changed(state, { ...each, [control.name]: control.value }));
  if (control.name === "golive") return show(calculator, changed(state, { ...each, golive: Number(control.value) }));
  if (control.name === "own")
    return show(
      calculator,
      changed(state, {
        ...each,
        own: each.own.filter((name) => name !== control.value).concat(control.checked ? control.value : []),
      }),
    );
  if (control.name === "case") return adopt(calculator, { ...state, at: Number(control.value) });
  if (control.name === "cfo") return show(calculator, { ...state, view: control.checked ? "cfo" : "" });
  if (control.name !== "season") return control.closest("[data-field]") && take(calculator, control, true);
  const next = readSeason(context, control, each);
  return next && adopt(calculator, changed(state, next));
}

/** One field's value into the case shown; a fault leaves the last result in place. A field left empty shows its start again. */
function take(calculator, control, left = false) {
  const { context } = calculator,
    field = control.closest("[data-field]"),
    next = readField(context, field, shownCase(calculator));
  if (!next)
    return speak(calculator, `${context.words.labels[field.dataset.field]}. ${partOf(field, "error").textContent}`);
  if (next !== shownCase(calculator)) show(calculator, changed(calculator.state, next));
  if (left && control.value === "") fillField(context, field, next);
}

/** Puts a state into the form and onto the page, and asks for its full number of draws. */
function adopt(calculator, state, put = show) {
  fillForm(calculator.context, calculator.form, state.cases[state.at]);
  calculator.context.page.querySelector("[name=cfo]").checked = state.view === "cfo";
  const shown = put(calculator, state);
  refine(calculator);
  return shown;
}

/** Says what a button did. */
function note({ form, context }, key) {
  part(context, "form-notes").textContent = context.words.texts[key];
  offerKept(form);
}

/** The buttons that need something kept are there only then. */
function offerKept(form) {
  for (const name of ["reopen", "forget"]) form.querySelector(`[data-do=${name}]`).hidden = kept() === "";
}
