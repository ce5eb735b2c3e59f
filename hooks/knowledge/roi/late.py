"""How long after the horizon a project pays back, as engine/late.js counts it."""

from collections.abc import Mapping

from . import finance
from .engine import evaluate
from .model import Model
from .results import Results


def late_payback(model: Model, inputs: Mapping[str, float], results: Results) -> float | None:
    """Months from the horizon to the payback of `results`, if every year to come is like the one after the horizon.

    None where it has paid back, and where it never would: that year costs as much as it brings in, or more.
    """
    if results["payback_month"] is not None:
        return None
    years = results.number("horizon_years")
    longer = evaluate(model, {**inputs, "horizon_years": years + 1}, results.situation, results.counted)
    month, left, more = longer["payback_month"], longer.flows.cumulative[-1], longer.flows.yearly_net[-1]
    if month is not None:
        return month - years * finance.MONTHS
    return finance.MONTHS * (1 - left / more) if more > 0 else None
