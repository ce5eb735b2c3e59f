"""Where the marks of the calculator's drawings stand."""

from types import SimpleNamespace

import pytest
from knowledge.calculator.charts import BINS, band, histogram, lengths, swings


def test_a_band_holds_its_line_and_nought():
    area = band([-10, 0], [0, 10], [10, 30])
    assert (area.top, area.bottom, area.zero) == (30, -10, 75)
    assert area.line == "M0.00 75.00L100.00 50.00"
    assert area.band.startswith("M0.00 50.00L100.00 0.00L100.00 75.00L0.00 100.00")


def test_values_that_are_all_nought_are_a_line_at_the_top():
    area = band([0], [0], [0])
    assert (area.zero, area.line) == (0, "M0.00 0.00")


def test_what_is_negative_has_no_length():
    assert [bar.length for bar in lengths({"a": 5, "b": -10, "c": 10}).values()] == [50, 0, 100]
    assert [bar.length for bar in lengths({"a": 0}).values()] == [0]


def test_swings_stand_on_one_scale_with_the_middle():
    wide, narrow = (SimpleNamespace(npv_low=low, npv_high=high) for low, high in ((0, 100), (60, 40)))
    assert swings([wide, narrow], 50) == [(0, 100, 50), (40, 20, 50)]


def test_what_lies_beyond_a_histogram_is_in_its_outermost_columns():
    columns = histogram(range(3000))
    first, *between, last = (column.height for column in columns)
    assert len(columns) == BINS
    assert between == pytest.approx([between[0]] * (BINS - 2), abs=1)
    assert first == pytest.approx(last, abs=1) and first > between[0] * 1.2


def test_values_far_away_do_not_stretch_a_histogram():
    first, *between, last = (column.height for column in histogram([*[0.0] * 990, *[1e9] * 10]))
    assert first == 100 and not any(between)
    assert last == pytest.approx(100 * 10 / 990)


def test_a_column_knows_on_which_side_of_nought_it_stands():
    bins = histogram([value - 500 for value in range(1000)])
    assert [column.positive for column in bins] == [False] * (BINS // 2) + [True] * (BINS // 2)
