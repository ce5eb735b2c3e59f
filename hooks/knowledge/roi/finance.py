"""What a series of yearly or monthly flows is worth.

Flows stand at the end of each period, the first is discounted once.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate, pairwise
from math import pow
from operator import add

MONTHS = 12
STEEPEST = 1e6  # a monthly rate of return beyond this one is not worth looking for


def add_up(amounts: Iterable[float]) -> float:
    """From left to right, so that the build prints what the browser does: sum() adds otherwise from Python 3.12."""
    return reduce(add, amounts, 0.0)


def monthly_rate(yearly: float) -> float:
    """The monthly rate that makes the yearly one: 0.10 → 0.00797."""
    return pow(1 + yearly, 1 / MONTHS) - 1


def present_value(flows: Iterable[float], rate: float) -> float:
    """Sum of the flows, each discounted to the start of the first period at a rate a period; Excel's NPV."""
    return add_up(flow / (1 + rate) ** period for period, flow in enumerate(flows, start=1))


def discounted(flows: Iterable[float], rate: float) -> list[float]:
    """Each flow at its value at the start of the first period."""
    return [flow / (1 + rate) ** period for period, flow in enumerate(flows, start=1)]


def cumulative(flows: Iterable[float]) -> list[float]:
    """The sum of the flows up to each of them."""
    return list(accumulate(flows))


def sum_years(flows: Sequence[float]) -> list[float]:
    """The sum of each year of monthly flows; the last may be shorter."""
    return [add_up(flows[start : start + MONTHS]) for start in range(0, len(flows), MONTHS)]


def payback(flows: Sequence[float]) -> int | None:
    """The first period, from 1, from which the cumulative flow stays at or above zero.

    0 if it never is below, None if it ends below.
    """
    below = [period for period, total in enumerate(accumulate(flows), start=1) if total < 0]
    after = below[-1] + 1 if below else 0
    return after if after <= len(flows) else None


def rate_of_return(flows: Sequence[float]) -> float | None:
    """The rate a period at which the flows are worth nothing; None unless their sum goes from − to + exactly once.

    That condition makes the rate positive and unique (Norstrøm). The worth falls from above zero at a rate of 0 to
    below zero at a rate steep enough for the first flow to prevail, so halving the interval always finds it.
    """
    signs = [total > 0 for total in accumulate(flows) if total]
    if not signs or signs[0] or not signs[-1] or sum(a != b for a, b in pairwise(signs)) != 1:
        return None
    low, high = 0.0, 1.0
    while worth(flows, high) > 0:
        low, high = high, 2 * high
        if high > STEEPEST:
            return None
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if worth(flows, middle) > 0 else (low, middle)
    return middle


def worth(flows: Iterable[float], rate: float) -> float:
    """The flows discounted to the first of them; without powers, so that no rate overflows."""
    total, factor = 0.0, 1.0
    for flow in flows:
        total += flow / factor
        factor *= 1 + rate
    return total


def yearly_return(flows: Sequence[float]) -> float | None:
    """The yearly internal rate of return of monthly flows."""
    rate = rate_of_return(flows)
    return None if rate is None else (1 + rate) ** MONTHS - 1
