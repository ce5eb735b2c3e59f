"""The formulas of the model as the text of JavaScript functions. No formula is read in the browser."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..roi.compiled import outer_names
from ..roi.finance import MONTHS
from ..roi.formula import Tree, Variable, names_in
from ..roi.model import BUCKETS, MOVED, STEPS, Model
from ..roi.notation import factors, javascript, script_number, worded
from ..roi.worth import net, spreads


def literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
    """(values of inputs and improvements, formulas of one number, what counts) → net present value (roi/worth.py)."""
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


def script_lines(model: Model) -> str:
    """{name: [line]}: each formula as a stacked table; see `line`."""
    trees = {**model.scalars, **model.results}
    return object_of(
        {name: f"[{', '.join(script_line(model, *part) for part in factors(tree))}]" for name, tree in trees.items()}
    )


def script_line(model: Model, sign: str, tree: Tree) -> str:
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
