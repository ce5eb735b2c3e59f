"""A formula as an editor types it → a small tree that cannot do harm."""

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..records.problems import did_you_mean

LONGEST, DEEPEST, LARGEST_POWER = 600, 40, 10
LARGEST = 10**15  # as many digits as computers keep
OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "=="}
ARGUMENTS = {"min": (2, 9), "max": (2, 9), "ceil": (1, 1), "floor": (1, 1), "clamp": (3, 3)}  # fewest and most
ALLOWED = "Write names, numbers, + - * / **, brackets, `a if x > y else b`, and min, max, ceil, floor, clamp."
SHORTER = "Give a part of it a name of its own under `formulas:`."


class FormulaError(ValueError):
    """What is wrong with a formula (`message`) and what to type (`fix`), each a sentence."""

    def __init__(self, message: str, fix: str):
        super().__init__(f"{message} {fix}")
        self.message, self.fix = message, fix


class UnknownName(FormulaError):
    """A formula that uses a name which is not among those it may use."""

    def __init__(self, name: str, names: Collection[str]):
        super().__init__(f'"{name}" is not a name that this formula can use.', did_you_mean(name, names))
        self.name = name


@dataclass(frozen=True)
class Number:
    value: float


@dataclass(frozen=True)
class Variable:
    id: str


@dataclass(frozen=True)
class Negation:
    operand: "Tree"


@dataclass(frozen=True)
class Operation:
    """`operator` is one of + - * / **."""

    operator: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True)
class Comparison:
    """`operator` is one of < <= > >= ==."""

    operator: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True)
class Choice:
    test: Comparison
    yes: "Tree"
    no: "Tree"


@dataclass(frozen=True)
class Call:
    """`function` is one of min, max, ceil, floor, clamp."""

    function: str
    arguments: tuple["Tree", ...]


Tree = Number | Variable | Negation | Operation | Choice | Call


# --- reading ------------------------------------------------------------------------------------------------------


def parse(text: str, names: Collection[str]) -> Tree:
    """The tree of a formula over these names. Raises FormulaError for anything else than a formula."""
    if len(text) > LONGEST:
        raise FormulaError(f"The formula has {len(text)} characters; {LONGEST} is the limit.", SHORTER)
    try:
        node = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError(
            "This cannot be read as a formula.", "Check brackets, operators and commas; a product is a * b."
        ) from None
    return branch(node, names, DEEPEST)


def branch(node: ast.AST, names: Collection[str], depth: int) -> Tree:
    """The tree of one node, with at most `depth` levels below it."""
    if depth == 0:
        raise FormulaError(f"The formula is nested more than {DEEPEST} levels deep.", SHORTER)

    def below(part: ast.AST) -> Tree:
        return branch(part, names, depth - 1)

    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool) and abs(value) <= LARGEST:
            return Number(value)
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            raise FormulaError("A number in it has more digits than computers keep.", "Write it in a larger unit.")
        case ast.Name(id=id):
            return known_name(id, names)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Negation(below(operand))
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in OPERATORS:
            return operation(OPERATORS[type(operator)], below(left), below(right))
        case ast.IfExp(test=ast.Compare(left=left, ops=[operator], comparators=[right])) if (
            type(operator) in COMPARISONS
        ):
            test = Comparison(COMPARISONS[type(operator)], below(left), below(right))
            return Choice(test, below(node.body), below(node.orelse))
        case ast.Call(func=ast.Name(id=function), args=arguments, keywords=[]):
            return call(function, tuple(map(below, arguments)) if function in ARGUMENTS else ())
    raise FormulaError(f'"{ast.unparse(node)}" is not allowed in a formula.', ALLOWED)


def known_name(id: str, names: Collection[str]) -> Variable:
    if id not in names:
        raise UnknownName(id, names)
    return Variable(id)


def operation(operator: str, left: Tree, right: Tree) -> Operation:
    small = isinstance(right, Variable) or (isinstance(right, Number) and abs(right.value) <= LARGEST_POWER)
    if operator == "**" and not small:
        raise FormulaError(
            "The power is neither a name nor a small number.", f"Write a name, or a number up to {LARGEST_POWER}."
        )
    return Operation(operator, left, right)


def call(function: str, arguments: tuple[Tree, ...]) -> Call:
    if function not in ARGUMENTS:
        raise FormulaError(f'"{function}" is not a function of formulas.', did_you_mean(function, ARGUMENTS))
    fewest, most = ARGUMENTS[function]
    if not fewest <= len(arguments) <= most:
        wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
        raise FormulaError(
            f"{function}() takes {wanted} values; here it has {len(arguments)}.",
            "Add or delete values between its brackets.",
        )
    return Call(function, arguments)


def names_in(tree: Tree | Comparison) -> Iterator[str]:
    """Every name of a tree, in the order of writing."""
    match tree:
        case Variable(id):
            yield id
        case Negation(operand):
            yield from names_in(operand)
        case Operation(_, left, right) | Comparison(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Choice(test, yes, no):
            for part in (yes, test, no):
                yield from names_in(part)
        case Call(_, arguments):
            for part in arguments:
                yield from names_in(part)
