"""The data of the repository: counts, references, arithmetic. One test id a record."""

from collections import Counter
from pathlib import Path

import pytest
from knowledge.book import read_project
from knowledge.records.outcome import BeforeAfter, Relative
from knowledge.words.published import agrees, recomputed, shares, total

ROOT = Path(__file__).parents[2]
BOOK = read_project(ROOT).book
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
    assert Counter(outcome.topic for outcome in BOOK.outcomes.values()) == PUBLISHED


def test_six_families_hold_sixteen_items():
    assert [len(family.items) for family in BOOK.cost_families.values()] == [3, 3, 3, 2, 2, 3]


@pytest.mark.parametrize("id", BOOK.kpis)
def test_a_kpi_can_be_found_by_other_names(id):
    for lang in ("fr", "en"):
        words = BOOK.kpis[id].synonyms[lang]
        assert len(words) >= 5
        assert len(set(map(str.lower, words))) == len(words)


@pytest.mark.parametrize("id", BOOK.outcomes)
def test_an_outcome_agrees_with_its_own_figures_or_says_why_not(id):
    outcome = BOOK.outcomes[id]
    assert agrees(outcome.figure) or outcome.disputed
    if isinstance(outcome.figure, Relative):
        assert outcome.figure.change != 0


@pytest.mark.parametrize(
    ("id", "change"),
    [
        ("mass-retail-store-network", 36.0),
        ("mass-retail-availability-latency", -60.2),
        ("electronics-mean-delivery-time", -51.0),
    ],
)
def test_before_and_after_are_recomputed(id, change):
    figure = BOOK.outcomes[id].figure
    assert isinstance(figure, BeforeAfter)
    assert recomputed(figure) == pytest.approx(change, abs=0.05)


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
