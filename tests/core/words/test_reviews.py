from dataclasses import replace
from datetime import date

import pytest
from knowledge.pages.dated import overdue
from knowledge.records.base import months_after
from knowledge.roi.model import model_of
from knowledge.roi.sensitivity import sceptical_drivers
from knowledge.words.reviews import as_of_its_day, long_late

from tests.support.building import project

DUE = date(2028, 11, 27)  # of the benchmarks


def book_of(day: date):
    return as_of_its_day(replace(project().book, today=day))


def tiers(book) -> dict[str, str]:
    return {name: item.source.tier for name, item in book.roi.inputs.items() if item.source.benchmark}


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 23), 24, date(2028, 11, 23)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_end_within_their_month(day, months, then):
    assert months_after(day, months) == then


def test_a_model_that_is_not_late_is_what_was_typed():
    assert book_of(DUE).roi == project().book.roi


def test_half_a_year_late_a_published_figure_is_an_assumption_and_the_cfo_loses_it():
    before, after = book_of(months_after(DUE, 6)), book_of(date(2029, 5, 28))
    assert set(tiers(before).values()) == {"B"}
    assert set(tiers(after).values()) == {"D"}
    assert all(item.source.tier == "D" for item in after.roi.inputs.values())


def test_half_a_year_late_an_outcome_is_quoted_and_bounds_nothing():
    then, now = book_of(date(2029, 5, 28)).roi.improvements, project().book.roi.improvements
    assert any(item.outcomes for item in now.values())
    assert not any(item.outcomes for item in then.values())
    assert {name: {*item.outcomes, *item.context} for name, item in now.items()} == {
        name: set(item.context) for name, item in then.items()
    }


def test_a_late_model_keeps_its_figures():
    early, late = (model_of(book_of(day)) for day in (DUE, date(2036, 1, 1)))
    assert {name: item.default for name, item in late.record.inputs.items()} == {
        name: item.default for name, item in early.record.inputs.items()
    }
    assert set(sceptical_drivers(late)) <= set(sceptical_drivers(early))


def test_only_what_is_a_year_late_warns():
    assert not long_late(book_of(date(2029, 11, 23)))
    warned = long_late(book_of(date(2029, 11, 24)))
    assert {problem.path.split("/")[1] for problem in warned} >= {"kpis", "outcomes", "tco", "sources.yml"}
    assert "2028-11-23" in warned[0].message


def test_a_page_says_what_is_late_from_the_day_after():
    page = next(page for page in project().planned if page.url == "fr/kpi/order-fill-rate/")
    assert overdue(book_of(date(2028, 11, 23)), page) is None
    late = overdue(book_of(date(2028, 11, 24)), page)
    assert late.due == date(2028, 11, 23)
    assert late.names[0] == project().book.kpis["order-fill-rate"].name.fr
    assert not late.weak
