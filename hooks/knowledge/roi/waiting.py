"""What waiting costs: the same project started some months later, each month weighed by its share of the year's orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .engine import Model, flowing, horizon, monthly_flows
from .finance import MONTHS

EVEN = 1e-9  # seasons that differ by less have no peak


@dataclass(frozen=True)
class Waiting:
    """What is lost by going live later than in the month `go_live` (1 is January); benefits begin the month after."""

    go_live: int
    season: tuple[float, ...]  # share of the year's orders in each month, January first
    lost: tuple[float | None, ...]  # EUR of net flow over the horizon, undiscounted, for a wait of 1 to 12 months; None beyond the horizon
    even: tuple[float | None, ...]  # the same if all months were alike
    peak: int  # the month of most orders; 0 where all months are alike
    peak_wait: int  # the shortest wait that leaves the next peak without any benefit
    peak_benefit: float  # EUR that the peak month alone brings if nobody waits, still ramping up as it may be

    @property
    def peak_missed(self) -> float | None:
        return self.lost[self.peak_wait - 1] if self.peak else None

    @property
    def premium(self) -> float | None:
        """What the season adds to missing the peak."""
        return self.peak_missed - self.even[self.peak_wait - 1] if self.peak_missed is not None else None


def waiting(model: Model, results: Mapping[str, Any], season: Sequence[float], go_live: int) -> Waiting:
    """The cost of waiting for the drivers that count in `results`."""
    project = int(results["values"][model.record.risk.duration.sets])
    first = (go_live - project) % MONTHS  # place of the project's first month in the year
    values = flowing(model, results["values"], {id: results["adjusted"][id] for id in results["counted"]})
    weights = [season[(first + month) % MONTHS] * MONTHS for month in range(MONTHS)]
    peak = season.index(max(season)) + 1 if max(season) - min(season) > EVEN else 0
    peak_wait = (peak - go_live - 1) % MONTHS + 1
    reached = monthly_flows(model, values, 0, weights)["monthly_benefit"][project + peak_wait - 1 :]  # nothing after the horizon
    last = horizon(values) - project
    return Waiting(
        go_live,
        tuple(season),
        losses(model, values, weights, last),
        losses(model, values, (), last),
        peak,
        peak_wait,
        sum(reached[:1]),
    )


def losses(model: Model, values: Mapping[str, float], weights: Sequence[float], last: int) -> tuple[float | None, ...]:
    """What each wait loses; a wait of more than `last` months takes the go-live out of the horizon, where costs would be forgotten."""
    nets = [sum(monthly_flows(model, values, wait, weights)["monthly_net"]) for wait in range(MONTHS + 1)]
    return tuple(nets[0] - nets[wait] if wait <= last else None for wait in range(1, MONTHS + 1))
