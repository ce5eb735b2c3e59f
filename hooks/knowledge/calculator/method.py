"""The method of the calculator in one language: the worked example, each formula with its figures and its value."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..records.base import Localized
from ..records.book import Book
from ..records.inputs import Input
from ..records.roi import RoiModel
from ..roi import finance
from ..roi.engine import buckets, evaluate, months_of
from ..roi.formula import Operation, Variable
from ..roi.model import Model
from ..roi.results import Results
from ..roi.sensitivity import sceptical_drivers, tier_of, to_measure, warnings
from ..words import formats
from ..words.wording import PLACEHOLDER, filled, headline
from .example import Case
from .explainer import Explainer, Line, Step, value_of
from .figures import measure
from .parts import SECTIONS
from .places import anchors, pages_of
from .tables import defaults_of, tables_of

READ_IN = {
    "annual_gross": "prudence",
    "annual_benefit": "prudence",
    "largest_driver": "prudence",
    "default_share": "inputs",
}
BESIDE_FIGURES = (  # what the passages of the page may name besides the figures of the model
    *("low", "high", "cost_low", "cost_high", "choices", "correlation", "live", "full", "swing"),
    *("go_live", "peak", "missed", "shrink"),
    *("natures", "tiers", "n", "all", "cfo_npv"),
)
MONTHLY = "months"  # section of the page in which the other results without a formula are read


def method_of(book: Book, model: Model, case: Case, lang: str) -> dict[str, Any]:
    """What the method page shows beside the model, the case, its groups and its teams."""
    record, results, explainer = model.record, case.base, Explainer(book, model, lang)
    sums, sceptic = buckets(model, results.adjusted), sceptical_drivers(model)
    missing = to_measure(model, results)
    values = {**results.named, **sums}
    months = [dict(month) for month in months_of(model, {**results.scalars, **sums})]
    telling = telling_months(record, months)
    month_n = explainer.word("roi_method", "month_n")
    return {
        "record": record,
        "anchors": anchors(record),
        "pages": pages_of(model),
        "links": explainer.links,
        "steps": steps(explainer, values, telling),
        "telling": {id: filled(month_n, {"n": str(month["m"])}) for id, month in telling.items()},
        "read_in": {id: READ_IN.get(id, MONTHLY) for id in record.results if id not in model.results},
        "sections": SECTIONS,
        "labels": column_labels(explainer),
        "defaults": {id: defaults_of(explainer, id) for id in record.inputs},
        "bounds": {id: allowed(explainer, item) for id, item in record.inputs.items()},
        "earners": {name: earners_of(record, name) for name in record.improvements},
        "proofs": proofs(book, lang),
        "tables": tables_of(book, explainer, results, sums, months),
        "counted": [id for id in record.given if id not in sums],
        "sceptic": sceptic,
        "missing": missing,
        "driver_tiers": {id: tier_of(model, id) for id in record.drivers},
        "warned": warnings(model, results),
        "facts": facts(explainer, values, [*book.ui["roi_method"].values(), *book.passages["roi_method"].values()])
        | waited(explainer, case)
        | sceptical(explainer, sceptic, evaluate(model, {}, case.situation, sceptic)),
        "shared_out": {id: shared_out(explainer, case, id) for id in record.pools},
    }


def earners_of(record: RoiModel, improvement: str) -> list[str]:
    """The drivers that an improvement feeds."""
    return [id for id, driver in record.drivers.items() if driver.improvement == improvement]


def proofs(book: Book, lang: str) -> dict[str, str]:
    """Outcome → what a link to it says: its industry and its figure."""
    return {
        id: f"{book.industries[book.industry_of(id)].name[lang]} · {headline(outcome.figure, book, lang)}".removesuffix(
            " · "
        )
        for id, outcome in book.outcomes.items()
    }


def steps(
    explainer: Explainer, values: Mapping[str, float | None], telling: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, Step]]:
    """Section → id → its step; a monthly formula has the figures of its telling month."""
    model, record, ceiling = explainer.model, explainer.record, explainer.ui["roi_method"]["ceiling"]
    return {
        "formulas": explainer.steps(record.formulas, model.scalars, values),
        "drivers": {id: work_out_driver(explainer, id, values) for id in record.drivers},
        "costs": explainer.steps(record.costs, model.scalars, values),
        "monthly": {
            id: explainer.steps({id: item}, model.monthly, telling[id])[id] for id, item in record.monthly.items()
        },
        "results": explainer.steps(record.results, model.results, values),
        "guards": explainer.steps(record.guards, model.guards, values),
        "pools": {id: explainer.step(ceiling, "EUR/year", tree, values) for id, tree in model.ceilings.items()},
    }


def work_out_driver(explainer: Explainer, id: str, values: Mapping[str, float | None]) -> Step:
    """A driver worked out, then what is kept of it after prudence."""
    model, driver = explainer.model, explainer.record.drivers[id]
    prudence = Variable(f"risk_adjust_{driver.kind}")
    amount = explainer.value(value_of(Operation("*", Variable(id), prudence), values), driver.unit)
    ends = (explainer.line("×", prudence, values), Line("=", explainer.word("roi", "kept"), "", amount))
    return replace(explainer.step(driver.label, driver.unit, model.scalars[id], values), ends=ends)


# --- month by month -----------------------------------------------------------------------------------------------


def telling_months(record: RoiModel, months: Sequence[Mapping[str, float]]) -> dict[str, Mapping[str, float]]:
    """The first month in which each formula gives something; where none does, the first with a benefit."""
    earned = [
        month for month in months if any(month[id] for id, item in record.monthly.items() if item.flow == "benefit")
    ]
    return {id: next((month for month in months if month[id]), (earned or months)[0]) for id in record.monthly}


# --- sentences ----------------------------------------------------------------------------------------------------


def names_for_passages(record: RoiModel) -> set[str]:
    """The placeholders that a passage of the page may hold."""
    return {*record.constants, *record.inputs, *record.improvements, *record.scalars, *record.results, *BESIDE_FIGURES}


def facts(explainer: Explainer, values: Mapping[str, float | None], texts: Iterable[Localized]) -> dict[str, str]:
    """What the placeholders of the page's sentences stand for: figures of the model by name, and of its rules."""
    record = explainer.record
    named = {name for text in texts for name in PLACEHOLDER.findall(text[explainer.lang])}
    risk, horizon = record.risk, record.inputs["horizon_years"]
    weeks = {name: explainer.value(getattr(risk.duration, name), "week") for name in ("low", "high")}
    return {
        **{
            name: explainer.value(value, explainer.model.units[name]) for name, value in values.items() if name in named
        },
        **weeks,
        **{f"cost_{end}": explainer.value(getattr(risk.costs, end), "share") for end in ("low", "high")},
        "choices": allowed(explainer, horizon),
        "correlation": explainer.significant(risk.correlation),
        **{name: explainer.significant(trials) for name, trials in risk.trials.items()},
        "swing": explainer.value(risk.swing.share, "share"),
    }


