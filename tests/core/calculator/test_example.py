"""How a figure of the model reads, and what a KPI is worth in the example."""

import pytest
from knowledge.calculator.example import Worth, critical, example, worth_of
from knowledge.calculator.figures import about, evidence_words, measure


@pytest.mark.parametrize(
    ("value", "unit", "fr", "en"),
    [
        (0.867, "share", "86,7 %", "86.7%"),
        (1_234_567.8, "EUR", "1\u202f234\u202f568 €", "€1,234,568"),
        (42.5, "EUR", "42,50 €", "€42.50"),
        (-42.5, "EUR", "−42,50 €", "−\u2060€42.50"),
        (None, "EUR", "aucun", "aucun"),
    ],
)
def test_figures(book, value, unit, fr, en):
    assert measure(value, unit, book.roi, "fr", "aucun") == fr
    assert measure(value, unit, book.roi, "en", "aucun") == en


@pytest.mark.parametrize(
    ("value", "unit", "fr", "en"),
    [
        (0.867, "share", "87 %", "87%"),
        (1_234_567.8, "EUR", "1,2 M€", "€1.2M"),
        (-247_900, "EUR/year", "−250 k€ par an", "−\u2060€250k a year"),
        (2.15e9, "EUR", "2,2 Md€", "€2.2bn"),
        (999_600, "EUR", "1 M€", "€1M"),
        (42.5, "EUR", "43 €", "€43"),
        (0, "EUR", "0 €", "€0"),
        (17, "month", "17 mois", "17 months"),
        (None, "EUR", "aucun", "aucun"),
    ],
)
def test_figures_no_more_exact_than_what_they_rest_on(book, value, unit, fr, en):
    assert about(value, unit, book.roi, "fr", "aucun") == fr
    assert about(value, unit, book.roi, "en", "aucun") == en


def test_a_driver_is_critical_where_the_case_cannot_do_without_it():
    assert list(critical({"a": 0.2, "b": None, "c": 0.9, "d": -0.5, "e": 0.0})) == ["c", "a"]


@pytest.fixture(scope="module")
def case(book):
    return example(book)


def test_a_kpi_that_owns_its_money_says_so_one_that_feeds_it_says_that(book, case):
    for id, guide in book.guides.items():
        worth = worth_of(book, "en", id, case)
        if guide.driver is None and guide.feeds is None:
            assert worth is None
        else:
            driver = guide.driver or guide.feeds
            assert isinstance(worth, Worth) and worth.driver == driver
            assert book.roi.drivers[driver].label["en"] in worth.sentence and "{" not in worth.sentence
    owned, fed = (
        next(worth_of(book, "en", id, case) for id, guide in book.guides.items() if wanted(guide))
        for wanted in (lambda guide: guide.driver, lambda guide: guide.feeds and not guide.driver)
    )
    assert owned.sentence.split()[:2] != fed.sentence.split()[:2]


def test_an_evidence_prints_the_outcomes_figure(book):
    assert evidence_words(book, "{home-cancelled-orders} of {nobody}", "en") == "−85% of {nobody}"


def test_the_example_lists_what_brings_most_first(case):
    worth = case.base.adjusted
    assert [worth[id] for id in case.drivers] == sorted(worth.values(), reverse=True)
    assert case.results["low"]["npv"] < case.base["npv"] < case.results["high"]["npv"]
