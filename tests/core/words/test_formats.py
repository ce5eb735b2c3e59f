"""Numbers, plurals and typography."""

from datetime import date

import pytest
from knowledge.records.outcome import Absolute, BeforeAfter, Multiple, Range, Relative
from knowledge.words import formats
from knowledge.words.wording import headline, quantity, span


@pytest.mark.parametrize(
    ("value", "digits", "fr", "en"),
    [
        (1234.5, 2, "1\u202f234,5", "1,234.5"),
        (0.125, 2, "0,13", "0.13"),  # half up
        (2.5, 0, "3", "3"),
        (-0.001, 2, "0", "0"),  # no minus zero
        (-0.0, 2, "0", "0"),
        (-33, 2, "−33", "−33"),
        (22.274, 2, "22,27", "22.27"),
    ],
)
def test_numbers(value, digits, fr, en):
    assert formats.number(value, "fr", digits) == fr
    assert formats.number(value, "en", digits) == en


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("L'OMS : oui !", "L’OMS\u00a0: oui\u202f!"),
        ("« où est ma commande »", "«\u00a0où est ma commande\u00a0»"),
        ("33 % et 1 500 000 €", "33\u202f% et 1\u202f500\u202f000\u00a0€"),
        ("30 minutes ; 2 h", "30\u00a0minutes\u202f; 2\u00a0h"),
        ("article L. 221-18, R. 2312-6", "article L.\u00a0221-18, R.\u00a02312-6"),
        ("https://exemple.test", "https://exemple.test"),
    ],
)
def test_french_typography(typed, printed):
    assert formats.typeset(typed, "fr") == printed
    assert formats.typeset(printed, "fr") == printed


def test_english_typography():
    assert formats.typeset("the OMS's 30 minutes: done", "en") == "the OMS’s 30\u00a0minutes: done"


def test_dates():
    assert formats.day(date(2026, 11, 23), "fr") == "23 novembre 2026"
    assert formats.day(date(2026, 11, 23), "en") == "23 November 2026"
    assert formats.day(date(2022, 1, 1), "fr") == "1er\u00a0janvier 2022"
    assert formats.day(date(2022, 1, 1), "en") == "1 January 2022"


def test_accents_and_capitals_do_not_count_in_an_order():
    assert sorted(["Œuvre", "ecart", "Zone", "Écart type", "eau"], key=formats.fold) == [
        "eau",
        "ecart",
        "Écart type",
        "Œuvre",
        "Zone",
    ]


@pytest.mark.parametrize(
    ("value", "unit", "fr", "en"),
    [
        (3_800_000, "eur", "3,8 M€", "€3.8M"),
        (113_000, "eur", "113\u202f000 €", "€113,000"),
        (1, "week", "1 semaine", "1 week"),
        (1.5, "hour", "1,5 heure", "1.5 hours"),
        (0, "contact", "0 contact", "0 contacts"),
        (88.8, "percent", "88,8 %", "88.8%"),
    ],
)
def test_quantities(book, value, unit, fr, en):
    assert quantity(value, unit, book.units, "fr") == fr
    assert quantity(value, unit, book.units, "en") == en


def test_ranges(book):
    assert span(450_000, 1_100_000, "eur-per-year", book.units, "fr") == "0,45 à 1,1 M€"
    assert span(5, 10, "fte", book.units, "en") == "5–10 FTEs"
    assert span(0, 2_000_000, "eur", book.units, "en") == "€0–2M"


@pytest.mark.parametrize(
    ("low", "high", "unit", "fr", "en"),
    [
        (-3e6, -2e6, "eur", "−3 M€ à −2 M€", "−\u2060€3M to −\u2060€2M"),
        (-3e6, 500_000, "eur", "−3 M€ à 0,5 M€", "−\u2060€3M to €0.5M"),
        (-5, -2, "percent", "−5 % à −2 %", "−5% to −2%"),
    ],
)
def test_below_zero_each_bound_has_its_unit(book, low, high, unit, fr, en):
    assert span(low, high, unit, book.units, "fr") == fr
    assert span(low, high, unit, book.units, "en") == en


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (0, True, False),
        (0.5, True, False),
        (1, True, True),
        (1.0, True, True),
        (1.5, True, False),
        (2, False, False),
        (-0.5, True, False),
        (-1, True, True),
        (-1.5, True, False),
        (-2, False, False),
        (1e6, False, False),
    ],
)
def test_plurals(value, fr, en):
    assert formats.singular(value, "fr") is fr
    assert formats.singular(value, "en") is en


@pytest.mark.parametrize(
    ("figure", "fr", "en"),
    [
        (Relative(type="relative", change=-33), "−33 %", "−33%"),
        (Range(type="range", low=-75, high=-50, unit="percent", relative=True), "−50 % à −75 %", "−50% to −75%"),
        (
            BeforeAfter(type="before-after", before=2, before_unit="hour", after=1, unit="minute"),
            "2 heures → 1 minute",
            "2 hours → 1 minute",
        ),
        (Multiple(type="multiple", factor=2.5), "×2,5", "×2.5"),
        (Absolute(type="absolute", value=88.8, unit="percent", at_least=True), "> 88,8 %", "> 88.8%"),
    ],
)
def test_headlines(book, figure, fr, en):
    assert headline(figure, book, "fr") == fr
    assert headline(figure, book, "en") == en
