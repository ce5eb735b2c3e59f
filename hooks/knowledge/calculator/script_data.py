"""What the browser engine needs beside the formulas: the figures of the model, as data."""

from collections.abc import Mapping
from typing import Any

from ..records.inputs import Improvement, Input
from ..roi.model import BUCKETS, STEPS, Model
from ..roi.sensitivity import ranged, releasing
from ..roi.simulation import swinging
from ..roi.worth import spreads
from .sentences import ODDS

Targets = Mapping[str, Mapping[str, float]]  # outcome → improvement → target


def data(model: Model, targets: Targets) -> dict[str, Any]:
    """What the browser engine needs beside the formulas; texts are left to the page."""
    record = model.record
    return {
        "version": record.version,
        "former": list(range(1, record.version)),
        "renamed": {item.was: name for name, item in record.inputs.items() if item.was},
        "situations": list(record.situations),
        "factors": {unit: item.factor for unit, item in record.units.items() if item.factor != 1},
        "constants": {name: item.value for name, item in record.constants.items()},
        "inputs": {name: input_data(item) for name, item in record.inputs.items()},
        "improvements": {name: improvement_data(name, item, targets) for name, item in record.improvements.items()},
        "drivers": {id: driver_data(model, id) for id in record.drivers},
        "named": {name: item.unit for name, item in {**record.constants, **record.scalars, **record.results}.items()},
        "steps": STEPS,
        "buckets": BUCKETS,
        "flows": {
            flow: [name for name, row in record.monthly.items() if row.flow == flow]
            for flow in ("benefit", "cost", "cash")
        },
        "releasing": releasing(model),
        "spreads": list(spreads(model)),
        "once": [name for name, row in record.monthly.items() if row.once],
        "pools": {id: pool.drivers for id, pool in record.pools.items()},
        "limits": {
            id: {"limit": guard.limit, "when": guard.when, "unit": guard.unit} for id, guard in record.guards.items()
        },
        "tco": tco(model),
        "presets": record.presets,
        "calendar": {"go_live": record.calendar.go_live, "seasons": record.calendar.seasons},
        "risk": record.risk.model_dump(),
        "swinging": swinging(model),
        "ranged": ranged(model),
        "cfo": record.cfo.model_dump(),
        "odds": ODDS,
    }


def input_data(item: Input) -> dict[str, Any]:
    """A default that is estimated is left to `estimates`."""
    given = {field: value for field in ("choices", "swing", "better") if (value := getattr(item, field))}
    return {
        **{field: getattr(item, field) for field in ("unit", "min", "max")},
        "default": item.default if isinstance(item.default, float) else None,
        "tier": item.source.tier,
    } | given


def driver_data(model: Model, id: str) -> dict[str, Any]:
    item = model.record.drivers[id]
    fields = {field: getattr(item, field) for field in ("team", "kind", "hardness", "bucket", "improvement")}
    return fields | {"behind": sorted(model.behind[id])}


def improvement_data(name: str, item: Improvement, targets: Targets) -> dict[str, Any]:
    """`targets`: what the reader may take from an outcome."""
    own = {outcome: values[name] for outcome, values in targets.items() if name in values}
    return {field: getattr(item, field) for field in ("unit", "low", "base", "high", "max", "tier")} | {"targets": own}


def tco(model: Model) -> dict[str, Any]:
    behind = model.record.tco.order_value
    figures = {id: table.rows[behind.row].figures[behind.figure] for id, table in model.tco.items()}
    return {
        "reader": behind.reader,
        "order_value": {id: (bounds.low, bounds.high) for id, bounds in figures.items()},
        "open_ended": [id for id, table in model.tco.items() if any(row.open_ended for row in table.rows.values())],
        "published": {
            id: {row: (item.low, item.high) for row, item in table.rows.items()} for id, table in model.tco.items()
        },
        "scaled": [id for id, answer in model.record.tco.rows.items() if answer.scaled],
    }