def waited(explainer: Explainer, case: Case) -> dict[str, str]:
    """What waiting costs in the example, and what is kept of an outcome taken as a target."""
    waiting, lang = case.waiting, explainer.lang
    missed = waiting.peak_missed
    return {
        "go_live": formats.month(waiting.go_live, lang),
        "peak": formats.month(waiting.peak.month, lang) if waiting.peak else explainer.word("roi_live", "none"),
        "missed": explainer.value(None if missed is None else round(missed), "EUR"),
        "shrink": explainer.value(explainer.record.proof.shrink, "share"),
    }


def sceptical(explainer: Explainer, drivers: list[str], results: Results) -> dict[str, str]:
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
    """EUR a year that the drivers of a pool would make alone, make together, and lose to the rule."""
    kept = finance.add_up(case.base.drivers[id] for id in explainer.record.pools[pool].drivers)
    removed = case.overlap[pool]
    amounts = {"alone": kept + removed, "kept": kept, "removed": removed}
    return {name: explainer.value(round(amount), "EUR/year") for name, amount in amounts.items()}


def allowed(explainer: Explainer, item: Input) -> str:
    """What the reader may type: "de 1 % à 100 %", "3 ans ou 5 ans"."""
    if item.switch:
        return explainer.word("roi_method", "choice_both")
    figures = [
        measure(figure, item.unit, explainer.record, explainer.lang) for figure in item.choices or (item.min, item.max)
    ]
    if item.choices:
        return explainer.either(figures)
    return filled(explainer.word("roi_live", "from_to"), dict(zip(("low", "high"), figures, strict=True)))


def column_labels(explainer: Explainer) -> dict[str, str]:
    """The heads of columns that a narrow screen repeats beside each cell."""
    words = {key: explainer.word("roi_method", key) for key in ("default", "range", "where", "count")}
    words |= {"source": explainer.word("kpi", "source"), "tier": explainer.word("roi", "tier")}
    words |= {id: label[explainer.lang] for id, label in explainer.record.scenarios.items()}
    return {key: formats.typeset(word, explainer.lang) for key, word in words.items()}
