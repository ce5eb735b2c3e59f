// The content of search.json → all that a search needs: the index, the names, the vocabulary.
// It holds no word of any language.
import MiniSearch from "../vendor/minisearch.js";
import { indexNames } from "./names.js";
import { fold, forms, indexed, stemOf, wordsOf } from "./words.js";

/** What a word counts by the field it stands in. */
export const FIELDS = { title: 6, names: 6, other: 2, summary: 2, text: 1, context: 0.7 };
const WHOLE = new Set(["kpi", "team", "industry", "outcome", "glossary"]); // kinds that are called by their title alone

/** `data` is the content of search.json: {entries: {field: […]}, synonyms, alike, light, stop}. */
export function createSearch(data, lang) {
  const entries = linked(rows(data.entries));
  const stop = new Set(data.stop),
    vocabulary = new Map();
  const index = indexOf(entries, lang, vocabulary);
  const search = {
    index,
    entries,
    lang,
    stop,
    vocabulary,
    sorted: [...vocabulary.keys()].sort(),
    terms: new Set(),
    scored: new Map(),
    guessed: new Map(),
  };
  for (const word of vocabulary.keys()) search.terms.add(stemOf(word, lang));
  search.names = indexNames(entries, lang, stop, new Set(data.light.map((word) => stemOf(word, lang))));
  search.alike = alikeOf(data.alike, lang);
  search.runs = runsOf(entries);
  search.groups = data.synonyms.map((group) => group.map((phrase) => ({ phrase, key: stemsOf(phrase, lang) })));
  return search;
}

/** The entries one by one, each with the fields that it has. */
function rows(columns) {
  const fields = Object.entries(columns);
  return columns.url.map((_, at) =>
    Object.fromEntries(fields.map(([field, values]) => [field, values[at]]).filter(([, value]) => value !== null)),
  );
}

/** The entries with the page they are a part of, and the names of what they are about;
 *  `everywhere`: every page of a kind has this part. */
function linked(entries) {
  const byUrl = new Map();
  for (const entry of entries) if (!byUrl.has(entry.url)) byUrl.set(entry.url, entry); // the page itself comes first
  return entries.map((entry, id) => {
    const about = (entry.about ?? []).map((url) => byUrl.get(url));
    const context = about.flatMap(({ title, names = [] }) => [title, ...names]).join(" ");
    // An outcome, or what a quantity rests on.
    const sentence = about.length ? entry.summary : entry.kind === "model" && entry.text;
    const told = sentence ? [[entry.title, sentence, ...about.map(({ title }) => title)].join(" ")] : [];
    const parent = byUrl.get(entry.of),
      everywhere = entry.kind === "part" || entry.of === entry.url;
    return Object.assign(entry, { id, parent, everywhere, context, told, label: labelOf(entry, parent) });
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
  for (const word of words) vocabulary.set(fold(word), (vocabulary.get(fold(word)) ?? 0) + (FIELDS[field] > 2 ? 3 : 1));
  return words;
}

/** Word → the words that mean about the same. */
function alikeOf(groups, lang) {
  const alike = new Map();
  for (const group of groups) {
    for (const word of group)
      alike.set(stemOf(word, lang), [
        ...(alike.get(stemOf(word, lang)) ?? []),
        ...group.filter((other) => other !== word),
      ]);
  }
  return alike;
}

/** Names of several words, run together → their words. */
function runsOf(entries) {
  const runs = new Map();
  for (const { title, names = [] } of entries) {
    for (const name of [title, ...names])
      if (wordsOf(name).length > 1) runs.set(fold(wordsOf(name).join("")), wordsOf(name));
  }
  return runs;
}

/** The stems of a phrase, in its order. */
export const stemsOf = (text, lang) =>
  wordsOf(text)
    .map((word) => stemOf(word, lang))
    .join(" ");
