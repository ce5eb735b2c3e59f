"""Units of formulas: EUR/order × order/year = EUR/year. Nothing is converted, on purpose: a factor must say so."""

from collections.abc import Mapping
from functools import lru_cache

from .formula import Call, Choice, Comparison, FormulaError, Negation, Number, Operation, Tree, Variable
from .notation import source

Dimension = dict[str, float]  # {"EUR": 1, "order": -1}
WITHOUT = ("1", "share", "times", "turn")  # words for numbers that have no dimension
ADVICE = "Look for a wrong name, or a factor that is missing."
VERBS = {
    "+": "added",
    "-": "subtracted",
    "<": "compared",
    "<=": "compared",
    ">": "compared",
    ">=": "compared",
    "==": "compared",
}


@lru_cache(maxsize=1024)
def dimension(unit: str) -> Dimension:
    """ "EUR/FTE/year" → {"EUR": 1, "FTE": -1, "year": -1}"""
    powers: Dimension = {}
    for place, word in enumerate(unit.split("/")):
        if word not in WITHOUT:
            powers[word] = powers.get(word, 0) + (1 if place == 0 else -1)
    return {word: power for word, power in powers.items() if power}


def dimension_words(found: Dimension) -> str:
    """ "EUR/order", "order * EUR", "1/year"; "no unit" """
    above = [word + (f"^{power:g}" if power != 1 else "") for word, power in sorted(found.items()) if power > 0]
    below = [word + (f"^{-power:g}" if power != -1 else "") for word, power in sorted(found.items()) if power < 0]
    return "/".join([" * ".join(above) or "1", *below]) if found else "no unit"


def check_unit(tree: Tree, unit: str, units: Mapping[str, str]) -> None:
    """Raises FormulaError unless the formula gives this unit; `units` are those of the names."""
    found = dimension_of(tree, {name: dimension(text) for name, text in units.items()})
    if found is not None and found != dimension(unit):
        raise FormulaError(
            f"The formula gives {dimension_words(found)}, but its unit is {dimension_words(dimension(unit))}.", ADVICE
        )


def dimension_of(tree: Tree | Comparison, units: Mapping[str, Dimension]) -> Dimension | None:
    """The dimension of a tree; None for 0, which fits every unit.

    Raises FormulaError where units do not go together.
    """

    def of(branch: Tree | Comparison) -> Dimension | None:
        return dimension_of(branch, units)

    match tree:
        case Number(value):
            return None if value == 0 else {}
        case Variable(id):
            return units[id]
        case Negation(operand):
            return of(operand)
        case Operation("**", left, right):
            return power(of(left), of(right), right)
        case Operation("*" | "/" as operator, left, right):
            return product(of(left), of(right), 1 if operator == "*" else -1)
        case Operation(operator, left, right) | Comparison(operator, left, right):
            return agreed(left, right, units, VERBS[operator])
        case Choice(test, yes, no):
            of(test)
            return agreed(yes, no, units, "given by one formula")
        case Call(_, arguments):
            found = of(arguments[0])
            for argument in arguments[1:]:
                found = agreed(arguments[0], argument, units, "compared") if found is not None else of(argument)
            return found


def agreed(left: Tree, right: Tree, units: Mapping[str, Dimension], verb: str) -> Dimension | None:
    """The dimension that both sides share."""
    first, second = dimension_of(left, units), dimension_of(right, units)
    if first is None or second is None or first == second:
        return second if first is None else first
    sides = f'"{source(left)}" is in {dimension_words(first)} and "{source(right)}" in {dimension_words(second)}'
    raise FormulaError(f"{sides}: they cannot be {verb}.", ADVICE)


def product(first: Dimension | None, second: Dimension | None, sign: int) -> Dimension | None:
    if first is None or second is None:
        return None
    powers = {word: first.get(word, 0) + sign * second.get(word, 0) for word in {**first, **second}}
    return {word: power for word, power in powers.items() if power}


def power(base: Dimension | None, exponent: Dimension | None, tree: Tree) -> Dimension | None:
    """The dimension of a power; `tree` is that of the exponent."""
    if exponent:
        raise FormulaError(
            f'The power "{source(tree)}" is in {dimension_words(exponent)}; a power has no unit.', ADVICE
        )
    if not base:
        return base
    if isinstance(tree, Number):
        return {word: size * tree.value for word, size in base.items()}
    message = f"{dimension_words(base)} is raised to a power that varies."
    raise FormulaError(message, "Raise a number without unit, or write the power as a number.")
