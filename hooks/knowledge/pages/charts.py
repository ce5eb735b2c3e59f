"""Where the marks of the drawings stand.

Bars are in percent of their track; the two maps in units of their view box.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from ..calculator.charts import FULL, Bar
from ..records.kpi import Kpi
from ..records.outcome import Absolute, BeforeAfter, Figure, Multiple, Outcome, Range, Relative
from ..records.tco import TcoTable
from ..words.published import total


def outcome_bars(outcome: Outcome) -> list[Bar]:
    """The drawing of an outcome; none where its figure is disputed, since a drawing would settle what is open."""
    return [] if outcome.disputed else figure_bars(outcome.figure)


def figure_bars(figure: Figure) -> list[Bar]:
    """Before and after on one scale (before = 100 where only the change is known), a range, or a level in percent."""
    match figure:
        case Relative():
            return before_and_after((FULL,), (FULL + figure.change,))
        case Range() if figure.relative:
            return before_and_after((FULL,), (FULL + figure.low, FULL + figure.high))
        case Multiple():
            return before_and_after((1,), (figure.factor,))
        case BeforeAfter() if figure.before_unit in (None, figure.unit):
            return before_and_after((figure.before, figure.before_high or figure.before), (figure.after,))
        case Range() if figure.unit == "percent":
            return [Bar("range", figure.low, figure.high - figure.low, (figure.low, figure.high))]
        case Absolute() if figure.unit == "percent" and 0 <= figure.value <= FULL:
            return [Bar("level", 0, figure.value, (figure.value,))]
    return []


def before_and_after(before: tuple[float, ...], after: tuple[float, ...]) -> list[Bar]:
    scale = FULL / (max(*before, *after) or 1)
    return [whole_or_range("before", before, scale), whole_or_range("after", after, scale)]


def whole_or_range(role: str, values: tuple[float, ...], scale: float) -> Bar:
    """A bar from zero, or between its two ends where they differ."""
    low, high = min(values), max(values)
    return (
        Bar(role, 0, high * scale, (high,))
        if low == high
        else Bar(role, low * scale, (high - low) * scale, (low, high))
    )


def table_bars(table: TcoTable) -> dict[str, Bar]:
    """The range of each row, on the scale of their sum."""
    top = total(table.rows.values()).high
    return {id: range_bar(row.low, row.high, top) for id, row in table.rows.items()}


def total_bars(table: TcoTable) -> tuple[Bar, Bar]:
    """(the computed sum from low to high, the published total as a point) on one scale."""
    sums = total(table.rows.values())
    published = table.published_total / sums.high * FULL
    return range_bar(sums.low, sums.high, sums.high), Bar("level", published, 0, (table.published_total,))


def range_bar(low: float, high: float, top: float) -> Bar:
    return Bar("range", low / top * FULL, (high - low) / top * FULL, (low, high))


def stacked(parts: Mapping[str, float]) -> dict[str, Bar]:
    """Shares in percent, one after the other."""
    bars, start = {}, 0.0
    for name, share in parts.items():
        bars[name] = Bar(name, start, share, (share,))
        start += share
    return bars


def count_bars(counts: Mapping[str, int]) -> dict[str, Bar]:
    """Counts as bars from zero, on the scale of the greatest."""
    top = max([*counts.values(), 1])
    return {name: Bar("level", 0, count / top * FULL, (count,)) for name, count in counts.items()}


# --- the two maps -------------------------------------------------------------------------------------------------

BOX, GAP, LINE = (160, 62), 40, 20  # a box of the small map: width and height, the space between, characters a line
LEADING = 16  # from one line of a label to the next


@dataclass(frozen=True)
class Box:
    """A KPI in the small map: its corner, its size, its name in lines."""

    kpi: str
    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    height: float = BOX[1]

    @property
    def text(self) -> tuple[float, float]:
        """Where the first line starts, so that all of them stand in the middle."""
        return self.x + 10, self.y + BOX[1] / 2 + 5 - (len(self.lines) - 1) * LEADING / 2


@dataclass(frozen=True)
class SmallMap:
    """What acts on a KPI above it, what it acts on below; `rails` are the paths between, as SVG path data."""

    above: tuple[Box, ...]
    centre: Box
    below: tuple[Box, ...]
    rails: tuple[str, ...]
    height: float


def small_map(kpi: str, causes: Sequence[str], effects: Sequence[str], names: Mapping[str, str]) -> SmallMap:
    """Two boxes a row, a rail down the middle: it reads at the width of a phone."""
    above = boxes(causes, names, 0)
    centre_y = count_rows(causes) * (BOX[1] + GAP)
    centre = Box(kpi, 0, centre_y, 2 * BOX[0] + GAP, wrapped(names[kpi], 2 * LINE))
    below = boxes(effects, names, centre_y + BOX[1] + GAP)
    middle = BOX[0] + GAP / 2
    inward = tuple(f"M{side(box)} {box.y + BOX[1] / 2}H{middle}V{centre_y - 2}" for box in above)
    outward = tuple(f"M{middle} {centre_y + BOX[1]}V{box.y + BOX[1] / 2}H{side(box)}" for box in below)
    return SmallMap(above, centre, below, inward + outward, centre_y + BOX[1] + count_rows(effects) * (BOX[1] + GAP))


def count_rows(kpis: Sequence[str]) -> int:
    return (len(kpis) + 1) // 2


def side(box: Box) -> float:
    """The edge of a box that looks at the rail."""
    return box.x + (box.width if box.x == 0 else 0)


def boxes(kpis: Sequence[str], names: Mapping[str, str], top: float) -> tuple[Box, ...]:
    return tuple(
        Box(kpi, (index % 2) * (BOX[0] + GAP), top + index // 2 * (BOX[1] + GAP), BOX[0], wrapped(names[kpi], LINE))
        for index, kpi in enumerate(kpis)
    )


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most `width` characters, broken between words."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


SIZE, RADIUS, LABEL = 1120, 310, 28  # the great map: its view box, the circle the KPIs stand on, characters a line


@dataclass(frozen=True)
class Node:
    """A KPI on the circle: its place, its team, the turn of its label in degrees and the side it is anchored on."""

    kpi: str
    team: str
    x: float
    y: float
    turn: float
    anchor: str
    label: tuple[str, ...]

    @property
    def text(self) -> tuple[float, float]:
        """Where the label starts, before it is turned: outside the circle, its lines around the ray."""
        return self.x + (14 if self.anchor == "start" else -14), self.y + 5 - (len(self.label) - 1) * LEADING / 2


@dataclass(frozen=True)
class Curve:
    """A relation drawn through the inside of the circle."""

    source: str
    target: str
    kind: str
    path: str


def circle(kpis: Mapping[str, Kpi], lang: str) -> dict[str, Node]:
    """The KPIs by number around a circle, a gap of one place between teams."""
    teams = list(dict.fromkeys(kpi.team for kpi in kpis.values()))
    places = len(kpis) + len(teams)
    nodes = {}
    for index, (id, kpi) in enumerate(kpis.items()):
        angle = 2 * pi * (index + teams.index(kpi.team)) / places - pi / 2
        left = cos(angle) < -1e-9
        turn = angle * 180 / pi + (180 if left else 0)
        x, y = SIZE / 2 + RADIUS * cos(angle), SIZE / 2 + RADIUS * sin(angle)
        label = wrapped(f"{kpi.number} {kpi.name[lang]}", LABEL)
        nodes[id] = Node(id, kpi.team, round(x, 1), round(y, 1), round(turn, 1), "end" if left else "start", label)
    return nodes


def curves(nodes: Mapping[str, Node], relations: Iterable[tuple[str, str, str]]) -> list[Curve]:
    """(source, target, kind) → a curve that bends towards the centre, the more the farther apart its ends stand."""
    return [Curve(source, target, kind, bend(nodes[source], nodes[target])) for source, target, kind in relations]


def bend(one: Node, two: Node) -> str:
    middle_x, middle_y = (one.x + two.x) / 2, (one.y + two.y) / 2
    pull = min(0.9, sqrt((one.x - two.x) ** 2 + (one.y - two.y) ** 2) / (2 * RADIUS) + 0.25)
    control_x, control_y = middle_x + (SIZE / 2 - middle_x) * pull, middle_y + (SIZE / 2 - middle_y) * pull
    return f"M{one.x} {one.y}Q{control_x:.1f} {control_y:.1f} {two.x} {two.y}"
