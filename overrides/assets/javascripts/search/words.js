// Text → comparable words: no case, no accents, no hyphens, and the stem beside the word.
import { stemmer as english } from "../vendor/stemmer-en.js";
import { stemmer as french } from "../vendor/stemmer-fr.js";

const STEMMERS = { fr: french, en: english };

/** "Délais" → "delais"; "œuvre" → "oeuvre". */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

/** The words of a text, accents kept: "l'e-commerce" → ["l", "e", "commerce", "ecommerce"]. */
export function split(text) {
  const words = [];
  for (const chunk of text.toLowerCase().normalize("NFC").split(/[\s/]+/u)) {
    const parts = chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
    words.push(...parts);
    if (parts.length > 1 && /\p{L}[-‑]\p{L}/u.test(chunk)) words.push(parts.join(""));
  }
  return words;
}

/** The forms under which a word is indexed and looked up. A stem taken without accents meets words typed without. */
export function forms(word, lang) {
  const stem = STEMMERS[lang];
  return [...new Set([fold(word), fold(stem(word)), stem(fold(word))])];
}

/** The words that say something; all of them where none does ("it", "où est"). */
export function meaningful(text, stop) {
  const words = split(text);
  const kept = words.filter((word) => !stop.has(fold(word)));
  return kept.length ? kept : words;
}

/** The one form under which whole phrases are compared. */
export function key(text, lang, stop) {
  return meaningful(text, stop)
    .map((word) => STEMMERS[lang](fold(word)))
    .join(" ");
}
