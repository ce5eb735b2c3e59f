// What a reader typed → the words that count, each with the terms it may mean and how far each is what was meant.
import { nearest } from "./slips.js";
import { capitals, fold, forms, meaningful, stemOf, wordsOf } from "./words.js";

// How far: LONGER, a known word as a beginning.
const [ALIKE, BEGUN, LONGER, JOINED, INFLECTED] = [0.45, 0.6, 0.35, 1, 0.95];
const [TYPED, LONGEST] = [40, 12]; // words of a query that are read, those of them that count
const SHORTEST = 4; // letters of a word that says something and was run together with another
const ENDINGS = 60; // words that a beginning may stand for

/** [{text, plain, terms: Map(term → weight), stems: Map(stem → weight)}] of the words that say something. */
export function readQuery(search, text) {
  const typed = wordsOf(text)
    .slice(0, TYPED)
    .flatMap((word) => parted(search, word));
  const words = new Set(meaningful(typed, search.stop, capitals(text)).slice(0, LONGEST));
  // "re-keying": a neighbour may say nothing alone.
  const places = typed.map((word, index) => [word, index]).filter(([word]) => words.has(word));
  return places.map(([word, index]) =>
    meanings(search, word, typed[index - 1], typed[index + 1], index === typed.length - 1),
  );
}

/** Two words run together: "weeksof", or "doublecounting", where a slip of one word is more likely if one can be. */
function parted(search, word) {
  if (isKnown(search, word)) return [word];
  const plain = fold(word),
    cuts = [...plain].slice(1).map((_, cut) => [plain.slice(0, cut + 1), plain.slice(cut + 1)]);
  const holds = (part) => part.length >= SHORTEST && search.vocabulary.has(part),
    says = (part) => part.length < 2 || !search.stop.has(part);
  const withStop = cuts.find(([head, tail]) => (says(head) ? holds(head) && !says(tail) : holds(tail)));
  if (withStop || guesses(search, plain).length) return withStop ?? [word];
  return cuts.findLast(([head, tail]) => holds(head) && holds(tail)) ?? [word];
}

/** Whether the index holds the word, or one that means about the same, in any form. */
const isKnown = (search, word) =>
  search.vocabulary.has(fold(word)) ||
  search.alike.has(stemOf(word, search.lang)) ||
  forms(word, search.lang).some((form) => search.terms.has(form));

function meanings(search, word, previous, next, last) {
  const meant = { text: word, plain: fold(word), terms: new Map(), stems: new Map() };
  add(search, meant, word, 1);
  for (const other of search.alike.get(stemOf(word, search.lang)) ?? []) add(search, meant, other, ALIKE);
  for (const pair of [previous && previous + word, next && word + next])
    if (pair && search.vocabulary.has(fold(pair))) add(search, meant, pair, JOINED);
  const known = isKnown(search, word);
  const begun = last ? endings(search, fold(word), known ? LONGER : BEGUN) : [];
  for (const [other, weight] of begun) add(search, meant, other, weight);
  if (!begun.length && !known)
    for (const [other, weight] of guesses(search, fold(word))) add(search, meant, other, weight);
  return meant;
}

/** A word that the query may mean, under all its forms. */
function add(search, meant, word, weight) {
  const [stem, ...others] = forms(word, search.lang);
  for (const term of [stem, ...others])
    keepBest(meant.terms, term, term === stem || term === fold(word) ? weight : weight * INFLECTED);
  keepBest(meant.stems, stem, weight);
}

const keepBest = (weights, key, weight) => weights.set(key, Math.max(weights.get(key) ?? 0, weight));

/** The words that begin with what is typed so far; the less is missing, the more they weigh. */
function endings(search, start, weight) {
  if (start.length < 2) return [];
  const found = [];
  for (
    let index = firstFrom(search.sorted, start);
    search.sorted[index]?.startsWith(start) && found.length < ENDINGS;
    index += 1
  ) {
    const word = search.sorted[index];
    if (word !== start) found.push([word, (weight * (start.length + 1)) / (word.length + 1)]);
  }
  return found;
}

/** The place of the first word that does not stand before `start`. */
function firstFrom(sorted, start) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What an unknown word was meant to be; each is looked for once. */
function guesses(search, word) {
  if (!search.guessed.has(word)) search.guessed.set(word, nearest(search.vocabulary, word));
  return search.guessed.get(word);
}
