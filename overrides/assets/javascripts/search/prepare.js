// The content of search.json → all that a search needs: index, names, vocabulary. It holds no word of any language.
import MiniSearch from "../vendor/minisearch.js";
import { indexNames } from "./names.js";
import { fold, forms, indexed, meaningful, stemOf, wordsOf } from "./words.js";

/** What a word counts by the field it stands in. */
export const FIELDS = { title: 6, names: 6, other: 2, summary: 2, text: 1, context: 0.7 };
const WHOLE = new Set(["kpi", "team", "industry", "outcome", "glossary"]); // kinds that are called by their title alone

/** `data` is the content of search.json: {entries, synonyms, alike, light, stop}. */
export function createSearch(data, lang) {
  const entries = linked(data.entries);
  const stop = new Set(data.stop), light = new Set(data.light.map((word) => stemOf(word, lang)));
  const vocabulary = new Map(), index = indexOf(entries, lang, vocabulary), words = [...vocabulary.keys()];
  return {
    ...{ lang, stop, entries, index, vocabulary },
    sorted: words.sort(),
    terms: new Set(words.map((word) => stemOf(word, lang))),
    names: indexNames(entries, lang, stop, light),
    alike: alikeOf(data.alike, lang),
    runs: runsOf(entries, stop),
    groups: data.synonyms.map((group) => group.map((phrase) => ({ phrase, key: stemsOf(phrase, lang) }))),
    scored: new Map(), // what is found out while searching, kept
    guessed: new Map(),
  };
}

/** The entries with the page they are a part of, and the names of what they are about. */
function linked(entries) {
  const byUrl = new Map(entries.map((entry) => [entry.url, entry]));
  return entries.map((entry, id) => {
    const about = (entry.about ?? []).map((url) => byUrl.get(url));
    const context = about.flatMap(({ title, names = [] }) => [title, ...names]).join(" ");
    const told = about.length ? [[entry.title, entry.summary, ...about.map(({ title }) => title)].join(" ")] : [];
    const parent = byUrl.get(entry.of);
    return Object.assign(entry, { id, parent, context, told, label: labelOf(entry, parent) });
  });
}

/** A part of a page is called by the page first: "Calculator · CFO view". */
function labelOf({ kind, title }, parent) {
  return parent && !WHOLE.has(kind) ? `${parent.short ?? parent.title} · ${title}` : title;
}

function indexOf(entries, lang, vocabulary) {
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    idField: "id",
    tokenize: (text, field) => noted(indexed(text), field, vocabulary),
    processTerm: (word) => forms(word, lang),
    extractField: (entry, field) => (Array.isArray(entry[field]) ? entry[field].join(" · ") : entry[field]),
  });
  index.addAll(entries);
  return index;
}

/** Counts the words for the vocabulary on their way into the index; those of names count more. */
function noted(words, field, vocabulary) {
  if (field === "id") return words;
  for (const word of words.map(fold)) vocabulary.set(word, (vocabulary.get(word) ?? 0) + (FIELDS[field] > 2 ? 3 : 1));
  return words;
}

/** Word → the words that mean about the same. */
function alikeOf(groups, lang) {
  const alike = new Map();
  for (const group of groups) {
    for (const word of group) {
      const others = group.filter((other) => other !== word), stem = stemOf(word, lang);
      alike.set(stem, [...(alike.get(stem) ?? []), ...others]);
    }
  }
  return alike;
}

/** Names of several words that say something, run together → their words. */
function runsOf(entries, stop) {
  const runs = new Map();
  for (const { title, names = [] } of entries) {
    const long = [title, ...names].map(wordsOf).filter((words) => meaningful(words, stop).length > 1);
    for (const words of long) runs.set(fold(words.join("")), words);
  }
  return runs;
}

/** The stems of a phrase, in its order. */
export const stemsOf = (text, lang) => wordsOf(text).map((word) => stemOf(word, lang)).join(" ");
