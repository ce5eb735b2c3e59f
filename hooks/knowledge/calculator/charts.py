"""Where the marks of the calculator's charts stand, as charts/shapes.js places them in the browser.

A chart is drawn in shares of its width and height, and its texts stand at their own size: it fills any width.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

FOOT = 92.0  # the lowest place of a name with its figure below it, in hundredths of a chart's height
FULL = 100.0
BINS, BETWEEN_BINS = 30, 8.0  # columns of a histogram, and the share of the box left between all of them
ENDS = (0.01, 0.99)  # the percentiles between which they stand
SIZES = (1, 2, 5, 10)  # of a step between ticks, times a power of ten


# --- shapes -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shape:
    """An SVG element and what stands in it."""

    tag: str
    attributes: Mapping[str, str]
    inside: "tuple[Shape, ...] | str" = ()


def share(value: float) -> str:
    """12.345 → "12.35%": a place or a length in the chart, rounded as the browser rounds it."""
    return f"{floor(value * 100 + 0.5) / 100:.12g}%"


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    return Shape("line", {"class": kind, "x1": share(x1), "y1": share(y1), "x2": share(x2), "y2": share(y2)})


def block(kind: str, x: float, y: float, width: float, height: float) -> Shape:
    places = {"x": share(x), "y": share(y), "width": share(width), "height": share(height)}
    return Shape("rect", {"class": kind, **places})


def label(kind: str, x: float, y: float, text: str, dx: int = 0, dy: int = 0) -> Shape:
    """A text at a place, moved from it by some pixels."""
    return Shape("text", {"class": kind, "x": share(x), "y": share(y), "dx": str(dx), "dy": str(dy)}, text)


def stretched(paths: Mapping[str, str]) -> Shape:
    """Paths in a box of 100 by 100 that takes the form of the chart; kind of each → its data."""
    inside = tuple(Shape("path", {"class": kind, "d": data}) for kind, data in paths.items())
    return Shape("svg", {"viewBox": "0 0 100 100", "preserveAspectRatio": "none"}, inside)


def polyline(points: Iterable[tuple[float, float]]) -> str:
    """Path data through points (x, y) of the box of 100 by 100."""
    return "M" + "L".join(" ".join(share(place)[:-1] for place in point) for point in points)


# --- scales -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Scale:
    """Values → shares of the chart."""

    low: float
    high: float

    def at(self, value: float) -> float:
        return FULL * (value - self.low) / (self.high - self.low)


def step_of(low: float, high: float, most: int) -> float:
    """The least round step of which `most` reach from low to high."""
    least = (high - low) / most or 1.0
    power = float(f"1e{Decimal(least).adjusted()}")
    return next(size * power for size in SIZES if size * power >= least)


def ticks(scale: Scale, most: int) -> list[float]:
    """The round values on a scale."""
    step = step_of(scale.low, scale.high, most)
    return [number * step for number in range(ceil(scale.low / step), floor(scale.high / step) + 1)]


def around(values: Iterable[float], most: int) -> Scale:
    """A scale from one round value to another that holds all values."""
    held = list(values)
    step = step_of(min(held), max(held), most)
    low, high = floor(min(held) / step) * step, ceil(max(held) / step) * step
    return Scale(low, high if high > low else low + step)


def apart(places: Sequence[float], gap: float) -> list[float]:
    """Three places from top to bottom, moved so that they are a gap apart, the last one above the names of the axis."""
    top, middle, bottom = places
    bottom = min(max(bottom, middle + gap), FOOT)
    middle = min(middle, bottom - gap)
    return [min(top, middle - gap), middle, bottom]


# --- bars ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bar:
    """A mark on a track from 0 to 100.

    `role`: before, after, range, level, or the name of a part; `values` are what it stands for.
    """

    role: str
    start: float
    length: float
    values: tuple[float, ...]


def lengths(values: Mapping[str, float]) -> dict[str, Bar]:
    """Bars from zero on the scale of the greatest; what is negative has no length."""
    top = max([*(abs(value) for value in values.values()), 1e-9])
    return {name: Bar("level", 0, max(value, 0.0) / top * FULL, (value,)) for name, value in values.items()}


@dataclass(frozen=True)
class Bins:
    """A histogram: columns of equal width from `low` on, and how many values stand in each."""

    low: float
    step: float
    counts: tuple[int, ...]

    @property
    def columns(self) -> list[tuple[float, float, int]]:
        """(from, to, values) of each."""
        low, step = self.low, self.step
        return [(low + place * step, low + (place + 1) * step, count) for place, count in enumerate(self.counts)]

    @property
    def scale(self) -> Scale:
        return Scale(self.low, self.low + BINS * self.step)


def histogram(values: Sequence[float]) -> Bins:
    """Equal steps between two percentiles of sorted values.

    What lies beyond is in the outermost two.
    """
    low, high = values[int(len(values) * ENDS[0])], values[ceil(len(values) * ENDS[1]) - 1]
    step = (high - low) / BINS or 1.0
    counts = [0] * BINS
    for value in values:
        counts[min(BINS - 1, max(0, floor((value - low) / step)))] += 1
    return Bins(low, step, tuple(counts))
