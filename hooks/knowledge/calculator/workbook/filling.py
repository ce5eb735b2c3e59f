"""The figures in the cells of the example, by the keys of the sheets; workbook/amounts.js finds them in the browser."""

from collections.abc import Mapping, Sequence
from typing import Any

from ...records.roi import SCENARIOS
from ...roi import finance
from ...roi.engine import buckets, defaults, flowing, measured, months_of, rows_by_flow
from ...roi.model import MOVED
from ...roi.results import Results
from ...roi.sensitivity import beyond, overlap, releasing
from ..example import Case
from ..figures import measure
from .maker import Maker
from .told import DRAWN

Figures = Mapping[str, Any]


def figures_of(maker: Maker, case: Case) -> Figures:
    """The figures of the example: nested by the parts of their keys; None for what has no value or is not typed."""
    record, base, situation = maker.record, case.base, case.situation
    chosen = maker.set(record.situations[situation])
    owner = {
        "name": None,
        "situation": chosen,
        "industry": maker.word("no_preset", "roi"),
        "date": None,
        "address": None,
    }
    start = defaults(maker.model, situation)
    return {
        "case": {**owner, "number": list(record.situations).index(situation) + 1},
        "typed": dict.fromkeys(start),
        "defaults": start,
        "left": dict.fromkeys(record.inputs, 1),
        "ends": {scenario: dict.fromkeys(start) for scenario in ("low", "high")},
        "ranges": {id: [None, None] for id in start},
        "counts": dict.fromkeys(record.drivers, 1),
        "tiers": case.tiers,
        "evidence": {id: item.source.tier for id, item in record.inputs.items()}
        | {id: item.tier for id, item in record.improvements.items()},
        **{scenario: scenario_figures(maker, case.results[scenario]) for scenario in SCENARIOS},
        "years": years(maker, base),
        "spent": spent(maker, case),
        **guards(maker, base),
        "tornado": bars(maker, case),
        "draws": drawn(case),
        **shared(maker, case),
        "tco": inaction(maker, case),
        "cases": {
            "name": [maker.word("case", "roi_live").replace("{n}", "1")],
            "situation": [chosen],
            "industry": [owner["industry"]],
            "values": {id: [value] for id, value in base.named.items()},
        },
    }


def scenario_figures(maker: Maker, results: Results) -> Figures:
    """Every figure of one scenario; the months are those of the longest horizon."""
    model, values = maker.model, results.scalars
    flowed, kept = flowing(model, values, results.kept), results.kept
    rate, length = finance.monthly_rate(values["discount_rate"]), len(results.flows.net)
    return {
        "values": {**results.named, **buckets(model, kept)},
        "kept": {id: kept.get(id, 0.0) for id in model.record.drivers},
        "teams": results.teams,
        "counted": {id: flowed[id] for id in releasing(model)},
        "horizon": length,
        "rate": rate,
        "drawn": [min(month, length) for month in range(1, maker.months + 1)],
        "factors": finance.discounted([1.0] * maker.months, rate),
        **monthly(maker, flowed, length),
        **flows(maker, results, rate),
    }


def monthly(maker: Maker, flowed: Mapping[str, float], length: int) -> Figures:
    """{"months": each monthly formula over the longest horizon}; beyond the one chosen nothing flows."""
    record, whole = maker.record, maker.longest()
    every = [dict(month) for month in months_of(maker.model, {**flowed, "horizon_years": whole})]
    rows = {id: [month[id] for month in every] for id in (*record.monthly, *MOVED.values(), "y")}
    for id, item in record.monthly.items():
        if item.flow:
            rows[id] = rows[id][:length] + [0.0] * (maker.months - length)
    sums = {f"{id}_sum": finance.add_up(rows[id]) for id, item in record.monthly.items() if item.flow}
    return {"months": rows | sums}


