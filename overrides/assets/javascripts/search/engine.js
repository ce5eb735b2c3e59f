// The search itself: a query in, ranked entries out. It knows no page and holds no word of any language.
import { FIELDS, stemsOf } from "./prepare.js";
import { nearestNames, rarity, spelledOut, totalOf } from "./names.js";
import { readQuery } from "./query.js";
import { fold, wordsOf } from "./words.js";

const PRIOR = {
  kpi: 1.6,
  team: 1.35,
  industry: 1.35,
  tco: 1.15,
  roi: 1.15,
  page: 1.1,
  method: 1.05,
  outcome: 1.15,
  part: 1.6,
  glossary: 0.9,
  model: 0.7,
  note: 0.7,
};
const NAMED = 400; // what a query that is one of an entry's names earns
const ALONE = 0.35; // a section of every KPI page, asked for without its KPI
const SAID = 0.99; // how much of its name a query says that means a section of every KPI page
const ANSWERING = 0.4; // how well, beside the best, a page answers the words that its part leaves
const [SYNONYM, RUN] = [0.5, 0.95];
const FIGURE = 1.6; // what a number weighs more than a word
const WEAK = 0.04; // results are left out that score less than this share of the best
const MOST_FOUND = 40;

/** The best entries for a query, best first, each with its score. */
export function find(search, query, limit = MOST_FOUND) {
  const scores = new Map();
  for (const [text, weight] of variants(search, query)) {
    for (const [entry, score] of ranked(search, text))
      scores.set(entry, Math.max(scores.get(entry) ?? 0, score * weight));
  }
  const found = [...scores].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id);
  const seen = new Set();
  return found
    .filter(([{ url }, score]) => score > WEAK * found[0][1] && !seen.has(url) && seen.add(url))
    .slice(0, limit)
    .map(([entry, score]) => ({ ...entry, score }));
}

/** The forms of all words that a query may mean. */
export const meantBy = (search, query) => new Set(readQuery(search, query).flatMap(({ terms }) => [...terms.keys()]));

/** The query; with the words of a name that it runs together ("clickandcollect");
 *  with a synonym in place of a phrase it holds. */
function variants(search, query) {
  const asked = ` ${stemsOf(query, search.lang)} `,
    parted = wordsOf(query)
      .flatMap((word) => search.runs.get(fold(word)) ?? [word])
      .join(" ");
  const found = [[query, 1], ...(parted === wordsOf(query).join(" ") ? [] : [[parted, RUN]])];
  for (const group of search.groups) {
    const held = group.find(({ key }) => key && asked.includes(` ${key} `));
    if (!held) continue;
    for (const { phrase, key } of group)
      if (key && key !== held.key) found.push([asked.replace(` ${held.key} `, ` ${phrase} `), SYNONYM]);
  }
  return found;
}

/** Entry → score. */
function ranked(search, query) {
  const words = readQuery(search, query).map((word) => ({ ...word, weight: weightOf(search, word) }));
  if (!words.length) return new Map();
  const near = withPages(search, nearestNames(search.names, words, spelledOut(query)), words);
  const texts = textScores(search, words);
  const scores = new Map();
  for (const entry of new Set([...near.keys(), ...texts.keys()])) {
    const { near: nearness = 0, alone = 1 } = near.get(entry) ?? {};
    scores.set(entry, PRIOR[entry.kind] * alone * ((texts.get(entry) ?? 0) + NAMED * nearness ** 2));
  }
  return scores;
}

/** How much a word of the query matters:
 *  by the rarest thing that it may mean for certain; a figure is what people remember. */
function weightOf({ names }, { text, stems }) {
  const best = Math.max(...stems.values());
  return (
    (/^\d/u.test(text) ? FIGURE : 1) *
    Math.max(...[...stems].filter(([, weight]) => weight === best).map(([stem]) => rarity(names, stem)))
  );
}

/** Entry → what its texts earn: the words they hold, and the square of how much of the query that is. */
function textScores(search, words) {
  const total = totalOf(words, weigh),
    held = new Map();
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
    search.scored.set(
      term,
      found.map(({ id, score }) => [search.entries[id], score]),
    );
  }
  return search.scored.get(term);
}

/** What the names give, with what the parts of pages earn by their pages: entry → {near, own, rest, alone}. */
function withPages(search, near, words) {
  const total = totalOf(words, weigh),
    found = new Map();
  const shareOf = (entry, rest) => {
    const kind = entry.everywhere ? entry.parent.kind : null,
      key = [kind, ...rest.map(({ text }) => text)].join(" ");
    if (!found.has(key)) found.set(key, shares(search, rest, kind));
    return Math.max(...above(entry).map((page) => found.get(key).get(page) ?? 0));
  };
  const fit = (entry) => near.has(entry) && fitOf(entry, near.get(entry), { fit, total, shareOf });
  const fits = [...near.keys()].map((entry) => [entry, fit(entry)]);
  return new Map(fits.filter(([, its]) => its));
}

/** A part of a page answers with the page: it says some words of the query, and the page the others. Null where a
 *  section of every KPI page answers none of it. */
function fitOf(entry, its, { fit, total, shareOf }) {
  if (!entry.parent) return its;
  if (!its.rest.length) return entry.everywhere ? { ...its, alone: ALONE } : its;
  if (entry.everywhere && its.own < SAID) return null;
  const share = shareOf(entry, its.rest),
    rest = totalOf(its.rest, weigh),
    both = ((total - rest) * its.own + rest * share) / total;
  // A page that goes by the whole query needs no part.
  const wanted = !entry.everywhere || both > (fit(entry.parent)?.near ?? 0);
  if (share > ANSWERING && both > its.near && wanted) return { ...its, near: both };
  return entry.everywhere ? null : its;
}

const weigh = ({ weight }) => weight;

/** The page that an entry is a part of, and what that is a part of. */
const above = ({ parent }) => (parent ? [parent, ...above(parent)] : []);

/** Page → how near its names come to these words, if its score comes near the best, of all pages or those of a kind. */
function shares(search, words, kind) {
  const near = nearestNames(search.names, words, spelledOut(words.map(({ text }) => text).join(" ")));
  const texts = textScores(search, words),
    scores = new Map();
  for (const entry of new Set([...near.keys(), ...texts.keys()])) {
    if (entry.everywhere || entry.kind === "model" || (kind && entry.kind !== kind)) continue;
    scores.set(entry, PRIOR[entry.kind] * ((texts.get(entry) ?? 0) + NAMED * (near.get(entry)?.near ?? 0) ** 2));
  }
  const best = Math.max(...scores.values(), 1e-9);
  return new Map(
    [...scores].map(([entry, score]) => [entry, (score / best) * Math.min(1, near.get(entry)?.near ?? 0)]),
  );
}
