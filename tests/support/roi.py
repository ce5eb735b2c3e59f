"""Inputs and comparisons that the tests of the ROI engine share, in Python and in the browser."""

import json
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from knowledge.roi.engine import defaults
from knowledge.roi.model import Model
from knowledge.roi.results import Results
from knowledge.roi.sensitivity import ranged

from tests.support.building import ROOT

REFERENCE = json.loads((ROOT / "tests/core/golden/roi_cases.json").read_text(encoding="utf-8"))  # computed apart
ERP = "erp-custom"
SITUATIONS = {"erp": "erp-custom", "legacy": "legacy-oms"}  # the words of the reference cases


def random_inputs(model: Model, number: int, seed: int = 1) -> Iterator[tuple[str, dict[str, float]]]:
    """(situation, inputs) by turns near the defaults and over the whole range; the same for the same seed."""
    draw = random.Random(seed)
    for index in range(number):
        situation = draw.choice(sorted(model.record.situations))
        start = defaults(model, situation)
        yield situation, {name: figure(draw, model, name, value, near=index % 2 == 0) for name, value in start.items()}


def random_ranges(model: Model, inputs: Mapping[str, float], number: int, seed: int) -> dict[str, tuple[float, float]]:
    """As many figures with a low and a high around what a reader typed, within their bounds; the same for a seed."""
    draw, record = random.Random(seed), model.record
    names = draw.sample([*ranged(model), *record.improvements], number)
    found = {}
    for name in names:
        item = record.typed[name]
        least, most = getattr(item, "min", 0.0), max(item.max, inputs[name])
        found[name] = (draw.uniform(least, inputs[name]), draw.uniform(inputs[name], most))
    return found


def figure(draw: random.Random, model: Model, name: str, value: float, near: bool) -> float:
    item = model.record.inputs.get(name) or model.record.improvements[name]
    low = getattr(item, "min", 0.0)
    if getattr(item, "choices", []):
        return draw.choice(item.choices)
    if getattr(item, "switch", False):
        return draw.choice((0, 1))
    return min(item.max, max(low, value * draw.uniform(0.8, 1.2))) if near else draw.uniform(low, item.max)


def flat(model: Model, results: Results) -> dict[str, Any]:
    """A calculation as the browser engine returns it."""
    record, flows, tco = model.record, results.flows, results.tco
    monthly = {f"monthly_{name}": amounts for name, amounts in asdict(flows).items()}
    return {
        **{name: results[name] for name in (*record.formulas, *record.costs, *record.results)},
        "situation": results.situation,
        "counted": results.counted,
        "values": results.named,
        "drivers": results.drivers,
        "adjusted": results.adjusted,
        "teams": results.teams,
        **monthly,
        "cumulative": flows.cumulative,
        "yearly_net": flows.yearly_net,
        **{f"tco_{name}": bounds for name, bounds in asdict(tco.total).items()},
        "tco_rows": {id: asdict(row) for id, row in tco.rows.items()},
    }


def numbers(value: Any, path: str = "") -> Iterator[tuple[str, float | None]]:
    """(path, number or None) of every leaf of the results."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from numbers(part, f"{path}.{name}" if path else name)
    elif isinstance(value, list | tuple):
        for place, part in enumerate(value):
            yield from numbers(part, f"{path}[{place}]")
    elif not isinstance(value, str):
        yield path, value


def distance(expected: float | None, found: float | None, scale: float = 1.0) -> float:
    """How far two numbers are from each other, relative to the larger of them and `scale`.

    Infinite if only one is a number.
    """
    if expected is None or found is None:
        return 0.0 if expected is found else math.inf
    return abs(expected - found) / max(abs(expected), abs(found), scale)
