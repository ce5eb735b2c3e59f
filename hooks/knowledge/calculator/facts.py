"""What the sentence of each chart is made of, as words/facts.js finds it in the reader's results."""

from collections.abc import Callable, Mapping
from typing import Any

from ..roi.finance import add_up
from .example import LARGEST, Case

FAR_YEARS = 10  # from here on nobody waits for a payback
Facts = Mapping[str, Any]  # numbers and ids, lists of them; None for what has no value


def largest(amounts: Mapping[str, float]) -> list[str]:
    return [id for id in sorted(amounts, key=lambda id: -amounts[id]) if amounts[id] > 0][:LARGEST]


def of_answer(case: Case) -> Facts:
    """When the project pays back, or how long `after` the horizon, and what it is worth."""
    base = case.base
    return {
        "payback": base["payback_month"],
        "after": case.late["base"],
        "horizon": base.number("horizon_years"),
        "npv": base.number("npv"),
        "far": FAR_YEARS,
    }


def of_scenarios(case: Case) -> Facts:
    """The same of the low and of the high scenario."""
    return {
        "payback": case.base["payback_month"],
        "low": case.results["low"]["payback_month"],
        "low_after": case.late["low"],
        "high": case.results["high"]["payback_month"],
        "high_after": case.late["high"],
        "horizon": case.base.number("horizon_years"),
        "far": FAR_YEARS,
    }


def of_worth(case: Case) -> Facts:
    worth = {name: results.number("npv") for name, results in case.results.items()}
    return {
        "npv": worth["base"],
        "low": worth["low"],
        "high": worth["high"],
        "horizon": case.base.number("horizon_years"),
    }


def of_basis(case: Case) -> Facts:
    """How many figures are the reader's, and the share of the benefit whose improvement is not."""
    kept = {id: value for id, value in case.base.kept.items() if value > 0}
    assumed = add_up(value for id, value in kept.items() if case.earned[id] not in case.own)
    return {"n": len(case.own), "all": len(case.start), "share": assumed / add_up(kept.values()) if kept else None}


def of_cash(case: Case) -> Facts:
    """Where the cumulative flow turns, and where it ends in each scenario."""
    cumulative = case.base.flows.cumulative
    lowest = min(cumulative)
    ends = {name: results.flows.cumulative[-1] for name, results in case.results.items()}
    return {
        "lowest": lowest,
        "month": cumulative.index(lowest) + 1,
        "payback": case.base["payback_month"],
        "horizon": case.base.number("horizon_years"),
        "end": ends["base"],
        "low": ends["low"],
        "high": ends["high"],
    }


def of_teams(case: Case) -> Facts:
    teams, whole = case.base.teams, case.base.number("annual_benefit")
    parts = [(id, teams[id] / whole) for id in largest(teams)]
    return {"n": len(parts), "list": parts}


def of_drivers(case: Case) -> Facts:
    kept = case.base.kept
    ids = largest(kept)
    share = add_up(kept[id] for id in ids) / case.base.number("annual_benefit") if ids else None
    return {"n": len(ids), "list": ids, "share": share}


def of_waterfall(case: Case) -> Facts:
    """Where the sum stands over the horizon, and what the CFO view sets aside of it."""
    return {step.id: step.amount for step in case.steps}


def of_swings(case: Case) -> Facts:
    return {"list": [bar.id for bar in case.tornado[:LARGEST]]}


def of_ranges(case: Case) -> Facts:
    """What the reader is not sure of."""
    return {"n": len(case.ranges), "list": [(id, *ends) for id, ends in case.ranges.items()]}


def of_delay(case: Case) -> Facts:
    return {"lost": case.base["npv_lost_one_month"]}


def of_tornado(case: Case) -> Facts:
    widest = case.tornado[0]
    return {"label": widest.id, "low": widest.npv_low, "high": widest.npv_high}


def of_trials(case: Case) -> Facts:
    trials = case.trials
    return {"n": len(trials.npv), "p10": trials.p10, "p90": trials.p90, "positive": trials.positive}


def of_waiting(case: Case) -> Facts:
    """What missing the next peak costs, if there is one."""
    peak = case.waiting.peak
    if peak is None:
        return {"peak": None}
    figures = {name: getattr(peak, name) for name in ("wait", "missed", "premium", "benefit")}
    return {"month": case.waiting.go_live, "peak": peak.month, **figures}


def of_fewest(case: Case) -> Facts:
    fewest = case.fewest
    return {"n": None if fewest is None else len(fewest), "all": len(case.base.counted), "list": fewest}


def of_switching(case: Case) -> Facts:
    """How many drivers the case cannot lose, and the one that needs the least of its forecast."""
    shares = case.switching
    closest = min(shares, key=lambda id: shares[id], default=None)
    share = None if closest is None else shares[closest]
    return {"npv": case.base.number("npv"), "n": len(shares), "label": closest, "share": share}


def of_set_aside(case: Case) -> Facts:
    counted, adjusted = case.base.counted, case.base.adjusted
    amount = add_up(adjusted.values()) - case.base.number("annual_benefit")
    return {"n": len(counted), "all": len(adjusted), "amount": amount}


FACTS: dict[str, Callable[[Case], Facts]] = {
    "answer": of_answer,
    "scenarios": of_scenarios,
    "worth": of_worth,
    "basis": of_basis,
    "ranges": of_ranges,
    "delay": of_delay,
    "cash": of_cash,
    "teams": of_teams,
    "drivers": of_drivers,
    "waterfall": of_waterfall,
    "swings": of_swings,
    "tornado": of_tornado,
    "trials": of_trials,
    "waiting": of_waiting,
    "fewest": of_fewest,
    "switching": of_switching,
    "set_aside": of_set_aside,
}
