"""The method of the calculator, ready to be shown in one language: the worked example, each formula with its figures and its value."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from html import escape
from typing import Any

from . import finance
from .business_case import Case
from .explainer import Explainer, Step, anchors
from .model import Book
from .roi import Model, buckets, evaluate, monthly_flows
from .roi_model import Input, RoiModel
from .sensitivity import sceptical_drivers, warnings
from .wording import filled, headline

UNSUMMED, FACTOR_DIGITS = ("cumulative", "factor"), 6  # of the monthly table
READ_IN = {"annual_gross": "prudence", "annual_benefit": "prudence", "largest_driver": "prudence", "default_share": "inputs"}
MONTHLY = "months"  # section of the page in which the other results without a formula are read


def method_of(book: Book, model: Model, case: Case, lang: str) -> dict[str, Any]:
    """What the method page shows beside the model, the case, its groups and its teams."""
    record, results, explainer = model.record, case.results["base"], Explainer(book, model, lang)
    sums, sceptic = buckets(model, results["adjusted"]), sceptical_drivers(model, {})
    values = {**results["values"], **sums}
    months = months_of(model, values)
    telling = telling_months(record, months)
    return {
        "anchors": anchors(record),
        "links": explainer.links,
        "steps": steps(explainer, values, telling),
        "telling": {id: filled(explainer.word("roi_method", "month_n"), {"n": str(month["m"])}) for id, month in telling.items()},
        "read_in": {id: READ_IN.get(id, MONTHLY) for id in record.results if id not in model.results},
        "bounds": {id: bounds(explainer, item) for id, item in record.inputs.items()},
        "earners": {name: [id for id, driver in record.drivers.items() if driver.improvement == name] for name in record.improvements},
        "proofs": proofs(book, lang),
        "tables": {
            "tiers": weights(explainer, results["adjusted"], "tier", {id: f"{id} · {label[lang]}" for id, label in record.tiers.items()}),
            "natures": weights(explainer, results["adjusted"], "hardness", {id: label[lang] for id, label in record.hardness.items()}),
            "starts": starts(book, explainer),
            "prudence": prudence(explainer, results, sums),
            "months": month_by_month(explainer, results),
            "years": year_by_year(explainer, yearly_rows(record, results, months)),
        },
        "counted": [id for id in record.given if id not in sums],
        "sceptic": sceptic,
        "warned": warnings(model, results),
        "facts": facts(explainer, values) | sceptical(explainer, sceptic, evaluate(model, {}, case.situation, sceptic)),
        "shared_out": {id: shared_out(explainer, case, id) for id in record.pools},
    }


def proofs(book: Book, lang: str) -> dict[str, str]:
    """Outcome → what a link to it says: its industry and its figure."""
    return {
        id: f"{book.industries[book.industry_of(id)].name[lang]} · {headline(outcome.figure, book, lang)}".removesuffix(" · ")
        for id, outcome in book.outcomes.items()
    }


def steps(
    explainer: Explainer, values: Mapping[str, float | None], telling: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, Step]]:
    """Section → id → its step; a monthly formula has the figures of its telling month."""
    model, record, ceiling = explainer.model, explainer.record, explainer.ui["roi_method"]["ceiling"]
    scalars = {section: explainer.steps(getattr(record, section), model.scalars, values) for section in ("formulas", "drivers", "costs")}
    return {
        **scalars,
        "monthly": {id: explainer.steps({id: item}, model.monthly, telling[id])[id] for id, item in record.monthly.items()},
        "results": explainer.steps(record.results, model.results, values),
        "guards": explainer.steps(record.guards, model.guards, values),
        "pools": {id: explainer.step(ceiling, "EUR/year", tree, values) for id, tree in model.ceilings.items()},
    }


# --- month by month -----------------------------------------------------------------------------------------------


def months_of(model: Model, values: Mapping[str, float]) -> list[dict[str, float]]:
    """Every figure of each month as the engine counts it: one more formula, after all others, notes what they gave."""
    months: list[dict[str, float]] = []

    def note(month: Mapping[str, float]) -> float:
        months.append(dict(month))
        return 0.0

    noting = copy(model)
    vars(noting)["functions"] = {**model.functions, "monthly": {**model.functions["monthly"], "": note}}
    monthly_flows(noting, values)
    return months


def telling_months(record: RoiModel, months: Sequence[Mapping[str, float]]) -> dict[str, Mapping[str, float]]:
    """The first month in which each formula gives something; where none does, the first with a benefit."""
    earned = [month for month in months if any(month[id] for id, item in record.monthly.items() if item.flow == "benefit")]
    return {id: next((month for month in months if month[id]), (earned or months)[0]) for id in record.monthly}


def flows(results: Mapping[str, Any]) -> dict[str, list[float]]:
    """The flows of the example in EUR by column, one figure a month; cash from stock only where there is some."""
    inflow, benefit, net = (results[f"monthly_{name}"] for name in ("inflow", "benefit", "net"))
    cash = [flow - earned for flow, earned in zip(inflow, benefit, strict=True)]
    rate = finance.monthly_rate(results["values"]["discount_rate"])
    return {
        "benefit": benefit,
        **({"cash": cash} if any(cash) else {}),
        "cost": results["monthly_cost"],
        "net": net,
        "cumulative": results["cumulative"],
        "factor": finance.discounted([1.0] * len(net), rate),
        "discounted": finance.discounted(net, rate),
    }


def yearly_rows(record: RoiModel, results: Mapping[str, Any], months: Iterable[Mapping[str, float]]) -> dict[str, list[float]]:
    """What is to be summed by year, one figure a month: each line that flows, then the totals and their present values."""
    rate = finance.monthly_rate(results["values"]["discount_rate"])
    lines = {id: [month[id] for month in months] for id, item in record.monthly.items() if item.flow}
    inflow, cost, net = (results[f"monthly_{name}"] for name in ("inflow", "cost", "net"))
    present = {id: finance.discounted(flows, rate) for id, flows in {"pv_inflow": inflow, "pv_cost": cost, "npv": net}.items()}
    totals = {"total_cost": cost, "total_net": net, **present}
    return {id: line for id, line in lines.items() if any(line)} | {id: row for id, row in totals.items() if id in record.results}


# --- sentences ----------------------------------------------------------------------------------------------------


def facts(explainer: Explainer, values: Mapping[str, float | None]) -> dict[str, str]:
    """What the placeholders of the page's sentences stand for: every figure of the model by its name, and those of its rules."""
    record = explainer.record
    risk, horizon = record.risk, record.inputs["horizon_years"]
    weeks = {name: explainer.value(getattr(risk.duration, name), "week") for name in ("low", "high")}
    return {
        **{name: explainer.value(value, explainer.model.units[name]) for name, value in values.items()},
        **weeks,
        "choices": bounds(explainer, horizon),
        "correlation": explainer.significant(risk.correlation),
        **{name: explainer.significant(trials) for name, trials in risk.trials.items()},
        "swing": explainer.value(risk.swing.share, "share"),
    }


