"""Rules on references: what a record names must exist."""

from collections.abc import Iterator

from ..records.book import Book
from ..records.kpi import Kpi
from ..records.outcome import Figure, OutcomeFile
from ..records.problems import Problem
from ..records.source import Place
from ..records.tco import TcoTable
from .rules import Rule, problem, unknown


def kpis_refer_to_known_records(book: Book) -> Iterator[Problem]:
    teams = [id for id, team in book.teams.items() if team.team]
    for id, kpi in book.kpis.items():
        path = f"data/kpis/{id}.yml"
        yield from unknown(book, path, ("team",), kpi.team, teams, "teams.yml", "teams")
        yield from unknown(book, path, ("unit",), kpi.unit, book.units, "units.yml", "units")
        yield from source_is_known(book, path, kpi)
        for index, team in enumerate(kpi.watched_by):
            yield from unknown(book, path, ("watched_by", index), team, teams, "teams.yml", "teams")
        for index, relation in enumerate(kpi.relations):
            yield from unknown(book, path, ("relations", index, "kpi"), relation.kpi, book.kpis, "data/kpis/", "kpis")
            if relation.kpi == id:
                yield problem(
                    book,
                    path,
                    ("relations", index, "kpi"),
                    "A KPI has no relation with itself.",
                    "Write another KPI, or delete the relation.",
                )


def guides_stand_beside_their_kpi(book: Book) -> Iterator[Problem]:
    for id in book.guides:
        path = f"data/guides/{id}.yml"
        yield from unknown(book, path, (), id, book.kpis, "data/kpis/ (the file's name is the KPI's id)", "kpis")
        if id not in book.queries and not book.is_broken("guides", id):
            yield problem(
                book,
                path,
                ("measure",),
                f"The query data/guides/{id}.sql is missing.",
                "Write the query that gives the figure of the example.",
            )


def every_kpi_has_a_guide(book: Book) -> Iterator[Problem]:
    for id in book.kpis:
        if id not in book.guides and not book.is_broken("guides", id):
            yield problem(book, f"data/kpis/{id}.yml", (), "The KPI has no guide.", f"Write data/guides/{id}.yml.")


def industry_guides_stand_beside_their_industry(book: Book) -> Iterator[Problem]:
    for id, guide in book.industry_guides.items():
        path = f"data/industry_guides/{id}.yml"
        where = "industries.yml (the file's name is the industry's id)"
        yield from unknown(book, path, (), id, book.industries, where, "industries")
        seen: set[str] = set()
        for index, first in enumerate(guide.kpis):
            place = ("kpis", index, "kpi")
            yield from unknown(book, path, place, first.kpi, book.kpis, "data/kpis/", "kpis")
            if first.kpi in seen:
                yield problem(book, path, place, f"{first.kpi} stands here twice.", "Write another KPI.")
            seen.add(first.kpi)


def source_is_known(book: Book, path: str, record: Kpi | OutcomeFile | TcoTable) -> Iterator[Problem]:
    """Of a record: its source, and the section of it where the record names one."""
    yield from unknown(book, path, ("source",), record.source, book.sources, "sources.yml", "sources")
    if record.source in book.sources and not isinstance(record, OutcomeFile):
        yield from unknown(
            book,
            path,
            ("section",),
            record.section,
            book.sources[record.source].sections,
            f"the sections of {record.source} in sources.yml",
        )


def outcomes_refer_to_known_records(book: Book) -> Iterator[Problem]:
    for industry, file in book.outcome_files.items():
        path = f"data/outcomes/{industry}.yml"
        yield from unknown(
            book,
            path,
            (),
            industry,
            book.industries,
            "industries.yml (the file's name is the industry's id)",
            "industries",
        )
        yield from source_is_known(book, path, file)
        for id, outcome in file.outcomes.items():
            here = ("outcomes", id)
            yield from unknown(book, path, (*here, "topic"), outcome.topic, book.teams, "teams.yml", "teams")
            for index, kpi in enumerate(outcome.kpis):
                yield from unknown(book, path, (*here, "kpis", index), kpi, book.kpis, "data/kpis/", "kpis")
            yield from figure_units_are_known(book, path, (*here, "figure"), outcome.figure)
            for name, figure in outcome.extra.items():
                yield from figure_units_are_known(book, path, (*here, "extra", name), figure)
            if outcome.period:
                yield from unknown(
                    book, path, (*here, "period", "unit"), outcome.period.unit, book.units, "units.yml", "units"
                )


