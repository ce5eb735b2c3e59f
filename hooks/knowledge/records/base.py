"""What all records are made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

LANGUAGES = ("fr", "en")
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
Address = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9_-]+)?$")]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]  # "2025" or "2025-10"
Link = Annotated[str, StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._-]*)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]


class Record(BaseModel):
    """Everything typed by an editor: unknown fields are errors, nothing is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Localized(Record):
    """The same text in both languages."""

    fr: Text
    en: Text

    def __getitem__(self, lang: str) -> str:
        """The text in "fr" or "en"; KeyError for another language."""
        return {"fr": self.fr, "en": self.en}[lang]


class Words(Record):
    """Search words and spellings, a list a language."""

    fr: list[Text]
    en: list[Text]

    def __getitem__(self, lang: str) -> list[str]:
        """The words in "fr" or "en"; KeyError for another language."""
        return {"fr": self.fr, "en": self.en}[lang]


class Unit(Record):
    """How a number of this unit reads; `{n}` stands for the number, `zero` for none at all ("instant").

    The ROI model knows it by its symbol ("EUR/year"), and shows a number of it multiplied by `factor` (100 for a share).
    """

    symbol: Text | None = None
    factor: float = 1
    name: Localized
    sign: Localized | None = None  # where the name is too long to stand beside a field
    one: Localized
    other: Localized
    zero: Localized | None = None

    @property
    def beside(self) -> Localized:
        """What stands beside a field."""
        return self.sign or self.name
