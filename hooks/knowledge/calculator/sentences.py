"""What each chart of the calculator says, in one sentence made from its facts; what a result says instead of its figure.

Both are written here once: `script` gives the tables to the browser, where words/says.js reads them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..records.book import Book
from ..roi.compiled import function_of
from ..roi.finance import MONTHS
from ..roi.formula import Choice, Comparison, parse
from ..words import formats
from ..words.wording import PLACEHOLDER, filled
from .example import DELAYS, Case, measure
from .facts import FACTS, Facts

NONE = "none"  # in a condition, what a figure is that has no value
# Each: (key of `roi_live` in data/ui/, its conditions). The first of which all hold is said.
Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Sentence:
    """`facts`: each with its unit in the model, or another way to read it that `Speaker.shown` knows."""

    facts: Mapping[str, str]
    texts: Texts


SENTENCES = {  # chart → its sentence
    "cash": Sentence(
        {"lowest": "EUR", "month": "number", "payback": "number", "end": "EUR", "low": "EUR", "high": "EUR"},
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
ODDS: Texts = (  # the share of the draws of which something holds → how it is said: no more exact than what it rests on
    ("odds_all", "value >= 0.975"),
    ("odds_nine_in_ten", "value >= 0.85"),
    ("odds_four_in_five", "value >= 0.775"),
    ("odds_three_in_four", "value >= 0.71"),
    ("odds_two_in_three", "value >= 0.63"),
    ("odds_three_in_five", "value >= 0.55"),
    ("odds_one_in_two", "value >= 0.45"),
    ("odds_two_in_five", "value >= 0.37"),
    ("odds_one_in_three", "value >= 0.29"),
    ("odds_one_in_four", "value >= 0.225"),
    ("odds_one_in_five", "value >= 0.15"),
    ("odds_one_in_ten", "value >= 0.025"),
    ("odds_none",),
)
NO_VALUE = ("none", f"value == {NONE}")
INSTEAD: dict[str, Texts] = {  # result → what is said instead of its figure
    "irr": (NO_VALUE, ("over", "value > 1")),
    **dict.fromkeys(("payback_month", "payback_discounted_month"), (("never", f"value == {NONE}"),)),
    **dict.fromkeys(DELAYS, (NO_VALUE, ("no_delay_cost", "value <= 0"))),
}
KEYS = tuple(
    dict.fromkeys(
        key
        for texts in (*(sentence.texts for sentence in SENTENCES.values()), ODDS, *INSTEAD.values())
        for key, *_ in texts
    )
)


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
            case "odds":
                key = chosen(ODDS, {"value": value})
                assert key is not None, "the last text has no condition"
                return self.book.ui["roi_live"][key][self.lang]
            case "label":
                return self.book.roi.named[value].label[self.lang]
            case "labels":
                return ", ".join(self.shown(id, "label") for id in value)
            case "shares":
                teams = self.book.teams
                return ", ".join(f"{teams[id].short[self.lang]} ({self.shown(part, 'share')})" for id, part in value)
        return measure(value, unit, self.book.roi, self.lang)
