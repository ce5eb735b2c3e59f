"""The tables of the method page: what the drivers keep, where each industry starts, month by month, year by year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..records.book import Book
from ..records.roi import RoiModel
from ..roi import finance
from ..roi.engine import defaults
from ..roi.results import Results
from ..roi.sensitivity import tier_of
from ..words import formats
from ..words.wording import filled
from .explainer import Explainer
from .figures import measure
from .places import anchors

UNSUMMED, FACTOR_DIGITS = ("cumulative", "factor"), 6  # of the monthly table


@dataclass(frozen=True)
class Row:
    """`id` is its anchor, empty without one; a `sum` closes the rows above it."""

    head: Markup | str
    cells: list[str]
    id: str = ""
    sum: bool = False


@dataclass(frozen=True)
class Table:
    """`columns` are the words above the heads, then above each cell."""

    columns: list[str]
    rows: list[Row]


def tables_of(
    book: Book,
    explainer: Explainer,
    results: Results,
    sums: Mapping[str, float],
    months: Iterable[Mapping[str, float]],
) -> dict[str, Table]:
    """The tables of the page; `sums` are the drivers as the months take them, `months` every figure of each month."""
    record, lang, drivers = explainer.record, explainer.lang, explainer.record.drivers
    tiers: dict[str, str] = {id: f"{id} · {label[lang]}" for id, label in record.tiers.items()}
    natures: dict[str, str] = {id: label[lang] for id, label in record.hardness.items()}
    return {
        "tiers": weights(
            explainer, results.adjusted, "tier", tiers, {id: tier_of(explainer.model, id) for id in drivers}
        ),
        "natures": weights(
            explainer, results.adjusted, "hardness", natures, {id: item.hardness for id, item in drivers.items()}
        ),
        "starts": starts(book, explainer),
        "seasons": seasons(book, explainer),
        "prudence": prudence(explainer, results, sums),
        "months": month_by_month(explainer, results),
        "years": year_by_year(explainer, yearly_rows(record, results, months)),
    }


def noted(head: Markup | str, note: str) -> Markup | str:
    """A head with a note below it, if there is one."""
    return Markup('{}<span class="put">{}</span>').format(head, note) if note else head


def weights(
    explainer: Explainer,
    adjusted: Mapping[str, float],
    field: str,
    values: Mapping[str, str],
    of_drivers: Mapping[str, str],
) -> Table:
    """Of each value of a driver's field: what it means, how many drivers have it, and what they keep."""
    rows = []
    for value, label in values.items():
        amounts = [adjusted[id] for id, own in of_drivers.items() if own == value]
        head = noted(label, explainer.word("roi_method", f"{field}_{value}"))
        rows.append(Row(head, [str(len(amounts)), explainer.value(round(finance.add_up(amounts)), "EUR/year")]))
    return Table(
        [explainer.word("roi", field), explainer.word("roi_method", "count"), explainer.word("roi", "kept")], rows
    )


def starts(book: Book, explainer: Explainer) -> Table:
    """The figures each industry starts from, without their unit; empty where it keeps the default."""
    record, lang = explainer.record, explainer.lang
    rows = []
    for name, item in record.inputs.items():
        cells = [
            explainer.figure(preset[name], item.unit) if name in preset else "" for preset in record.presets.values()
        ]
        if any(cells):
            unit = record.units[item.unit]
            rows.append(Row(noted(explainer.links[name], unit.beside[lang] if unit.factor == 1 else ""), cells))
    return Table(
        [explainer.word("roi_method", "input"), *(book.industries[id].name[lang] for id in record.presets)], rows
    )


def seasons(book: Book, explainer: Explainer) -> Table:
    """The share of each month in the year's orders, by industry; first that of a retailer without one."""
    record, lang = explainer.record, explainer.lang
    names = {id: industry.name[lang] for id, industry in book.industries.items()} | {
        "any": explainer.word("roi", "no_preset")
    }
    rows = [
        Row(names[id], [explainer.value(share, "share") for share in shares])
        for id, shares in record.calendar.seasons.items()
    ]
    return Table(
        [explainer.word("roi_live", "preset"), *(formats.month(month, lang) for month in range(1, finance.MONTHS + 1))],
        rows,
    )


