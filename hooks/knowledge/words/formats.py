"""Numbers, dates and typography in French and English: the one place that knows how they are printed.

Numbers are rounded half up with an explicit precision, as `Intl` does in the browser: both print the same.
"""

import re
import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

MINUS = "\u2212"
JOINED = "\u2060"  # the word joiner: no line ends between a minus and the currency after it
CENTS = re.compile(rf"€{MINUS}?[\d,]*\.\d(?!\w)|,\d(?=\s€)")  # "€0.3", "0,3 €": not "€0.3M"
NARROW, WIDE = "\u202f", "\u00a0"  # no-break spaces: narrow before ; ! ? %, wide before : and beside « »

# Each pattern starts with what it replaces and looks behind afterwards: what it starts with is found fast. A run of
# spaces is tried from its first alone: from each of them, a long one would take its square.
SPACES = r"[ \u00a0\u202f](?<![ \u00a0\u202f]{2})[ \u00a0\u202f]*"
BY_MARKS = {
    "fr": (
        (re.compile(SPACES + "([;!?%])"), NARROW + r"\1"),
        (re.compile(SPACES + "([:»€])"), WIDE + r"\1"),
        (re.compile(r"«[ \u00a0\u202f]*"), "«" + WIDE),
    ),
    "en": ((re.compile(r" (?<!  ) *(?=[:;!?](\s|$))"), ""),),
}
ARTICLE = (re.compile(r" (?<=\b[DLR]\. )(?=\d)"), WIDE)  # of a French code: "L. 221-18" on one line
BY_DIGITS = {
    "fr": (
        (re.compile(r" (?<=\d )(?=\d{3}(?!\d))"), NARROW),
        (re.compile(r" (?<=\d )(?=[a-zA-ZÀ-ÿ€$])"), WIDE),
        ARTICLE,
    ),
    "en": ((re.compile(r" (?<=\d )(?=[a-zA-Z])"), WIDE), ARTICLE),
}
APOSTROPHE = re.compile(r"'(?<=\w')")
MARKS, DIGIT = re.compile("[:;!?%»«€]"), re.compile(r"\d")  # most texts hold neither
TO = {"fr": " à ", "en": " to "}  # from one text to another
DASH = {"fr": " à ", "en": "–"}  # from one number to another that share a unit
LOCALES = {"fr": Locale.parse("fr"), "en": Locale.parse("en")}


@lru_cache(maxsize=32768, typed=True)  # pages repeat their labels; marked-up text stays marked up
def typeset(text: str, lang: str) -> str:
    """Plain characters, as an editor types them → the spaces, apostrophes and dashes of the language."""
    text = APOSTROPHE.sub("’", text) if "'" in text else text
    text = text.replace(" - ", " – ").replace("...", "…")
    for pattern, replacement in BY_MARKS[lang] if MARKS.search(text) else ():
        text = pattern.sub(replacement, text)
    for pattern, replacement in BY_DIGITS[lang] if DIGIT.search(text) else ():
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=8192)  # CLDR patterns are slow, and a site prints the same numbers many times
def number(value: float, lang: str, digits: int = 2, fixed: bool = False) -> str:
    """1234.5 → "1 234,5" or "1,234.5": at most `digits` decimals, exactly that many where `fixed`."""
    pattern = "#,##0." + ("0" if fixed else "#") * digits if digits else "#,##0"
    with localcontext(rounding=ROUND_HALF_UP):
        rounded = round(Decimal(str(value)), digits)
        text = format_decimal(abs(rounded), format=pattern, locale=LOCALES[lang])
    return MINUS + text if rounded < 0 else text


def signed(value: float, lang: str, digits: int = 2) -> str:
    """12 → "+12"; zero has no sign."""
    return ("+" if value > 0 else "") + number(value, lang, digits)


def with_number(pattern: str, text: str) -> str:
    """A unit's pattern with its number; the minus is before the currency, on its line: −€5, not €−5; cents are two."""
    return CENTS.sub(r"\g<0>0", pattern.replace("{n}", text)).replace(f"€{MINUS}", f"{MINUS}{JOINED}€")


def significant(value: float, digits: int = 2) -> float:
    """1234567.8 → 1200000.0: rounded half up to its first digits, as `toPrecision` does in the browser."""
    return float(Context(prec=digits, rounding=ROUND_HALF_UP).create_decimal(Decimal(value)))


@lru_cache(maxsize=4096)
def singular(value: float, lang: str) -> bool:
    """Whether a number takes the form for one: French says "0 colis, 1,5 colis", English "0 parcels, 1.5 parcels"."""
    return abs(value) < 2 and LOCALES[lang].plural_form(abs(value)) == "one"  # CLDR is slow, and two is never one


def day(value: date, lang: str) -> str:
    """23 novembre 2026, 1er novembre 2026 · 23 November 2026"""
    said = format_date(value, format="d MMMM y", locale="fr" if lang == "fr" else "en_GB")
    return said.replace("1 ", "1er\N{NO-BREAK SPACE}", 1) if lang == "fr" and value.day == 1 else said


def month(number: int, lang: str) -> str:
    """11 → novembre · November"""
    return str(get_month_names(locale=lang)[number])


def dated(text: str, lang: str) -> str:
    """ "2025" → 2025, "2025-10" → octobre 2025 · October 2025"""
    year, _, number = text.partition("-")
    return f"{month(int(number), lang)} {year}" if number else year


def fold(text: str) -> str:
    """Lower case without accents, for sorting: "Écart" beside "ecart"."""
    plain = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
