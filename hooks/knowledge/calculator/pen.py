"""Figures as the charts of the example write them: short, in one language; as charts/pen.js writes the reader's."""

from dataclasses import dataclass

from ..records.book import Book
from ..records.roi import RoiModel
from ..words import formats
from ..words.wording import compact, filled
from .charts import FULL, Scale, Shape, label, ticks

ACROSS = 8  # steps at most across a chart
FEW = 4  # ticks that have room wherever they stand
ROUND, FINE, EXACT = 2, 3, 4  # significant digits of a result, of what a reader types, of a tick


@dataclass(frozen=True)
class Pen:
    """Writes in one language."""

    book: Book
    lang: str

    def money(self, value: float, digits: int = ROUND) -> str:
        return self.typeset(compact(value, self.book.units, self.lang, digits))

    def signed(self, value: float) -> str:
        return ("+" if value > 0 else "") + self.money(value)

    def number(self, value: float) -> str:
        return formats.number(value, self.lang)

    def part(self, value: float) -> str:
        """0.125 → "12,5 %"."""
        unit = self.book.roi.units["share"]
        return self.typeset(
            unit.other[self.lang].replace("{n}", self.number(formats.significant(value * unit.factor, FINE)))
        )

    def brief(self, value: float, unit: str) -> str:
        """A figure beside a bar: its name says the unit where it is not money or a share."""
        if unit.startswith("EUR"):
            return self.money(value, FINE)
        return self.number(formats.significant(value, FINE)) if named(unit, self.book.roi) else self.part(value)

    def text(self, key: str, **figures: str) -> str:
        return self.typeset(filled(self.book.ui["roi_live"][key][self.lang], figures))

    def typeset(self, text: str) -> str:
        return formats.typeset(text, self.lang)

    def amounts(self, scale: Scale, dy: int) -> list[Shape]:
        """Round amounts below or above a chart; where it is narrow, every other one."""
        values = ticks(scale, ACROSS)
        between = [len(values) > FEW and round(value / (values[1] - values[0])) % 2 for value in values]
        return [
            label(
                "tick tick-below" + (" tick-between" if odd else ""),
                scale.at(value),
                FULL,
                self.money(value, EXACT),
                0,
                dy,
            )
            for value, odd in zip(values, between, strict=True)
        ]


def named(unit: str, record: RoiModel) -> bool:
    """Whether a unit is told with the name of a figure: not with the figure, as that of money and of a share."""
    return not unit.startswith("EUR") and record.units[unit].factor == 1
