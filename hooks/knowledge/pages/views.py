"""Records ready to be shown in one language: outcomes with figures in words, guides with those of their examples."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..calculator.charts import Bar
from ..calculator.example import Case
from ..calculator.figures import measure
from ..records.base import LANGUAGES, Localized
from ..records.book import Book
from ..records.catalogue import Team
from ..records.industry import IndustryGuide
from ..records.kpi import Guide, Kpi
from ..records.outcome import Absolute, BeforeAfter, Figure, IndustryCases, Multiple, Outcome, Range
from ..records.query import Query
from ..words import formats
from ..words.proof import targets_of
from ..words.published import CRITERIA, SMALL_RATE, about, beside, outcomes_of, quality, sample_size
from ..words.wording import filled, headline, placeholders, quantity, span
from .charts import outcome_bars


def interface_words(book: Book, lang: str) -> dict[str, dict[str, str]]:
    """The interface words of one language: group → key → text."""
    return {group: {key: text[lang] for key, text in texts.items()} for group, texts in book.ui.items()}


def teams_of(book: Book) -> dict[str, Team]:
    """The six teams, without the seventh topic of outcomes."""
    return {id: team for id, team in book.teams.items() if team.team}


def kpis_by_number(book: Book) -> dict[str, Kpi]:
    return dict(sorted(book.kpis.items(), key=lambda item: item[1].number))


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
    no_target: str
    period: str
    quality: Mapping[str, bool]
    bars: list[tuple[Bar, str]]  # each mark of the drawing with its value in words
    named: Mapping[str, str]  # what its placeholders stand for
    targets: Mapping[str, float]  # improvement of the calculator → what the reader may take as a target
    place: tuple[str, int, int]  # file, line and column where it was typed
    both: Mapping[str, str]  # its text in each language

    @property
    def score(self) -> int:
        return sum(self.quality.values())


def outcome_views(book: Book, lang: str, ids: Iterable[str]) -> list[OutcomeView]:
    views = every_outcome(book, lang)
    return [views[id] for id in ids]


@lru_cache(maxsize=8)  # each stands on several pages
def every_outcome(book: Book, lang: str) -> Mapping[str, OutcomeView]:
    targets = targets_of(book)
    return {id: outcome_view(book, lang, id, outcome, targets.get(id, {})) for id, outcome in book.outcomes.items()}


def outcome_view(book: Book, lang: str, id: str, outcome: Outcome, targets: Mapping[str, float]) -> OutcomeView:
    industry = book.industry_of(id)
    named = placeholders(outcome, book, lang)
    reachable = book.sources[book.outcome_files[industry].source].reachable
    return OutcomeView(
        id=id,
        outcome=outcome,
        industry=industry,
        headline=headline(outcome.figure, book, lang),
        text=filled(outcome.text[lang], named),
        disputed=filled(outcome.disputed[lang], named) if outcome.disputed else "",
        no_target=filled(outcome.no_target[lang], named) if outcome.no_target else "",
        period=named.get("period", ""),
        quality=quality(outcome, reachable),
        bars=[(bar, bar_words(bar, outcome.figure, book, lang)) for bar in outcome_bars(outcome)],
        named=named,
        targets=targets,
        place=book.documents[f"data/outcomes/{industry}.yml"].at(("outcomes", id)),
        both={it: filled(outcome.text[it], placeholders(outcome, book, it)) for it in LANGUAGES},
    )


def bar_words(bar: Bar, figure: Figure, book: Book, lang: str) -> str:
    """What a mark stands for: in the figure's unit, or as an index (100 before) where only the change is known."""
    match figure:
        case Multiple():
            unit = "multiple"
        case BeforeAfter() | Absolute() | Range(relative=False):
            unit = figure.unit
        case _:
            values = formats.DASH[lang].join(formats.number(value, lang) for value in bar.values)
            return filled(book.ui["bar"]["index"][lang], {"n": values})
    return (
        span(*bar.values, unit, book.units, lang)
        if len(bar.values) == 2
        else quantity(bar.values[0], unit, book.units, lang)
    )


