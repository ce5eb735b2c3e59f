"""What each chart of the calculator says, in a sentence made from its facts; what a result says instead of its figure.

Both are written here once: `script` gives the tables to the browser, where words/says.js reads them.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..records.base import Localized
from ..records.book import Book
from ..records.roi import RoiModel
from ..roi.compiled import function_of
from ..roi.finance import MONTHS
from ..roi.formula import Choice, Comparison, parse
from ..words import formats
from ..words.wording import PLACEHOLDER, filled
from .example import DELAYS, Case
from .facts import FACTS, FAR_YEARS, Facts
from .figures import about, measure

HALF_YEAR = 6
FAR = FAR_YEARS * MONTHS
ODDS = (  # how often something is so, in tenths: "about four times in five"
    "odds_none",
    "odds_tenth",
    "odds_fifth",
    "odds_three_tenths",
    "odds_two_fifths",
    "odds_half",
    "odds_three_fifths",
    "odds_seven_tenths",
    "odds_four_fifths",
    "odds_nine_tenths",
    "odds_all",
)
NONE = "none"  # in a condition, what a figure is that has no value
# Each: (key of `roi_live` in data/ui/, its conditions). The first of which all hold is said.
Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Sentence:
    """`facts`: each with its unit in the model, or another way to read it that `Speaker.shown` knows."""

    facts: Mapping[str, str]
    texts: Texts


SENTENCES = {  # chart → its sentence
    "answer": Sentence(
        {"payback": "duration", "after": "duration", "horizon": "year", "npv": "EUR", "far": "year"},
        (
            ("answer_never", "payback == none", "after == none"),
            ("answer_far", "payback == none", f"after > {FAR}"),
            ("answer_late", "payback == none"),
            ("answer_at_once", "payback == 0"),
            ("answer_dear", "npv < 0"),
            ("answer",),
        ),
    ),
    "scenarios": Sentence(  # of the high one where the project does not pay back, else of the low one
        {
            "payback": "duration",
            "low": "duration",
            "low_after": "duration",
            "high": "duration",
            "high_after": "duration",
            "horizon": "year",
            "far": "year",
        },
        (
            ("high_never", "payback == none", "high == none", "high_after == none"),
            ("high_far", "payback == none", "high == none", f"high_after > {FAR}"),
            ("high_late", "payback == none", "high == none"),
            ("high_pays", "payback == none"),
            ("low_never", "low == none", "low_after == none"),
            ("low_far", "low == none", f"low_after > {FAR}"),
            ("low_late", "low == none"),
            ("low_at_once", "low == 0"),
            ("low_pays",),
        ),
    ),
    "worth": Sentence(
        {"npv": "EUR", "low": "EUR", "high": "EUR", "horizon": "year"}, (("worth_same", "low == high"), ("worth",))
    ),
    "basis": Sentence(
        {"n": "number", "all": "number", "share": "share"},
        (("basis_nothing", "share == none"), ("basis_none", "n == 0"), ("basis_own", "share == 0"), ("basis",)),
    ),
    "ranges": Sentence({"n": "number", "list": "ranges"}, (("ranges_none", "n == 0"), ("ranges",))),
    "delay": Sentence({"lost": "EUR"}, (("delay_free", "lost <= 0"), ("delay",))),
    "cash": Sentence(
        {
            "lowest": "EUR",
            "month": "number",
            "payback": "number",
            "horizon": "year",
            "end": "EUR",
            "low": "EUR",
            "high": "EUR",
        },
        (("cash_never", "payback == none"), ("cash_at_once", "payback == 0"), ("cash_pays",)),
    ),
    "teams": Sentence({"n": "number", "list": "shares"}, (("nothing_kept", "n == 0"), ("by_team",))),
    "drivers": Sentence(
        {"n": "number", "list": "labels", "share": "share"}, (("nothing_kept", "n == 0"), ("by_driver",))
    ),
    "waterfall": Sentence(
        {"alone": "EUR", "kept": "EUR", "net": "EUR", "npv": "EUR", "aside": "EUR"},
        (("steps_to_npv", "aside >= 0"), ("steps_aside",)),
    ),
    "swings": Sentence({"list": "labels"}, (("swings",),)),
    "tornado": Sentence({"label": "label", "low": "EUR", "high": "EUR"}, (("most",),)),
    "trials": Sentence({"n": "number", "p10": "EUR", "p90": "EUR", "positive": "odds"}, (("spread",),)),
    "waiting": Sentence(
        {
            "month": "calendar",
            "peak": "calendar",
            "wait": "month",
            "missed": "EUR",
            "premium": "EUR",
            "benefit": "EUR",
        },
        (
            ("wait_even", "peak == none"),
            ("wait_beyond", "missed == none"),
            ("wait_free", "missed <= 0"),
            ("wait_misses", f"wait == {MONTHS}"),
            ("wait_costs",),
        ),
    ),
    "fewest": Sentence(
        {"n": "number", "all": "number", "list": "labels"},
        (("not_enough", "n == none"), ("enough_all", "n == all"), ("enough_none", "n == 0"), ("enough",)),
    ),
    "switching": Sentence(
        {"npv": "EUR", "n": "number", "label": "label", "share": "share"},
        (
            ("turned_by_none", "npv < 0", "n == 0"),
            ("turned_by", "npv < 0"),
            ("none_indispensable", "n == 0"),
            ("indispensable",),
        ),
    ),
    "set_aside": Sentence({"n": "number", "all": "number", "amount": "EUR/year"}, (("set_aside",),)),
}
DURATIONS = ("payback_month", "payback_discounted_month")  # read as people say a number of months
NO_VALUE = ("none", f"value == {NONE}")
INSTEAD: dict[str, Texts] = {  # result → what is said instead of its figure
    "irr": (NO_VALUE, ("over", "value > 1")),
    **dict.fromkeys(DURATIONS, (("never", f"value == {NONE}"),)),
    **dict.fromkeys(DELAYS, (NO_VALUE, ("no_delay_cost", "value <= 0"))),
}
KEYS = tuple(
    dict.fromkeys(
        key for texts in (*(sentence.texts for sentence in SENTENCES.values()), *INSTEAD.values()) for key, *_ in texts
    )
)


def odds(words: Mapping[str, Any], share: float) -> Any:
    """What is said of a share of chances, to the next tenth."""
    return words[ODDS[int(share * (len(ODDS) - 1) + 0.5)]]


def duration(months: float) -> tuple[float, str]:
    """A number of months as people say it, and its unit: from a year on, in half years."""
    return (months, "month") if months < MONTHS else (int(months / HALF_YEAR + 0.5) / 2, "year")


# --- reading the tables -------------------------------------------------------------------------------------------


def comparison(condition: str, names: Collection[str]) -> Comparison:
    """A condition as it stands in the tables: "payback == none"."""
    tree = parse(f"1 if {condition} else 0", {*names, NONE})
    assert isinstance(tree, Choice)
    return tree.test


def chosen(texts: Texts, facts: Facts) -> str | None:
    """The key of the text that is said of the facts; None where none is."""
    known = {**facts, NONE: None}
    for key, *conditions in texts:
        if all(function_of(comparison(condition, facts))(known) for condition in conditions):
            return key
    return None


def instead(name: str, value: float | None) -> str | None:
    """The key of what a result says instead of its figure; None where it shows the figure."""
    return chosen(INSTEAD.get(name, ()), {"value": value})


def result_words(
    value: float | None, name: str, record: RoiModel, lang: str, said: Callable[[str], str], exact: bool = False
) -> str:
    """A result in words: its figure, rounded unless it is to be exact, or what is said instead.

    `said`: key of `roi_live` → text.
    """
    if key := instead(name, value):
        return said(key)
    unit = record.named[name].unit
    if value is not None and name in DURATIONS and not exact:
        value, unit = duration(value)
    return (measure if exact else about)(value, unit, record, lang, said("none"))


def sentences(book: Book, case: Case, lang: str) -> dict[str, str]:
    """The sentence of each chart by its name."""
    speaker = Speaker(book, lang)
    return {name: speaker.say(sentence, FACTS[name](case)) for name, sentence in SENTENCES.items()}


@dataclass(frozen=True)
class Speaker:
    book: Book
    lang: str

    def say(self, sentence: Sentence, facts: Facts) -> str:
        key = chosen(sentence.texts, facts)
        assert key is not None, "the last text of a sentence has no condition"
        text = self.book.ui["roi_live"][key][self.lang]
        names = [name for name in PLACEHOLDER.findall(text) if name in facts]
        return filled(text, {name: self.shown(facts[name], sentence.facts[name]) for name in names})

    def shown(self, value: Any, unit: str) -> str:
        match unit:
            case "number":
                return formats.number(value, self.lang)
            case "calendar":
                return formats.month(value, self.lang)
            case "label":
                return self.book.roi.named[value].label[self.lang]
            case "labels":
                return ", ".join(self.shown(id, "label") for id in value)
            case "odds":
                said: Localized = odds(self.book.ui["roi_live"], value)
                return said[self.lang]
            case "duration":
                return about(*duration(value), self.book.roi, self.lang)
            case "ranges":
                return ", ".join(f"{self.shown(id, 'label')} ({self.between(id, *ends)})" for id, *ends in value)
            case "shares":
                teams = self.book.teams
                return ", ".join(f"{teams[id].short[self.lang]} ({self.shown(part, 'share')})" for id, part in value)
        return about(value, unit, self.book.roi, self.lang)

    def between(self, id: str, low: float, high: float) -> str:
        """From one end of a range to the other, rounded."""
        ends = {
            name: about(value, self.book.roi.named[id].unit, self.book.roi, self.lang)
            for name, value in (("low", low), ("high", high))
        }
        return (
            ends["low"] if ends["low"] == ends["high"] else filled(self.book.ui["roi_live"]["from_to"][self.lang], ends)
        )
