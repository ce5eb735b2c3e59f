"""What a calculation gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from . import finance

Values = dict[str, float | None]  # figure of the model → its value; None where it has none
Pair = tuple[float, float]  # (low, high)


@dataclass(frozen=True)
class Flows:
    """EUR of each month: `inflow` is the benefit and the cash released, `net` what the cost leaves of it."""

    benefit: list[float]
    cost: list[float]
    inflow: list[float]
    net: list[float]

    @cached_property
    def cumulative(self) -> list[float]:
        return finance.cumulative(self.net)

    @cached_property
    def yearly_net(self) -> list[float]:
        return finance.sum_years(self.net)


@dataclass(frozen=True)
class YearlyCost:
    """A cost of inaction in EUR a year, as published and scaled to the reader."""

    published: Pair
    scaled: Pair


@dataclass(frozen=True)
class Inaction:
    """The cost of inaction: each row of the table, and the sum of all."""

    rows: Mapping[str, YearlyCost]
    total: YearlyCost


@dataclass(frozen=True)
class Results:
    """A calculation; money in EUR, rates and shares as fractions, months from 1.

    `results["npv"]` is the figure of that name.
    """

    situation: str
    counted: tuple[str, ...]  # the drivers that count
    scalars: Mapping[str, float]  # constants, inputs, improvements, and the formulas that give one number
    values: Mapping[str, float | None]  # the results of the model; None for what has no value
    drivers: Mapping[str, float]  # what each brings in EUR a year, whether it counts or not
    adjusted: Mapping[str, float]  # the same after prudence
    teams: Mapping[str, float]  # what the drivers of each that count keep after prudence
    flows: Flows
    tco: Inaction

    @cached_property
    def named(self) -> Values:
        """Every figure that a formula of the model's results may name."""
        return {**self.scalars, **self.values}

    @property
    def kept(self) -> dict[str, float]:
        """What the drivers that count bring after prudence, in EUR a year."""
        return {id: self.adjusted[id] for id in self.counted}

    def __getitem__(self, name: str) -> float | None:
        """KeyError for a name that the model does not have."""
        return self.named[name]

    def number(self, name: str) -> float:
        """A figure that has a value in every calculation, as the net present value has."""
        value = self[name]
        assert value is not None, name
        return value
