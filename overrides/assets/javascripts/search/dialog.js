// The search dialog: results as the reader types, arrows to move among them, the count announced.
import { partOf } from "../main/parts.js";
import { find, meantBy } from "./engine.js";
import { grouped } from "./groups.js";
import { createSearch } from "./prepare.js";
import { reveal, sectionsOf } from "./results.js";

let started = null;

/** Once a page: fetches the index, then listens. Rejects where the index cannot be had. */
export function startDialog(dialog, hint) {
  started ??= listenIn(dialog, hint).catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

async function listenIn(dialog, hint) {
  const response = await fetch(dialog.dataset.index);
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  const search = createSearch(await response.json(), dialog.dataset.lang);
  const [list, more, status] = ["results", "more", "status"].map((name) => partOf(dialog, name));
  const input = dialog.querySelector("input"),
    names = JSON.parse(dialog.dataset.groups);
  const parts = { dialog, search, input, list, more, status, hint, names };
  dialog.dataset.ready = "yes";
  input.addEventListener("input", () => showResults(parts));
  more.addEventListener("click", () => showOthers(parts));
  dialog.addEventListener("keydown", (event) => moveAmong(event, parts));
  dialog.querySelector("form").addEventListener("submit", () => {
    if (document.activeElement === input) linksShown(list)[0]?.click();
  });
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  showResults(parts);
}

function showResults({ dialog, search, input, list, more, hint, status, names }) {
  const query = input.value.trim(),
    { root, lang } = dialog.dataset;
  const groups = query ? grouped(find(search, query)) : [];
  list.replaceChildren(...sectionsOf(groups, { names, root, lang, marked: meantBy(search, query) }));
  list.scrollTop = 0;
  const all = list.querySelectorAll("li").length,
    shown = linksShown(list).length;
  status.textContent = query ? counted(dialog.dataset, query, all, shown) : hint;
  more.hidden = all === shown;
  more.textContent = all - shown === 1 ? dialog.dataset.other : dialog.dataset.others.replace("{n}", all - shown);
}

/** How many results there are, and how many of them are shown. */
function counted(words, query, all, shown) {
  if (!all) return words.none.replace("{query}", query);
  if (all === 1) return words.one;
  return (all === shown ? words.many : words.some).replace("{n}", all).replace("{shown}", shown);
}

function showOthers({ dialog, input, list, more, status }) {
  const first = reveal(list),
    all = linksShown(list).length;
  more.hidden = true;
  status.textContent = counted(dialog.dataset, input.value.trim(), all, all);
  first?.focus();
}

const linksShown = (list) => [...list.querySelectorAll("li:not([hidden]) a")];

/** The arrows go from the field through the results, across groups, to the button below them. */
function moveAmong(event, { input, list, more }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [input, ...linksShown(list), ...(more.hidden ? [] : [more])];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
