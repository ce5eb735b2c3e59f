"""Formulas: what is read, what is refused, and how they are written elsewhere."""

import re

import pytest
from knowledge.roi.compiled import function_of
from knowledge.roi.dimensions import check_unit
from knowledge.roi.formula import FormulaError, parse
from knowledge.roi.model import model_of
from knowledge.roi.notation import excel, factors, javascript, mathml, source, worded

VALUES = {"a": 7.0, "b": 2.0, "c": -3.0, "rate": 0.1}
REFUSED = (
    "",
    "a b",
    "a[0]",
    "a.real",
    "(lambda: a)()",
    "__import__('os')",
    "a if b else c",
    "a if a < b < c else b",
    "a > b",
    "a and b",
    "not a",
    "'a'",
    "True",
    "1e999",
    "1j",
    "a // b",
    "a % b",
    "+a",
    "min(a)",
    "min(*a)",
    "clamp(a, b)",
    "ceil(a, b)",
    "sum(a, b)",
    "max(a, b, key=c)",
    "a ** 11",
    "a ** (b + c)",
    "[a]",
    "(a := b)",
    "f'{a}'",
    "d",
    "min",
    "a\nb",
    "\0",
    "1" * 700,
    "-" * 50 + "a",
    "(" * 300 + "a" + ")" * 300,
)


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_than_a_formula_is_refused(text):
    with pytest.raises(FormulaError):
        parse(text, VALUES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * c", 1),
        ("(a - b) / 2", 2.5),
        ("a - b - c", 8),
        ("a / b / 2", 1.75),
        ("a / (b / 2)", 7),
        ("-b ** 2", -4),
        ("(-b) ** 2", 4),
        ("b ** b", 4),
        ("a if a > b else c", 7),
        ("a if c == -3 else b", 7),
        ("1 if a <= b else (2 if b >= 2 else 3)", 2),
        ("min(a, b, c) + max(a, 0)", 4),
        ("ceil(a / b) + floor(a / b)", 7),
        ("clamp(a, 0, 1) + clamp(c, 0, 1) + clamp(rate, 0, 1)", 1.1),
    ],
)
def test_a_formula_gives_its_number(text, value):
    assert function_of(parse(text, VALUES))(VALUES) == pytest.approx(value, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "script", "sheet", "words"),
    [
        ("a * (b - c) / 2", "a * (b - c) / 2", "a * (b - c) / 2", "A × (B − C) ÷ 2"),
        ("a - (b - c)", "a - (b - c)", "a - (b - c)", "A − (B − C)"),
        ("(-b) ** 2", "(-b) ** 2", "(-b) ^ 2", "(−B) ^ 2"),
        ("-b ** 2", "-(b ** 2)", "-(b ^ 2)", "−(B ^ 2)"),
        ("(1 + rate) ** b", "(1 + rate) ** b", "(1 + rate) ^ b", "(1 + RATE) ^ B"),
        ("ceil(a / b)", "Math.ceil(a / b)", "(-INT(-(a / b)))", "ceil(A ÷ B)"),
        ("clamp(a, 0, 1)", "Math.min(Math.max(a, 0), 1)", "MIN(MAX(a,0),1)", "clamp(A ; 0 ; 1)"),
        ("a if b == 0 else c", "b === 0 ? a : c", "IF(b = 0,a,c)", "A if B = 0, otherwise C"),
        ("(a if b > 0 else c) * 2", "(b > 0 ? a : c) * 2", "IF(b > 0,a,c) * 2", "(A if B > 0, otherwise C) × 2"),
    ],
)
def test_a_formula_is_written_elsewhere(text, script, sheet, words):
    tree = parse(text, VALUES)
    assert javascript(tree) == script
    assert excel(tree) == sheet
    assert worded(tree, str.upper, str, "if", "otherwise") == words


def test_a_product_is_a_stacked_table():
    table = [(sign, source(part)) for sign, part in factors(parse("a * b / c * (1 - rate)", VALUES))]
    assert table == [("", "a"), ("×", "b"), ("÷", "c"), ("×", "1 - rate")]
    assert [sign for sign, _ in factors(parse("max(a, b * c)", VALUES))] == ["max", ";"]


def test_mathml_has_no_style_and_escapes_its_labels():
    text = mathml(
        "R&D", parse("a / b if a > b else ceil(c) ** 2", VALUES), lambda name: f"<{name}>", str, "if", "otherwise"
    )
    assert "<mi>R&amp;D</mi>" in text
    assert "<mi>&lt;a&gt;</mi>" in text
    assert not re.search(r"style|<a>", text)


@pytest.mark.parametrize(
    ("text", "maths"),
    [
        ("-a", "<mrow><mo>−</mo><mi>a</mi></mrow>"),
        ("floor(a)", "<mrow><mo>⌊</mo><mi>a</mi><mo>⌋</mo></mrow>"),
        ("a / b", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>"),
        ("a >= b", "<mrow><mi>a</mi><mo>≥</mo><mi>b</mi></mrow>"),
        ("clamp(a, b, c)", "<mi>min</mi><mo>(</mo><mrow><mi>max</mi><mo>(</mo><mi>a</mi><mo>;</mo><mi>b</mi>"),
    ],
)
def test_a_formula_is_written_as_in_a_book(text, maths):
    tree = parse(f"1 if {text} else 2" if ">=" in text else text, VALUES)
    assert maths in mathml("x", tree, str, str, "if", "otherwise")


@pytest.mark.parametrize(
    "text",
    [
        "orders * cost",
        "orders * cost * (1 - share)",
        "max(orders, 0) * cost",
        "0 if share > 0 else orders * cost",
        "-orders * -cost",
        "(orders ** 2) / orders * cost",
        "min(orders, 0, orders) * cost",
        "orders * cost * (1 + share) ** share",
    ],
)
def test_units_go_together(text):
    check_unit(parse(text, UNITS), "EUR/year", UNITS)


@pytest.mark.parametrize(
    "text",
    [
        "orders",
        "orders / cost",
        "orders * cost + cost",
        "orders * cost if cost > orders else 0",
        "share ** cost",
        "cost ** share",
        "min(0, orders, cost)",
        "orders ** 2 * cost",
    ],
)
def test_units_that_do_not_go_together(text):
    with pytest.raises(FormulaError):
        check_unit(parse(text, UNITS), "EUR/year", UNITS)


UNITS = {"orders": "order/year", "cost": "EUR/order", "share": "share"}


def test_every_formula_of_the_model_is_written_back_as_it_was_read(book):
    model = model_of(book)
    for section in (model.scalars, model.monthly, model.results, model.guards, model.ceilings):
        for tree in section.values():
            assert parse(source(tree), set(model.units)) == tree
