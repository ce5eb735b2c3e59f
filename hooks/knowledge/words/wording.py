"""Figures → words: what each placeholder of a text stands for, in each language; and the numbers that a text types."""

import re
from collections import Counter
from collections.abc import Mapping

from ..records.base import LANGUAGES, Localized, Unit
from ..records.book import Book
from ..records.outcome import (
    Absolute,
    BeforeAfter,
    Duration,
    Figure,
    Multiple,
    Outcome,
    Period,
    Points,
    Range,
    Relative,
)
from ..records.tco import TcoRow
from . import formats
from .published import recomputed

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
NUMBER = re.compile(r"\d+(?:[\s\u00a0\u202f.,]\d+)*")
MILLION = 1_000_000
COMPACT = (("eur-billion", 1e9), ("eur-million", 1e6), ("eur-thousand", 1e3), ("eur", 1.0))  # unit → its size in EUR
ALONE = ("first_one_month", "first_one_year", "per_one_day", "per_one_month", "per_one_year")  # said without a number


def quantity(value: float, unit: str, units: Mapping[str, Unit], lang: str, digits: int = 2) -> str:
    """ "16 semaines", "€3.8M", "€33.50", "+33 %": a number with its unit; cents have two digits."""
    if unit.startswith("eur") and abs(value) >= MILLION:
        return formats.with_number(
            pattern_of(units["eur-million"], value, lang), formats.number(value / MILLION, lang, digits)
        )
    cents = (unit == "eur" or unit.startswith("eur-per-")) and digits == 2 and value % 1 != 0
    return formats.with_number(pattern_of(units[unit], value, lang), formats.number(value, lang, digits, fixed=cents))


def compact(value: float, units: Mapping[str, Unit], lang: str, digits: int = 2) -> str:
    """An amount in EUR to so many significant digits: 1 140 154 → "1,1 M€" · "€1.1M"."""
    rounded = formats.significant(value, digits)
    unit, size = next((pair for pair in COMPACT if abs(rounded) >= pair[1]), COMPACT[-1])
    return formats.with_number(units[unit].other[lang], formats.number(rounded / size, lang))


def pattern_of(unit: Unit, value: float, lang: str) -> str:
    """How the unit reads beside this number: "{n} week", "{n} weeks", "instant"."""
    if value == 0 and unit.zero:
        return unit.zero[lang]
    return (unit.one if formats.singular(value, lang) else unit.other)[lang]


def signed_quantity(value: float, unit: str, units: Mapping[str, Unit], lang: str, digits: int = 2) -> str:
    return pattern_of(units[unit], value, lang).replace("{n}", formats.signed(value, lang, digits))


def span(low: float, high: float, unit: str, units: Mapping[str, Unit], lang: str) -> str:
    """ "50 à 75 %" · "50–75%": two bounds and one unit; "−€3M to −€2M": below zero, each bound with its own."""
    in_millions = unit.startswith("eur") and max(abs(low), abs(high)) >= MILLION
    scale, unit = (MILLION, "eur-million") if in_millions else (1, unit)
    if low < 0:
        return formats.TO[lang].join(quantity(value / scale, unit, units, lang) for value in (low, high))
    bounds = formats.DASH[lang].join(formats.number(value / scale, lang) for value in (low, high))
    return pattern_of(units[unit], high, lang).replace("{n}", bounds)


def signed_span(figure: Range, units: Mapping[str, Unit], lang: str) -> str:
    """ "−50 % à −75 %" · "+40% to +50%": each bound of a relative range with its sign, the nearer to zero first."""
    nearest_first = sorted((figure.low, figure.high), key=abs)
    bounds = (signed_quantity(value, figure.unit, units, lang) for value in nearest_first)
    return formats.TO[lang].join(bounds)


def period_words(period: Period, book: Book, lang: str) -> str:
    """ "sur les 6 premiers mois", "within 3 months": the sentence pieces live in data/ui/."""
    pieces = book.ui["period"]
    alone = f"{period.type}_one_{period.unit}"
    piece = pieces[alone] if period.value == 1 and alone in ALONE else pieces[period.type]
    words = {
        "length": quantity(period.value, period.unit, book.units, lang),
        "n": formats.number(period.value, lang),
        "unit": book.units[period.unit].name[lang],
    }
    return filled(piece[lang], words)


def with_period(text: str, period: str) -> str:
    """An outcome's text with its period, which many leave out: "… rolled out in 40 countries (within 20 months)."."""
    return f"{text.removesuffix('.')} ({period})." if period and period not in text else text


def placeholders(outcome: Outcome, book: Book, lang: str) -> dict[str, str]:
    """What the placeholders of an outcome's texts stand for."""
    words = figure_words(outcome.figure, book.units, lang)
    for name, figure in outcome.extra.items():
        words[name] = headline(figure, book, lang)
    if outcome.period:
        words["period"] = period_words(outcome.period, book, lang)
    return words


