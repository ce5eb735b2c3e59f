"""Figures and periods in words."""

import pytest
from knowledge.records.base import LANGUAGES
from knowledge.records.outcome import Period, Range
from knowledge.words.wording import (
    figure_words,
    filled,
    headline,
    period_words,
    placeholder_names,
    placeholders,
    with_period,
)


@pytest.mark.parametrize(
    ("given", "fr", "en"),
    [
        (("first", 6, "month"), "les 6 premiers mois", "the first 6 months"),
        (("within", 3, "month"), "3 mois", "3 months"),
        (("first", 1, "month"), "le premier mois", "the first month"),
        (("within", 1, "week"), "1 semaine", "1 week"),
    ],
)
def test_periods(book, given, fr, en):
    period = Period(**dict(zip(("type", "value", "unit"), given, strict=True)))
    assert fr in period_words(period, book, "fr")
    assert en in period_words(period, book, "en")


def test_every_text_of_an_outcome_finds_its_figures(book):
    for id, outcome in book.outcomes.items():
        for lang in LANGUAGES:
            words = placeholders(outcome, book, lang)
            assert placeholder_names(outcome.figure) == figure_words(outcome.figure, book.units, lang).keys(), id
            assert "{" not in filled(outcome.text[lang], words).replace("{kpi:", ""), id


def test_a_range_that_is_no_change_has_no_sign(book):
    assert headline(Range(type="range", low=5, high=10, unit="day"), book, "en") == "5–10 days"


def test_what_has_no_words_stays():
    assert filled("{n} of {kpi:csat}", {"n": "3"}) == "3 of {kpi:csat}"


def test_a_period_stands_before_the_full_stop_and_once():
    assert with_period("The gain is €500M.", "over 2 years") == "The gain is €500M (over 2 years)."
    for text, period in [("Sales rose over 2 years.", "over 2 years"), ("Sales rose.", "")]:
        assert with_period(text, period) == text
