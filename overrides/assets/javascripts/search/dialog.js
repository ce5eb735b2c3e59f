// The search dialog: results as the reader types, arrows to move among them, the count announced.
import { createSearch, find } from "./engine.js";
import { forms, split } from "./words.js";

let started = null;

/** Once a page: fetches the index, then listens. Rejects where the index cannot be had. */
export function startDialog(dialog, hint) {
  started ??= start(dialog, hint).catch((error) => {
    started = null;
    throw error;
  });
  return started;
}

async function start(dialog, hint) {
  const response = await fetch(dialog.dataset.index);
  if (!response.ok) throw new Error(`search index: ${response.status}`);
  const search = createSearch(await response.json(), dialog.dataset.lang);
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("ol");
  dialog.dataset.ready = "yes";
  input.addEventListener("input", () => show(dialog, search, input.value, hint));
  dialog.addEventListener("keydown", (event) => move(event, input, list));
  dialog.querySelector("form").addEventListener("submit", () => document.activeElement === input && list.querySelector("a")?.click());
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  show(dialog, search, input.value, hint);
}

function show(dialog, search, query, hint) {
  const results = query.trim() ? find(search, query) : [];
  dialog.querySelector("ol").replaceChildren(...results.map((entry) => item(dialog, search, entry, query)));
  dialog.querySelector(".search-status").textContent = status(dialog.dataset, results.length, query.trim()) ?? hint;
}

function status(words, count, query) {
  if (!query) return undefined;
  if (!count) return words.none.replace("{query}", query);
  return count === 1 ? words.one : words.many.replace("{n}", count);
}

function item(dialog, search, entry, query) {
  const link = document.createElement("a");
  link.href = dialog.dataset.root + entry.url;
  const wanted = new Set(split(query).flatMap((word) => forms(word, search.lang)));
  link.append(
    part("kind", [JSON.parse(dialog.dataset.kinds)[entry.kind]]),
    part("title", marked(entry.title, wanted, search.lang)),
    part("excerpt", marked(excerpt(entry.summary), wanted, search.lang)),
  );
  const element = document.createElement("li");
  element.append(link);
  return element;
}

function part(name, children) {
  const element = document.createElement("span");
  element.className = name;
  element.append(...children);
  return element;
}

const excerpt = (text) => (text.length > 170 ? `${text.slice(0, 170).replace(/\s+\S*$/u, "")}…` : text);

/** The text with the words that were asked for in <mark>. */
function marked(text, wanted, lang) {
  return text.split(/([\p{L}\p{N}]+)/u).map((piece, index) => {
    if (index % 2 === 0 || !forms(piece.toLowerCase(), lang).some((form) => wanted.has(form))) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

function move(event, input, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [input, ...list.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
