"""A formula of the model with the figures of a calculation → words, a stacked table, MathML; each name a link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor, log10

from markupsafe import Markup, escape

from ..records.base import Localized
from ..records.book import Book
from ..records.roi import Named
from ..roi.compiled import function_of
from ..roi.engine import measured
from ..roi.formula import ARGUMENTS, Choice, Number, Operation, Tree, Variable, names_in
from ..roi.model import Model
from ..roi.notation import CHOICE, SIGNS, Style, factors, mathml, write_formula
from ..words import formats
from ..words.wording import filled, pattern_of
from .places import places

DIGITS = 5  # significant ones: what a pocket calculator needs to find the next value again
SHORT = 4  # names at most in a formula that reads on one line


@dataclass(frozen=True)
class Line:
    """A line of a stacked table.

    The names in `words` are links; `put` says the same with figures, empty for a name alone.
    """

    sign: str
    words: Markup | str
    put: str
    value: str


@dataclass(frozen=True)
class Step:
    """A quantity worked out.

    `maths` is its formula as MathML, empty where the stacked table says it better; `ends` follow from it.
    """

    label: str
    value: str
    maths: Markup | str
    lines: tuple[Line, ...]
    ends: tuple[Line, ...] = ()


class Explainer:
    """Writes the formulas of a model in one language, with the figures of a calculation."""

    def __init__(self, book: Book, model: Model, lang: str):
        self.model, self.record, self.lang, self.ui = model, model.record, lang, book.ui
        self.labels = {name: formats.typeset(item.label[lang], lang) for name, item in self.record.named.items()}
        found = places(model)
        self.links = {
            name: Markup('<a href="../{}">{}</a>').format(found[name], label) for name, label in self.labels.items()
        }
        self.called = {
            **{function: self.word("roi_method", function) for function in ARGUMENTS},
            ";": self.word("roi_method", "and"),
        }
        self.style = Style(
            name="{{{}}}".format,
            call=lambda function, parts: f"{self.called[function]} ({' ; '.join(parts)})",
            choice=lambda test, yes, no: (
                f"{yes} {self.word('roi', 'when')} {test}, {self.word('roi', 'otherwise')} {no}",
                CHOICE,
            ),
            number=self.significant,
            sign=SIGNS.__getitem__,
            minus=formats.MINUS,
        )

    def word(self, group: str, key: str) -> str:
        return self.ui[group][key][self.lang]

    def significant(self, value: float) -> str:
        """Precise enough to be calculated with: 0.0093333 → "0,0093333", 882352.94 → "882 353"."""
        digits = max(0, DIGITS - 1 - floor(log10(abs(value)))) if value else 0
        return formats.number(value, self.lang, digits)

    def value(self, value: float | None, unit: str) -> str:
        """A figure with its unit: 0.0093333 share → "0,93333 %"; a unit that the model does not name is left out."""
        if value is None:
            return self.word("roi_live", "none")
        if unit not in self.record.units:
            return self.significant(value)
        scale = self.record.units[unit]
        shown = value * scale.factor
        return formats.with_number(pattern_of(scale, shown, self.lang), self.significant(shown))

    def rounded(self, value: float, digits: int = 0) -> str:
        return formats.number(value, self.lang, digits, fixed=True)

    def figure(self, value: float | None, unit: str) -> str:
        """A figure inside a formula: without its unit, but for %."""
        return self.value(value, "share" if self.record.units[unit].factor != 1 else "")

    def either(self, parts: Iterable[str]) -> str:
        return f" {self.word('roi_method', 'or')} ".join(parts)

    def steps(
        self, items: Mapping[str, Named], trees: Mapping[str, Tree], values: Mapping[str, float | None]
    ) -> dict[str, Step]:
        """Of the items that have a formula."""
        return {id: self.step(item.label, item.unit, trees[id], values) for id, item in items.items() if id in trees}

    def step(self, label: Localized, unit: str, tree: Tree, values: Mapping[str, float | None]) -> Step:
        """`values` are the figures that the tree names."""
        title, short = formats.typeset(label[self.lang], self.lang), reads_on_a_line(tree)
        parts = [("", Variable(name)) for name in dict.fromkeys(names_in(tree))] if short else table_lines(tree)
        lines = tuple(self.line(sign, part, values) for sign, part in parts)
        return Step(title, self.value(value_of(tree, values), unit), self.maths(title, tree) if short else "", lines)

    def maths(self, title: str, tree: Tree) -> Markup:
        when, otherwise = self.word("roi", "when") + formats.WIDE, self.word("roi", "otherwise")
        return mathml(title, tree, self.labels.__getitem__, self.significant, when, otherwise)

    def linked(self, tree: Tree) -> Markup:
        """The formula in words, its names links."""
        return Markup(filled(escape(write_formula(tree, self.style)), self.links))

    def line(self, sign: str, tree: Tree, values: Mapping[str, float | None]) -> Line:
        value = self.value(value_of(tree, values), self.model.unit_of(tree))
        if sign == "=":
            return Line(sign, self.word("roi_method", "subtotal"), "", value)
        text = write_formula(tree, self.style)
        figures = {name: self.figure(values[name], self.model.units[name]) for name in names_in(tree)}
        put = "" if isinstance(tree, Variable | Number) else filled(text, figures)
        words = self.linked(tree)
        if sign in self.called:
            return Line("", Markup('<span class="put">{}</span>{}').format(self.called[sign], words), put, value)
        return Line(sign, words, put, value)


def reads_on_a_line(tree: Tree) -> bool:
    """Whether the formula is a choice, a ratio or a power of few names."""
    fit = isinstance(tree, Choice) or (isinstance(tree, Operation) and tree.operator in ("/", "**"))
    return fit and len(set(names_in(tree))) <= SHORT


def table_lines(tree: Tree) -> list[tuple[str, Tree]]:
    """The lines of a stacked table; a calculation at its head is worked out first, down to a line "="."""
    (sign, first), *others = factors(tree)
    inner = others and isinstance(tree, Operation) and isinstance(first, Operation)
    return [*factors(first), ("=", first), *others] if inner else [(sign, first), *others]


def value_of(tree: Tree, values: Mapping[str, float | None]) -> float | None:
    return measured(tree, function_of(tree), values)
