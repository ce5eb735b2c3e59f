"""The net present value alone, as one function: the tornado and the simulation ask for it thousands of times."""

from collections.abc import Callable, Collection, Iterator, Mapping

from .compiled import function_from, outer_names, python
from .engine import idle, kept_of, rows_by_flow
from .finance import MONTHS
from .model import BUCKETS, MOVED, STEPS, Model

Worth = Callable[[Mapping[str, float]], float]


def worth_of(model: Model, counted: Collection[str] | None = None) -> Worth:
    """(constants, inputs, formulas of one number) → the result `npv`, for the drivers that count (all by default).

    A group of costs that varies is multiplied by its factor, where the figures hold one (`spread_…`).
    """
    discounted: Callable[..., float] = function_from(code_lines(model))
    drivers = [
        (id, item.bucket, f"risk_adjust_{item.kind}")
        for id, item in model.record.drivers.items()
        if counted is None or id in counted
    ]
    unused = dict.fromkeys(BUCKETS, 0.0) | dict.fromkeys(idle(model, [id for id, *_ in drivers]), 0.0)

    def worth(values: Mapping[str, float]) -> float:
        given = dict(unused)
        for id, bucket, share in drivers:
            given[bucket] += kept_of(values[id], values[share])
        return discounted(values, given)

    return worth


def code_lines(model: Model) -> Iterator[str]:
    """The months one after the other, each formula a local variable; `given` comes before `values`."""
    yield "def worth(values, given):"
    for name in sorted(outer_names(model.monthly) - {"m", "y", *STEPS}):
        if name in BUCKETS:
            yield f"{name} = given[{name!r}]"
        elif name in model.record.improvements:
            yield f"{name} = given.get({name!r}, values[{name!r}])"
        else:
            yield f"{name} = values[{name!r}]"
    yield from (f"{name} = values.get({name!r}, 1.0)" for name in spreads(model))
    yield from (f"{moved}_before = 0.0" for moved in MOVED)
    yield "_total, _factor, _rate = 0.0, 1.0, (1 + values['discount_rate']) ** (1 / values['months_per_year'])"
    yield "for m in range(1, int(values['horizon_years'] * values['months_per_year']) + 1):"
    yield f"    y = (m - 1) // {MONTHS}"
    for name, tree in model.monthly.items():
        yield f"    {name} = {python(tree)}"
        if name in MOVED:
            yield f"    {MOVED[name]} = {name} - {name}_before"
            yield f"    {name}_before = {name}"
    yield "    _factor /= _rate"
    yield f"    _total += ({net(model)}) * _factor"
    yield "return _total"


def net(model: Model) -> str:
    """The net flow of a month, each varying cost multiplied by its factor; the same in Python and JavaScript."""
    rows = rows_by_flow(model)
    factors = {row: f" * {spread}" for spread, group in spreads(model).items() for row in group}
    costs = "".join(f" - {row}{factors.get(row, '')}" for row in rows["cost"])
    return " + ".join([*rows["benefit"], *rows["cash"]]) + costs


def spreads(model: Model) -> dict[str, list[str]]:
    """Name of a factor → the monthly costs that it multiplies."""
    return {f"spread_{group}": rows for group, rows in model.record.risk.costs.rows.items()}
