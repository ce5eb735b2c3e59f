"""When a project pays back that has not within the horizon."""

import pytest
from knowledge.roi.engine import evaluate
from knowledge.roi.finance import MONTHS
from knowledge.roi.late import late_payback

from tests.support.roi import ERP


def late(model, fee):
    inputs = {"licence_fee_per_order": fee}
    return late_payback(model, inputs, evaluate(model, inputs, ERP))


def test_a_payback_within_the_year_after_the_horizon_is_that_of_a_longer_calculation(model):
    longer = evaluate(model, {"licence_fee_per_order": 0.6, "horizon_years": 4}, ERP)
    assert late(model, 0.6) == longer["payback_month"] - 3 * MONTHS == 5


def test_a_later_payback_comes_when_the_year_after_the_horizon_has_repeated_often_enough(model):
    flows = evaluate(model, {"licence_fee_per_order": 0.8, "horizon_years": 4}, ERP).flows
    more = late(model, 0.8) / MONTHS - 1
    assert more > 0
    assert flows.cumulative[-1] + more * flows.yearly_net[-1] == pytest.approx(0, abs=1e-3)


def test_a_project_that_has_paid_back_or_never_would_is_not_late(model, example):
    assert late_payback(model, {}, example) is None
    assert evaluate(model, {"licence_fee_per_order": 1.4, "horizon_years": 4}, ERP).flows.yearly_net[-1] < 0
    assert late(model, 1.4) is None