def by_industry(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> dict[str, list[OutcomeView]]:
    return grouped(outcome_views(book, lang, outcomes), book.industries, lambda view: view.industry)


def by_topic(book: Book, lang: str, outcomes: Mapping[str, Outcome]) -> dict[str, list[OutcomeView]]:
    return grouped(outcome_views(book, lang, outcomes), book.teams, lambda view: view.outcome.topic)


def grouped(
    views: list[OutcomeView], order: Iterable[str], key: Callable[[OutcomeView], str]
) -> dict[str, list[OutcomeView]]:
    """The views under each key, in the given order, without empty groups."""
    groups = {name: [view for view in views if key(view) == name] for name in order}
    return {name: members for name, members in groups.items() if members}


# --- case studies ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """Outcomes told together: what they lack, the KPIs they are about, what they bound, which defaults cite them."""

    outcomes: list[OutcomeView]
    cited: Mapping[str, list[str]]  # outcome → inputs of the calculator

    @property
    def lacking(self) -> dict[str, int]:
        """Criterion → how many of the outcomes do not meet it, where there are any."""
        counts = {name: sum(not view.quality[name] for view in self.outcomes) for name in CRITERIA}
        return {name: count for name, count in counts.items() if count}

    @property
    def kpis(self) -> list[str]:
        return list(dict.fromkeys(kpi for view in self.outcomes for kpi in view.outcome.kpis))

    @property
    def bounds(self) -> list[tuple[str, OutcomeView]]:
        """(improvement of the calculator, an outcome that bounds it), each improvement once."""
        return list({name: (name, view) for view in self.outcomes for name in view.targets}.values())

    @property
    def citing(self) -> list[OutcomeView]:
        """The outcomes that a default of the calculator takes account of."""
        return [view for view in self.outcomes if view.id in self.cited]

    @property
    def defaults(self) -> list[str]:
        """Inputs of the calculator whose default cites one of the outcomes."""
        return list(dict.fromkeys(name for view in self.outcomes for name in self.cited.get(view.id, ())))


@dataclass(frozen=True)
class ToldIndustry:
    """The case studies of an industry, and its outcomes that stand alone."""

    record: IndustryCases
    cases: Mapping[str, Told]
    alone: Told


def told_view(record: IndustryCases, views: Mapping[str, OutcomeView], cited: Mapping[str, list[str]]) -> ToldIndustry:
    def told(ids: Iterable[str]) -> Told:
        return Told([views[id] for id in ids], cited)

    return ToldIndustry(record, {id: told(case.outcomes) for id, case in record.cases.items()}, told(record.alone))


# --- guides -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GuideView:
    """A guide with the figures of its example in words, and its query."""

    guide: Guide
    query: Query
    value: str
    reading: str
    sample: int | None
    small: bool  # a rate so low that it is to be known within a tenth of its value
    beside: float | None  # another rate, in percent, that fewer cases do not tell from the usual one
    few: bool  # an example on fewer cases than that: it shows the calculation and no more


def guide_view(book: Book, lang: str, id: str) -> GuideView:
    """The guide of a KPI in one language."""
    guide, unit = book.guides[id], book.kpis[id].unit
    measure, example = guide.measure, guide.measure.example
    named = {name: formats.number(value, lang) for name, value in example if value is not None}
    named["value"] = quantity(example.value, unit, book.units, lang)
    level = measure.sample_level
    sample = about(sample_size(level)) if level else None
    return GuideView(
        guide,
        book.queries[id],
        named["value"],
        filled(measure.reading[lang], named),
        sample=sample,
        small=level is not None and level < SMALL_RATE,
        beside=beside(level) if level else None,
        few=sample is not None and (example.denominator or 0) < sample,
    )


# --- industries ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Start:
    """A figure that the preset of an industry sets: its label, both values in words, whether they differ, why."""

    label: str
    value: str
    default: str
    differs: bool
    why: Localized


@dataclass(frozen=True)
class IndustryGuideView:
    """The guide of an industry with what its outcomes lack and the figures of its preset."""

    guide: IndustryGuide
    proofs: Mapping[str, int]  # KPI to start with → its outcomes in this industry
    met: Mapping[str, int]  # criterion of quality → the outcomes that meet it
    silent: list[Team]  # teams of which no outcome is published here
    starts: list[Start]


def industry_guide_view(book: Book, lang: str, id: str, case: Callable[[], Case]) -> IndustryGuideView | None:
    """The guide of an industry in one language; None for those without."""
    guide = book.industry_guides.get(id)
    if guide is None:
        return None
    outcomes = outcomes_of(book, industry=id)
    reachable = bool(outcomes) and book.sources[book.outcome_files[id].source].reachable
    scores = [quality(outcome, reachable) for outcome in outcomes.values()]
    topics = {outcome.topic for outcome in outcomes.values()}
    return IndustryGuideView(
        guide,
        proofs={first.kpi: len(outcomes_of(book, industry=id, kpi=first.kpi)) for first in guide.kpis},
        met={criterion: sum(score[criterion] for score in scores) for criterion in CRITERIA},
        silent=[team for topic, team in teams_of(book).items() if topic not in topics],
        starts=[start_of(book, lang, id, name, case().start[name]) for name in book.roi.presets[id]],
    )


def start_of(book: Book, lang: str, id: str, name: str, default: float) -> Start:
    """One figure of a preset beside the `default` of the calculator."""
    item, value = book.roi.inputs[name], book.roi.presets[id][name]
    shown, usual = (measure(number, item.unit, book.roi, lang) for number in (value, default))
    return Start(item.label[lang], shown, usual, value != default, book.industry_guides[id].preset.why[name])
