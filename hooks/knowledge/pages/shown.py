"""What each kind of page shows: the variables of its template, worked out when the page is rendered."""

from collections.abc import Callable
from typing import Any

from ..calculator.asked import asked
from ..calculator.drawings import drawings
from ..calculator.example import DELAYS, DETAILS, GOALS, HEADLINES, LONGEST_NAME, Case, worth_of
from ..calculator.facts import of_set_aside
from ..calculator.method import method_of
from ..calculator.parts import PARTS, own_of, part_of, part_words
from ..calculator.places import places
from ..calculator.plan import planned, seen_by_cfo
from ..calculator.sentences import sentences
from ..calculator.words import outcome_names
from ..records.book import Book
from ..roi import finance
from ..roi.model import model_of
from ..words import formats
from ..words.published import outcomes_of, quality
from ..words.reviews import last_reviewed
from .changes import steps
from .charts import SIZE, circle, count_bars, curves
from .editions import editions
from .relations import every_relation, grouped_relations, map_of
from .views import (
    by_industry,
    by_topic,
    guide_view,
    industry_guide_view,
    kpis_by_number,
    outcome_views,
    teams_of,
    told_view,
)

CaseWhenWanted = Callable[[], Case]
Shown = dict[str, Any]
LARGEST_DRIVERS = 5  # that a business case names with their evidence
MOST_PROOFS, MOST_UNMEASURED = 2, 3  # what it names of a driver's outcomes, of the drivers to measure first
TOLD = ("npv", "npv_after_tax", "payback_month", "annual_benefit", "roi", "total_cost")  # results, in each scenario
PROJECT = ("one_off_cost", "licence_year_1", "run_cost", "total_cost")
FORECAST = ("npv", "payback_month")  # as planned, and as what is realised leads to


# --- KPIs ---------------------------------------------------------------------------------------------------------


def kpi_index(book: Book) -> Shown:
    kpis = kpis_by_number(book)
    proofs = {id: len(outcomes_of(book, kpi=id)) for id in kpis}
    path = {id: step for id, step in book.journey.items() if not step.beside}
    return {"kpis": kpis, "teams": teams_of(book), "proofs": proofs, "path": path}


def kpi(book: Book, lang: str, id: str, case: CaseWhenWanted) -> Shown:
    kpi = book.kpis[id]
    return {
        "id": id,
        "kpi": kpi,
        "team": book.teams[kpi.team],
        "guide": guide_view(book, lang, id),
        "relations": grouped_relations(book, id),
        "map": map_of(book, lang, id),
        "worth": worth_of(book, lang, id, case()),
        "outcomes": outcome_views(book, lang, outcomes_of(book, kpi=id)),
        "siblings": {other: record for other, record in kpis_by_number(book).items() if record.team == kpi.team},
        "source": book.sources[kpi.source],
    }


def kpi_map(book: Book, lang: str) -> Shown:
    kpis, relations = kpis_by_number(book), list(every_relation(book))
    nodes = circle(kpis, lang)
    drawn = curves(nodes, [(id, relation.kpi, relation.kind) for id, relation in relations])
    return {
        "nodes": nodes,
        "curves": drawn,
        "relations": relations,
        "kpis": kpis,
        "teams": teams_of(book),
        "size": SIZE,
    }


# --- outcomes -----------------------------------------------------------------------------------------------------


def outcome_index(book: Book, lang: str) -> Shown:
    views = [view for group in by_industry(book, lang, book.outcomes).values() for view in group]
    kpis = {id: kpi for id, kpi in kpis_by_number(book).items() if outcomes_of(book, kpi=id)}
    return {"outcomes": views, "industries": book.industries, "topics": book.teams, "kpis": kpis}


def revenue(book: Book, lang: str, topic: str) -> Shown:
    groups = by_industry(book, lang, outcomes_of(book, topic=topic))
    return {"team": book.teams[topic], "groups": groups, "industries": book.industries}


def case_study(book: Book, lang: str) -> Shown:
    """Every outcome once: in a case of its industry, or alone there."""
    cited: dict[str, list[str]] = {}
    for name, item in book.roi.inputs.items():
        for id in item.source.outcomes:
            cited.setdefault(id, []).append(name)
    views = {view.id: view for view in outcome_views(book, lang, book.outcomes)}
    told = {industry: told_view(record, views, cited) for industry, record in book.case_studies.items()}
    alone = sum(len(record.alone) for record in book.case_studies.values())
    return {
        "told": told,
        "industries": book.industries,
        "kpis": kpis_by_number(book),
        "alone": alone,
        "in_cases": len(views) - alone,
        "publisher": ", ".join(sorted({book.sources[file.source].publisher for file in book.outcome_files.values()})),
    }


# --- teams and industries -----------------------------------------------------------------------------------------


def team_index(book: Book) -> Shown:
    teams = teams_of(book)
    counts = {id: len(outcomes_of(book, topic=id)) for id in teams}
    return {"teams": teams, "kpis": kpis_by_number(book), "counts": counts}


