// Text → comparable words: no case, no accents, no hyphens, and the stem beside the word.
import { stemmer as english } from "../vendor/stemmer-en.js";
import { stemmer as french } from "../vendor/stemmer-fr.js";

const ENDING = /(?<=.{4})(?:ent|on|e|(?<=d|tt)r)$/u; // left by the stemmer: "vendons", "vendent", "vendre", "annulee"
const STEMMERS = { fr: (word) => french(word).replace(ENDING, ""), en: english };
const TOKEN = /\d+(?:\.\d+)?\p{L}*|[\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9.]*$/;
const known = { fr: new Map(), en: new Map() }; // the same words come again and again, and stems are slow

/** "Délais" → "delais"; "œuvre" → "oeuvre". */
export function fold(text) {
  if (PLAIN.test(text)) return text;
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae");
}

/** The words as typed, accents kept; a number is one word: "1 110,5 ms" → ["1110.5", "ms"], "×12" → ["12"]. */
export function wordsOf(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFC")
    .replace(/(?<![\p{L}\d])[x×](?=\d)/gu, "");
  const numbers = plain.replace(/(?<=\d)[\s,.](?=\d{3}(?!\d))/gu, "").replace(/(?<=\d),(?=\d)/gu, ".");
  return numbers.match(TOKEN) ?? [];
}

/** The words of a text to be found: those of a hyphenated one also joined, and a number by its other names. */
export function indexed(text) {
  const joined =
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/\p{L}+(?:[-‑]\p{L}+)+/gu) ?? [];
  return [...wordsOf(text).flatMap(spelled), ...joined.map((chunk) => chunk.replace(/[-‑]/gu, ""))];
}

/** "13m" is found by 13, "1110.78" by 1110, "80000000" by 80. */
function spelled(word) {
  const number = word.match(/^\d+/u)?.[0];
  if (!number) return [word];
  const short = number.replace(/(?:000)+$/u, "");
  return [...new Set([word, number, short || number, ...(number.length - short.length > 5 ? ["million"] : [])])];
}

/** The forms under which a word is indexed and looked up. A stem taken without accents meets words typed without. */
export function forms(word, lang) {
  const seen = known[lang].get(word);
  if (seen) return seen;
  const stem = (text) => STEMMERS[lang](text).replace(/([bdfgmnprt])\1$/u, "$1"); // "add" as "adding"
  const plain = fold(word);
  const found = [...new Set([stem(plain), fold(stem(word)), plain])];
  known[lang].set(word, found);
  return found;
}

/** The one form under which names are compared. */
export const stemOf = (word, lang) => forms(word, lang)[0];

/** The words that say something; all of them where none does ("it", "où est"). */
export function meaningful(words, stop, meant = new Set()) {
  const kept = words.filter((word) => meant.has(word) || !stop.has(fold(word)));
  return kept.length ? kept : words;
}

/** Words in capitals among others are meant: "KPIs for IT". */
export const capitals = (text) =>
  /\p{Ll}/u.test(text) ? new Set(wordsOf((text.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? []).join(" "))) : new Set();
