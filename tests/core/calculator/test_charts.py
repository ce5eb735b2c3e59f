"""Where the marks of the calculator's charts stand."""

import pytest
from knowledge.calculator.charts import BINS, Scale, apart, around, histogram, lengths, polyline, share, ticks


def test_what_is_negative_has_no_length():
    assert [bar.length for bar in lengths({"a": 5, "b": -10, "c": 10}).values()] == [50, 0, 100]
    assert [bar.length for bar in lengths({"a": 0}).values()] == [0]


def test_a_place_is_a_share_with_two_decimals():
    assert [share(value) for value in (0, -0.0, 12.345, 100, -0.004, 1 / 3)] == [
        "0%",
        "0%",
        "12.35%",
        "100%",
        "0%",
        "0.33%",
    ]
    assert polyline([(0, 75), (100, 50.125)]) == "M0 75L100 50.13"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 10, [0, 2, 4, 6, 8, 10]),
        (-1.2e6, 3.7e6, [-1e6, 0, 1e6, 2e6, 3e6]),
        (0, 0.061, [0, 0.02, 0.04, 0.06]),
        (212_000, 298_000, [220_000, 240_000, 260_000, 280_000]),
    ],
)
def test_ticks_are_round_and_few(low, high, expected):
    assert ticks(Scale(low, high), 5) == pytest.approx(expected)


@pytest.mark.parametrize("values", [[0.0], [5.0, 5.0], [-3.0, -2.0], [1e-9, 2e-9], [-7e11, 9e11]])
def test_a_scale_ends_on_round_values_and_holds_everything(values):
    scale = around(values, 5)
    assert scale.low < scale.high
    assert all(-1e-9 <= scale.at(value) <= 100 + 1e-9 for value in values)
    assert len(ticks(scale, 5)) <= 7


def test_labels_that_would_cover_each_other_move_apart():
    assert apart([10, 40, 90], 14) == [10, 40, 90]
    assert apart([39, 40, 41], 14) == [26, 40, 54]
    assert apart([10, 88, 99], 14) == [10, 78, 92]  # above the names of the axis


def test_what_lies_beyond_a_histogram_is_in_its_outermost_columns():
    first, *between, last = histogram(range(3000)).counts
    assert len(between) == BINS - 2
    assert between == pytest.approx([between[0]] * len(between), abs=1)
    assert first == pytest.approx(last, abs=1) and first > between[0] * 1.2


def test_values_far_away_do_not_stretch_a_histogram():
    first, *between, last = histogram([*[0.0] * 990, *[1e9] * 10]).counts
    assert (first, last) == (990, 10) and not any(between)


def test_the_columns_of_a_histogram_follow_one_another():
    bins = histogram([value - 500.0 for value in range(1000)])
    assert sum(count for *_, count in bins.columns) == 1000
    edges = [low for low, *_ in bins.columns]
    assert edges == sorted(edges) and bins.scale.low == edges[0]
