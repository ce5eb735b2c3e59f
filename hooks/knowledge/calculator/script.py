"""The model as two ES modules: what every calculation needs, and what opening a figure needs."""

from collections.abc import Collection, Mapping

from ..records.roi import SCENARIOS
from ..roi.finance import MONTHS, STEEPEST
from ..roi.model import Model
from ..roi.notation import javascript, script_number
from ..roi.simulation import TENTH
from ..roi.waiting import EVEN
from .charts import BETWEEN_BINS, BINS, ENDS, FOOT, SIZES
from .example import LARGEST, LONGEST_NAME, WIDEST
from .facts import FAR_YEARS
from .figures import FINER
from .pen import ACROSS, EXACT, FEW, FINE, ROUND
from .places import places
from .planes import GAP, QUARTER, UP
from .script_data import Targets, data
from .script_functions import (
    estimates,
    literal,
    measures,
    month_function,
    object_of,
    of_inputs,
    scalars_function,
    script_lines,
    worth_function,
)
from .sentences import DURATIONS, HALF_YEAR, INSTEAD, NONE, SENTENCES, Texts, comparison

HEAD = "// Made from data/roi/ by the build: edit the files there.\n"
NUMBERS = {  # that both languages of the code take and no editor types
    "MONTHS": MONTHS,
    "FAR_YEARS": FAR_YEARS,
    "STEEPEST": STEEPEST,
    "EVEN": EVEN,
    "TENTH": TENTH,
    "BINS": BINS,
    "BETWEEN_BINS": BETWEEN_BINS,
    "ENDS": ENDS,
    "SIZES": SIZES,
    "UP": UP,
    "ACROSS": ACROSS,
    "FEW": FEW,
    "QUARTER": QUARTER,
    "GAP": GAP,
    "ROUND": ROUND,
    "FINE": FINE,
    "EXACT": EXACT,
    "WIDEST": WIDEST,
    "LARGEST": LARGEST,
    "LONGEST_NAME": LONGEST_NAME,
    "DURATIONS": DURATIONS,
    "HALF_YEAR": HALF_YEAR,
    "FINER": FINER,
    "FOOT": FOOT,
    "SCENARIOS": SCENARIOS,
}


def script(model: Model, targets: Targets) -> str:
    """The text of assets/javascripts/engine/generated.js, which exports `model` and NUMBERS."""
    record = model.record
    parts = {
        "scalars": scalars_function(model),
        "month": month_function(model),
        "worth": worth_function(model),
        "estimates": estimates(model),
        "own_rows": object_of({literal(id): of_inputs(model, tree) for id, tree in model.own_rows.items()}),
        "results": measures(model.results),
        "guards": measures(model.guards),
        "sentences": sentences_script(),
        "instead": object_of({name: texts_script(texts, ["value"]) for name, texts in INSTEAD.items()}),
    }
    constants = "".join(f"const {name} = {script_number(item.value)};\n" for name, item in record.constants.items())
    numbers = exported({name: literal(value) for name, value in NUMBERS.items()})
    functions = ",\n".join(f"{name}: {text}" for name, text in parts.items())
    return f"{HEAD}{numbers}{constants}export const model = {{\n...{literal(data(model, targets))},\n{functions}\n}};\n"


def former_script(model: Model) -> str:
    """The text of assets/versions/<number>.js, which exports the `model` of an earlier version."""
    return script(model, {})


def opening_script(model: Model) -> str:
    """The text of assets/javascripts/opening/formulas.js: formulas as stacked tables, their evidence, their places."""
    parts = {
        "lines": script_lines(model),
        "evidence": literal(evidence_ids(model)),
        "places": literal(places(model)),  # in the method
    }
    return HEAD + exported(parts)


def exported(parts: Mapping[str, str]) -> str:
    return "".join(f"export const {name} = {value};\n" for name, value in parts.items())


def evidence_ids(model: Model) -> dict[str, dict[str, list[str]]]:
    """{driver or improvement: {kpis, outcomes}}"""
    record = model.record
    bounds = {name: item.outcomes for name, item in record.improvements.items()}
    drivers = {
        id: {"kpis": [*item.kpis, *item.also], "outcomes": bounds[item.improvement]}
        for id, item in record.drivers.items()
    }
    return {name: {"kpis": [], "outcomes": outcomes} for name, outcomes in bounds.items()} | drivers


def sentences_script() -> str:
    """{chart: {facts: {fact: unit}, texts}}"""
    parts = {
        name: f"{{facts: {literal(sentence.facts)}, texts: {texts_script(sentence.texts, sentence.facts)}}}"
        for name, sentence in SENTENCES.items()
    }
    return object_of(parts)


def texts_script(texts: Texts, names: Collection[str]) -> str:
    """[[key, (facts) → whether it is said]], without a function where it always is."""
    rows = []
    for key, *conditions in texts:
        tests = " && ".join(javascript(comparison(condition, names), fact_name) for condition in conditions)
        rows.append(f"[{literal(key)}, (v) => {tests}]" if tests else f"[{literal(key)}]")
    return f"[{', '.join(rows)}]"


def fact_name(name: str) -> str:
    return "null" if name == NONE else f"v.{name}"
