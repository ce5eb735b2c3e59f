"""Arithmetic on published figures."""

from statistics import NormalDist

import pytest
from knowledge.records.outcome import Absolute, BeforeAfter, Duration, Multiple, Range, Relative
from knowledge.words.published import (
    about,
    agrees,
    beside,
    conversion,
    outcomes_of,
    published_size,
    quality,
    recomputed,
    sample_size,
)


@pytest.mark.parametrize("level", [2, 10, 40])
def test_the_texts_say_how_many_more_cases_two_groups_take(level):
    """KPI pages say twice to compare two periods; the guide says four times to see the difference 4 times out of 5."""
    both = sum(rate * (100 - rate) for rate in (level, beside(level)))
    one = level * (100 - level)
    assert both / one == pytest.approx(2, rel=0.06)
    sure = (NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.8)) / NormalDist().inv_cdf(0.975)
    assert sure**2 * both / one == pytest.approx(4, rel=0.1)


def before_after(before, after, change=None, **given):
    return BeforeAfter(type="before-after", before=before, after=after, unit="minute", change=change, **given)


@pytest.mark.parametrize(
    ("figure", "changes"),
    [
        (before_after(100, 80), [-20]),
        (before_after(80, 40, before_high=100), [-50, -60]),
        (before_after(2, 60, before_unit="hour"), [-50]),
        (before_after(2, 60, before_unit="order"), []),
        (before_after(0, 20), []),
        (Relative(type="relative", change=-33), []),
    ],
    ids=["plain", "from both ends of a range", "units of time", "units that do not convert", "from nought", "no pair"],
)
def test_a_change_is_recomputed(figure, changes):
    assert list(recomputed(figure)) == pytest.approx(changes)


@pytest.mark.parametrize(("published", "sound"), [(-49, True), (-55, True), (-61, True), (-48, False), (-62, False)])
def test_a_change_published_beside_a_range_lies_within_what_its_ends_give(published, sound):
    assert agrees(before_after(80, 40, published, before_high=100)) is sound


@pytest.mark.parametrize(
    ("published", "sound"), [(-20, True), (-20.9, True), (-21.5, False), (20, False), (None, True)]
)
def test_a_published_change_may_be_rounded_to_a_whole_percent(published, sound):
    assert agrees(before_after(100, 80, published)) is sound


@pytest.mark.parametrize(
    ("unit", "to", "many"), [("hour", "minute", 60), ("order", "order", 1), ("order", "hour", None)]
)
def test_units_of_time_convert(unit, to, many):
    assert conversion(unit, to) == many


@pytest.mark.parametrize(("level", "cases"), [(50, 9604), (20, 6147), (10, 3458), (2, 18824)])
def test_a_low_rate_is_known_within_a_tenth_of_its_value_another_within_one_point(level, cases):
    assert sample_size(level) == cases


@pytest.mark.parametrize(("level", "other"), [(2, 2.2), (20, 21), (92, 91), (99.5, 98.5)])
def test_a_rate_beside_another_is_one_margin_from_it(level, other):
    assert beside(level) == pytest.approx(other)


@pytest.mark.parametrize(("cases", "said"), [(1825, 1800), (18824, 19000), (96, 96), (7, 7)])
def test_a_number_of_cases_is_said_with_two_digits(cases, said):
    assert about(cases) == said


def test_the_quality_of_an_outcome_is_what_it_tells(book):
    plain = next(iter(book.outcomes.values())).model_copy(update={"period": None, "scope": None, "disputed": None})

    def met(figure, **given):
        return {
            name
            for name, is_met in quality(plain.model_copy(update={"figure": figure, **given}), False).items()
            if is_met
        }

    assert met(before_after(100, 80, -20)) == {"baseline", "after", "consistent"}
    assert met(before_after(100, 80, -50)) == {"baseline", "after"}
    assert met(Absolute(type="absolute", value=96, unit="percent")) == {"after", "consistent"}
    assert met(Absolute(type="absolute", value=3e6, unit="eur")) == {"consistent"}
    assert met(Duration(type="duration", value=6, unit="week")) == {"after", "consistent"}
    assert met(Range(type="range", low=40, high=50, unit="percent", relative=True)) == {"consistent"}
    assert met(Range(type="range", low=3e4, high=8e4, unit="customer")) == {"after", "consistent"}
    assert met(before_after(100, 80), disputed=plain.text) == {"baseline", "after"}


@pytest.mark.parametrize(
    ("figure", "size"),
    [
        (Relative(type="relative", change=-33), 0.33),
        (Range(type="range", low=-75, high=-50, unit="percent", relative=True), 0.5),
        (Range(type="range", low=5, high=10, unit="day"), None),
        (Multiple(type="multiple", factor=2.5), 1.5),
        (before_after(100, 80, -30), 0.2),
        (Absolute(type="absolute", value=88.8, unit="percent"), None),
    ],
)
def test_what_an_outcome_proves_is_its_smallest_relative_change(book, figure, size):
    outcome = next(iter(book.outcomes.values())).model_copy(update={"figure": figure, "extra": {}})
    assert published_size(outcome) == (None if size is None else pytest.approx(size))


def test_outcomes_are_found_by_topic_industry_and_kpi(book):
    home, stock = outcomes_of(book, industry="home"), outcomes_of(book, topic="inventory")
    assert set(outcomes_of(book, industry="home", topic="inventory")) == set(home) & set(stock) != set()
    assert all("csat" in outcome.kpis for outcome in outcomes_of(book, kpi="csat").values())
    assert outcomes_of(book) == book.outcomes