def sceptical(explainer: Explainer, drivers: list[str], results: Mapping[str, Any]) -> dict[str, str]:
    """What the CFO view keeps, in words."""
    record, cfo = explainer.record, explainer.record.cfo
    return {
        "natures": explainer.either(record.hardness[id][explainer.lang] for id in cfo.hardness),
        "tiers": explainer.either(cfo.tiers),
        "n": str(len(drivers)),
        "all": str(len(record.drivers)),
        "cfo_npv": explainer.value(results["npv"], "EUR"),
    }


def shared_out(explainer: Explainer, case: Case, pool: str) -> dict[str, str]:
    """What the drivers of a pool would make alone, what they make together, and what the rule takes off, in EUR a year."""
    kept = sum(case.results["base"]["drivers"][id] for id in explainer.record.pools[pool].drivers)
    removed = case.overlap[pool]
    amounts = {"alone": kept + removed, "kept": kept, "removed": removed}
    return {name: explainer.value(round(amount), "EUR/year") for name, amount in amounts.items()}


def bounds(explainer: Explainer, item: Input) -> str:
    """What the reader may type: "1 % … 100 %", "3 ans ou 5 ans"."""
    if item.switch:
        return explainer.word("roi_method", "choice_both")
    figures = [explainer.value(figure, item.unit) for figure in item.choices or (item.min, item.max)]
    return explainer.either(figures) if item.choices else " … ".join(figures)


# --- tables -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """`head` is HTML; `id` is its anchor, empty without one; a `sum` closes the rows above it."""

    head: str
    cells: list[str]
    id: str = ""
    sum: bool = False


