"""The charts of the example over a plane, as charts/planes.js draws those of the reader."""

from collections.abc import Sequence

from ..records.roi import SCENARIOS
from ..roi.finance import MONTHS
from ..words import formats
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
from .example import Case
from .pen import EXACT, Pen

UP = 5  # steps at most up a chart
QUARTER = 3  # months from one mark of the calendar to the next; years have a name
GAP = 14.0  # share of the height that a label of two lines takes
MARKED = ("p10", "p50", "p90")


class Planes(Pen):
    """Draws what changes by month, and how often each amount is drawn."""

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