def figure_words(figure: Figure, units: Mapping[str, Unit], lang: str) -> dict[str, str]:
    """What a figure's own placeholders stand for; none for a statement."""
    match figure:
        case Relative() | Points():
            unit = "percent" if isinstance(figure, Relative) else "point"
            return change_words(figure.change, unit, units, lang)
        case Range():
            return range_words(figure, units, lang)
        case BeforeAfter():
            return before_after_words(figure, units, lang)
        case Multiple():
            return {
                "factor": quantity(figure.factor, "multiple", units, lang),
                "times": formats.number(figure.factor, lang),
            }
        case Absolute() | Duration():
            return {"value": quantity(figure.value, figure.unit, units, lang)}
    return {}


def change_words(change: float, unit: str, units: Mapping[str, Unit], lang: str) -> dict[str, str]:
    return {"change": signed_quantity(change, unit, units, lang), "size": quantity(abs(change), unit, units, lang)}


def range_words(figure: Range, units: Mapping[str, Unit], lang: str) -> dict[str, str]:
    near, far = sorted((abs(figure.low), abs(figure.high))) if figure.relative else (figure.low, figure.high)
    return {
        "low": quantity(near, figure.unit, units, lang),
        "high": quantity(far, figure.unit, units, lang),
        "range": span(near, far, figure.unit, units, lang),
    }


def before_after_words(figure: BeforeAfter, units: Mapping[str, Unit], lang: str) -> dict[str, str]:
    unit = figure.before_unit or figure.unit
    before = quantity(figure.before, unit, units, lang)
    words = {
        "before": before if figure.before_high is None else span(figure.before, figure.before_high, unit, units, lang),
        "after": quantity(figure.after, figure.unit, units, lang),
    }
    if figure.change is not None:
        words |= change_words(figure.change, "percent", units, lang)
    changes = recomputed(figure)
    if changes:
        digits = 1 if len(changes) == 1 else 0
        words["computed"] = formats.TO[lang].join(
            signed_quantity(change, "percent", units, lang, digits) for change in changes
        )
    return words


def headline(figure: Figure, book: Book, lang: str) -> str:
    """The figure alone, as large type: "−33 %", "86 → 117", "×12"; empty for a statement."""
    words = figure_words(figure, book.units, lang)
    match figure:
        case Relative() | Points():
            return words["change"]
        case Range():
            return signed_span(figure, book.units, lang) if figure.relative else words["range"]
        case BeforeAfter():
            return f"{words['before']} → {words['after']}"
        case Multiple():
            return words["factor"]
        case Absolute() | Duration():
            at_least = isinstance(figure, Absolute) and figure.at_least
            return ("> " if at_least else "") + words["value"]
    return ""


def row_words(row: TcoRow, unit: str, units: Mapping[str, Unit], lang: str) -> dict[str, str]:
    """The placeholders of a TCO row's texts: {low}, {high} and its figures, {fte} → "5 à 10 ETP"."""
    figures = {name: span(bounds.low, bounds.high, bounds.unit, units, lang) for name, bounds in row.figures.items()}
    return figures | {"low": quantity(row.low, unit, units, lang), "high": quantity(row.high, unit, units, lang)}


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with its placeholders replaced; links ({kpi:…}) are left for the renderer."""
    return PLACEHOLDER.sub(lambda hit: words.get(hit[1], hit[0]), text)


def plain_text(text: str, book: Book, lang: str) -> str:
    """A text of the data on one line without marks: a link to a KPI is its name, all else in braces is left out."""
    kpis = book.entire.kpis
    named = PLACEHOLDER.sub(
        lambda hit: kpis[hit[1].removeprefix("kpi:")].name[lang] if hit[1].startswith("kpi:") else "", text
    )
    return " ".join(named.replace("`", "").split())


def placeholder_names(figure: Figure) -> set[str]:
    """The placeholders that a figure fills."""
    match figure:
        case Relative() | Points():
            return {"change", "size"}
        case Range():
            return {"low", "high", "range"}
        case BeforeAfter():
            published = {"change", "size"} if figure.change is not None else set()
            return {"before", "after"} | published | ({"computed"} if recomputed(figure) else set())
        case Multiple():
            return {"factor", "times"}
        case Absolute() | Duration():
            return {"value"}
    return set()


def placeholders_in(text: Localized | Mapping[str, str]) -> dict[str, set[str]]:
    """The placeholders each language uses."""
    return {lang: set(PLACEHOLDER.findall(text[lang])) for lang in LANGUAGES}


def numbers_in(text: str, lang: str) -> Counter[str]:
    """The numbers of a text, written alike: 1 234,5 and 1,234.5 are both 1234.5. Placeholders do not count."""
    found = NUMBER.findall(PLACEHOLDER.sub(" ", text))
    return Counter(number for hit in found for number in plain_numbers(hit, lang))


def plain_numbers(text: str, lang: str) -> list[str]:
    group, decimal = (r"[\s\u00a0\u202f]", ",") if lang == "fr" else (",", r"\.")
    text = re.sub(rf"(?<=\d){group}(?=\d{{3}}(?!\d))", "", text)
    text = re.sub(rf"(?<=\d){decimal}(?=\d)", ".", text)
    return [
        number.rstrip("0").rstrip(".") if "." in number else number for number in re.split(r"[\s\u00a0\u202f,]+", text)
    ]