def prudence(explainer: Explainer, results: Results, sums: Mapping[str, float]) -> Table:
    """What each driver brings before and after prudence in EUR a year, by the sums that the months take, and in all."""
    record, places, rows = explainer.record, anchors(explainer.record), []
    for bucket, kept in sums.items():
        for id, driver in record.drivers.items():
            if driver.bucket == bucket:
                share = explainer.value(results.scalars[f"risk_adjust_{driver.kind}"], "share")
                cells = [explainer.rounded(results.drivers[id]), share, explainer.rounded(results.adjusted[id])]
                rows.append(Row(explainer.links[id], cells))
        rows.append(Row(explainer.labels[bucket], ["", "", explainer.rounded(kept)], places[bucket], sum=True))
    gross, kept_in_all = results.number("annual_gross"), results.number("annual_benefit")
    totals = [explainer.rounded(gross), "", explainer.rounded(kept_in_all)]
    rows.append(Row(explainer.word("roi_method", "total"), totals, sum=True))
    heads = [("roi", "driver"), ("roi", "gross"), ("roi_method", "share"), ("roi", "kept")]
    return Table([explainer.word(*head) for head in heads], rows)


# --- month by month -----------------------------------------------------------------------------------------------


def monthly_columns(results: Results) -> dict[str, list[float]]:
    """The flows of the example in EUR by column, one figure a month; cash from stock only where there is some."""
    flows = results.flows
    cash = [flow - earned for flow, earned in zip(flows.inflow, flows.benefit, strict=True)]
    rate = finance.monthly_rate(results.scalars["discount_rate"])
    return {
        "benefit": flows.benefit,
        **({"cash": cash} if any(cash) else {}),
        "cost": flows.cost,
        "net": flows.net,
        "cumulative": flows.cumulative,
        "factor": finance.discounted([1.0] * len(flows.net), rate),
        "discounted": finance.discounted(flows.net, rate),
    }


def yearly_rows(record: RoiModel, results: Results, months: Iterable[Mapping[str, float]]) -> dict[str, list[float]]:
    """What is to be summed by year, one figure a month: what flows, the totals, their present values."""
    rate, flows = finance.monthly_rate(results.scalars["discount_rate"]), results.flows
    lines = {id: [month[id] for month in months] for id, item in record.monthly.items() if item.flow}
    totals = {
        "total_cost": flows.cost,
        "total_net": flows.net,
        "pv_inflow": finance.discounted(flows.inflow, rate),
        "pv_cost": finance.discounted(flows.cost, rate),
        "npv": finance.discounted(flows.net, rate),
    }
    return {id: line for id, line in lines.items() if any(line)} | {
        id: row for id, row in totals.items() if id in record.results
    }


def month_by_month(explainer: Explainer, results: Results) -> Table:
    """The flows of each month in EUR, and their sums."""
    columns = monthly_columns(results)
    digits = {name: FACTOR_DIGITS if name == "factor" else 0 for name in columns}
    written = {name: [explainer.rounded(figure, digits[name]) for figure in column] for name, column in columns.items()}
    rows = [Row(str(month), list(cells)) for month, cells in enumerate(zip(*written.values(), strict=True), start=1)]
    totals = ["" if name in UNSUMMED else explainer.rounded(finance.add_up(column)) for name, column in columns.items()]
    rows.append(Row(explainer.word("roi_method", "total"), totals, sum=True))
    return Table([explainer.word("roi_method", name) for name in ("month", *columns)], rows)


def year_by_year(explainer: Explainer, lines: Mapping[str, list[float]]) -> Table:
    """Each line's sum in each year, and over all of them, in EUR."""
    rows: list[Row] = []
    years: list[float] = []
    for id, line in lines.items():
        years = finance.sum_years(line)
        rows.append(Row(explainer.links[id], [explainer.rounded(amount) for amount in (*years, finance.add_up(line))]))
    heads = [filled(explainer.word("roi_method", "year_n"), {"n": str(year)}) for year in range(1, len(years) + 1)]
    return Table([explainer.word("roi_method", "line"), *heads, explainer.word("roi_method", "total")], rows)


# --- defaults ------------------------------------------------------------------------------------------------------


def defaults_of(explainer: Explainer, name: str) -> list[tuple[str, str, Markup]]:
    """(situation, default, the formula that estimates it) where the situation decides, without a situation elsewhere.

    Without a formula where the default is a number.
    """
    record, item = explainer.record, explainer.record.inputs[name]
    if item.switch:
        return [("", explainer.word("roi_method", "choice_off"), Markup())]
    situations = list(record.situations) if isinstance(item.default, dict) else [next(iter(record.situations))]
    return [default_in(explainer, name, id, len(situations) > 1) for id in situations]


def default_in(explainer: Explainer, name: str, situation: str, named: bool) -> tuple[str, str, Markup]:
    model, item = explainer.model, explainer.record.inputs[name]
    title = explainer.record.situations[situation][explainer.lang] if named else ""
    figure = measure(defaults(model, situation)[name], item.unit, explainer.record, explainer.lang)
    if not isinstance(item.default_in(situation), str):
        return title, figure, Markup()
    return title, figure, explainer.linked(model.estimates[situation][name])
