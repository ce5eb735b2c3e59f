"""A formula's tree → JavaScript, an Excel formula, words, MathML, and a stacked table of factors."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from .formula import Call, Choice, Comparison, Negation, Number, Operation, Tree, Variable

CHOICE, COMPARE, SUM, PRODUCT, UNARY, POWER, ATOM = range(7)  # how tightly a part holds together
BINDING = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "**": POWER}
SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷", "**": "^", "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "="}


@dataclass(frozen=True)
class Style:
    """How a target writes names, numbers, signs, calls and choices (each with how tightly it holds together)."""

    name: Callable[[str], str]
    call: Callable[[str, list[str]], str]
    choice: Callable[[str, str, str], tuple[str, int]]
    number: Callable[[float], str] = repr
    sign: Callable[[str], str] = lambda operator: operator
    minus: str = "-"


def write_formula(tree: Tree | Comparison, style: Style) -> str:
    """The tree in a style, with as few brackets as the target allows."""
    return part(tree, style)[0]


def part(tree: Tree | Comparison, style: Style) -> tuple[str, int]:
    match tree:
        case Number(value):
            return style.number(value), ATOM
        case Variable(id):
            return style.name(id), ATOM
        case Negation(operand):
            return style.minus + in_brackets(operand, style, ATOM), UNARY
        case Operation("**", left, right):  # JavaScript refuses -a ** b and Excel reads it as (-a) ** b
            return f"{in_brackets(left, style, ATOM)} {style.sign('**')} {in_brackets(right, style, ATOM)}", POWER
        case Operation(operator, left, right):
            binding = BINDING[operator]
            after = in_brackets(right, style, binding + (operator in "-/"))
            return f"{in_brackets(left, style, binding)} {style.sign(operator)} {after}", binding
        case Comparison(operator, left, right):
            return f"{in_brackets(left, style, SUM)} {style.sign(operator)} {in_brackets(right, style, SUM)}", COMPARE
        case Choice(test, yes, no):
            return style.choice(*(in_brackets(branch, style, COMPARE) for branch in (test, yes, no)))
    return style.call(tree.function, [write_formula(argument, style) for argument in tree.arguments]), ATOM


def in_brackets(tree: Tree | Comparison, style: Style, binding: int) -> str:
    """The part, in brackets where it holds less tightly than its neighbour."""
    text, own = part(tree, style)
    return f"({text})" if own < binding else text


# --- JavaScript and Excel -----------------------------------------------------------------------------------------


def javascript(tree: Tree | Comparison, name: Callable[[str], str] = str) -> str:
    """An expression that evaluates to the same number in JavaScript."""
    return write_formula(
        tree,
        Style(name, script_call, lambda test, yes, no: (f"{test} ? {yes} : {no}", CHOICE), script_number, script_sign),
    )


def script_number(value: float) -> str:
    """250000000.0 → "250000000"; every digit that tells it from its neighbours."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def script_sign(operator: str) -> str:
    return "===" if operator == "==" else operator


def script_call(function: str, arguments: list[str]) -> str:
    if function == "clamp":
        value, low, high = arguments
        return f"Math.min(Math.max({value}, {low}), {high})"
    return f"Math.{function}({', '.join(arguments)})"


def excel(tree: Tree, name: Callable[[str], str] = str) -> str:
    """The same in Excel, English function names, without the sign = in front; `name` gives a cell or a defined name."""
    return write_formula(
        tree, Style(name, sheet_call, lambda *parts: (f"IF({','.join(parts)})", ATOM), script_number, sheet_sign)
    )


def sheet_sign(operator: str) -> str:
    return {"**": "^", "==": "="}.get(operator, operator)


def sheet_call(function: str, arguments: list[str]) -> str:
    if function == "clamp":
        value, low, high = arguments
        return f"MIN(MAX({value},{low}),{high})"
    if function in ("ceil", "floor"):  # Excel's own CEILING and FLOOR differ between its versions
        return f"(-INT(-({arguments[0]})))" if function == "ceil" else f"INT({arguments[0]})"
    return f"{function.upper()}({','.join(arguments)})"


# --- words --------------------------------------------------------------------------------------------------------


def source(tree: Tree | Comparison) -> str:
    """The formula as an editor types it."""
    choice = lambda test, yes, no: (f"{yes} if {test} else {no}", CHOICE)  # noqa: E731
    return write_formula(
        tree, Style(str, lambda function, parts: f"{function}({', '.join(parts)})", choice, script_number)
    )


