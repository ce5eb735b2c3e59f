"""The data of the repository: counts, references, arithmetic. One test id a record."""

from collections import Counter

import pytest
from knowledge.records.base import LANGUAGES
from knowledge.records.outcome import BeforeAfter, Relative
from knowledge.words.benchmarks import figure_words
from knowledge.words.published import recomputed, shares, total

from tests.support.building import project

BOOK = project().book
PUBLISHED = {
    "fulfillment": 15,
    "inventory": 5,
    "customer-service": 6,
    "ecommerce": 10,
    "stores": 10,
    "technology": 13,
    "revenue": 10,
}


def test_the_kpis_are_the_39_of_the_white_paper():
    assert sorted(kpi.number for kpi in BOOK.kpis.values()) == list(range(1, 40))
    spans = {
        "fulfillment": (1, 7),
        "inventory": (8, 14),
        "customer-service": (15, 21),
        "ecommerce": (22, 26),
        "stores": (27, 32),
        "technology": (33, 39),
    }
    for kpi in BOOK.kpis.values():
        first, last = spans[kpi.team]
        assert first <= kpi.number <= last


def test_the_outcomes_are_the_69_of_the_white_paper():
    files = [file for file in BOOK.outcome_files.values() if file.source == "white-paper"]
    assert Counter(outcome.topic for file in files for outcome in file.outcomes.values()) == PUBLISHED


def test_six_families_hold_sixteen_items():
    assert [len(family.items) for family in BOOK.cost_families.values()] == [3, 3, 3, 2, 2, 3]


@pytest.mark.parametrize("id", BOOK.kpis)
def test_a_kpi_can_be_found_by_other_names(id):
    for lang in LANGUAGES:
        words = BOOK.kpis[id].synonyms[lang]
        assert len(words) >= 5
        assert len(set(map(str.lower, words))) == len(words)


def test_every_industry_but_that_of_no_trade_has_a_guide():
    assert {*BOOK.industries} - {*BOOK.industry_guides} == {"all-sizes"}


@pytest.mark.parametrize(
    ("id", "published", "computed"),
    [
        ("mass-retail-order-processing-time", -99, [-99.2]),
        ("mass-retail-availability-latency", -60, [-60.2]),
        ("mass-retail-store-network", 26, [36.0]),
        ("home-contact-centre-calls", -99, [-94.0]),
        ("electronics-mean-delivery-time", None, [-41.2, -58.0]),
    ],
)
def test_before_and_after_are_recomputed_and_what_contradicts_them_is_disputed(id, published, computed):
    outcome = BOOK.outcomes[id]
    assert isinstance(outcome.figure, BeforeAfter)
    assert outcome.figure.change == published
    assert list(recomputed(outcome.figure)) == pytest.approx(computed, abs=0.05)
    assert bool(outcome.disputed) == (published is not None and abs(published - computed[0]) > 1)


def test_no_other_outcome_publishes_a_change_beside_before_and_after():
    figures = {id: outcome.figure for id, outcome in BOOK.outcomes.items()}
    assert {id for id, figure in figures.items() if isinstance(figure, BeforeAfter) and figure.change is not None} == {
        "mass-retail-order-processing-time",
        "mass-retail-availability-latency",
        "mass-retail-store-network",
        "home-contact-centre-calls",
    }


def test_a_published_change_is_one():
    assert all(outcome.figure.change for outcome in BOOK.outcomes.values() if isinstance(outcome.figure, Relative))


@pytest.mark.parametrize(
    ("id", "low", "high", "published"), [("erp-custom", 6.40e6, 22.27e6, 13e6), ("legacy-oms", 10.49e6, 29.47e6, 18e6)]
)
def test_the_rows_of_a_tco_table_add_up(id, low, high, published):
    sums = total(BOOK.tco[id].rows.values())
    assert (sums.low, sums.high) == pytest.approx((low, high))
    assert BOOK.tco[id].published_total == published
    assert sum(shares(BOOK.tco[id]).values()) == pytest.approx(100)


@pytest.mark.parametrize("id", BOOK.tco)
def test_opportunity_is_the_greater_part_of_each_table(id):
    assert 55 < shares(BOOK.tco[id])["opportunity"] < 75


QUOTED = {  # as published
    "baymard-cart-abandonment": "70.22%",
    "statista-slow-delivery": "23%",
    "contentsquare-conversion": "2.3%",
    "sqm-first-call-resolution": "70–79%",
    "gartner-cost-per-contact": "$8.01 per contact",
    "nrf-online-returns": "19.3%",
    "ehi-return-rate": "6–10%",
    "ehi-fashion-returns": "26–50%",
    "ehi-cost-of-return": "€5–10 per item",
    "eurostat-labour-cost": "€33.50 an hour",
    "fevad-online-basket": "€68 per order",
    "gs1-shelf-stockouts": "3.4%",
    "ukcsi-non-food-retail": "81.6 out of 100",
    "acsi-online-retail": "79 out of 100",
    "icsc-second-purchase": "67%",
    "ponemon-data-breach": "$4.44M",
}


@pytest.mark.parametrize("id", QUOTED)
def test_a_benchmark_is_the_published_figure(id):
    assert figure_words(BOOK.benchmarks[id], BOOK, "en") == QUOTED[id]


def test_no_note_speaks_of_a_source_that_is_not_given():
    notes = [item.source.note for item in BOOK.roi.inputs.values() if item.source.note]
    assert not [note.en for note in notes if "not retained" in note.en or ".com" in note.en]
