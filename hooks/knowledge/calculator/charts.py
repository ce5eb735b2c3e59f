"""Where the marks of the calculator's drawings stand, in boxes of 100 by 100, as engine/charts.js draws them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ..roi.sensitivity import Sensitivity

FULL = 100.0
BINS, BETWEEN_BINS = 30, 8.0  # columns of a histogram, and the share of the box left between all of them
ENDS = (0.01, 0.99)  # the percentiles between which they stand


@dataclass(frozen=True)
class Bar:
    """A mark on a track from 0 to 100.

    `role`: before, after, range, level, or the name of a part; `values` are what it stands for.
    """

    role: str
    start: float
    length: float
    values: tuple[float, ...]


@dataclass(frozen=True)
class Area:
    """A line between a low and a high one, as SVG path data in a box of 100 by 100; `zero` is the height of nought."""

    line: str
    band: str
    zero: float
    top: float
    bottom: float


def band(low: Sequence[float], middle: Sequence[float], high: Sequence[float]) -> Area:
    """The values stand at equal steps from left to right."""
    top, bottom = max(0.0, *low, *middle, *high), min(0.0, *low, *middle, *high)
    height = (top - bottom) or 1.0

    def points(values: Sequence[float]) -> list[str]:
        last = max(len(values) - 1, 1)
        return [f"{FULL * index / last:.2f} {FULL * (top - value) / height:.2f}" for index, value in enumerate(values)]

    return Area(
        "M" + "L".join(points(middle)),
        "M" + "L".join([*points(high), *reversed(points(low))]) + "Z",
        FULL * top / height,
        top,
        bottom,
    )


def lengths(values: Mapping[str, float]) -> dict[str, Bar]:
    """Bars from zero on the scale of the greatest; what is negative has no length."""
    top = max([*(abs(value) for value in values.values()), 1e-9])
    return {name: Bar("level", 0, max(value, 0.0) / top * FULL, (value,)) for name, value in values.items()}


def swings(sensitivities: Iterable[Sensitivity], middle: float) -> list[tuple[float, float, float]]:
    """(start, length, place of the middle) of values on one scale that holds all of them."""
    pairs = [sorted((item.npv_low, item.npv_high)) for item in sensitivities]
    ends = [middle, *(end for pair in pairs for end in pair)]
    low, span = min(ends), (max(ends) - min(ends)) or 1.0
    place = (middle - low) / span * FULL
    return [((least - low) / span * FULL, (most - least) / span * FULL, place) for least, most in pairs]


@dataclass(frozen=True)
class Bin:
    """A column of a histogram, for the values around `value`."""

    x: float
    height: float
    value: float
    width: float = (FULL - BETWEEN_BINS) / BINS

    @property
    def positive(self) -> bool:
        return self.value >= 0


def histogram(values: Sequence[float]) -> list[Bin]:
    """Equal steps between two percentiles of sorted values.

    What lies beyond is in the outermost two.
    """
    low, high = values[int(len(values) * ENDS[0])], values[ceil(len(values) * ENDS[1]) - 1]
    step = (high - low) / BINS or 1.0
    counts = [0] * BINS
    for value in values:
        counts[min(BINS - 1, max(0, int((value - low) // step)))] += 1
    return [
        Bin(FULL * place / BINS, FULL * count / max(counts), low + (place + 0.5) * step)
        for place, count in enumerate(counts)
    ]
