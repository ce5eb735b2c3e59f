"""Trees → Python functions of named numbers. The names of a tree are identifiers only: `formula.parse` saw to it."""

import math
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

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


def function_from(lines: Iterable[str]) -> Callable[..., float]:
    """The function of the source `lines`, whose first is its head."""
    head, *body = lines
    scope: dict[str, Callable[..., float]] = {}
    exec("\n".join([head, *(f"    {line}" for line in body)]), dict(CALLS), scope)
    return scope.popitem()[1]
