"""Trees → Python functions of named numbers. The names of a tree are identifiers only: `formula.parse` saw to it."""

import math
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from .formula import Comparison, Tree, names_in
from .notation import CHOICE, Style, script_number, write_formula

Function = Callable[[Mapping[str, float]], float]
CALLS = {"min": min, "max": max, "ceil": math.ceil, "floor": math.floor}


@lru_cache(maxsize=2048)  # a build reads the model several times
def function_of(tree: Tree | Comparison) -> Function:
    """The tree as a function of named numbers; it raises ZeroDivisionError or OverflowError as Python does."""
    found: Function = eval(f"lambda values: {python(tree, 'values[{!r}]'.format)}", dict(CALLS))
    return found


def python(tree: Tree | Comparison, name: Callable[[str], str] = str) -> str:
    """An expression that evaluates to the same number in Python."""
    choice = lambda test, yes, no: (f"{yes} if {test} else {no}", CHOICE)  # noqa: E731
    return write_formula(tree, Style(name, python_call, choice, script_number))


def python_call(function: str, arguments: list[str]) -> str:
    if function == "clamp":
        value, low, high = arguments
        return f"min(max({value}, {low}), {high})"
    return f"{function}({', '.join(arguments)})"


def outer_names(trees: Mapping[str, Tree]) -> set[str]:
    """The names that the trees take from outside themselves."""
    return {name for tree in trees.values() for name in names_in(tree)} - set(trees)


def function_of_all(trees: Mapping[str, Tree]) -> Callable[[Mapping[str, float]], dict[str, float]]:
    """The trees, each after those it needs, as one function of named numbers: the number of every tree by its name."""
    local = "_{}".format  # a name of the model may be a word of Python
    found: Callable[[Mapping[str, float]], dict[str, float]] = function_from(
        [
            "def every(values):",
            *(f"{local(name)} = values[{name!r}]" for name in sorted(outer_names(trees))),
            *(f"{local(name)} = {python(tree, local)}" for name, tree in trees.items()),
            f"return {{{', '.join(f'{name!r}: {local(name)}' for name in trees)}}}",
        ]
    )
    return found


def function_from(lines: Iterable[str]) -> Callable[..., Any]:
    """The function of the source `lines`, whose first is its head."""
    head, *body = lines
    scope: dict[str, Callable[..., Any]] = {}
    exec("\n".join([head, *(f"    {line}" for line in body)]), dict(CALLS), scope)
    return scope.popitem()[1]
