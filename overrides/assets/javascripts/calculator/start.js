// The calculator: the form, the address and the figures kept together. Nothing leaves the browser.
import { part } from "../main/parts.js";
import { touched } from "../main/early.js";
import { isAnchor } from "../main/fragment.js";
import { NEW_ENTRY, SAME_ENTRY, linkOf, writeAddress } from "../state/address.js";
import { duplicated, removed } from "./cases.js";
import { adopt, answer, choose, openRange, putBack, restore, take } from "./changing.js";
import { startFind } from "./find.js";
import { fill } from "../words/format.js";
import { model } from "../engine/generated.js";
import { copyLink, forget, keep, kept } from "../state/keeping.js";
import { arriveAt, startOpening } from "./opening.js";
import { fetchJson, labelsOn } from "../state/fetching.js";
import { arrive, foundOf, refine, show, shownCase, wakeCharts } from "./showing.js";
import { takeWorkbook } from "./taking.js";
import { spoken } from "../words/speak.js";
import { changed, empty, onlyTarget, readFragment, written } from "../state/state.js";

/** Makes the form calculate, and shows the cases that the address holds. */
export async function startCalculator(form) {
  const lang = document.documentElement.lang,
    page = document.querySelector("main");
  const words = await fetchJson(`${form.dataset.root}roi.json`);
  words.labels = labelsOn(page);
  const context = { page, model, words, lang, root: form.dataset.root };
  const calculator = { form, context, state: empty(model), ticket: 0, asked: 0, said: spoken(context) };
  listen(calculator);
  offerKept(page);
  startFind(context);
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

/** The page shows the example as the build made it.
 *  What the reader changed before the scripts came is taken like any change. */
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
  addEventListener("storage", () => offerKept(context.page));
}

const ACTIONS = {
  duplicate: (calculator) => {
    adopt(calculator, duplicated(calculator.context, calculator.state));
    calculator.form.elements["case-name"].focus();
  },
  remove: (calculator) => {
    adopt(calculator, removed(calculator.context, calculator.state), showInNewEntry);
    calculator.context.page.querySelector("[name=case]:checked").focus();
  },
  restore: (calculator, button) => restore(calculator, button.closest("[data-field]")),
  again: (calculator, button) => putBack(calculator, button.closest("[data-field]")),
  answer,
  range: openRange,
  seek: async ({ context, state }) => {
    const { showSought } = await import("../goal/panel.js");
    showSought(context, part(context, "goal"), state.cases[state.at], state.view);
  },
  redraw: (calculator) =>
    adopt(calculator, { ...calculator.state, seed: crypto.getRandomValues(new Uint32Array(1))[0] }),
  reopen: (calculator) => (kept() ? openCases(calculator, kept(), showInNewEntry) : offerKept(calculator.context.page)),
  copy: async (calculator) => note(calculator, (await copyLink(linkOf(calculator.state))) ? "copied" : "not_copied"),
  keep: (calculator) =>
    note(calculator, keep(written(model, calculator.state) || `v=${model.version}`) ? "kept" : "not_kept"),
  workbook: takeWorkbook,
  forget: (calculator) => {
    forget();
    note(calculator, "forgotten");
    calculator.context.page.querySelector("[data-do=keep]").focus();
  },
};

/** For what the address says already. */
const showOnly = (calculator, state) => show(calculator, state, null);
const showInNewEntry = (calculator, state) => show(calculator, state, NEW_ENTRY);

/** Takes the cases that the address holds, or those of a kept one, says what it ignored,
 *  and goes to the field that it names. */
async function openCases(calculator, fragment = location.hash, put = showOnly) {
  const { context } = calculator,
    { texts } = context.words,
    { state, ignored, other } = (await pastOf(context, fragment)) ?? readFragment(model, fragment),
    to = new URLSearchParams(fragment.slice(1)).get("to");
  part(context, "opened").close();
  const said = [
    ...(other ? [texts.other_version] : []),
    ...(ignored.length ? [fill(texts.ignored, { what: ignored.slice(0, 5).join(", ") })] : []),
  ];
  const target = onlyTarget(state),
    own = target && kept() ? withTarget(readFragment(model, kept()).state, state.cases[0]) : null;
  if (target) said.push(own ? texts.target_kept : texts.target_alone);
  part(context, "link-notes").textContent = said.join(" ");
  await adopt(calculator, own ?? state, own || to ? thenWritten(put) : put);
  if (to) arriveAt(context, to);
}

/** What a link of an earlier version holds,
 *  put into today's names and shown beside today's result; null for any other link. */
async function pastOf(context, fragment) {
  const version = Number(new URLSearchParams(fragment.replace(/^#/, "")).get("v"));
  part(context, "past").hidden = true;
  if (!model.former.includes(version)) return null;
  try {
    const { openPast } = await import("../past/panel.js");
    return await openPast(context, fragment, version);
  } catch (error) {
    reportError(error);
    return null; // the link is read as one of today's, and says so
  }
}

/** The kept cases with a target in the one that is shown. */
function withTarget(state, { inputs, from }) {
  const theCase = state.cases[state.at];
  const ranges = Object.fromEntries(Object.entries(theCase.ranges).filter(([name]) => !Object.hasOwn(inputs, name)));
  return changed(state, {
    ...theCase,
    inputs: { ...theCase.inputs, ...inputs },
    from: { ...theCase.from, ...from },
    ranges,
  });
}

/** The address follows, where it no longer says what is shown. */
const thenWritten = (put) => async (calculator, state) => {
  await put(calculator, state);
  writeAddress(calculator, SAME_ENTRY);
};

/** Says what a button did. */
function note({ context }, key) {
  part(context, "form-notes").textContent = context.words.texts[key];
  offerKept(context.page);
}

/** The buttons that need something kept are there only then. */
function offerKept(page) {
  for (const name of ["reopen", "forget"]) page.querySelector(`[data-do=${name}]`).hidden = kept() === "";
}
