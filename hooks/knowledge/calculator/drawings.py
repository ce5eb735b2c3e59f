"""The charts of the worked example in one language, as charts/drawings.js draws the reader's."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..records.book import Book
from ..records.roi import RoiModel
from ..roi.finance import MONTHS
from ..roi.sensitivity import Sensitivity
from ..roi.waterfall import Step
from ..words import formats
from ..words.wording import compact, filled
from .charts import (
    BETWEEN_BINS,
    BINS,
    FULL,
    Scale,
    Shape,
    apart,
    around,
    block,
    histogram,
    label,
    line,
    polyline,
    share,
    stretched,
    ticks,
)
from .example import SCENARIOS, WIDEST, Case

UP, ACROSS = 5, 8  # steps at most up a chart and across it
FEW = 4  # ticks that have room wherever they stand
QUARTER = 3  # months from one mark of the calendar to the next; years have a name
GAP = 14.0  # share of the height that a label of two lines takes
ROUND, FINE, EXACT = 2, 3, 4  # significant digits of a result, of what a reader types, of a tick
MARKED = ("p10", "p50", "p90")


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
    pen = Pen(book, lang)
    bars = [bar for bar in case.tornado[:WIDEST] if bar.swing]
    return Drawings(
        flows=pen.flows(case),
        trials=pen.trials(case),
        tornado=pen.swings(bars, case.base.number("npv")),
        waterfall=pen.steps(case.steps),
        steps=[(step, pen.step_name(step.id), at) for step, at in zip(case.steps, standing(case.steps), strict=True)],
        bins=histogram(case.trials.npv).columns,
        nothing=Rows([], [Row("", "", [])]),
    )


@dataclass(frozen=True)
class Pen:
    """Draws in one language."""

    book: Book
    lang: str

    # --- words ----------------------------------------------------------------------------------------------------

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

    # --- charts over a plane --------------------------------------------------------------------------------------

    def flows(self, case: Case) -> list[Shape]:
        """The cumulative flow of the base scenario in the band of the two others."""
        series = [[0.0, *case.results[name].flows.cumulative] for name in SCENARIOS]
        scale, last = around([0.0, *(value for values in series for value in values)], UP), len(series[0]) - 1
        low, base, high = (
            [(FULL * month / last, FULL - scale.at(value)) for month, value in enumerate(values)] for values in series
        )
        paths = {
            "band": polyline([*high, *reversed(low)]) + "Z",
            "edge": polyline(low) + polyline(high),
            "line": polyline(base),
        }
        return [
            *self.levels(scale, EXACT),
            *self.calendar(last),
            stretched(paths),
            line("zero", 0, FULL - scale.at(0), FULL, FULL - scale.at(0)),
            *self.milestone("go_live_mark", case.base.number("go_live_month"), last, -22),
            *self.milestone("payback_mark", case.base["payback_month"], last, -6),
            *self.ends([(values[-1], FULL - scale.at(values[-1])) for values in reversed(series)]),
        ]

    def levels(self, scale: Scale, digits: int) -> list[Shape]:
        """Lines across a chart at round amounts."""
        places = [(value, FULL - scale.at(value)) for value in ticks(scale, UP)]
        lines = [line("gridline", 0, place, FULL, place) for _, place in places]
        return lines + [label("tick tick-left", 0, place, self.money(value, digits), -6, 4) for value, place in places]

    def calendar(self, last: int) -> list[Shape]:
        """Quarters and years below a chart of so many months."""
        quarters = [
            line("minor", FULL * month / last, FULL, FULL * month / last, FULL + 2)
            for month in range(0, last + 1, QUARTER)
        ]
        years = [
            label("tick tick-below", FULL * month / last, FULL, self.years(month // MONTHS), 0, 22)
            for month in range(0, last + 1, MONTHS)
        ]
        return quarters + years

    def years(self, number: int) -> str:
        if not number:
            return self.text("start_mark")
        unit = self.book.roi.units["year"]
        return self.typeset(
            (unit.one if formats.singular(number, self.lang) else unit.other)[self.lang].replace(
                "{n}", self.number(number)
            )
        )

    def milestone(self, key: str, month: float | None, last: int, dy: int) -> list[Shape]:
        """A month that a chart names above itself; nothing where it is not in it."""
        if not month or month > last:
            return []
        place = FULL * month / last
        side, dx = ("left", -4) if place > FULL / 2 else ("right", 4)
        upright = Shape(
            "line",
            {"class": f"milestone {key}", "x1": share(place), "y1": str(dy - 10), "x2": share(place), "y2": "100%"},
        )
        return [upright, label(f"milestone-name to-{side}", place, 0, self.text(key, n=self.number(month)), dx, dy)]

    def ends(self, ends: Sequence[tuple[float, float]]) -> list[Shape]:
        """What the lines are called, and where they end: high, base, low."""
        found = []
        places = apart([place for _, place in ends], GAP)
        for name, (value, _), place in zip(reversed(SCENARIOS), ends, places, strict=True):
            found.append(label(f"end end-{name}", FULL, place, self.book.roi.scenarios[name][self.lang], 6, -2))
            found.append(label(f"end end-{name}", FULL, place, self.money(value), 6, 13))
        return found

    def trials(self, case: Case) -> list[Shape]:
        """The distribution of the net present value."""
        npv, bins = case.trials.npv, histogram(case.trials.npv)
        scale = bins.scale
        shares = [count / len(npv) for count in bins.counts]
        up = around([0.0, *shares], UP)
        return [
            *self.shares(up),
            *(
                block(
                    "mark" if bins.low + (place + 0.5) * bins.step >= 0 else "mark mark-before",
                    FULL * place / BINS,
                    FULL - up.at(part),
                    (FULL - BETWEEN_BINS) / BINS,
                    up.at(part),
                )
                for place, part in enumerate(shares)
            ),
            *self.amounts(scale, 22),
            *([line("zero", scale.at(0), 0, scale.at(0), FULL)] if scale.low < 0 < scale.high else []),
            *(shape for name in MARKED for shape in self.percentile(name, getattr(case.trials, name), scale)),
        ]

    def shares(self, scale: Scale) -> list[Shape]:
        places = [(value, FULL - scale.at(value)) for value in ticks(scale, UP)]
        lines = [line("gridline", 0, place, FULL, place) for _, place in places]
        return lines + [label("tick tick-left", 0, place, self.part(value), -6, 4) for value, place in places]

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

    def percentile(self, name: str, value: float, scale: Scale) -> list[Shape]:
        """The middle one is named above the two others."""
        place, dy = scale.at(value), -22 if name == "p50" else -6
        upright = Shape(
            "line",
            {"class": f"milestone {name}", "x1": share(place), "y1": str(dy + 4), "x2": share(place), "y2": "100%"},
        )
        return [
            upright,
            label(
                "milestone-name to-middle",
                place,
                0,
                self.text("percentile_mark", name=name.upper(), npv=self.money(value)),
                0,
                dy,
            ),
        ]

    # --- charts of rows -------------------------------------------------------------------------------------------

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


def named(unit: str, record: RoiModel) -> bool:
    """Whether a unit is told with the name of a figure: not with the figure, as that of money and of a share."""
    return not unit.startswith("EUR") and record.units[unit].factor == 1


def line_name(book: Book, id: str, lang: str) -> str:
    """What the yearly table calls a monthly formula."""
    item = book.roi.monthly[id]
    return formats.typeset((item.name or item.label)[lang], lang)
