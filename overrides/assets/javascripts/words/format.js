// Numbers as the page prints them, character for character as the build does, and numbers as people type them.

const LOCALES = { fr: "fr-FR", en: "en-GB" };
const SCALES = { k: 1e3, m: 1e6, md: 1e9, mrd: 1e9, bn: 1e9, b: 1e9 };
export const HUNDRED = 100; // what a share is multiplied by to read as a percentage
const NUMBER = /^([+-]?)([\d.,]+)(k|md|mrd|m|bn|b)?$/;

/** 1234.5 → "1 234,5" or "1,234.5", rounded half up, with a true minus and no minus zero. */
export function number(value, lang, digits = 2) {
  const text = writer(lang, digits).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

const kept = new Map(); // making one takes longer than using it a hundred times

const writer = (lang, digits) => made(Intl.NumberFormat, lang, digits);
const pluralRules = (lang) => made(Intl.PluralRules, lang, 20); // all digits: 1.0004 is not one

function made(Kind, lang, digits) {
  const key = Kind.name + lang + digits;
  if (!kept.has(key)) kept.set(key, new Kind(LOCALES[lang], { maximumFractionDigits: digits }));
  return kept.get(key);
}

/** A figure of the model with its unit; `absent` where there is none. */
export function measure(value, unit, factor, words, lang, absent) {
  if (value === null || value === undefined) return absent;
  const shown = value * factor,
    { whole } = words.units[unit];
  const digits = whole && Math.abs(shown) >= 100 ? 0 : factor !== 1 ? 1 : 2;
  return withNumber(patternOf(words.units[unit], shown, lang), number(shown, lang, digits));
}

const MONEY = "EUR",
  LARGE = ["GEUR", "MEUR", "kEUR"]; // an amount reads in the first of these of which it makes one or more

/** A figure of the model no more exact than what it rests on: two digits, large amounts in k€, M€ or Md€. */
export function about(value, unit, factors, words, lang, absent) {
  if (value === null || value === undefined) return absent;
  const shown = Number((value * (factors[unit] ?? 1)).toPrecision(2)),
    pattern = patternOf(words.units[unit], shown, lang),
    plain = words.units[MONEY].other;
  const large = LARGE.find((id) => Math.abs(shown) * factors[id] >= 1);
  if (!large || !pattern.includes(plain)) return withNumber(pattern, number(shown, lang));
  return withNumber(pattern.replace(plain, words.units[large].other), number(shown * factors[large], lang));
}

function patternOf({ one, other }, shown, lang) {
  return (pluralRules(lang).select(Math.abs(shown)) === "one" && one) || other;
}

const CENTS = /€\u2212?[\d,]*\.\d(?!\w)|,\d(?=\s€)/; // "€0.3", "0,3 €": not "€0.3M"

/** The minus stands before the currency, on its line: a word joiner keeps them together. Cents are two. */
export const withNumber = (pattern, text) =>
  pattern.replace("{n}", text).replace(CENTS, "$&0").replace("€\u2212", "\u2212\u2060€");

/** "2026-11-27" → "27 November 2026"; the first of a month is "1er" in French. */
export const day = (text, lang) =>
  new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: "long", timeZone: "UTC" })
    .format(new Date(text))
    .replace(/^1 /, lang === "fr" ? "1er\u00a0" : "$&");

/** "2026-11" and months after it → "November 2026". */
export const monthAfter = (text, months, lang) =>
  new Intl.DateTimeFormat(LOCALES[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)) - 1 + months)),
  );

/** The no-break spaces that the build sets around figures. */
export function typeset(text, lang) {
  const spaced = text.replace(/(\d) (?=[a-zA-ZÀ-ÿ€])/g, "$1\u00a0");
  return lang === "fr" ? spaced.replace(/ (?=%)/g, "\u202f") : spaced;
}

/** What a person typed as a number in the field's unit ("2,5", "250 M€", "45 %", "1 234,5"); NaN where it is none. */
export function read(text, lang) {
  const bare = text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f'’]|€|eur|%/gu, "")
    .replace("\u2212", "-");
  const found = NUMBER.exec(bare);
  if (!found) return NaN;
  const digits = plain(found[2], lang);
  return digits === null ? NaN : Number(`${found[1]}${digits}`) * (SCALES[found[3]] ?? 1);
}

/** Whether a text typed for a percentage reads better as a fraction ("0.2" for 20 %), which is then nearer to `start`.
 *  `field`: its factor, and its bounds and start as the model takes them. */
export function likeFraction(text, lang, { factor, min, max, start }) {
  const typed = read(text, lang);
  if (factor !== HUNDRED || text.includes("%") || !(typed > 0 && typed < 1)) return false;
  const farther = (value) => Math.abs(Math.log(value / (start || max)));
  return typed >= min && typed <= max && farther(typed) < farther(typed / HUNDRED);
}

/** "1.234,5" and "1,234.5" → "1234.5": the last sign is the decimal one, a lone one that could be either follows the
 *  language. */
function plain(digits, lang) {
  const signs = digits.replace(/\d/g, "");
  if (signs === "") return digits;
  const last = signs.at(-1);
  const others = digits.slice(0, digits.lastIndexOf(last));
  if (signs.length === 1) {
    const grouped = last === "," && lang === "en" && /^[1-9]\d{0,2},\d{3}$/.test(digits);
    return digits.replace(last, grouped ? "" : ".");
  }
  const mixed = new Set(signs).size === 2;
  if (!mixed) return /^\d{1,3}([.,]\d{3})+$/.test(digits) ? digits.replace(/[.,]/g, "") : null;
  return others.includes(last) ? null : digits.replaceAll(last === "," ? "." : ",", "").replace(",", ".");
}

/** A text with its {placeholders} filled; the others stay. */
export const fill = (text, figures) => text.replace(/\{(\w+)\}/g, (whole, name) => figures[name] ?? whole);
