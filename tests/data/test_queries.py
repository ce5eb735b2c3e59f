"""Every query of a guide runs on the sample and gives the figure that the page prints, in SQLite and in PostgreSQL."""

import pytest
from knowledge.records.base import LANGUAGES
from knowledge.records.query import DIALECTS

from tests.support import postgresql
from tests.support.building import project
from tests.support.sample import connect

BOOK = project().book


@pytest.fixture(scope="module")
def sample():
    with connect() as connection:
        yield connection


@pytest.fixture(scope="module")
def server():
    if not postgresql.SERVER:
        pytest.skip("PostgreSQL is not installed: no program named postgres")
    with postgresql.server() as folder:
        postgresql.ask(folder, BOOK.sample.script)
        yield folder


def example(id):
    return {name: value for name, value in BOOK.guides[id].measure.example if value is not None}


def rewritten(id, dialect):
    """What a reader runs who copies the query of the page and changes the lines that it names."""
    text = BOOK.queries[id].shown("fr")
    for change in BOOK.queries[id].changes:
        if dialect in change.instead:
            assert text.count(change.line) == 1, f"which line is meant: {change.line}"
            text = text.replace(change.line, change.instead[dialect])
    return text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("id", BOOK.guides)
def test_the_query_gives_the_figure_of_the_example(sample, id, lang):
    cursor = sample.execute(BOOK.queries[id].shown(lang))
    rows = [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor.fetchall()]
    assert rows == [pytest.approx(example(id))]


@pytest.mark.parametrize("id", BOOK.guides)
def test_the_query_gives_the_same_in_postgresql(server, id):
    assert postgresql.ask(server, rewritten(id, "postgresql")) == [pytest.approx(example(id))]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("id", BOOK.guides)
def test_a_query_changes_by_two_lines_at_most(id, dialect):
    shown, other = BOOK.queries[id].shown("fr").split("\n"), rewritten(id, dialect).split("\n")
    assert sum(left != right for left, right in zip(shown, other, strict=True)) <= 2


@pytest.mark.parametrize("id", BOOK.guides)
def test_a_query_says_what_it_counts(id):
    french, english = (BOOK.queries[id].rules(lang) for lang in LANGUAGES)
    assert len(french) == len(english) > 0


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


@pytest.mark.parametrize(
    ("reason", "failed"), [("payment", 4), ("fraud", 4), ("stock", 4), ("delay", 5), ("customer", 5)]
)
def test_an_order_cancelled_while_it_is_stuck_fails_unless_the_cause_lies_elsewhere(sample, reason, failed):
    sample.execute("SAVEPOINT before")
    try:
        stuck = "integration_failed = 1, released_at = NULL, status = 'cancelled', cancelled_at = '2026-10-08 10:00:00'"
        sample.execute(f"UPDATE orders SET {stuck}, cancel_reason = ? WHERE order_id = 70068", [reason])
        assert sample.execute(BOOK.queries["order-failure-rate"].shown("en")).fetchone()[0] == failed
    finally:
        sample.execute("ROLLBACK TO before")


def test_collections_without_an_account_are_a_visit_each(sample):
    sample.execute("SAVEPOINT before")
    try:
        sample.execute("UPDATE orders SET customer_id = NULL")
        online = "SELECT order_id FROM orders WHERE channel IN ('web', 'app')"
        month = "collected_at >= '2026-10-01' AND collected_at < '2026-11-01'"
        collected = sample.execute(
            f"SELECT COUNT(*) FROM collections WHERE {month} AND order_id IN ({online})"
        ).fetchone()
        assert sample.execute(BOOK.queries["second-basket"].shown("en")).fetchone()[1] == collected[0]
    finally:
        sample.execute("ROLLBACK TO before")
