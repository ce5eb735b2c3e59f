"""From what the drivers would bring alone to the net present value, step by step, as engine/waterfall.js counts it."""

from collections.abc import Mapping
from dataclasses import dataclass

from . import finance
from .engine import flowing, monthly_flows
from .model import Model
from .results import Results
from .sensitivity import Inputs, overlap
from .yearly import Yearly

STEPS = ("alone", "overlap", "prudence", "aside", "kept", "net", "discounting", "npv")  # beside one for each cost


@dataclass(frozen=True)
class Step:
    """EUR over the horizon: what a step adds to the sum before it; what is a `sum` says where it stands."""

    id: str
    amount: float
    sum: bool = False


def waterfall(model: Model, results: Results, inputs: Inputs, years: Yearly) -> list[Step]:
    """`inputs` are those of the results, `years` their yearly table."""
    kinds = {driver.kind for driver in model.record.drivers.values()}
    gross = {**results.scalars, **{f"risk_adjust_{kind}": 1.0 for kind in kinds}}
    alone = brought(model, gross, overlap(model, inputs, results.situation).alone)
    together, prudent = brought(model, gross, results.drivers), brought(model, results.scalars, results.adjusted)
    kept, net = results.number("total_inflow"), results.number("total_net")
    costs = [Step(name, line.total) for name, line in years.costs.items()]
    return [
        Step("alone", alone, True),
        Step("overlap", together - alone),
        Step("prudence", prudent - together),
        Step("aside", kept - prudent),
        Step("kept", kept, True),
        *costs,
        Step("net", net, True),
        Step("discounting", results.number("npv") - net),
        Step("npv", results.number("npv"), True),
    ]


def brought(model: Model, scalars: Mapping[str, float], amounts: Mapping[str, float]) -> float:
    """What flows in over the horizon where the drivers bring these amounts a year."""
    return finance.add_up(monthly_flows(model, flowing(model, scalars, amounts)).inflow)
