"""The model as two ES modules: what every calculation needs, and what opening a figure needs.

No formula is read in the browser.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ..records.roi import Improvement, Input
from ..roi.compiled import outer_names
from ..roi.finance import MONTHS, STEEPEST
from ..roi.formula import Tree, Variable, names_in
from ..roi.model import BUCKETS, MOVED, STEPS, Model
from ..roi.notation import factors, javascript, script_number, worded
from ..roi.sensitivity import ranged, releasing
from ..roi.simulation import TENTH, swinging
from ..roi.waiting import EVEN
from ..roi.worth import net, spreads
from .charts import BETWEEN_BINS, BINS, ENDS, FOOT, SIZES
from .drawings import ACROSS, EXACT, FEW, FINE, GAP, QUARTER, ROUND, UP
from .example import FINER, LARGEST, LONGEST_NAME, WIDEST
from .places import places
from .sentences import DURATIONS, INSTEAD, NONE, ODDS, SENTENCES, Texts, comparison

Targets = Mapping[str, Mapping[str, float]]  # outcome → improvement → target
HEAD = "// Made from data/roi/ by the build: edit the files there.\n"
NUMBERS = {  # that both languages of the code take and no editor types
    "MONTHS": MONTHS,
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
    "FINER": FINER,
    "FOOT": FOOT,
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
        "lines": lines(model),
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


def literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- data ---------------------------------------------------------------------------------------------------------


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


# --- functions ----------------------------------------------------------------------------------------------------


def scalars_function(model: Model) -> str:
    """(values of inputs and improvements) → {every formula that gives one number}"""
    return function("v", taken(model, model.scalars), model.scalars, model.scalars)


def month_function(model: Model) -> str:
    """(values, number of the month, full years before it, the month before) → {every monthly formula}"""
    after = {moved: f"{step} = {moved} - before.{moved}" for step, moved in STEPS.items()}
    return function(
        "v, m, y, before", taken(model, model.monthly) - {"m", "y", *STEPS}, model.monthly, model.monthly, after
    )


def worth_function(model: Model) -> str:
    """(values of inputs and improvements, formulas that give one number, what counts) → the net present value; see roi/worth.py."""
    names = taken(model, model.monthly) - {"m", "y", *STEPS}
    counted = names & {*BUCKETS, *model.record.improvements}
    scalars = names & {*model.record.scalars}
    body = [
        *(
            f"const {{{', '.join(sorted(part))}}} = {holder};"
            for part, holder in ((counted, "given"), (scalars, "scalars"), (names - counted - scalars, "values"))
        ),
        *(f"const {name} = values.{name} ?? 1;" for name in spreads(model)),
        f"let $total = 0, $factor = 1, {', '.join(f'{moved}_before = 0' for moved in MOVED)};",
        "const $rate = (1 + values.discount_rate) ** (1 / months_per_year);",
        "const $months = Math.trunc(values.horizon_years * months_per_year);",
        "for (let m = 1; m <= $months; m++) {",
        f"const y = Math.floor((m - 1) / {MONTHS});",
    ]
    for name, tree in model.monthly.items():
        body.append(f"const {name} = {javascript(tree)};")
        if name in MOVED:
            body.append(f"const {MOVED[name]} = {name} - {name}_before; {name}_before = {name};")
    body += ["$factor /= $rate;", f"$total += ({net(model)}) * $factor;", "}", "return $total;"]
    return "(values, scalars, given) => {\n" + "\n".join(body) + "\n}"


def estimates(model: Model) -> str:
    """{situation: [[input, (values) → what is estimated of it]]}, each after those it needs."""
    parts = {
        literal(situation): ", ".join(f"[{literal(name)}, {of_inputs(model, tree)}]" for name, tree in trees.items())
        for situation, trees in model.estimates.items()
    }
    return object_of({situation: f"[{pairs}]" for situation, pairs in parts.items()})


def of_inputs(model: Model, tree: Tree) -> str:
    """The tree as a function of values; constants stand in the module."""
    return f"(v) => {javascript(tree, lambda name: name if name in model.record.constants else f'v.{name}')}"


def taken(model: Model, trees: Mapping[str, Tree]) -> set[str]:
    """The names that formulas take from outside themselves; constants stand in the module."""
    return outer_names(trees) - {*model.record.constants}


def function(
    arguments: str,
    names: Iterable[str],
    trees: Mapping[str, Tree],
    given: Iterable[str],
    after: Mapping[str, str] | None = None,
) -> str:
    steps = [f"const {{{', '.join(sorted(names))}}} = v;"]
    for name, tree in trees.items():
        steps.append(f"const {name} = {javascript(tree)};")
        if after and name in after:
            steps.append(f"const {after[name]};")
    body = "\n".join([*steps, f"return {{{', '.join(given)}}};"])
    return f"({arguments}) => {{\n{body}\n}}"


def measures(trees: Mapping[str, Tree]) -> str:
    """{name: [names taken, (values) → number]}, in the order in which they can be evaluated."""
    return object_of(
        {name: f"[{literal(sorted(set(names_in(tree))))}, {of_values(tree)}]" for name, tree in trees.items()}
    )


def lines(model: Model) -> str:
    """{name: [line]}: each formula as a stacked table; see `line`."""
    trees = {**model.scalars, **model.results}
    return object_of(
        {name: f"[{', '.join(line(model, *part) for part in factors(tree))}]" for name, tree in trees.items()}
    )


def line(model: Model, sign: str, tree: Tree) -> str:
    """[sign, name] for a plain name, else [sign, words with {names}, unit, names taken, (values) → number]."""
    if isinstance(tree, Variable):
        return literal([sign, tree.id])
    text = worded(tree, "{{{}}}".format, script_number, "{if}", "{else}")
    names = literal(sorted(set(names_in(tree))))
    return f"[{literal(sign)}, {literal(text)}, {literal(model.unit_of(tree))}, {names}, {of_values(tree)}]"


def of_values(tree: Tree) -> str:
    return f"(v) => {javascript(tree, 'v.{}'.format)}"


def object_of(parts: Mapping[str, str]) -> str:
    """The text of an object, one part a line."""
    return "{\n" + ",\n".join(f"{name}: {text}" for name, text in parts.items()) + "\n}"


# --- sentences ----------------------------------------------------------------------------------------------------


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
