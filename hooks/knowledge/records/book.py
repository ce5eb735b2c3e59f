"""Everything in `data/`, decoded."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from .base import LANGUAGES, Localized, Retired, Unit
from .benchmark import Benchmark
from .catalogue import (
    Contradiction,
    Extract,
    GlossaryTerm,
    Industry,
    OrderTask,
    Redirect,
    SearchWords,
    Source,
    Team,
    Term,
)
from .claim import Claim
from .flows import Flow, Law, Step
from .industry import IndustryGuide
from .kpi import Guide, Kpi
from .outcome import IndustryCases, Outcome, OutcomeFile
from .query import Query
from .roi import RoiModel
from .sample import Sample
from .source import Document
from .tco import CostFamily, TcoTable


@dataclass(frozen=True, eq=False)
class Book:
    """All of `data/`, decoded. `documents` tells where each value was typed. What is drawn from it is drawn once."""

    kpis: Mapping[str, Kpi]
    guides: Mapping[str, Guide]
    outcome_files: Mapping[str, OutcomeFile]
    tco: Mapping[str, TcoTable]
    teams: Mapping[str, Team]
    industries: Mapping[str, Industry]
    industry_guides: Mapping[str, IndustryGuide]
    units: Mapping[str, Unit]
    sources: Mapping[str, Source]
    benchmarks: Mapping[str, Benchmark]
    glossary: Mapping[str, GlossaryTerm]
    cost_families: Mapping[str, CostFamily]
    order_tasks: Mapping[str, OrderTask]
    extracts: Mapping[str, Extract]
    contradictions: Mapping[str, Contradiction]
    redirects: Mapping[str, Redirect]
    claims: Mapping[str, Claim]
    journey: Mapping[str, Step]
    flows: Mapping[str, Flow]
    laws: Mapping[str, Law]
    case_studies: Mapping[str, IndustryCases]
    terms: Mapping[str, Term]
    ui: Mapping[str, Mapping[str, Localized]]
    passages: Mapping[str, Mapping[str, Localized]] = field(default_factory=dict)  # those sound in both languages
    model: RoiModel | None = None  # none only while it cannot be decoded
    typed: SearchWords | None = None  # none only while they cannot be decoded
    queries: Mapping[str, Query] = field(default_factory=dict)  # KPI id → the SQL beside its guide
    sample: Sample = field(default_factory=Sample)  # the tables on which they run
    packs: Mapping[str, str] = field(default_factory=dict)  # version of the model → its figures and formulas, as JSON
    editions: Mapping[str, str] = field(default_factory=dict)  # number of an edition → what the site said then, as JSON
    today: date = date.min  # the day for which the site is made
    retired: Mapping[str, Mapping[str, Retired]] = field(default_factory=dict)  # kind → id → why it is not in the book
    whole: "Book | None" = field(default=None, compare=False)  # the book with them, where it has been left
    documents: Mapping[str, Document] = field(default_factory=dict, compare=False)
    broken: Mapping[str, Collection[str]] = field(
        default_factory=lambda: defaultdict(set)
    )  # kind → ids typed that could not be decoded

    @property
    def entire(self) -> "Book":
        """The book with what is retired: its pages are made from it."""
        return self.whole or self

    @property
    def roi(self) -> RoiModel:
        """The model of a book in which it could be decoded."""
        assert self.model is not None
        return self.model

    @property
    def search(self) -> SearchWords:
        """The words of the search of a book in which they could be decoded."""
        assert self.typed is not None
        return self.typed

    def is_broken(self, kind: str, id: str) -> bool:
        """Whether a record of this kind and id was typed and could not be decoded, or may stand in an unread file."""
        broken = self.broken[kind]
        whole = kind in broken  # the one file of this kind
        return (
            id in broken or whole or (kind == "outcomes" and any(id.startswith(f"{industry}-") for industry in broken))
        )

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """All outcomes by id, industry by industry."""
        return {id: outcome for file in self.outcome_files.values() for id, outcome in file.outcomes.items()}

    @cached_property
    def named(self) -> frozenset[str]:
        """Every value of one word that was typed: an id that is not among them is named nowhere but where it stands."""
        return frozenset(word for document in self.documents.values() for word in words_typed(document.value))

    def industry_of(self, outcome_id: str) -> str:
        """The industry whose file holds the outcome; StopIteration for an id that no file holds."""
        return next(industry for industry, file in self.outcome_files.items() if outcome_id in file.outcomes)


def words_typed(value: Any) -> Iterator[str]:
    """Every value of one word, but for the texts and search words of a language."""
    if isinstance(value, str):
        yield from () if " " in value else (value,)
    elif isinstance(value, dict | list):
        parts = value if isinstance(value, list) else [part for name, part in value.items() if name not in LANGUAGES]
        for part in parts:
            yield from words_typed(part)
