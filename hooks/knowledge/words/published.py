"""Arithmetic on published figures: what they give when recomputed, summed or scored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, fsum

from ..records.book import Book
from ..records.outcome import Absolute, BeforeAfter, Duration, Figure, Multiple, Outcome, Range, Relative
from ..records.tco import TcoRow, TcoTable

IN_SECONDS = {"millisecond": 0.001, "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
TOLERANCE = 1.0  # a published change is rounded to a whole percent
Z_95 = 1.96
MIDDLE = 50  # percent
SMALL_RATE = 20  # percent, below which one point says too little
CRITERIA = ("baseline", "after", "period", "scope", "consistent", "reachable")
NATURES = ("cash", "risk", "opportunity")


def recomputed(figure: Figure) -> tuple[float, ...]:
    """The changes in percent that before and after give: one, two from both ends of a "before" range, or none."""
    if not isinstance(figure, BeforeAfter):
        return ()
    ends = [figure.before] if figure.before_high is None else [figure.before, figure.before_high]
    scale = conversion(figure.before_unit or figure.unit, figure.unit)
    return tuple((figure.after / (before * scale) - 1) * 100 for before in ends) if scale and all(ends) else ()


def conversion(unit: str, to: str) -> float | None:
    """How many `to` one `unit` is: units of time convert, others only into themselves."""
    if unit == to:
        return 1
    return IN_SECONDS[unit] / IN_SECONDS[to] if unit in IN_SECONDS and to in IN_SECONDS else None


def agrees(figure: Figure) -> bool:
    """Whether the published change is what before and after give, to the rounding of a whole percent."""
    computed = recomputed(figure)
    if not isinstance(figure, BeforeAfter) or not computed or figure.change is None:
        return True
    return min(computed) - TOLERANCE <= figure.change <= max(computed) + TOLERANCE


def quality(outcome: Outcome, reachable: bool) -> dict[str, bool]:
    """The six criteria of an outcome's quality, each met or not."""
    figure = outcome.figure
    return {
        "baseline": isinstance(figure, BeforeAfter),
        "after": is_level(figure),
        "period": outcome.period is not None,
        "scope": outcome.scope is not None,
        "consistent": outcome.disputed is None and agrees(figure),
        "reachable": reachable,
    }


def is_level(figure: Figure) -> bool:
    """Whether the figure says where things stand now: a duration and a rate do, an amount of money is a gain."""
    match figure:
        case BeforeAfter() | Duration():
            return True
        case Absolute():
            return not figure.unit.startswith("eur")
        case Range():
            return not figure.relative
    return False


def about(cases: int) -> int:
    """A number of cases as one says it: two digits, the rest noughts."""
    return round(cases, 2 - len(str(cases)))


def margin(level: float) -> float:
    """How closely a rate of `level` percent is to be known, in points: a tenth of it if it is small (`SMALL_RATE`)."""
    return level / 10 if level < SMALL_RATE else 1


def sample_size(level: float) -> int:
    """How many cases it takes to know a rate of `level` percent within its margin, 95 times out of 100 (normal law)."""
    return ceil(Z_95**2 * level * (100 - level) / margin(level) ** 2)


def beside(level: float) -> float:
    """A rate one margin from `level` percent, away from the end that it is near."""
    return level + margin(level) if level < MIDDLE else level - margin(level)


@dataclass(frozen=True)
class Sum:
    """Low, middle and high of a sum of ranges; `open_ended` where one of them has no upper bound."""

    low: float
    high: float
    open_ended: bool = False

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def total(rows: Iterable[TcoRow]) -> Sum:
    """The sum of TCO rows."""
    rows = list(rows)
    return Sum(fsum(row.low for row in rows), fsum(row.high for row in rows), any(row.open_ended for row in rows))


def by_nature(table: TcoTable) -> dict[str, Sum]:
    """The sum of the rows of each nature."""
    return {nature: total(row for row in table.rows.values() if row.nature == nature) for nature in NATURES}


def shares(table: TcoTable) -> dict[str, float]:
    """Each nature's share of the middle of the computed sum, in percent."""
    whole = total(table.rows.values()).middle
    return {nature: part.middle / whole * 100 for nature, part in by_nature(table).items()}


def outcomes_of(book: Book, **wanted: str) -> dict[str, Outcome]:
    """The outcomes of a `topic`, an `industry` or a `kpi`, in the order of the data."""
    return {id: outcome for id, outcome in book.outcomes.items() if matches(book, id, outcome, wanted)}


def matches(book: Book, id: str, outcome: Outcome, wanted: Mapping[str, str]) -> bool:
    return (
        wanted.get("topic", outcome.topic) == outcome.topic
        and ("kpi" not in wanted or wanted["kpi"] in outcome.kpis)
        and ("industry" not in wanted or book.industry_of(id) == wanted["industry"])
    )


def published_size(outcome: Outcome) -> float | None:
    """The smallest relative change that an outcome publishes, as a fraction."""
    sizes = [size for figure in (outcome.figure, *outcome.extra.values()) for size in relative_sizes(figure)]
    return min(sizes, default=None)


def relative_sizes(figure: Figure) -> list[float]:
    match figure:
        case Relative():
            return [abs(figure.change) / 100]
        case Range(relative=True):
            return [abs(figure.low) / 100, abs(figure.high) / 100]
        case Multiple():
            return [figure.factor - 1]
        case BeforeAfter():
            return [abs(change) / 100 for change in (figure.change, *recomputed(figure)) if change is not None]
    return []
