"""What waiting costs: the same project started some months later, each month weighed by its share of the year's orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .finance import MONTHS
from .roi import Model, buckets, monthly_flows


@dataclass(frozen=True)
class Waiting:
    """What is lost by going live later than in the month `go_live` (1 is January); benefits begin the month after."""

    go_live: int
    season: tuple[float, ...]  # share of the year's orders in each month, January first
    lost: tuple[float, ...]  # EUR of net flow over the horizon, undiscounted, for a wait of 1 to 12 months
    peak: int  # the month of most orders
    peak_wait: int  # the shortest wait that leaves the next peak without any benefit
    peak_benefit: float  # EUR that the peak month alone brings if nobody waits, still ramping up as it may be

    @property
    def peak_missed(self) -> float:
        return self.lost[self.peak_wait - 1]


def waiting(model: Model, results: Mapping[str, Any], season: Sequence[float], go_live: int) -> Waiting:
    """The cost of waiting for the drivers that count in `results`."""
    project = int(results["values"][model.record.risk.duration.sets])
    first = (go_live - project) % MONTHS  # place of the project's first month in the year
    weights = [season[(first + month) % MONTHS] * MONTHS for month in range(MONTHS)]
    values = {**results["values"], **buckets(model, {id: results["adjusted"][id] for id in results["counted"]})}
    planned = monthly_flows(model, values, 0, weights)
    nets = [sum(monthly_flows(model, values, wait, weights)["monthly_net"]) for wait in range(1, MONTHS + 1)]
    peak = max(range(MONTHS), key=lambda month: season[month]) + 1
    peak_wait = (peak - go_live - 1) % MONTHS + 1
    reached = planned["monthly_benefit"][project + peak_wait - 1 :]  # nothing where the horizon ends before the peak
    return Waiting(go_live, tuple(season), tuple(sum(planned["monthly_net"]) - net for net in nets), peak, peak_wait, sum(reached[:1]))
