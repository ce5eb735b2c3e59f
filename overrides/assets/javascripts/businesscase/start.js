// The business case on one page: the case of the address as a document to print, to copy and to take away.
// Nothing leaves the browser.
import { fillEstimates, fillField, readField } from "../calculator/form.js";
import { fetchJson, labelsOn } from "../state/fetching.js";
import { noteOn } from "../state/older.js";
import { restored } from "../calculator/restoring.js";
import { model } from "../engine/generated.js";
import { isAnchor } from "../main/fragment.js";
import { part, partOf } from "../main/parts.js";
import { SAME_ENTRY, writeAddress } from "../state/address.js";
import { copyLink } from "../state/keeping.js";
import { HEADING, soundHeading } from "../state/heading.js";
import { saveFile } from "../state/saving.js";
import { changed, empty, readFragment, written } from "../state/state.js";
import { fill, typeset } from "../words/format.js";
import { asMarkdown, asText } from "./copying.js";
import { fileText } from "./file.js";
import { paintHeading, paintPaper } from "./paper.js";

const FILE_NAME = "business-case.html";

/** Makes the page show the case that the address holds, or the file that it is in. */
export async function startBusinessCase(form) {
  const page = document.querySelector("main"),
    { root } = form.dataset,
    held = partOf(document, "words");
  const words = held ? JSON.parse(held.textContent) : await fetchJson(`${root}roi.json`);
  words.labels = labelsOn(page);
  const dossier = {
    form,
    context: { page, model, words, lang: document.documentElement.lang, root },
    state: empty(model),
  };
  listen(dossier);
  if (form.dataset.home) say(dossier, "alone");
  open(dossier, location.hash.includes("=") ? location.hash : (form.dataset.fragment ?? ""));
}

const textOf = ({ form }, name) => form.querySelector(`[data-text=${name}]`).dataset.said;

function say(dossier, name) {
  part(dossier.context, "form-notes").textContent = textOf(dossier, name);
}

function listen(dossier) {
  const { form } = dossier;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => take(dossier, target));
  form.addEventListener("change", ({ target }) => take(dossier, target, true));
  form.addEventListener("click", ({ target }) => ACTIONS[target.dataset.do]?.(dossier, target));
  addEventListener("hashchange", () => isAnchor() || open(dossier, location.hash));
}

/** Takes the case of a fragment, whole or not at all:
 *  a document that leaves out a part of what was sent would say something else. */
function open(dossier, fragment) {
  const { context } = dossier,
    read = readFragment(model, fragment),
    { state, ignored } = read;
  const said = noteOn(context, fragment, read);
  if (ignored.length)
    said.push(typeset(fill(textOf(dossier, "refused"), { what: ignored.slice(0, 5).join(", ") }), context.lang));
  part(context, "link-notes").replaceChildren(...said);
  dossier.state = ignored.length ? empty(model) : state;
  fillControls(dossier);
  paintPaper(context, dossier.state);
  lead(dossier);
}

function fillControls({ context, form, state }) {
  for (const name of Object.keys(HEADING)) form.elements[name].value = state.paper[name];
  for (const box of form.querySelectorAll("[name=annex]")) box.checked = state.paper.annexes.includes(box.value);
  for (const field of form.querySelectorAll("[data-field]")) fillField(context, field, state.cases[state.at]);
}

/** Where the links of the page lead, with the reader's figures; the address in full at the foot of the document. */
function lead({ context, form, state }) {
  const fragment = written(model, state),
    home = form.dataset.home ?? location.href.replace(/#.*/s, ""),
    address = part(context, "address");
  for (const name of ["to-calculator", "to-value"]) part(context, name).hash = fragment;
  address.href = fragment ? `${home}#${fragment}` : home;
  address.textContent = address.href;
}

/** What the reader typed or chose goes into the state, the document and the address. */
function take(dossier, control, left = false) {
  const { state, context } = dossier,
    field = control.closest("[data-field]");
  if (field) return takeFigure(dossier, field, control, left);
  if (control.name === "annex") {
    const annexes = [...dossier.form.querySelectorAll("[name=annex]:checked")].map((box) => box.value);
    dossier.state = { ...state, paper: { ...state.paper, annexes } };
  } else if (soundHeading(control.name, control.value))
    dossier.state = { ...state, paper: { ...state.paper, [control.name]: control.value } };
  paintHeading(context, dossier.state.paper);
  lead(dossier);
  writeAddress(dossier, SAME_ENTRY);
}

function takeFigure(dossier, field, control, left) {
  const { context, state } = dossier,
    next = readField(context, field, state.cases[state.at]);
  if (next) change(dossier, next);
  if (next && left && control.value === "") fillField(context, field, next);
}

function change(dossier, next) {
  dossier.state = changed(dossier.state, next);
  fillEstimates(dossier.context, next);
  paintPaper(dossier.context, dossier.state);
  lead(dossier);
  writeAddress(dossier, SAME_ENTRY);
}

const ACTIONS = {
  print: () => print(),
  text: (dossier) => copy(dossier, asText(part(dossier.context, "paper"))),
  markdown: (dossier) => copy(dossier, asMarkdown(part(dossier.context, "paper"))),
  file: save,
  restore: (dossier, button) => {
    const field = button.closest("[data-field]"),
      { state, context } = dossier;
    change(dossier, restored(field.dataset.field, state.cases[state.at]));
    fillField(context, field, dossier.state.cases[state.at]);
    field.querySelector("input, select").focus();
  },
};

/** Into the clipboard; where the browser refuses, into a field from which it can be copied by hand. */
async function copy(dossier, text) {
  const place = part(dossier.context, "by-hand"),
    copied = await copyLink(text);
  say(dossier, copied ? "copied" : "not_copied");
  place.hidden = copied;
  if (copied) return;
  const area = place.querySelector("textarea");
  area.value = text;
  area.focus();
  area.select();
}

async function save(dossier) {
  const { context, state } = dossier,
    { labels: _, ...words } = context.words;
  try {
    const text = await fileText({
      content: document.getElementById("content"),
      title: part(context, "title").textContent,
      words,
      fragment: written(model, state),
    });
    saveFile(text, FILE_NAME, "text/html");
    say(dossier, "saved");
  } catch (error) {
    say(dossier, "not_saved");
    reportError(error);
  }
}
