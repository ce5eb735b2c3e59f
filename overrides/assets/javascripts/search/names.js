// The names of each entry, and how near a query comes to one of them.
import { capitals, fold, meaningful, stemOf, wordsOf } from "./words.js";

const [TITLE, NAME, FOREIGN] = [1.4, 1, 0.85]; // what a title counts, another name, one of the other language
const [UNSAID, UNTOLD] = [0.3, 0.05]; // what a word weighs that the query leaves out of a name, of a sentence
const LETTER = 1.25; // the query is the name to the letter, the words that say nothing included
const LIGHT = 0.3; // what a word weighs that says little
const RELATED = 0.9; // what a word counts that the name holds in another form: "discounting" is not quite "discount"
const RARE = 3; // how often a word counts as used that no name holds

/** {all: [{entry, stems, weight}], holding: Map(stem → names), whole: Map(name in full → entries), rarity(stem)} */
export function indexNames(entries, lang, stop, light) {
  const names = { holding: new Map(), whole: new Map(), used: new Map(), count: entries.length, light };
  for (const entry of entries) {
    for (const [phrase, worth, spare] of namesOf(entry)) addName(names, { entry, worth, spare }, phrase, lang, stop);
  }
  for (const [stem, list] of names.holding)
    names.used.set(stem, new Set(list.map(({ entry }) => entry).filter(({ everywhere }) => !everywhere)).size);
  return names;
}

/** A section of every KPI page goes by what it is called alone: its heading is a sentence.
 *  A note's title is the name of something else. */
function namesOf({ everywhere, kind, title, names = [], other = [], also = [], told = [] }) {
  const called = everywhere || kind === "note" ? [] : [...titles(title), ...also];
  const weighed = (list, worth, spare = UNSAID) => list.map((name) => [name, worth, spare]);
  return [
    ...weighed(called, TITLE),
    ...weighed(names, NAME),
    ...weighed(told, NAME, UNTOLD),
    ...weighed(other, FOREIGN),
  ];
}

/** "On-time-in-full rate (OTIF)" goes by the whole, by what stands before the bracket and by what stands in it. */
function titles(title) {
  const [, before, within] = title.match(/^(.+?)\s*\((.+)\)$/u) ?? [];
  return before ? [title, before, within] : [title];
}

function addName(names, known, phrase, lang, stop) {
  const words = wordsOf(phrase),
    stems = [...new Set(meaningful(words, stop, capitals(phrase)).map((word) => stemOf(word, lang)))];
  const name = {
    ...known,
    stems,
    spelled: new Set(words.map(fold)),
    dense: known.spare === UNTOLD ? 1 : stems.length / withoutArticle(words, stop).length,
  };
  for (const stem of stems) listIn(names.holding, stem).push(name);
  listIn(names.whole, spelledOut(phrase)).push(name);
}

/** A phrase to the letter, but for case, accents and hyphens. */
export const spelledOut = (phrase) => wordsOf(phrase).map(fold).join(" ");

const withoutArticle = (words, stop) =>
  words.length > 1 && words[0].length < 4 && stop.has(words[0]) ? words.slice(1) : words;

const listIn = (map, key) => map.get(key) ?? map.set(key, []).get(key);

/** How much a stem tells one entry from another. */
export const rarity = (names, stem) =>
  (names.light.has(stem) ? LIGHT : 1) * Math.log(1 + names.count / (names.used.get(stem) || RARE));

/** Entry → {near, own, rest} of its nearest name: how near, how much of the name is said,
 *  the words of the query that it leaves. */
export function nearestNames(names, words, whole) {
  const found = new Map(),
    asked = {
      words,
      total: totalOf(words, ({ weight }) => weight),
      dense: words.length / (whole.split(" ").length || 1),
    };
  for (const name of touched(names, words)) {
    const near = nearness(names, name, asked);
    if (near.near > (found.get(name.entry)?.near ?? 0)) found.set(name.entry, near);
  }
  for (const { entry, worth } of names.whole.get(whole) ?? []) {
    if (LETTER * worth > (found.get(entry)?.near ?? 0)) found.set(entry, { near: LETTER * worth, own: 1, rest: [] });
  }
  return found;
}

function touched(names, words) {
  const found = new Set();
  for (const { stems } of words)
    for (const stem of stems.keys()) for (const name of names.holding.get(stem) ?? []) found.add(name);
  return found;
}

/** A name of which most words say nothing is far from a query of only the others: "where is my order" from "order". */
function nearness(names, name, { words, total, dense }) {
  let said = 0;
  const rest = [],
    heard = new Map();
  for (const word of words) {
    const best = strongest(name.stems, word.stems);
    if (!best) rest.push(word);
    else said += word.weight * best.weight * (name.spelled.has(word.plain) ? 1 : RELATED);
    if (best) heard.set(best.stem, best.weight);
  }
  const unsaid = totalOf(name.stems, (stem) => (heard.has(stem) ? 0 : rarity(names, stem)));
  const own =
    totalOf(name.stems, (stem) => (heard.get(stem) ?? 0) * rarity(names, stem)) /
    totalOf(name.stems, (stem) => rarity(names, stem));
  const share = said / (total + name.spare * unsaid);
  // A title counts more when it is said whole.
  const worth = name.worth > NAME ? NAME + (name.worth - NAME) * own * share : name.worth;
  return { near: worth * share * Math.min(1, name.dense / dense), own, rest };
}

/** Of the stems of a name, the one that a word means most. */
function strongest(stems, meant) {
  let best = null;
  for (const stem of stems) {
    const weight = meant.get(stem);
    if (weight && weight > (best?.weight ?? 0)) best = { stem, weight };
  }
  return best;
}

/** The sum of what each item of a list is worth. */
export const totalOf = (list, value) => list.reduce((total, item) => total + value(item), 0);