def figure_units_are_known(book: Book, path: str, place: Place, figure: Figure) -> Iterator[Problem]:
    for name in ("unit", "before_unit"):
        unit = getattr(figure, name, None)
        if unit is not None:
            yield from unknown(book, path, (*place, name), unit, book.units, "units.yml", "units")


def tables_refer_to_known_records(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        path = f"data/tco/{id}.yml"
        yield from unknown(book, path, ("unit",), table.unit, book.units, "units.yml", "units")
        yield from source_is_known(book, path, table)
        for row_id, row in table.rows.items():
            for name, bounds in row.figures.items():
                yield from unknown(
                    book, path, ("rows", row_id, "figures", name, "unit"), bounds.unit, book.units, "units.yml", "units"
                )


def families_refer_to_known_rows(book: Book) -> Iterator[Problem]:
    rows = {row for table in book.tco.values() for row in table.rows}
    for id, family in book.cost_families.items():
        for index, row in enumerate(family.rows):
            yield from unknown(book, "data/cost_families.yml", (id, "rows", index), row, rows, "the rows of data/tco/")


def every_row_stands_in_a_family(book: Book) -> Iterator[Problem]:
    """The cost of inaction shows a row under its family."""
    if book.broken["cost_families"]:
        return
    placed = {row for family in book.cost_families.values() for row in family.rows}
    for id, table in book.tco.items():
        for row in table.rows:
            if row not in placed:
                fix = "Write its id under `rows:` of a family in data/cost_families.yml."
                yield problem(book, f"data/tco/{id}.yml", ("rows", row), "The row stands in no family of costs.", fix)


def extracts_give_known_inputs_and_kpis(book: Book) -> Iterator[Problem]:
    inputs = book.model.inputs if book.model else ()
    for id, extract in book.extracts.items():
        for index, name in enumerate(extract.inputs):
            place = (id, "inputs", index)
            yield from unknown(book, "data/extracts.yml", place, name, inputs, "data/roi/ (the inputs)")
        for index, kpi in enumerate(extract.kpis):
            yield from unknown(book, "data/extracts.yml", (id, "kpis", index), kpi, book.kpis, "data/kpis/", "kpis")


def tasks_are_owned_by_who_does_not_just_help(book: Book) -> Iterator[Problem]:
    for id, task in book.order_tasks.items():
        for index, system in enumerate(task.helps):
            if system in task.owns:
                yield problem(
                    book,
                    "data/order_tasks.yml",
                    (id, "helps", index),
                    f'"{system}" owns this task already.',
                    "Keep it in one of the two lists.",
                )


def glossary_refers_to_known_kpis(book: Book) -> Iterator[Problem]:
    for id, term in book.glossary.items():
        if term.kpi is not None:
            yield from unknown(book, "data/glossary.yml", (id, "kpi"), term.kpi, book.kpis, "data/kpis/", "kpis")


def contradictions_point_at_something(book: Book) -> Iterator[Problem]:
    """Those of the method page are headings of a written page: `written.contradictions_point_at_a_heading`."""
    targets = {"tco": ("tco", book.tco), "outcome": ("outcomes", book.outcomes), "kpi": ("kpis", book.kpis)}
    for id, record in book.contradictions.items():
        if record.anchor is not None and record.page in targets:
            kind, known = targets[record.page]
            yield from unknown(
                book,
                "data/contradictions.yml",
                (id, "anchor"),
                record.anchor,
                known,
                f"the records of the page {record.page}",
                kind,
            )


def steps_flows_and_laws_refer_to_known_kpis(book: Book) -> Iterator[Problem]:
    for place, kpi in kpis_on_the_path(book):
        yield from unknown(book, "data/journey.yml", place, kpi, book.kpis, "data/kpis/", "kpis")
    for id, law in book.laws.items():
        for index, kpi in enumerate(law.kpis):
            yield from unknown(book, "data/laws.yml", (id, "kpis", index), kpi, book.kpis, "data/kpis/", "kpis")
    for id, flow in book.flows.items():
        for kpi in flow:
            yield from unknown(book, "data/flows.yml", (id, kpi), kpi, book.kpis, "data/kpis/", "kpis")


def kpis_on_the_path(book: Book) -> Iterator[tuple[Place, str]]:
    """(place in data/journey.yml, KPI) of every KPI read at a step or on one of its ways."""
    for id, step in book.journey.items():
        parts: list[tuple[Place, list[str]]] = [((id,), step.kpis)]
        parts += (((id, "ways", name), way.kpis) for name, way in step.ways.items())
        for place, kpis in parts:
            yield from (((*place, "kpis", index), kpi) for index, kpi in enumerate(kpis))


def every_kpi_is_read_on_the_path(book: Book) -> Iterator[Problem]:
    """Of an order, or around it."""
    if book.broken["journey"]:  # the KPI may stand in a step that could not be read
        return
    placed = {kpi for _, kpi in kpis_on_the_path(book)}
    for id in book.kpis:
        if id not in placed:
            message = "The KPI is read at no step of data/journey.yml."
            yield problem(book, f"data/kpis/{id}.yml", (), message, "Write its id under `kpis:` of a step there.")


def redirects_lead_somewhere_new(book: Book) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for id, redirect in book.redirects.items():
        if redirect.old in seen:
            yield problem(
                book,
                "data/redirects.yml",
                (id, "old"),
                f"{redirect.old} already moves under {seen[redirect.old]}.",
                "Keep one of the two.",
            )
        seen.setdefault(redirect.old, id)
        if redirect.old == redirect.new:
            yield problem(
                book,
                "data/redirects.yml",
                (id, "new"),
                "The new address is the old one.",
                "Write where it is now, or delete the redirect.",
            )
        (old_page, old_mark, _), (new_page, new_mark, _) = redirect.old.partition("#"), redirect.new.partition("#")
        if (old_mark and old_page != new_page) or (not old_mark and new_mark):
            fix = "Move a page to a page, or an anchor to an anchor of the same page."
            yield problem(
                book,
                "data/redirects.yml",
                (id, "new"),
                "A page and an anchor, or anchors of two pages, do not stand for each other.",
                fix,
            )


def no_redirect_leads_to_another(book: Book) -> Iterator[Problem]:
    moved = {redirect.old: redirect.new for redirect in book.redirects.values()}
    for id, redirect in book.redirects.items():
        if redirect.new in moved and redirect.new != redirect.old:
            passed, end = {redirect.old}, redirect.new
            while end in moved and end not in passed:
                passed.add(end)
                end = moved[end]
            circle = end in passed
            message = f"{redirect.new} has moved itself, to {moved[redirect.new]}."
            fix = "Break the circle: delete the redirect of the address that stands." if circle else f"Write {end}."
            yield problem(book, "data/redirects.yml", (id, "new"), message, fix)


REFERENCE_RULES: tuple[Rule, ...] = (
    kpis_refer_to_known_records,
    guides_stand_beside_their_kpi,
    every_kpi_has_a_guide,
    industry_guides_stand_beside_their_industry,
    outcomes_refer_to_known_records,
    tables_refer_to_known_records,
    families_refer_to_known_rows,
    every_row_stands_in_a_family,
    extracts_give_known_inputs_and_kpis,
    tasks_are_owned_by_who_does_not_just_help,
    glossary_refers_to_known_kpis,
    contradictions_point_at_something,
    steps_flows_and_laws_refer_to_known_kpis,
    every_kpi_is_read_on_the_path,
    redirects_lead_somewhere_new,
    no_redirect_leads_to_another,
)
LASTING_RULES: tuple[Rule, ...] = (  # of records that keep a page when they are retired
    kpis_refer_to_known_records,
    guides_stand_beside_their_kpi,
    every_kpi_has_a_guide,
    outcomes_refer_to_known_records,
    glossary_refers_to_known_kpis,
)
