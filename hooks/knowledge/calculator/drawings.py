"""The charts of the worked example in one language, as drawing/show.js shows the reader's."""

from dataclasses import dataclass

from ..records.book import Book
from ..roi.waterfall import Step
from .charts import Shape, histogram
from .example import WIDEST, Case
from .planes import Planes
from .rows import Bars, Row, Rows, standing


@dataclass(frozen=True)
class Drawings:
    flows: list[Shape]
    trials: list[Shape]
    tornado: Rows
    waterfall: Rows
    steps: list[tuple[Step, str, float]]  # each with its name, and where the sum stands after it
    bins: list[tuple[float, float, int]]  # (from, to, draws)
    nothing: Rows  # one row to make others after


def drawings(book: Book, case: Case, lang: str) -> Drawings:
    """All charts of the example."""
    planes, rows = Planes(book, lang), Bars(book, lang)
    bars = [bar for bar in case.tornado[:WIDEST] if bar.swing]
    return Drawings(
        flows=planes.flows(case),
        trials=planes.trials(case),
        tornado=rows.swings(bars, case.base.number("npv")),
        waterfall=rows.steps(case.steps),
        steps=[(step, rows.step_name(step.id), at) for step, at in zip(case.steps, standing(case.steps), strict=True)],
        bins=histogram(case.trials.npv).columns,
        nothing=Rows([], [Row("", "", [])]),
    )
