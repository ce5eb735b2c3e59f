"""What waiting costs."""

import pytest
from knowledge.roi.engine import evaluate
from knowledge.roi.finance import MONTHS
from knowledge.roi.sensitivity import sceptical_drivers
from knowledge.roi.waiting import waiting

from tests.support.roi import ERP

STEADY = {"annual_growth_rate": 0.0, "licence_indexation": 0.0}  # every month at full speed is like the next
FLAT = [1 / MONTHS] * MONTHS


@pytest.fixture(scope="module")
def steady(model):
    return evaluate(model, STEADY, ERP)


def test_without_seasons_each_month_of_waiting_costs_the_same(model, steady):
    found = waiting(model, steady, FLAT, 5)
    assert found.lost == pytest.approx([months * steady["cost_of_delay_month"] for months in range(1, MONTHS + 1)])
    assert (found.peak, found.peak_missed) == (None, None)


@pytest.mark.parametrize("go_live", range(1, MONTHS + 1))
def test_a_year_of_waiting_costs_a_year_whatever_the_seasons(model, steady, go_live):
    for season in model.record.calendar.seasons.values():
        assert waiting(model, steady, season, go_live).lost[-1] == pytest.approx(MONTHS * steady["cost_of_delay_month"])


@pytest.mark.parametrize(
    ("go_live", "peak", "wait"), [(9, 11, 2), (10, 11, 1), (11, 11, 12), (12, 11, 11), (1, 1, 12), (12, 1, 1)]
)
def test_the_next_peak_is_the_first_after_go_live(model, steady, go_live, peak, wait):
    season = [2 / 13 if month == peak else 1 / 13 for month in range(1, MONTHS + 1)]
    found = waiting(model, steady, season, go_live)
    assert (found.peak.month, found.peak.wait, found.peak.missed) == (peak, wait, found.lost[wait - 1])


def test_the_premium_is_what_the_season_adds(model, steady):
    found = waiting(model, steady, model.record.calendar.seasons["any"], 9)
    assert found.peak.premium == pytest.approx(found.peak.missed - 2 * steady["cost_of_delay_month"])


def test_waiting_beyond_the_horizon_has_no_cost(model):
    results = evaluate(model, {**STEADY, "implementation_weeks": 130}, ERP)
    months = int(36 - results["go_live_month"])
    lost = waiting(model, results, FLAT, 9).lost
    assert all(amount is not None for amount in lost[:months])
    assert lost[months:] == (None,) * (MONTHS - months)


def test_a_busy_month_is_worth_more_than_a_quiet_one(model, steady):
    busy = [0.4 if month == 11 else 0.6 / 11 for month in range(1, MONTHS + 1)]
    assert waiting(model, steady, busy, 9).lost[1] > waiting(model, steady, FLAT, 9).lost[1]


def test_the_peak_brings_only_what_the_ramp_has_reached(model, steady):
    at_once = evaluate(model, {**STEADY, "ramp_fast_months": 0, "ramp_medium_months": 0, "ramp_slow_months": 0}, ERP)
    season = [*FLAT[:10], FLAT[10] + 1e-8, FLAT[11]]
    slow, fast = (waiting(model, results, season, 9).peak.benefit for results in (steady, at_once))
    assert 0 < slow < fast == pytest.approx(at_once["annual_benefit"] / MONTHS)


def test_a_case_that_costs_more_than_it_brings_has_no_cost_of_delay(book, model):
    kept = sceptical_drivers(model)
    results = evaluate(model, {}, ERP, kept)
    assert results["cost_of_delay_month"] < 0
    assert all(lost < 0 for lost in waiting(model, results, FLAT, 9).lost)
