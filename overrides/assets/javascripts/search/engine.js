// The search itself: a query in, ranked entries out. It knows no page and holds no word of any language.
import { FIELDS, stemsOf } from "./prepare.js";
import { nearestNames, rarity, spelledOut, sum } from "./names.js";
import { keepBest, readQuery } from "./query.js";
import { fold, wordsOf } from "./words.js";

const PRIOR = {
  ...{ kpi: 1.6, part: 1.6, team: 1.35, industry: 1.35, outcome: 1.15, tco: 1.15 },
  ...{ roi: 1.15, page: 1.1, method: 1.05, glossary: 0.9, model: 0.7 },
};
const NAMED = 400; // what a query that is one of an entry's names earns
const ALONE = 0.35; // a section of every KPI page, asked for without its KPI
const [SAID, HALF] = [0.99, 0.4]; // how much of the part's name must be said, how near the page must come
const [SYNONYM, RUN] = [0.5, 0.95];
const FIGURE = 1.6; // what a number weighs more than a word
const WEAK = 0.04; // results are left out that score less than this share of the best
const MOST_FOUND = 40;

/** The best entries for a query, best first, each with its score. */
export function find(search, query, limit = MOST_FOUND) {
  const scores = new Map();
  for (const [text, weight] of variants(search, query)) {
    for (const [entry, score] of ranked(search, text)) keepBest(scores, entry, score * weight);
  }
  const found = [...scores].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id);
  const seen = new Set(), fresh = ({ url }) => !seen.has(url) && seen.add(url);
  const strong = found.filter(([entry, score]) => score > WEAK * found[0][1] && fresh(entry));
  return strong.slice(0, limit).map(([entry, score]) => ({ ...entry, score }));
}

/** The forms of all words that a query may mean. */
export function meantBy(search, query) {
  return new Set(readQuery(search, query).flatMap(({ terms }) => [...terms.keys()]));
}

/** The query; with a name that it runs together ("clickandcollect"); with a synonym in place of a phrase it holds. */
function variants(search, query) {
  const words = wordsOf(query), asked = ` ${stemsOf(query, search.lang)} `, found = [[query, 1]];
  if (words.some((word) => search.runs.has(fold(word)))) {
    found.push([words.flatMap((word) => search.runs.get(fold(word)) ?? [word]).join(" "), RUN]);
  }
  for (const group of search.groups) {
    const held = group.find(({ key }) => key && asked.includes(` ${key} `));
    const others = held ? group.filter(({ key }) => key && key !== held.key) : [];
    for (const { phrase } of others) found.push([asked.replace(` ${held.key} `, ` ${phrase} `), SYNONYM]);
  }
  return found;
}

/** Entry → score. */
function ranked(search, query) {
  const words = readQuery(search, query).map((word) => ({ ...word, weight: weightOf(search, word) }));
  if (!words.length) return new Map();
  const near = nearestNames(search.names, words, spelledOut(query));
  const texts = textScores(search, words);
  inParts(search, near, words);
  const scores = new Map();
  for (const entry of new Set([...near.keys(), ...texts.keys()])) {
    const { near: nearness = 0, alone = 1 } = near.get(entry) ?? {};
    scores.set(entry, PRIOR[entry.kind] * alone * ((texts.get(entry) ?? 0) + NAMED * nearness ** 2));
  }
  return scores;
}

/** How much a word of the query matters: as the rarest thing that it most likely means; figures are remembered. */
function weightOf({ names }, { text, stems }) {
  const best = Math.max(...stems.values()), likeliest = [...stems].filter(([, weight]) => weight === best);
  return (/^\d/u.test(text) ? FIGURE : 1) * Math.max(...likeliest.map(([stem]) => rarity(names, stem)));
}

/** Entry → what its texts earn: the words they hold, and the square of how much of the query that is. */
function textScores(search, words) {
  const total = sum(words, ({ weight }) => weight), held = new Map();
  for (const word of words) {
    const best = new Map();
    for (const [term, weight] of word.terms) {
      for (const [entry, score] of scoresOf(search, term)) {
        const so = best.get(entry);
        if (!so || so.score < score * weight) best.set(entry, { score: score * weight, weight });
      }
    }
    for (const [entry, { score, weight }] of best) {
      const so = held.get(entry) ?? { score: 0, covered: 0 };
      held.set(entry, { score: so.score + score, covered: so.covered + word.weight * weight });
    }
  }
  return new Map([...held].map(([entry, { score, covered }]) => [entry, score * (covered / total) ** 2]));
}

/** What the index gives for one term, kept for the next keystroke. */
function scoresOf(search, term) {
  if (!search.scored.has(term)) {
    const found = search.index.search(term, { boost: FIELDS, tokenize: (text) => [text], processTerm: (text) => text });
    search.scored.set(term, found.map(({ id, score }) => [search.entries[id], score]));
  }
  return search.scored.get(term);
}

/** A part of a page answers with the page: it says some words of the query, and the page the others. */
function inParts(search, near, words) {
  const total = sum(words, ({ weight }) => weight), pages = new Map();
  for (const [entry, its] of near) {
    if (!entry.parent) continue;
    const ofEveryKpi = entry.kind === "part", key = its.rest.map(({ text }) => text).join(" ");
    if (!key) {
      if (ofEveryKpi) its.alone = ALONE;
      continue;
    }
    if (ofEveryKpi && its.own < SAID) {
      near.delete(entry); // it must be named whole
      continue;
    }
    if (!pages.has(key)) pages.set(key, pageShares(search, its.rest));
    const { near: nearness = 0, score = 0 } = pages.get(key).get(entry.parent) ?? {};
    const share = nearness * (ofEveryKpi ? score : 1), rest = sum(its.rest, ({ weight }) => weight);
    const both = ((total - rest) * its.own + rest * share) / total;
    if (share > HALF && both > its.near) its.near = both;
    else if (ofEveryKpi) near.delete(entry);
  }
}

/** Page → how near its names come to these words, from 0 to 1, and its score as a share of the best. */
function pageShares(search, words) {
  const near = nearestNames(search.names, words, spelledOut(words.map(({ text }) => text).join(" ")));
  const texts = textScores(search, words), scores = new Map();
  for (const entry of new Set([...near.keys(), ...texts.keys()])) {
    if (entry.kind === "part" || entry.kind === "model") continue;
    scores.set(entry, PRIOR[entry.kind] * ((texts.get(entry) ?? 0) + NAMED * (near.get(entry)?.near ?? 0) ** 2));
  }
  const best = Math.max(...scores.values());
  const shareOf = (entry, score) => ({ near: Math.min(1, near.get(entry)?.near ?? 0), score: score / best });
  return new Map([...scores].map(([entry, score]) => [entry, shareOf(entry, score)]));
}
