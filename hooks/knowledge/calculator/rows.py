"""The charts of the example by rows, as charts/rows.js draws those of the reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records.book import Book
from ..roi.sensitivity import Sensitivity
from ..roi.waterfall import Step
from ..words import formats
from .charts import FULL, Scale, Shape, around, block, label, line, ticks
from .pen import ACROSS, Pen, named


@dataclass(frozen=True)
class Row:
    """A line of a chart of rows."""

    id: str
    label: str
    shapes: list[Shape]


@dataclass(frozen=True)
class Rows:
    axis: list[Shape]
    rows: list[Row]


class Bars(Pen):
    """Draws one bar a row, all on one scale."""

    def swings(self, bars: Sequence[Sensitivity], middle: float) -> Rows:
        """Bars around the net present value; at each end the value of the figure that leads there."""
        scale = around([middle, *(npv for bar in bars for _, npv in bar.ends)], ACROSS)
        name = label(
            "milestone-name to-middle", scale.at(middle), FULL, self.text("npv_mark", npv=self.money(middle)), 0, -24
        )
        return Rows([*self.amounts(scale, -4), name], [self.swing(bar, middle, scale) for bar in bars])

    def swing(self, bar: Sensitivity, middle: float, scale: Scale) -> Row:
        item = self.book.roi.named[bar.id]
        (worse, least), (better, most) = bar.ends
        left, right, centre = scale.at(least), scale.at(most), scale.at(middle)
        turn = min(max(centre, left), right)
        shapes = [
            *upright(scale),
            block("mark mark-worse", left, 20, turn - left, 60),
            block("mark mark-better", turn, 20, right - turn, 60),
            line("centre", centre, 0, centre, FULL),
            label("value to-left", left, 50, self.brief(worse, item.unit), -5, 4),
            label("value to-right", right, 50, self.brief(better, item.unit), 5, 4),
        ]
        return Row(bar.id, self.typeset(item.label[self.lang] + self.beside(item.unit)), shapes)

    def beside(self, unit: str) -> str:
        record = self.book.roi
        return f" ({record.units[unit].beside[self.lang]})" if named(unit, record) else ""

    def steps(self, steps: Sequence[Step]) -> Rows:
        """A waterfall, each step from where the one before it ended."""
        shown = [step for step in steps if step.sum or step.amount]
        stands = standing(shown)
        scale = around([0.0, *stands], ACROSS)
        rows = [
            Row(step.id, self.step_name(step.id), self.step(step, start, end, scale))
            for step, start, end in zip(shown, [0.0, *stands], stands, strict=False)
        ]
        return Rows(self.amounts(scale, -4), rows)

    def step_name(self, id: str) -> str:
        """A cost by the name of its line."""
        monthly = self.book.roi.monthly
        return line_name(self.book, id, self.lang) if id in monthly else self.text(f"step_{id}")

    def step(self, step: Step, before: float, after: float, scale: Scale) -> list[Shape]:
        start = 0.0 if step.sum else before
        left, right = sorted((scale.at(start), scale.at(after)))
        kind = "sum" if step.sum else "more" if after >= before else "less"
        text = self.money(step.amount) if step.sum else self.signed(step.amount)
        return [
            *upright(scale),
            block(f"mark mark-{kind}", left, 20, right - left, 60),
            line("zero", scale.at(0), 0, scale.at(0), FULL),
            line("joint", scale.at(after), 80, scale.at(after), FULL),
            label("value to-right", right, 50, text, 5, 4),
        ]


def standing(steps: Iterable[Step]) -> list[float]:
    """Where the sum stands after each step."""
    found: list[float] = []
    for step in steps:
        found.append(step.amount if step.sum else found[-1] + step.amount)
    return found


def upright(scale: Scale) -> list[Shape]:
    return [line("gridline", scale.at(value), 0, scale.at(value), FULL) for value in ticks(scale, ACROSS)]


def line_name(book: Book, id: str, lang: str) -> str:
    """What the yearly table calls a monthly formula."""
    item = book.roi.monthly[id]
    return formats.typeset((item.name or item.label)[lang], lang)
