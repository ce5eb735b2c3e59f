"""Calculates a workbook from its formulas alone, as far as the site's workbooks go: the check without spreadsheet."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from knowledge.roi import finance

from tests.support.workbook import Workbook

TOKEN = re.compile(
    r"""'(?:[^']|'')*'![$A-Z0-9:]+|"[^"]*"|\d+\.?\d*(?:[eE][+-]?\d+)?|[A-Za-z_$][\w$.]*|<=|>=|<>|[-+*/^()<>=,:]"""
)
CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
LEVELS: tuple[tuple[str, ...], ...] = (("=", "<>", "<", "<=", ">", ">="), ("+", "-"), ("*", "/"), ("^",))
OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "^": lambda a, b: a**b,
}
Value = Any  # a number, a text, None for an empty cell, or a list of them
Part = Callable[[], Value]


class Wrong(ArithmeticError):
    """What a cell shows as an error."""


class Calculation:
    """The workbook with other values in some cells: (sheet, address) → value."""

    def __init__(self, workbook: Workbook, typed: Mapping[tuple[str, str], Value]):
        self.workbook, self.found = workbook, dict(typed)

    def __getitem__(self, name: str) -> Value:
        return self.reference(self.workbook.names[name])

    def reference(self, text: str, sheet: str = "") -> Value:
        """A cell's value, or the list of a range's."""
        title, _, cells = text.rpartition("!")
        title = title.strip("'").replace("''", "'") or sheet
        first, _, last = cells.replace("$", "").partition(":")
        return [self.cell(title, address) for address in between(first, last)] if last else self.cell(title, first)

    def cell(self, sheet: str, address: str) -> Value:
        if (sheet, address) not in self.found:
            cell = self.workbook.sheets[sheet].get(address)
            formula = cell.formula if cell else ""
            value = Formula(self, sheet, formula).value() if formula else cell.value if cell else None
            self.found[sheet, address] = value
        return self.found[sheet, address]


class Formula:
    """One formula, read from left to right; every part is a function, so that IF and IFERROR look at what they need."""

    def __init__(self, calculation: Calculation, sheet: str, text: str):
        self.calculation, self.sheet = calculation, sheet
        self.tokens = TOKEN.findall(text)
        assert "".join(self.tokens) == text.replace(" ", "") or '"' in text, text

    def value(self) -> Value:
        return self.level(0)()

    def level(self, number: int) -> Part:
        """Operators that bind alike, from left to right."""
        if number == len(LEVELS):
            return self.signed()
        left = self.level(number + 1)
        while self.tokens and self.tokens[0] in LEVELS[number]:
            left = both(OPERATORS[self.tokens.pop(0)], left, self.level(number + 1))
        return left

    def signed(self) -> Part:
        """In a spreadsheet the sign binds tighter than the power: -2^2 is 4."""
        if self.tokens[0] != "-":
            return self.atom()
        self.tokens.pop(0)
        inner = self.signed()
        return lambda: -number(inner())

    def atom(self) -> Part:
        token = self.tokens.pop(0)
        if token == "(":
            inner = self.level(0)
            assert self.tokens.pop(0) == ")"
            return inner
        if token[0] == '"':
            return lambda: token[1:-1]
        if token[0].isdigit():
            return lambda: float(token)
        if self.tokens[:1] == ["("]:
            return self.call(token)
        if token[0] == "'":
            return lambda: self.calculation.reference(token)
        if CELL.fullmatch(token):
            text = token + (self.tokens.pop(0) + self.tokens.pop(0) if self.tokens[:1] == [":"] else "")
            return lambda: self.calculation.reference(text, self.sheet)
        return lambda: self.calculation[token]

    def call(self, name: str) -> Part:
        self.tokens.pop(0)
        arguments: list[Part] = []
        while self.tokens[0] != ")":
            arguments.append(self.level(0))
            if self.tokens[0] == ",":
                self.tokens.pop(0)
        self.tokens.pop(0)
        return lambda: FUNCTIONS[name](*arguments)


def between(first: str, last: str) -> Iterator[str]:
    """The addresses of a range."""
    (left, top), (right, bottom) = (CELL.fullmatch(end).groups() for end in (first, last))
    for row in range(int(top), int(bottom) + 1):
        for column in range(place(left), place(right) + 1):
            yield f"{letters(column)}{row}"


def place(column: str) -> int:
    return sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(column)))


def letters(column: int) -> str:
    before, last = divmod(column - 1, 26)
    return (letters(before) if before else "") + chr(65 + last)


def both(operator: Callable[[Any, Any], Any], left: Part, right: Part) -> Part:
    """An operator of two numbers, or of each of a list."""

    def found() -> Value:
        one, other = left(), right()
        if isinstance(one, list) or isinstance(other, list):
            length = len(one if isinstance(one, list) else other)
            pairs = (part if isinstance(part, list) else [part] * length for part in (one, other))
            return [single(operator, *pair) for pair in zip_longest(*pairs)]
        return single(operator, one, other)

    return found


def single(operator: Callable[[Any, Any], Any], one: Value, other: Value) -> Value:
    if operator not in (OPERATORS["="], OPERATORS["<>"]):
        one, other = number(one), number(other)
    try:
        return operator(one, other)
    except ZeroDivisionError:
        raise Wrong("#DIV/0!") from None


def number(value: Value) -> float:
    if isinstance(value, str):
        raise Wrong("#VALUE!")
    return value or 0


def numbers(arguments: tuple[Part, ...]) -> list[float]:
    """The numbers of cells and ranges; a spreadsheet passes over texts and empty cells there."""
    values = [argument() for argument in arguments]
    flat = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return [item for item in flat if not isinstance(item, str) and item is not None]


def either(value: Part, otherwise: Part) -> Value:
    try:
        return value()
    except Wrong:
        return otherwise()


def refused() -> Value:
    raise Wrong("#N/A")


def product(*arguments: Part) -> float:
    lists = [value if isinstance(value, list) else [value] for value in (argument() for argument in arguments)]
    return finance.add_up(math.prod(map(number, row)) for row in zip(*lists, strict=True))


def rate_of_return(flows: Part, guess: Part) -> float:
    found = finance.rate_of_return(flows())
    return refused() if found is None else found


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "AND": lambda *parts: all(part() for part in parts),
    "CHOOSE": lambda at, *parts: parts[int(at()) - 1](),
    "COUNT": lambda *parts: len(numbers(parts)),
    "IF": lambda test, yes, no: yes() if test() else no(),
    "IFERROR": either,
    "INDEX": lambda cells, row, column: cells()[int(column()) - 1],
    "INT": lambda part: math.floor(number(part())),
    "IRR": rate_of_return,
    "ISNUMBER": lambda part: isinstance(part(), int | float),
    "MATCH": lambda part, cells, kind: cells().index(part()) + 1,
    "MAX": lambda *parts: max(numbers(parts)),
    "MIN": lambda *parts: min(numbers(parts)),
    "NA": refused,
    "NPV": lambda rate, flows: finance.present_value(flows(), rate()),
    "SIGN": lambda part: (number(part()) > 0) - (number(part()) < 0),
    "SUM": lambda *parts: finance.add_up(numbers(parts)),
    "SUMPRODUCT": product,
}
