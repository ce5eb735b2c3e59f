// The names of each entry, and how near a query comes to one of them.
import { fold, meaningful, stemOf, wordsOf } from "./words.js";

const [TITLE, NAME, FOREIGN] = [1.4, 1, 0.85]; // what a title counts, another name, one of the other language
const [UNSAID, UNTOLD] = [0.3, 0.05]; // what a word weighs that the query leaves out of a name, of a sentence
const LETTER = 1.25; // the query is the name to the letter, the words that say nothing included
const LIGHT = 0.3; // what a word weighs that says little
const RARE = 3; // how often a word counts as used that no name holds

/** {holding: Map(stem → names), whole: Map(name in full → names), used: Map(stem → how many entries), count, light} */
export function indexNames(entries, lang, stop, light) {
  const names = { holding: new Map(), whole: new Map(), used: new Map(), count: entries.length, light };
  for (const entry of entries) {
    for (const [phrase, worth, spare] of namesOf(entry)) addName(names, { entry, worth, spare }, phrase, lang, stop);
  }
  for (const [stem, holders] of names.holding) names.used.set(stem, entriesIn(holders));
  return names;
}

/** How many entries have these names; the sections of KPI pages, all called alike, do not count. */
const entriesIn = (holders) => new Set(holders.map(({ entry }) => entry).filter(({ kind }) => kind !== "part")).size;

/** A section of every KPI page goes by what it is called alone: its heading is a sentence. */
function namesOf({ kind, title, names = [], other = [], also = [], told = [] }) {
  const called = kind === "part" ? [] : [...titles(title), ...also];
  const each = (list, worth, spare = UNSAID) => list.map((name) => [name, worth, spare]);
  return [...each(called, TITLE), ...each(names, NAME), ...each(told, NAME, UNTOLD), ...each(other, FOREIGN)];
}

/** "On-time-in-full rate (OTIF)" goes by the whole, by what stands before the bracket and by what stands in it. */
function titles(title) {
  const [, before, within] = title.match(/^(.+?)\s*\((.+)\)$/u) ?? [];
  return before ? [title, before, within] : [title];
}

/** `dense`: how many of its words say something; a sentence is taken as it is. */
function addName(names, known, phrase, lang, stop) {
  const words = wordsOf(phrase), stems = [...new Set(meaningful(words, stop).map((word) => stemOf(word, lang)))];
  const dense = known.spare === UNTOLD ? 1 : stems.length / withoutArticle(words, stop).length;
  const name = { ...known, stems, dense };
  for (const stem of stems) listIn(names.holding, stem).push(name);
  listIn(names.whole, spelledOut(phrase)).push(name);
}

function withoutArticle(words, stop) {
  return words.length > 1 && words[0].length < 4 && stop.has(words[0]) ? words.slice(1) : words;
}

const listIn = (map, key) => map.get(key) ?? map.set(key, []).get(key);

/** A phrase to the letter, but for case, accents and hyphens. */
export const spelledOut = (phrase) => wordsOf(phrase).map(fold).join(" ");

/** How much a stem tells one entry from another. */
export function rarity({ light, count, used }, stem) {
  return (light.has(stem) ? LIGHT : 1) * Math.log(1 + count / (used.get(stem) || RARE));
}

/** Entry → {near, own, rest} of its nearest name: how near, how much of it is said, the words it leaves. */
export function nearestNames(names, words, whole) {
  const found = new Map(), dense = words.length / (whole.split(" ").length || 1);
  const asked = { words, dense, total: sum(words, ({ weight }) => weight) };
  for (const name of touched(names, words)) keepNearest(found, name.entry, nearness(names, name, asked));
  for (const { entry, worth } of names.whole.get(whole) ?? []) {
    keepNearest(found, entry, { near: LETTER * worth, own: 1, rest: [] });
  }
  return found;
}

function keepNearest(found, entry, candidate) {
  if (candidate.near > (found.get(entry)?.near ?? 0)) found.set(entry, candidate);
}

/** The names that hold any word of the query. */
function touched({ holding }, words) {
  const stems = words.flatMap((word) => [...word.stems.keys()]);
  return new Set(stems.flatMap((stem) => holding.get(stem) ?? []));
}

/** A name of many words that say nothing is far from a query without them: "where is my order" from "order". */
function nearness(names, name, { words, total, dense }) {
  let said = 0;
  const rest = [], heard = new Map();
  for (const word of words) {
    const best = strongest(name.stems, word.stems);
    if (!best) rest.push(word);
    else said += word.weight * best.weight;
    if (best) heard.set(best.stem, best.weight);
  }
  const all = sum(name.stems, (stem) => rarity(names, stem));
  const unsaid = sum(name.stems, (stem) => (heard.has(stem) ? 0 : rarity(names, stem)));
  const own = sum(heard.keys(), (stem) => heard.get(stem) * rarity(names, stem)) / all;
  const share = said / (total + name.spare * unsaid);
  const worth = name.worth > NAME ? NAME + (name.worth - NAME) * own * share : name.worth; // a title, when said whole
  return { near: worth * share * Math.min(1, name.dense / dense), own, rest };
}

/** Of the stems of a name, the one that a word means most. */
function strongest(stems, meant) {
  let best = null;
  for (const stem of stems) {
    const weight = meant.get(stem) ?? 0;
    if (weight > (best?.weight ?? 0)) best = { stem, weight };
  }
  return best;
}

/** The sum of a value of each item. */
export function sum(items, value) {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}
