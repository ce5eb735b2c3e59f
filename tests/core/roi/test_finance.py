"""Rates, paybacks and present values, against figures known beforehand."""

import pytest
from knowledge.roi import finance


def test_present_values_of_a_published_study():
    costs, benefits = [53150, 666715, 636772, 647783], [0, 1606511, 3061331, 4229760]  # the first is paid at once
    paid, earned = (first + finance.present_value(later, 0.10) for first, *later in (costs, benefits))
    assert round(paid) == 1_672_201
    assert round(earned) == 7_168_371
    assert round(earned - paid) == 5_496_170
    assert round((earned - paid) / paid, 2) == 3.29


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        ([-100, 60, 60], 0.13066),
        ([-100, 0, 121], 0.1),
        ([0, 0, -100, 110], 0.1),
        ([-1, 500_000], 499_999),
        ([-100, 100.000001], 1e-8),
        ([100, 60], None),
        ([-100, -60], None),
        ([-100, 60], None),
        ([-100, 230, -132], None),
        ([100, -200, 150], None),
        ([0, 0], None),
        ([], None),
        ([-1e-9, 1e9], None),
    ],
)
def test_rate_of_return(flows, rate):
    found = finance.rate_of_return(flows)
    assert found == (None if rate is None else pytest.approx(rate, rel=1e-4, abs=1e-12))


@pytest.mark.parametrize(
    ("flows", "period"),
    [
        ([-100, 60, 60], 3),
        ([-100, 100], 2),
        ([50, 50], 0),
        ([-100, 150, -100, 60], 4),
        ([-100, 60], None),
        ([-1, 2, -3], None),
        ([], 0),
    ],
)
def test_payback(flows, period):
    assert finance.payback(flows) == period


def test_sums_are_added_as_the_browser_adds_them():
    assert finance.add_up([1e16, 1.0, -1e16]) == 0  # sum() gives 1 from Python 3.12 on