def worded(
    tree: Tree | Comparison, name: Callable[[str], str], number: Callable[[float], str], when: str, otherwise: str
) -> str:
    """The formula in words: "Orders per year × (1 − Online return rate)".

    `when` and `otherwise` are "if" and "otherwise".
    """
    choice = lambda test, yes, no: (f"{yes} {when} {test}, {otherwise} {no}", CHOICE)  # noqa: E731
    return write_formula(
        tree,
        Style(name, lambda function, parts: f"{function}({' ; '.join(parts)})", choice, number, SIGNS.__getitem__, "−"),
    )


def factors(tree: Tree) -> list[tuple[str, Tree]]:
    """The tree as a stacked table: a sign and what it applies to, the first line without a sign."""
    match tree:
        case Operation("+" | "-" | "*" | "/" as operator, left, right):
            lines = factors(left) if same_level(left, operator) else [("", left)]
            return [*lines, (SIGNS[operator], right)]
        case Call(function, arguments):
            return [(function, arguments[0]), *((";", argument) for argument in arguments[1:])]
    return [("", tree)]


def same_level(tree: Tree, operator: str) -> bool:
    return isinstance(tree, Operation) and BINDING[tree.operator] == BINDING[operator]


# --- MathML -------------------------------------------------------------------------------------------------------


def mathml(
    title: str, tree: Tree, name: Callable[[str], str], number: Callable[[float], str], when: str, otherwise: str
) -> Markup:
    """`title` = the formula, as a block of MathML without style attributes."""
    maths = Maths(name, number, when, otherwise)
    opening = '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">'
    return Markup(f"{opening}<mrow><mi>{escape(title)}</mi><mo>=</mo>{maths.shown(tree)}</mrow></math>")


@dataclass(frozen=True)
class Maths:
    name: Callable[[str], str]
    number: Callable[[float], str]
    when: str
    otherwise: str

    def shown(self, tree: Tree | Comparison, binding: int = CHOICE) -> str:
        text, own = self.part(tree)
        return f"<mrow><mo>(</mo>{text}<mo>)</mo></mrow>" if own < binding else text

    def part(self, tree: Tree | Comparison) -> tuple[str, int]:
        match tree:
            case Number(value):
                return f"<mn>{escape(self.number(value))}</mn>", ATOM
            case Variable(id):
                return f"<mi>{escape(self.name(id))}</mi>", ATOM
            case Negation(operand):
                return f"<mrow><mo>−</mo>{self.shown(operand, ATOM)}</mrow>", UNARY
            case Operation("/", left, right):
                return f"<mfrac><mrow>{self.shown(left)}</mrow><mrow>{self.shown(right)}</mrow></mfrac>", ATOM
            case Operation("**", left, right):
                return f"<msup><mrow>{self.shown(left, ATOM)}</mrow><mrow>{self.shown(right)}</mrow></msup>", POWER
            case Operation(operator, left, right):
                binding = BINDING[operator]
                sign, after = f"<mo>{SIGNS[operator]}</mo>", self.shown(right, binding + (operator == "-"))
                return f"<mrow>{self.shown(left, binding)}{sign}{after}</mrow>", binding
            case Comparison(operator, left, right):
                return (
                    f"<mrow>{self.shown(left, SUM)}<mo>{escape(SIGNS[operator])}</mo>{self.shown(right, SUM)}</mrow>",
                    COMPARE,
                )
            case Choice(test, yes, no):
                cases = (
                    (yes, f"<mtext>{escape(self.when)} </mtext>{self.shown(test)}"),
                    (no, f"<mtext>{escape(self.otherwise)}</mtext>"),
                )
                rows = "".join(f"<mtr><mtd>{self.shown(value)}</mtd><mtd>{words}</mtd></mtr>" for value, words in cases)
                return f"<mrow><mo>{{</mo><mtable>{rows}</mtable></mrow>", ATOM
        return self.called(tree.function, [self.shown(argument) for argument in tree.arguments]), ATOM

    def called(self, function: str, arguments: list[str]) -> str:
        if function in ("ceil", "floor"):
            opening, closing = "⌈⌉" if function == "ceil" else "⌊⌋"
            return f"<mrow><mo>{opening}</mo>{arguments[0]}<mo>{closing}</mo></mrow>"
        if function == "clamp":
            value, low, high = arguments
            return self.called("min", [self.called("max", [value, low]), high])
        return f"<mrow><mi>{function}</mi><mo>(</mo>{'<mo>;</mo>'.join(arguments)}<mo>)</mo></mrow>"