def team(book: Book, lang: str, id: str) -> Shown:
    kpis = kpis_by_number(book)
    return {
        "id": id,
        "team": book.teams[id],
        "kpis": {kpi_id: kpi for kpi_id, kpi in kpis.items() if kpi.team == id},
        "watched": {kpi_id: kpi for kpi_id, kpi in kpis.items() if id in kpi.watched_by},
        "groups": by_industry(book, lang, outcomes_of(book, topic=id)),
        "industries": book.industries,
    }


def industry_index(book: Book) -> Shown:
    counts = {id: len(outcomes_of(book, industry=id)) for id in book.industries}
    return {"industries": book.industries, "counts": counts}


def industry(book: Book, lang: str, id: str, case: CaseWhenWanted) -> Shown:
    outcomes = outcomes_of(book, industry=id)
    touched = {kpi for outcome in outcomes.values() for kpi in outcome.kpis}
    return {
        "id": id,
        "industry": book.industries[id],
        "groups": by_topic(book, lang, outcomes),
        "kpis": {kpi_id: kpi for kpi_id, kpi in kpis_by_number(book).items() if kpi_id in touched},
        "teams": book.teams,
        "count": len(outcomes),
        "with_baseline": sum(quality(outcome, False)["baseline"] for outcome in outcomes.values()),
        "disputed": sum(outcome.disputed is not None for outcome in outcomes.values()),
        "bars": count_bars({topic: len(outcomes_of(book, industry=id, topic=topic)) for topic in book.teams}),
        "trade": industry_guide_view(book, lang, id, case),
    }


# --- glossary and calculator --------------------------------------------------------------------------------------


def glossary(book: Book, lang: str) -> Shown:
    return {"terms": dict(sorted(book.glossary.items(), key=lambda item: formats.fold(item[1].term[lang])))}


def calculator(book: Book, lang: str, case: CaseWhenWanted) -> Shown:
    said = {
        "asked": asked(book.roi),
        "goals": GOALS,
        "longest_name": LONGEST_NAME,
        "headlines": HEADLINES,
        "details": DETAILS,
        "delays": DELAYS,
        "says": sentences(book, case(), lang),
        "drawn": drawings(book, case(), lang),
    }
    return worked(book, case) | said


def method(book: Book, lang: str, case: CaseWhenWanted) -> Shown:
    """The whole method in one language, of which each of its pages shows a part."""
    return worked(book, case) | method_of(book, model_of(book), case(), lang)


def method_index(book: Book, lang: str, whole: Callable[[], Shown]) -> Shown:
    shown, teams = whole(), teams_of(book)
    parts = {
        group: [part_of(book, shown["model"], shown["pages"], page, lang) for page in found]
        for group, found in (("teams", teams), ("others", PARTS))
    }
    return shown | {"parts": parts}


def method_part(book: Book, lang: str, page: str, whole: Callable[[], Shown]) -> Shown:
    shown = whole()
    return shown | {
        "own": own_of(book.roi, shown["pages"], page, shown["steps"]),
        "lead": part_words(book, page, lang)[1],
    }


def business_case(book: Book, lang: str, case: CaseWhenWanted) -> Shown:
    """What a reader takes home; `years` are the flows of each."""
    model, record = model_of(book), book.roi
    flows, proofs, earning = case().base.flows, outcome_names(book, record, lang), record.improvements
    return worked(book, case) | {
        "says": sentences(book, case(), lang),
        "drawn": drawings(book, case(), lang),
        "sceptical": of_set_aside(seen_by_cfo(model, case())),
        "measures": TOLD,
        "project": PROJECT,
        "largest": LARGEST_DRIVERS,
        "published": {id: earning[driver.improvement].outcomes[:MOST_PROOFS] for id, driver in record.drivers.items()},
        "needed": list(case().needed.items())[:LARGEST_DRIVERS],
        "most_unmeasured": MOST_UNMEASURED,
        "unmeasured": list(case().missing)[:MOST_UNMEASURED],
        "proofs": proofs,
        "quoted": outcome_views(book, lang, proofs),
        "years": list(
            zip(finance.sum_years(flows.inflow), finance.sum_years(flows.cost), flows.yearly_net, strict=True)
        ),
        "edition": last_reviewed(book),
    }


def value(book: Book, case: CaseWhenWanted) -> Shown:
    """What each driver of the example is planned to bring, year by year."""
    plan = planned(model_of(book), case().base)
    return worked(book, case) | {
        "plan": {id: finance.sum_years(months) for id, months in plan.items()},
        "measures": FORECAST,
        "edition": last_reviewed(book),
    }


def changes(book: Book, lang: str) -> Shown:
    """What moved between two editions, the latest first; `first` is the oldest."""
    first = next(iter(editions(book)), None)
    return {"steps": steps(book, lang), "first": first}


def worked(book: Book, case: CaseWhenWanted) -> Shown:
    """What the calculator and its method share."""
    model, teams = model_of(book), teams_of(book)
    groups = {**model.record.groups, **{id: team.name for id, team in teams.items()}}
    return {"model": model, "case": case(), "groups": groups, "teams": teams, "places": places(model)}
