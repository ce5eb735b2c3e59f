"""Records ready to be shown in one language: outcomes with their figures in words, relations seen from both ends."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .figures import quality, recomputed
from .model import Book, Kpi, Outcome, Relation
from .wording import filled, headline, placeholders


def words(book: Book, lang: str) -> dict[str, dict[str, str]]:
    """The interface words of one language: group → key → text."""
    return {group: {key: text[lang] for key, text in texts.items()} for group, texts in book.ui.items()}


def teams_of(book: Book) -> dict[str, Any]:
    return {id: team for id, team in book.teams.items() if team.team}


def kpis_by_number(book: Book) -> dict[str, Kpi]:
    return dict(sorted(book.kpis.items(), key=lambda item: item[1].number))


# --- relations ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    """A relation as one of its two ends sees it; `outward` where it was typed at this end."""

    kpi: str
    kind: str
    note: Any
    outward: bool


def relations_of(book: Book, id: str) -> list[Link]:
    """The relations of a KPI, those typed in other records included."""
    own = [Link(relation.kpi, relation.kind, relation.note, True) for relation in book.kpis[id].relations]
    others = [Link(other, relation.kind, relation.note, False) for other, relation in every_relation(book) if relation.kpi == id]
    return own + others


def every_relation(book: Book) -> Iterable[tuple[str, Relation]]:
    return ((id, relation) for id, kpi in kpis_by_number(book).items() for relation in kpi.relations)


# --- outcomes -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OutcomeView:
    """An outcome ready to be shown in one language."""

    id: str
    outcome: Outcome
    industry: str
    headline: str
    text: str
    disputed: str
    period: str
    computed: str
    quality: Mapping[str, bool]

    @property
    def score(self) -> int:
        return sum(self.quality.values())


def outcome_views(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> list[OutcomeView]:
    return [outcome_view(book, lang, id, outcome) for id, outcome in outcomes.items()]


def outcome_view(book: Book, lang: str, id: str, outcome: Outcome) -> OutcomeView:
    industry = book.industry_of(id)
    named = placeholders(outcome, book, lang)
    reachable = book.sources[book.outcome_files[industry].source].reachable
    return OutcomeView(
        id,
        outcome,
        industry,
        headline(outcome.figure, book, lang),
        filled(outcome.text[lang], named),
        filled(outcome.disputed[lang], named) if outcome.disputed else "",
        named.get("period", ""),
        named.get("computed", "") if recomputed(outcome.figure) is not None else "",
        quality(outcome, reachable),
    )


def by_industry(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> dict[str, list[OutcomeView]]:
    views = outcome_views(book, lang, outcomes)
    return grouped(views, book.industries, lambda view: view.industry)


def by_topic(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> dict[str, list[OutcomeView]]:
    views = outcome_views(book, lang, outcomes)
    return grouped(views, book.teams, lambda view: view.outcome.topic)


def grouped(views: list[OutcomeView], order: Iterable[str], key: Callable[[OutcomeView], str]) -> dict[str, list[OutcomeView]]:
    """The views under each key, in the given order, without empty groups."""
    groups = {name: [view for view in views if key(view) == name] for name in order}
    return {name: members for name, members in groups.items() if members}
