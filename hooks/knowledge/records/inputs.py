"""The figures of data/roi/ that are typed: constants, what a reader may change, and where each default comes from."""

from typing import Annotated, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

from .base import Id, Localized, Name, Positive, Record, Text

Tier = Literal["A", "B", "C", "D"]
Default = Annotated[  # a number, or the formula that estimates it from other inputs
    Annotated[float, Tag("number")] | Annotated[Text, Tag("formula")],
    Discriminator(lambda value: "formula" if isinstance(value, str) else "number"),
]
Situated = Annotated[  # one default, or one a situation
    Annotated[Default, Tag("one")] | Annotated[dict[Id, Default], Tag("each")],
    Discriminator(lambda value: "each" if isinstance(value, dict) else "one"),
]


class Constant(Record):
    value: Positive
    """The number, plain: 52."""
    unit: Text
    """Its unit, by its symbol in data/units.yml: week/year."""
    label: Localized
    """What it is, as shown in traces and on the method page."""


class Backing(Record):
    """Where a default comes from: the benchmark that it is, those that are only quoted (`context`), outcomes.

    The note takes the figures of its outcomes by placeholder.
    What says nothing is worth the least: illustrative, without evidence.
    """

    kind: Literal["illustrative", "white-paper", "public"] = "illustrative"
    """Where the value comes from: illustrative (our assumption), white-paper, public. Left out: illustrative."""
    tier: Tier = "D"
    """How strong the evidence is, A to D. Left out: D, none. Shown beside the field."""
    benchmark: Id | None = None
    """The public figure that the value is, by its id in data/benchmarks.yml."""
    context: list[Id] = []
    """Public figures that are only quoted beside it, by their ids."""
    outcomes: list[Id] = []
    """Outcomes that support it, by their ids: [home-nps]. The note quotes them by {home-nps}."""
    note: Localized | None = None
    """What a reader should know about the value: "Illustrative; replace it with your own"."""


class Input(Record):
    """A figure of the reader's, with the value used until it is typed; the bounds left out are those of a share."""

    group: Id
    """The group of fields it stands in: a team's id, or one under `groups` (profile, cost, finance)."""
    unit: Text
    """Its unit, by its symbol in data/units.yml: EUR/year, share."""
    default: Situated
    """The value until the reader types one: 0.02 for 2 %. Or a formula in quotes over other inputs; or one for
    each situation (erp-custom, legacy-oms)."""
    min: float = 0.0
    """The smallest value accepted. Left out: 0."""
    max: float = 1.0
    """The largest value accepted. Left out: 1, right for a share."""
    choices: list[float] = []
    """The only values a reader may choose: [12, 36, 60]. The field becomes a list. Left out: any value."""
    swing: Annotated[list[float], Field(min_length=2, max_length=2)] | None = None
    """The low and the high of its bar in the sensitivity chart, where a fifth more or less would be wrong: [0.05,
    0.3]."""
    switch: bool = False
    """true for a yes or no: 1 or 0. The field becomes a tick box. Left out: false."""
    better: Literal["more", "less"] | None = None
    """What is better for the retailer, more or less, only where it is plain. The goal search moves it that way
    alone."""
    was: Name | None = None
    """Its name in earlier versions, so that readers' old links still work."""
    quick: bool = False
    """true to ask it in the short form. Left out: false."""
    label: Localized
    """The question beside the field: "Total net sales excl. VAT"."""
    where: Localized
    """Where the reader finds the figure: "Income statement, net sales". Stands below the field."""
    source: Backing = Backing()
    """Where the default comes from. Left out: illustrative, tier D."""

    def default_in(self, situation: str) -> float | str:
        """The default, a number or a formula; KeyError for a situation that has none."""
        return self.default[situation] if isinstance(self.default, dict) else self.default

    @property
    def ranged(self) -> bool:
        """Whether it can be a share more or less; a choice and a switch cannot."""
        return not self.choices and not self.switch


class Improvement(Record):
    """What the system improves; between 0 and `max`."""

    unit: Text
    """Its unit, by its symbol in data/units.yml. Mostly share, of the present level."""
    low: float
    """What it is in the low case: 0.15 for 15 %."""
    base: float
    """What it is in the base case. Bound by outcomes: at most half of the smallest of them."""
    high: float
    """What it is in the high case. Bound by outcomes: at most the smallest of them."""
    max: float = 1.0
    """The largest value accepted. Left out: 1."""
    kpi: Id
    """The KPI that it moves, by its id."""
    label: Localized
    """What improves, as shown beside the field: "Avoided cancellations"."""
    outcomes: list[Id] = []
    """The outcomes that bound the range, by their ids. With one, its evidence is of tier C; without, D."""
    inverse: bool = False
    """true if they publish the inverse of what improves (turns for stock). Left out: false."""
    context: list[Id] = []
    """Outcomes that are quoted and bound nothing, by their ids."""
    choices: ClassVar[tuple[float, ...]] = ()  # what only an input can be
    switch: ClassVar[bool] = False
    ranged: ClassVar[bool] = True
    evidence: Localized
    """What the range rests on. {home-cancelled-orders} quotes the figure of that outcome."""

    @property
    def tier(self) -> Tier:
        """How good its evidence is: a vendor's case where an outcome bounds it."""
        return "C" if self.outcomes else "D"

    def around(self, value: float) -> dict[str, float]:
        """Low, base and high when the reader's own value stands for the base.

        The high goes beyond the model's only with the value.
        """
        scale = value / self.base if self.base else 1
        return {"low": self.low * scale, "base": value, "high": min(self.high * scale, max(self.high, value))}