@dataclass(frozen=True)
class Table:
    """`columns` are the words above the heads, then above each cell."""

    columns: list[str]
    rows: list[Row]


def noted(head: str, note: str) -> str:
    """A head with a note below it, if there is one."""
    return f'{head}<span class="put">{escape(note, quote=False)}</span>' if note else head


def weights(explainer: Explainer, adjusted: Mapping[str, float], field: str, values: Mapping[str, str]) -> Table:
    """Of each value of a driver's field: what it means, how many drivers have it, and what they keep."""
    rows = []
    for value, label in values.items():
        amounts = [adjusted[id] for id, driver in explainer.record.drivers.items() if getattr(driver, field) == value]
        head = noted(escape(label, quote=False), explainer.word("roi_method", f"{field}_{value}"))
        rows.append(Row(head, [str(len(amounts)), explainer.value(round(sum(amounts)), "EUR/year")]))
    return Table([explainer.word("roi", field), explainer.word("roi_method", "count"), explainer.word("roi", "kept")], rows)


def starts(book: Book, explainer: Explainer) -> Table:
    """The figures each industry starts from, without their unit; empty where it keeps the default."""
    record, lang = explainer.record, explainer.lang
    rows = []
    for name, item in record.inputs.items():
        cells = [explainer.figure(preset[name], item.unit) if name in preset else "" for preset in record.presets.values()]
        if any(cells):
            unit = record.units[item.unit]
            rows.append(Row(noted(explainer.links[name], unit.name[lang] if unit.factor == 1 else ""), cells))
    return Table([explainer.word("roi_method", "input"), *(book.industries[id].name[lang] for id in record.presets)], rows)


def prudence(explainer: Explainer, results: Mapping[str, Any], sums: Mapping[str, float]) -> Table:
    """What each driver brings before and after prudence in EUR a year, summed as the monthly formulas know them, then in all."""
    record, places, rows = explainer.record, anchors(explainer.record), []
    for bucket, kept in sums.items():
        for id, driver in record.drivers.items():
            if driver.bucket == bucket:
                share = explainer.value(results["values"][f"risk_adjust_{driver.kind}"], "share")
                cells = [explainer.rounded(results["drivers"][id]), share, explainer.rounded(results["adjusted"][id])]
                rows.append(Row(explainer.links[id], cells))
        rows.append(Row(explainer.labels[bucket], ["", "", explainer.rounded(kept)], places[bucket], sum=True))
    totals = [explainer.rounded(results["annual_gross"]), "", explainer.rounded(results["annual_benefit"])]
    rows.append(Row(explainer.word("roi_method", "total"), totals, sum=True))
    heads = [("roi", "driver"), ("roi", "gross"), ("roi_method", "share"), ("roi", "kept")]
    return Table([explainer.word(*head) for head in heads], rows)


def month_by_month(explainer: Explainer, results: Mapping[str, Any]) -> Table:
    """The flows of each month in EUR, and their sums."""
    columns = flows(results)
    digits = {name: FACTOR_DIGITS if name == "factor" else 0 for name in columns}
    written = {name: [explainer.rounded(figure, digits[name]) for figure in column] for name, column in columns.items()}
    rows = [Row(str(month), list(cells)) for month, cells in enumerate(zip(*written.values(), strict=True), start=1)]
    totals = ["" if name in UNSUMMED else explainer.rounded(sum(column)) for name, column in columns.items()]
    rows.append(Row(explainer.word("roi_method", "total"), totals, sum=True))
    return Table([explainer.word("roi_method", name) for name in ("month", *columns)], rows)


def year_by_year(explainer: Explainer, lines: Mapping[str, list[float]]) -> Table:
    """Each line's sum in each year, and over all of them, in EUR."""
    rows, years = [], []
    for id, line in lines.items():
        years = [sum(line[start : start + finance.MONTHS]) for start in range(0, len(line), finance.MONTHS)]
        rows.append(Row(explainer.links[id], [explainer.rounded(amount) for amount in (*years, sum(line))]))
    heads = [filled(explainer.word("roi_method", "year_n"), {"n": str(year)}) for year in range(1, len(years) + 1)]
    return Table([explainer.word("roi_method", "line"), *heads, explainer.word("roi_method", "total")], rows)
