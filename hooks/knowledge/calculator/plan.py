"""What the business case keeps of a calculation: the plan of each driver, and what a sceptic would leave of it."""

from dataclasses import replace

from ..roi.engine import evaluate, flowing, monthly_flows
from ..roi.model import BUCKETS, Model
from ..roi.results import Results
from ..roi.sensitivity import sceptical_drivers
from .example import Case


def planned(model: Model, results: Results) -> dict[str, list[float]]:
    """Driver → EUR of each month of the horizon, of those that count; together they are the monthly benefit."""
    bare = flowing(model, results.scalars, results.kept) | dict.fromkeys(BUCKETS, 0.0)
    profiles = {bucket: monthly_flows(model, bare | {bucket: 1.0}).benefit for bucket in BUCKETS}
    drivers = model.record.drivers
    return {id: [amount * step for step in profiles[drivers[id].bucket]] for id, amount in results.kept.items()}


def seen_by_cfo(model: Model, case: Case) -> Case:
    """The case with the drivers alone that the CFO view keeps."""
    base = evaluate(model, {}, case.situation, sceptical_drivers(model))
    return replace(case, results={**case.results, "base": base})
