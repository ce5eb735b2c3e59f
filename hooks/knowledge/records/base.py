"""What all records are made of."""

from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LANGUAGES = ("fr", "en")
LANGUAGE_NAMES = {"fr": "French", "en": "English"}  # as editors are told
LONGEST_ID = 80  # characters: it is the name of a file and of an anchor
LONGEST_ADDRESS = 200
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_ID)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=LONGEST_ID)]
Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]{1,80}/)+(#[a-z0-9_-]+)?$", max_length=LONGEST_ADDRESS)]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]  # "2025" or "2025-10"
Link = Annotated[str, StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._-]*)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]

LARGEST = 10**12  # a thousand milliards: what is beyond was mistyped
Amount = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Quantity = Annotated[float, Field(ge=0, le=LARGEST)]
Positive = Annotated[float, Field(gt=0, le=LARGEST)]
Change = Annotated[float, Field(ge=-10_000, le=10_000)]  # in percent, or in points


class Record(BaseModel):
    """Everything typed by an editor: unknown fields are errors, nothing is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Reviewed(Record):
    """What someone held against its source on a day, and is to hold against it again by another."""

    reviewed: date
    """The day somebody last compared this record with its source, as year-month-day: 2026-11-27."""
    review_by: date | None = None
    """The day by which it is to be compared again, only where the usual two years are not right."""

    @property
    def due(self) -> date:
        """The last day on which it is not late."""
        return self.review_by or months_after(self.reviewed, 24)


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Localized(Record):
    """The same text in both languages."""

    fr: Text
    """The French text, written as a French reader would say it. Plain spaces and straight apostrophes; the site
    sets the fine spaces before : ; ! ? and %."""
    en: Text
    """The English text, in British spelling, saying the same facts with the same numbers and placeholders as the
    French."""

    def __getitem__(self, lang: str) -> str:
        """The text in "fr" or "en"; KeyError for another language."""
        return {"fr": self.fr, "en": self.en}[lang]


class Retired(Record):
    """Since when a record is no longer kept, why, and what stands in its place: nothing, one record, or several."""

    on: date
    """The day on which it was retired, as year-month-day: 2026-11-27."""
    why: Localized
    """The reason, in a sentence. Stands at its address, and on the page of changes."""
    successors: list[Id] = []
    """The records of the same kind that stand in its place: one if it moved, several if it was split, [] for none."""


class Retirable(Record):
    """What can be retired: its address stays, with reason and successors; lists, search and sums leave it out."""

    retired: Retired | None = None
    """Only when it is no longer kept: since when, why, and what stands in its place."""


class Words(Record):
    """Search words and spellings, a list a language."""

    fr: list[Text]
    """The French words, as a list: [expédition, colis]. Put a word in quotes if it holds a comma or is a number;
    [] for none."""
    en: list[Text]
    """The English words, as a list: [shipment, parcel]. They need not be translations of the French ones; [] for
    none."""

    def __getitem__(self, lang: str) -> list[str]:
        """The words in "fr" or "en"; KeyError for another language."""
        return {"fr": self.fr, "en": self.en}[lang]


class Unit(Record):
    """How a number of this unit reads; `{n}` stands for the number, `zero` for none at all ("instant").

    The ROI model knows it by its symbol ("EUR/year"), and shows its numbers multiplied by `factor` (100 for a share).
    """

    symbol: Text | None = None
    """Its name in data/roi/, for example EUR/order. Only units of the calculator have one."""
    factor: Annotated[float, Field(gt=0, le=1000)] = 1
    """What a number of the calculator is multiplied by before it is shown: 100 for a share, so that 0.3 reads 30
    %. Left out: 1."""
    name: Localized
    """What the unit is called beside a field and on a KPI's page, for example "euros a year"."""
    sign: Localized | None = None
    """A shorter name for beside a field of the calculator, where the name is too long: "€ a year"."""
    one: Localized
    """How one of it reads, {n} standing for the number: "{n} day". In French it is used below 2 (1,5 jour)."""
    other: Localized
    """How several of it read: "{n} days"."""
    zero: Localized | None = None
    """How none of it reads, where "0 …" would be odd: "instant"."""

    @property
    def beside(self) -> Localized:
        """What stands beside a field."""
        return self.sign or self.name
