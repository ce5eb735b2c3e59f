"""Every query of a guide runs on the sample and gives the figure that the page prints."""

import pytest

from tests.sample import connect
from tests.support.building import project

BOOK = project().book


@pytest.fixture(scope="module")
def sample():
    with connect() as connection:
        yield connection


@pytest.mark.parametrize("id", BOOK.guides)
def test_the_query_gives_the_figure_of_the_example(sample, id):
    cursor = sample.execute(BOOK.queries[id])
    rows = [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor.fetchall()]
    example = {name: value for name, value in BOOK.guides[id].measure.example if value is not None}
    assert rows == [pytest.approx(example)]


@pytest.mark.parametrize("id", BOOK.guides)
def test_the_fields_a_guide_asks_for_are_in_the_sample(sample, id):
    for need in BOOK.guides[id].measure.needs:
        table, column = need.field.split(".")
        assert column in [row[1] for row in sample.execute(f"PRAGMA table_info({table})")]


@pytest.mark.parametrize("id", BOOK.guides)
def test_a_rate_is_its_numerator_over_its_denominator(id):
    example = BOOK.guides[id].measure.example
    if BOOK.kpis[id].unit == "percent" and example.denominator:
        assert example.value == pytest.approx(100 * example.numerator / example.denominator, abs=0.006)


def test_the_sample_keeps_its_own_rules(sample):
    assert sample.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (lambda of: of("conversion-rate"), lambda of: of("add-to-cart-rate") * of("checkout-completion-rate") / 100),
        (lambda of: of("cart-abandonment-rate"), lambda of: 100 - of("checkout-completion-rate")),
        (lambda of: of("in-stock-rate"), lambda of: 100 - of("out-of-stock-rate")),
        (lambda of: of("inventory-coverage"), lambda of: 365 / 7 / of("inventory-turnover")),
    ],
    ids=["24 = 22 × 23", "25 = 1 − 23", "12 = 1 − 13", "14 = 365 / 8, in weeks"],
)
def test_the_identities_hold_on_the_sample(left, right):
    def of(id: str) -> float:
        return BOOK.guides[id].measure.example.value

    assert left(of) == pytest.approx(right(of), rel=2e-3)
