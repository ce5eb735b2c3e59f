// The search itself: entries in, ranked entries out. It knows no page and holds no word of any language.
import MiniSearch from "../vendor/minisearch.js";
import { forms, key, meaningful, split } from "./words.js";

const FIELDS = { title: 6, names: 6, summary: 2, text: 1 };
const PRIOR = { kpi: 1.6, team: 1.3, industry: 1.3, tco: 1.2, page: 1.1, outcome: 0.9, glossary: 0.8 };
const SAME = 1000; // the query is one of the entry's names
const WITHIN = 60; // the query stands, as a phrase, in one of them
const SYNONYM = 0.55;
const NOTHING = new Set();

/** `data` is the content of search.json: {entries, synonyms, stop}. */
export function createSearch(data, lang) {
  const stop = new Set(data.stop);
  const index = new MiniSearch({
    fields: Object.keys(FIELDS),
    idField: "id",
    tokenize: split,
    processTerm: (word) => forms(word, lang),
    extractField: (entry, field) => (field === "names" ? entry.names.join(" ") : entry[field]),
  });
  const entries = data.entries.map((entry, id) => {
    const names = [entry.title, ...entry.names];
    return { ...entry, id, whole: names.map((name) => key(name, lang, NOTHING)), keys: names.map((name) => key(name, lang, stop)) };
  });
  index.addAll(entries);
  const groups = data.synonyms.map((group) => group.map((phrase) => key(phrase, lang, NOTHING)));
  return { index, entries, groups, phrases: data.synonyms, lang, stop };
}

/** The best entries for a query, best first. */
export function find(search, query, limit = 20) {
  const scores = new Map();
  for (const [text, weight] of variants(search, query)) {
    for (const [id, score] of ranked(search, text)) scores.set(id, Math.max(scores.get(id) ?? 0, score * weight));
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([id]) => search.entries[id]);
}

/** The query, and the query with a synonym in place of a phrase it holds. */
function variants(search, query) {
  const asked = key(query, search.lang, NOTHING);
  const found = [[query, 1]];
  search.groups.forEach((group, index) => {
    const held = group.find((phrase) => phrase && ` ${asked} `.includes(` ${phrase} `));
    if (held === undefined) return;
    group.forEach((phrase, position) => {
      if (phrase && phrase !== held) found.push([` ${asked} `.replace(` ${held} `, ` ${search.phrases[index][position]} `), SYNONYM]);
    });
  });
  return found;
}

function ranked(search, query) {
  const words = meaningful(query, search.stop);
  const asked = key(query, search.lang, search.stop);
  const whole = key(query, search.lang, NOTHING);
  if (!words.length) return [];
  const options = {
    boost: FIELDS,
    tokenize: () => words,
    prefix: (term, position, terms) => term.length > 1 && position === terms.length - 1,
    fuzzy: (term) => (term.length > 4 && !known(search, term) ? 0.25 : false), // a word that exists is not a mistyped one
    weights: { fuzzy: 0.25, prefix: 0.5 },
  };
  const run = whole.replaceAll(" ", ""); // "clickandcollect": a name typed in one word is in no index
  const joined = search.entries.filter((entry) => entry.whole.some((name) => name.replaceAll(" ", "") === run));
  const found = search.index.search(query, options).map((result) => {
    const entry = search.entries[result.id];
    const coverage = words.filter((word) => forms(word, search.lang).some((form) => result.queryTerms.includes(form))).length / words.length;
    return [result.id, (result.score * coverage ** 2 + phrase(entry, whole, asked)) * PRIOR[entry.kind]];
  });
  return [...joined.map((entry) => [entry.id, SAME * PRIOR[entry.kind]]), ...found];
}

const known = (search, term) => search.index.search(term, { fuzzy: false, prefix: false, processTerm: (word) => word }).length > 0;

/** What a query earns by being a name to the letter, a name but for the words that say nothing, or a part of one. */
function phrase(entry, whole, asked) {
  if (!asked) return 0;
  if (entry.whole.includes(whole)) return SAME;
  if (entry.keys.includes(asked)) return (SAME / 2) * (asked.split(" ").length / whole.split(" ").length);
  return entry.keys.some((name) => ` ${name} `.includes(` ${asked} `)) ? WITHIN * (asked.includes(" ") ? 2 : 1) : 0;
}