def flows(maker: Maker, results: Results, rate: float) -> Figures:
    """{"flows", "signs", "turns"} over the longest horizon."""
    rest = [0.0] * (maker.months - len(results.flows.net))
    rows = {name: [*getattr(results.flows, name), *rest] for name in ("benefit", "cost", "inflow", "net")}
    rows["discounted"] = finance.discounted(rows["net"], rate)
    sums = {f"{name}_sum": finance.add_up(row) for name, row in rows.items()}
    rows["cumulative"] = finance.cumulative(rows["net"])
    rows["discounted_cumulative"] = finance.cumulative(rows["discounted"])
    signs, turns, before = [], [], 0
    for total in rows["cumulative"]:
        sign = (total > 0) - (total < 0) or before
        turns.append(int(before != 0 and sign != before))
        signs.append(sign)
        before = sign
    return {"flows": rows | sums, "signs": signs, "turns": turns}


def years(maker: Maker, results: Results) -> Figures:
    """Each flow by year, then over the horizon, then at its present value."""
    rate = finance.monthly_rate(results.scalars["discount_rate"])
    return {name: by_year(maker, getattr(results.flows, name), rate) for name in ("benefit", "inflow", "cost", "net")}


def spent(maker: Maker, case: Case) -> Figures:
    """Each line of the costs by year."""
    base, rate = case.base, finance.monthly_rate(case.base.scalars["discount_rate"])
    months = list(map(dict, months_of(maker.model, flowing(maker.model, base.scalars, base.kept))))
    names = rows_by_flow(maker.model)["cost"]
    return {id: by_year(maker, [month[id] for month in months], rate) for id in names}


def by_year(maker: Maker, flow: Sequence[float], rate: float) -> list[float]:
    years = finance.sum_years(flow)
    rest = [0.0] * (maker.longest() - len(years))
    return [*years, *rest, finance.add_up(flow), finance.present_value(flow, rate)]


def guards(maker: Maker, results: Results) -> Figures:
    """{"guards": the value of each, "warned": whether it is beyond its limit}"""
    model, limits = maker.model, maker.record.guards
    values = {id: measured(tree, model.functions["guards"][id], results.named) for id, tree in model.guards.items()}
    warned = {
        id: int(value is not None and beyond(value, limits[id].limit, limits[id].when)) for id, value in values.items()
    }
    return {"guards": values, "warned": warned}


def bars(maker: Maker, case: Case) -> dict[str, list[float | str]]:
    """The rows of the tornado, the widest first."""
    units = maker.model.units
    said: list[list[float | str]] = []
    for bar in case.tornado:
        ends = [maker.set_text(measure(end, units[bar.id], maker.record, maker.lang)) for end in (bar.low, bar.high)]
        said.append([maker.label(bar.id), *ends, bar.npv_low, bar.npv_high, bar.swing])
    return {str(place): row for place, row in enumerate(said)}


def drawn(case: Case) -> Figures:
    """What the draws say."""
    trials = case.trials
    return {name: getattr(trials, name) for name in (*DRAWN, "positive")} | {"number": len(trials.npv)}


def shared(maker: Maker, case: Case) -> Figures:
    """{"pools", "overlap"}: what the rules against double counting share out."""
    model, found, scalars = maker.model, overlap(maker.model, {}, case.situation), case.base.scalars
    pools = {
        id: {
            "sum": finance.add_up(scalars[driver] for driver in pool.drivers),
            "ceiling": model.functions["ceilings"][id](scalars),
            "removed": found.pools[id],
        }
        for id, pool in maker.record.pools.items()
    }
    return {"pools": pools, "overlap": {"alone": found.alone, "removed": found.removed}}


def inaction(maker: Maker, case: Case) -> Figures:
    """What doing nothing costs, and what answers it."""
    tco, kept, answers = case.base.tco, case.base.kept, maker.record.tco.rows
    answered = {
        id: finance.add_up(kept.get(driver, 0.0) for driver in (answers[id].drivers if id in answers else ()))
        for id in tco.rows
    }
    rows = {id: {"published": row.published, "scaled": row.scaled} for id, row in tco.rows.items()}
    return {"rows": rows, "total": {"published": tco.total.published, "scaled": tco.total.scaled}, "answered": answered}
