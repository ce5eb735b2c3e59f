"""How far a result of data/roi/ can be trusted: what varies in the draws, and what the CFO view keeps."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Id, Name, Record
from .formulas import Hardness
from .inputs import Tier

Trials = Annotated[int, Field(ge=10, le=100_000)]  # more would hold a browser for a minute


class Span(Record):
    """An input that varies around the reader's value, in the proportion of low and high to base.

    `sets` is its whole month.
    """

    input: Name
    """The input that varies: implementation_weeks."""
    sets: Name
    """The formula that turns it into a whole month: go_live_month."""
    low: float
    """Its low value: 16."""
    base: Annotated[float, Field(gt=0)]
    """Its usual value, above 0: 24."""
    high: float
    """Its high value: 36."""


class CostSpan(Record):
    """Monthly costs that vary together, group by group, in the proportion of low and high to 1."""

    low: Annotated[float, Field(gt=0, le=1)]
    """What costs may fall to, a share of 1: 0.85."""
    high: Annotated[float, Field(ge=1)]
    """What they may rise to: 1.5."""
    rows: dict[Name, list[Name]]
    """The monthly costs that vary together, group by group: one_off: [project_cost, training]."""


class Swing(Record):
    """The inputs of a group vary by this share of their value, up and down."""

    group: Id
    """The group of inputs, by its id: profile."""
    share: Annotated[float, Field(gt=0, lt=1)]
    """How much they vary up and down: 0.2 for a fifth."""


class Risk(Record):
    correlation: Annotated[float, Field(ge=0, le=1)]
    """How much improvements succeed or fail together: 0 not at all, 1 entirely."""
    seed: Annotated[int, Field(ge=0)]
    """The number the random draws start from, so that the same case gives the same odds."""
    trials: Annotated[dict[Literal["live", "full"], Trials], Field(min_length=2)]
    """How many draws: live while typing, full when asked."""
    duration: Span
    """How the time to go-live varies."""
    costs: CostSpan
    """How costs vary."""
    swing: Swing
    """How much the inputs of one group vary in the sensitivity chart."""


class Sceptic(Record):
    """What the CFO view keeps."""

    hardness: list[Hardness]
    """The kinds of benefit that the CFO view keeps: [cash]."""
    tiers: list[Tier]
    """The evidence that it keeps: [A, B]."""
