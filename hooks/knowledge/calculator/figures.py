"""How a figure of the model reads: exact, rounded, or as an estimate. `words/format.js` says it in the browser."""

from ..records.book import Book
from ..records.roi import RoiModel
from ..words import formats
from ..words.wording import PLACEHOLDER, filled, headline, pattern_of

FINER = 100  # from here on an estimate is shown with a third digit
NO_DECIMALS = ("EUR", "month", "order", "contact", "parcel", "store", "item")  # shown without decimals
MONEY, LARGE = "EUR", ("GEUR", "MEUR", "kEUR")  # an amount reads in the first of these of which it makes one or more


def measure(value: float | None, unit: str, record: RoiModel, lang: str, absent: str = "–") -> str:
    """A figure of the model with its unit: 0.867 share → "86,7 %"; `absent` where there is none."""
    if value is None:
        return absent
    scale = record.units[unit]
    shown = value * scale.factor
    digits = 0 if unit.startswith(NO_DECIMALS) and abs(shown) >= 100 else 1 if scale.factor != 1 else 2
    return formats.with_number(pattern_of(scale, shown, lang), formats.number(shown, lang, digits))


def about(value: float | None, unit: str, record: RoiModel, lang: str, absent: str = "–") -> str:
    """A figure of the model no more exact than what it rests on: two digits, large amounts in k€, M€ or Md€."""
    if value is None:
        return absent
    scale = record.units[unit]
    shown = formats.significant(value * scale.factor)
    pattern = pattern_of(scale, shown, lang)
    large = next((record.units[id] for id in LARGE if abs(shown) * record.units[id].factor >= 1), None)
    plain = record.units[MONEY].other[lang]
    if large is None or plain not in pattern:
        return formats.with_number(pattern, formats.number(shown, lang))
    return formats.with_number(pattern.replace(plain, large.other[lang]), formats.number(shown * large.factor, lang))


def no_finer(value: float) -> float:
    """An estimate as it is shown: 12.76 weeks → 13, 247,900 euros a year → 248,000."""
    return float(f"{value:.{2 if abs(value) < FINER else 3}g}")


def evidence_words(book: Book, text: str, lang: str) -> str:
    """The text of a note or an evidence, its outcomes (`{home-cancelled-orders}`) replaced by their figures."""
    figures = {}
    for name in PLACEHOLDER.findall(text):
        id, _, extra = name.partition(".")
        if id in book.outcomes:
            outcome = book.outcomes[id]
            figures[name] = headline(outcome.extra[extra] if extra else outcome.figure, book, lang)
    return filled(text, figures)
