"""The drawing of where an OMS stands: the channels that sell, the OMS, the stock locations, the ERP behind it.

Drawn twice, for a wide window from left to right and for a phone from top to bottom; in units of its view box.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .charts import LEADING, wrapped

CHANNELS = ("web", "marketplaces", "till", "service")
LOCATIONS = ("warehouse", "stores", "partner", "supplier")
BOXES = (*CHANNELS, "oms", *LOCATIONS, "erp")
WIDE, NARROW = (960, 372), (340, 508)  # the view boxes
HEIGHT, STEP = 56, 72  # of a box; from one to the next below it
LETTER = 9  # the width that a letter takes at most


@dataclass(frozen=True)
class Station:
    """A box with its name in lines."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def text(self) -> tuple[float, float]:
        """The middle of the first line, so that all lines stand in the middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2 + 5 - (len(self.lines) - 1) * LEADING / 2


@dataclass(frozen=True)
class Landscape:
    """The boxes, and the two-way paths between them as SVG path data."""

    size: tuple[float, float]
    stations: tuple[Station, ...]
    paths: tuple[str, ...]


def landscape(names: Mapping[str, str], wide: bool) -> Landscape:
    return wide_landscape(names) if wide else narrow_landscape(names)


def station(names: Mapping[str, str], id: str, x: float, y: float, width: float, height: float = HEIGHT) -> Station:
    return Station(id, x, y, width, height, wrapped(names[id], int(width // LETTER)))


def wide_landscape(names: Mapping[str, str]) -> Landscape:
    """Channels in a column at the left, locations at the right, the OMS between them as tall as both."""
    left = tuple(station(names, id, 0, row * STEP, 240) for row, id in enumerate(CHANNELS))
    right = tuple(station(names, id, 720, row * STEP, 240) for row, id in enumerate(LOCATIONS))
    centre = station(names, "oms", 350, 0, 260, 3 * STEP + HEIGHT)
    below = station(names, "erp", 350, 316, 260)
    rows = [row * STEP + HEIGHT / 2 for row in range(len(CHANNELS))]
    across = [f"M{x} {y}H{x + 98}" for y in rows for x in (246, 616)]
    return Landscape(WIDE, (*left, centre, *right, below), (*across, f"M480 {centre.height + 6}V310"))


def narrow_landscape(names: Mapping[str, str]) -> Landscape:
    """Channels in two rows on top, then the OMS as wide as both columns, then the locations, then the ERP."""
    top = tuple(station(names, id, *grid(row, 0), 160) for row, id in enumerate(CHANNELS))
    centre = station(names, "oms", 0, 168, 340, 80)
    bottom = tuple(station(names, id, *grid(row, 288), 160) for row, id in enumerate(LOCATIONS))
    below = station(names, "erp", 0, 452, 340)
    sides = [f"M{x} {y}V{y + 28}" for y in (134, 254) for x in (80, 260)]
    return Landscape(NARROW, (*top, centre, *bottom, below), (*sides, "M170 254V446"))


def grid(index: int, top: float) -> tuple[float, float]:
    """The corner of a box in two columns."""
    return (index % 2) * 180, top + index // 2 * STEP
