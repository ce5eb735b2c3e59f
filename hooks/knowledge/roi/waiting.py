"""What waiting costs: the same project started later, each month weighed by its share of the year's orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .engine import flowing, horizon, monthly_flows
from .finance import MONTHS, add_up
from .model import Model
from .results import Results

EVEN = 1e-9  # seasons that differ by less have no peak
Losses = tuple[
    float | None, ...
]  # EUR of net flow over the horizon, undiscounted, for a wait of 1 to 12 months; None beyond


@dataclass(frozen=True)
class Peak:
    """The next peak after the planned go-live, and what a project that waits loses by missing it, in EUR."""

    month: int  # the month of most orders; 1 is January
    wait: int  # the shortest wait, in months, that leaves it without any benefit
    missed: float | None  # what that wait loses; None beyond the horizon
    premium: float | None  # how much of it the season adds
    benefit: float  # what the peak month alone brings if nobody waits, still ramping up as it may be


@dataclass(frozen=True)
class Waiting:
    """What is lost by going live later than in the month `go_live` (1 is January); benefits begin the month after."""

    go_live: int
    season: tuple[float, ...]  # share of the year's orders in each month, January first
    lost: Losses
    even: Losses  # what would be lost if all months were alike
    peak: Peak | None  # None where all months are alike

    @property
    def peak_missed(self) -> float | None:
        """What missing the next peak loses; None without a peak, or beyond the horizon."""
        return self.peak.missed if self.peak else None


def waiting(model: Model, results: Results, season: Sequence[float], go_live: int) -> Waiting:
    """The cost of waiting for the drivers that count in `results`; `season` are twelve shares, January first."""
    project = int(results.scalars[model.record.risk.duration.sets])
    first = (go_live - project) % MONTHS  # place of the project's first month in the year
    values = flowing(model, results.scalars, results.kept)
    weights = [season[(first + month) % MONTHS] * MONTHS for month in range(MONTHS)]
    last = horizon(values) - project
    lost, even = losses(model, values, weights, last), losses(model, values, (), last)
    benefits = monthly_flows(model, values, 0, weights).benefit[project:]
    return Waiting(go_live, tuple(season), lost, even, next_peak(season, go_live, lost, even, benefits))


def next_peak(
    season: Sequence[float], go_live: int, lost: Losses, even: Losses, benefits: Sequence[float]
) -> Peak | None:
    """`benefits` are those of each month after the go-live, as far as the horizon goes."""
    if max(season) - min(season) <= EVEN:
        return None
    month = season.index(max(season)) + 1
    wait = (month - go_live - 1) % MONTHS + 1
    missed, alike = lost[wait - 1], even[wait - 1]
    premium = None if missed is None or alike is None else missed - alike
    return Peak(month, wait, missed, premium, benefits[wait - 1] if wait <= len(benefits) else 0.0)


def losses(model: Model, values: Mapping[str, float], weights: Sequence[float], last: int) -> Losses:
    """What each wait loses; after `last` months the go-live is beyond the horizon, where costs are forgotten."""
    nets = [add_up(monthly_flows(model, values, wait, weights).net) for wait in range(MONTHS + 1)]
    return tuple(nets[0] - nets[wait] if wait <= last else None for wait in range(1, MONTHS + 1))
