"""What a figure is made of."""

import pytest
from knowledge.records.base import LANGUAGES
from knowledge.roi.notation import factors

from tests.support.trace import trace, tree_words

APPLY = {
    "": lambda a, b: b,
    "+": lambda a, b: a + b,
    "−": lambda a, b: a - b,
    "×": lambda a, b: a * b,
    "÷": lambda a, b: a / b,
}


def test_the_lines_of_a_trace_make_its_value(model, example):
    names = [*model.scalars, *model.results, "annual_gross", "annual_benefit", "adjusted.otif", "teams.stores"]
    for name in names:
        found = trace(model, example, name)
        assert found.lines, name
        if all(line.sign in APPLY and line.value is not None for line in found.lines):
            value = 0.0
            for line in found.lines:
                value = APPLY[line.sign](value, line.value)
            assert value == pytest.approx(found.value), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_formula_reads_in_words(model, lang):
    for tree in {**model.scalars, **model.monthly, **model.results}.values():
        assert all(tree_words(model, part, lang) for _, part in factors(tree))
