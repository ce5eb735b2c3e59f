"""Rules that hold across records: one small function each, named by what is true when the data is right."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from .figures import agrees, conversion, recomputed, total
from .model import LANGUAGES, BeforeAfter, Book, Figure, Localized, Range, Relative
from .problems import Problem, did_you_mean
from .wording import PLACEHOLDER, names_in, placeholder_names

NUMBER = re.compile(r"\d+(?:[\s\u00a0\u202f.,]\d+)*")
WORD = re.compile(r"\bui\.(\w+)\.?(\w*)")
SYMMETRIC = ("mirror", "near-duplicate", "identity", "trades-off")


def check(book: Book) -> list[Problem]:
    """Every problem of every rule. The book may lack records that could not be decoded: no rule complains of those."""
    return [problem for rule in RULES for problem in rule(book)]


def problem(book: Book, path: str, place: Iterable[str | int], message: str, fix: str) -> Problem:
    """A problem at a place of a file; the field is shown as the editor typed it."""
    place = tuple(place)
    return Problem(path, *book.documents[path].at(place), ".".join(map(str, place)), message, fix)


# --- references ---------------------------------------------------------------------------------------------------


def unknown(book: Book, path: str, place: tuple, value: str, known: Iterable[str], where: str) -> Iterator[Problem]:
    if known and value not in known and value not in book.broken:  # a file that cannot be read knows no name
        yield problem(book, path, place, f'"{value}" is not in {where}.', did_you_mean(value, known))


def kpis_refer_to_known_records(book: Book) -> Iterator[Problem]:
    teams = [id for id, team in book.teams.items() if team.team]
    for id, kpi in book.kpis.items():
        path = f"data/kpis/{id}.yml"
        yield from unknown(book, path, ("team",), kpi.team, teams, "teams.yml")
        yield from unknown(book, path, ("unit",), kpi.unit, book.units, "units.yml")
        yield from source_is_known(book, path, kpi)
        for index, team in enumerate(kpi.watched_by):
            yield from unknown(book, path, ("watched_by", index), team, teams, "teams.yml")
        for index, relation in enumerate(kpi.relations):
            yield from unknown(book, path, ("relations", index, "kpi"), relation.kpi, book.kpis, "data/kpis/")
            if relation.kpi == id:
                yield problem(
                    book,
                    path,
                    ("relations", index, "kpi"),
                    "A KPI has no relation with itself.",
                    "Write another KPI, or delete the relation.",
                )


def guides_stand_beside_their_kpi(book: Book) -> Iterator[Problem]:
    for id, guide in book.guides.items():
        path = f"data/guides/{id}.yml"
        yield from unknown(book, path, (), id, book.kpis, "data/kpis/ (the file's name is the KPI's id)")
        for index, benchmark in enumerate(guide.benchmarks):
            yield from unknown(book, path, ("benchmarks", index, "unit"), benchmark.unit, book.units, "units.yml")
        if id not in book.queries:
            yield problem(
                book,
                path,
                ("measure",),
                f"The query data/guides/{id}.sql is missing.",
                "Write the query that gives the figure of the example.",
            )


def every_kpi_has_a_guide(book: Book) -> Iterator[Problem]:
    for id in book.kpis:
        if id not in book.guides and id not in book.broken:
            yield problem(book, f"data/kpis/{id}.yml", (), "The KPI has no guide.", f"Write data/guides/{id}.yml.")


def source_is_known(book: Book, path: str, record) -> Iterator[Problem]:
    yield from unknown(book, path, ("source",), record.source, book.sources, "sources.yml")
    if record.source in book.sources and hasattr(record, "section"):
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
        yield from unknown(book, path, (), industry, book.industries, "industries.yml (the file's name is the industry's id)")
        yield from source_is_known(book, path, file)
        for id, outcome in file.outcomes.items():
            here = ("outcomes", id)
            yield from unknown(book, path, (*here, "topic"), outcome.topic, book.teams, "teams.yml")
            for index, kpi in enumerate(outcome.kpis):
                yield from unknown(book, path, (*here, "kpis", index), kpi, book.kpis, "data/kpis/")
            yield from figure_units_are_known(book, path, (*here, "figure"), outcome.figure)
            for name, figure in outcome.extra.items():
                yield from figure_units_are_known(book, path, (*here, "extra", name), figure)
            if outcome.period:
                yield from unknown(book, path, (*here, "period", "unit"), outcome.period.unit, book.units, "units.yml")


def figure_units_are_known(book: Book, path: str, place: tuple, figure: Figure) -> Iterator[Problem]:
    for name in ("unit", "before_unit"):
        unit = getattr(figure, name, None)
        if unit is not None:
            yield from unknown(book, path, (*place, name), unit, book.units, "units.yml")


def tables_refer_to_known_records(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        path = f"data/tco/{id}.yml"
        yield from unknown(book, path, ("unit",), table.unit, book.units, "units.yml")
        yield from source_is_known(book, path, table)
        for row_id, row in table.rows.items():
            for name, bounds in row.figures.items():
                yield from unknown(book, path, ("rows", row_id, "figures", name, "unit"), bounds.unit, book.units, "units.yml")


def families_refer_to_known_rows(book: Book) -> Iterator[Problem]:
    rows = {row for table in book.tco.values() for row in table.rows}
    for id, family in book.cost_families.items():
        for index, row in enumerate(family.rows):
            yield from unknown(book, "data/cost_families.yml", (id, "rows", index), row, rows, "the rows of data/tco/")


def glossary_refers_to_known_kpis(book: Book) -> Iterator[Problem]:
    for id, term in book.glossary.items():
        if term.kpi is not None:
            yield from unknown(book, "data/glossary.yml", (id, "kpi"), term.kpi, book.kpis, "data/kpis/")


def contradictions_point_at_something(book: Book) -> Iterator[Problem]:
    targets = {"tco": set(book.tco), "outcome": set(book.outcomes), "kpi": set(book.kpis), "method": set()}
    for id, record in book.contradictions.items():
        if record.anchor is not None:
            yield from unknown(
                book,
                "data/contradictions.yml",
                (id, "anchor"),
                record.anchor,
                targets[record.page],
                f"the records of the page {record.page}",
            )


def redirects_lead_somewhere_new(book: Book) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for id, redirect in book.redirects.items():
        if redirect.old in seen:
            yield problem(
                book, "data/redirects.yml", (id, "old"), f"{redirect.old} already moves under {seen[redirect.old]}.", "Keep one of the two."
            )
        seen.setdefault(redirect.old, id)
        if redirect.old == redirect.new:
            yield problem(
                book, "data/redirects.yml", (id, "new"), "The new address is the old one.", "Write where it is now, or delete the redirect."
            )
        (old_page, old_mark, _), (new_page, new_mark, _) = redirect.old.partition("#"), redirect.new.partition("#")
        if (old_mark and old_page != new_page) or (not old_mark and new_mark):
            fix = "Move a page to a page, or an anchor to an anchor of the same page."
            yield problem(
                book, "data/redirects.yml", (id, "new"), "A page and an anchor, or anchors of two pages, do not stand for each other.", fix
            )


# --- ids ----------------------------------------------------------------------------------------------------------


def kpi_numbers_are_distinct(book: Book) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    free = next(number for number in range(1, len(book.kpis) + 2) if number not in {kpi.number for kpi in book.kpis.values()})
    for id, kpi in book.kpis.items():
        if kpi.number in seen:
            yield problem(
                book,
                f"data/kpis/{id}.yml",
                ("number",),
                f"{kpi.number} is already the number of {seen[kpi.number]}.",
                f"Write another number; {free} is free.",
            )
        seen.setdefault(kpi.number, id)


def outcome_ids_start_with_their_industry(book: Book) -> Iterator[Problem]:
    for industry, file in book.outcome_files.items():
        for id in file.outcomes:
            if not id.startswith(f"{industry}-"):
                yield problem(
                    book,
                    f"data/outcomes/{industry}.yml",
                    ("outcomes", id),
                    "The id does not start with the industry.",
                    f"Write {industry}-{id}, or move the outcome to its industry's file.",
                )


def outcome_ids_are_distinct(book: Book) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for industry, file in book.outcome_files.items():
        for id in file.outcomes:
            if id in seen:
                yield problem(
                    book,
                    f"data/outcomes/{industry}.yml",
                    ("outcomes", id),
                    f'"{id}" is also an outcome of data/outcomes/{seen[id]}.yml.',
                    "Give one of the two another id.",
                )
            seen.setdefault(id, industry)


# --- figures ------------------------------------------------------------------------------------------------------


def published_changes_agree_with_before_and_after(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        figure = outcome.figure
        if isinstance(figure, BeforeAfter) and not agrees(figure) and outcome.disputed is None:
            message = f"{figure.change:+g} % is published, but {figure.before:g} → {figure.after:g} is {recomputed(figure):+.0f} %."
            yield problem(
                book,
                path,
                ("outcomes", id, "figure", "change"),
                message,
                "Correct the figure, or add `disputed:` with a sentence that says why it is kept.",
            )


def units_of_before_and_after_convert(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        unit = getattr(outcome.figure, "before_unit", None)
        if unit in book.units and conversion(unit, outcome.figure.unit) is None:
            message = f'"{unit}" does not convert into "{outcome.figure.unit}".'
            yield problem(
                book, path, ("outcomes", id, "figure", "before_unit"), message, "Give both in the same unit, or both in units of time."
            )


NEEDED_UNITS = ("percent", "point", "multiple", "eur-million")  # the site prints these without any record naming them


def the_words_of_numbers_are_there(book: Book) -> Iterator[Problem]:
    for unit in NEEDED_UNITS:
        if book.units and unit not in book.units and unit not in book.broken:
            yield problem(book, "data/units.yml", (unit,), "The site prints numbers in this unit, and it is missing.", "Bring it back.")
    for path, id, outcome in each_outcome(book):
        if outcome.period and outcome.period.type not in book.ui.get("period", {outcome.period.type: None}):
            yield problem(
                book,
                path,
                ("outcomes", id, "period", "type"),
                f'ui.yml has no words for "{outcome.period.type}".',
                "Add them under period:.",
            )


def ranges_of_outcomes_are_in_order(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        figure = outcome.figure
        if isinstance(figure, Range) and figure.low > figure.high:
            yield problem(
                book,
                path,
                ("outcomes", id, "figure", "low"),
                f"low ({plainly(figure.low)}) is above high ({plainly(figure.high)}).",
                "Swap the two.",
            )
        if (
            isinstance(figure, Relative | Range)
            and getattr(figure, "change", getattr(figure, "low", 0)) < -100
            and (isinstance(figure, Relative) or figure.relative)
        ):
            yield problem(book, path, ("outcomes", id, "figure"), "Nothing can fall by more than 100 %.", "Correct the figure.")


def bounds_are_in_order(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        for row_id, row in table.rows.items():
            for place, bounds in [((), row), *((("figures", name), bounds) for name, bounds in row.figures.items())]:
                if bounds.low > bounds.high:
                    yield problem(
                        book,
                        f"data/tco/{id}.yml",
                        ("rows", row_id, *place, "low"),
                        f"low ({plainly(bounds.low)}) is above high ({plainly(bounds.high)}).",
                        "Swap the two.",
                    )


def published_totals_lie_within_the_sums(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        sums = total(table.rows.values())
        if sums.low <= sums.high and not sums.low <= table.published_total <= sums.high:
            message = f"The published total is {plainly(table.published_total)}, but the rows add up to {plainly(sums.low)} – {plainly(sums.high)}."
            yield problem(
                book,
                f"data/tco/{id}.yml",
                ("published_total",),
                message,
                "Correct the total or the rows; money is typed in plain euros (13000000 for 13 million).",
            )


def plainly(value: float) -> str:
    """1,000,000 or 0.5, never 1e+06."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def tables_have_the_same_rows(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        first_id, first = next(iter(book.tco.items()))
        for row in sorted(set(first.rows) ^ set(table.rows)):
            lacking = id if row in first.rows else first_id
            yield problem(
                book,
                f"data/tco/{lacking}.yml",
                ("rows",),
                f'The row "{row}" is missing; the other table has it.',
                f"Add the row {row}, or take it out of the other table.",
            )


# --- texts --------------------------------------------------------------------------------------------------------


def both_languages_say_the_same_numbers(book: Book) -> Iterator[Problem]:
    for path, document in book.documents.items():
        for place, text in localized_texts(document.value):
            french, english = (numbers_in(text[lang], lang) for lang in LANGUAGES)
            for lang, lacking in (("en", french - english), ("fr", english - french)):
                if lacking:
                    other = "French" if lang == "en" else "English"
                    found = ", ".join(sorted(lacking))
                    yield problem(
                        book,
                        path,
                        (*place, lang),
                        f"The {other} text says {found}; this one does not.",
                        "Write the same numbers in both texts.",
                    )


def numbers_in(text: str, lang: str) -> Counter:
    """The numbers of a text, written alike: 1 234,5 and 1,234.5 are both 1234.5. Placeholders do not count."""
    found = NUMBER.findall(PLACEHOLDER.sub(" ", text))
    return Counter(number for hit in found for number in plain_numbers(hit, lang))


def plain_numbers(text: str, lang: str) -> list[str]:
    group, decimal = (r"[\s\u00a0\u202f]", ",") if lang == "fr" else (",", r"\.")
    text = re.sub(rf"(?<=\d){group}(?=\d{{3}}(?!\d))", "", text)
    text = re.sub(rf"(?<=\d){decimal}(?=\d)", ".", text)
    return [number.rstrip("0").rstrip(".") if "." in number else number for number in re.split(r"[\s\u00a0\u202f,]+", text)]


def localized_texts(value, place: tuple = ()) -> Iterator[tuple[tuple, dict]]:
    """Every {fr, en} pair of texts in a document."""
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES) and all(isinstance(text, str) for text in value.values()):
            yield place, value
            return
        for key, item in value.items():
            yield from localized_texts(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from localized_texts(item, (*place, index))


def placeholders_can_be_filled(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        known = {*placeholder_names(outcome.figure), *outcome.extra, *(["period"] if outcome.period else [])}
        for name in ("text", "disputed"):
            yield from placeholders_of(book, path, ("outcomes", id, name), getattr(outcome, name), known)
    for id, guide in book.guides.items():
        known = {name for name, value in guide.measure.example if value is not None}
        yield from placeholders_of(book, f"data/guides/{id}.yml", ("measure", "reading"), guide.measure.reading, known)
    for id, table in book.tco.items():
        path = f"data/tco/{id}.yml"
        yield from placeholders_of(book, path, ("total_note",), table.total_note, {"published", "low", "high", "middle"})
        for row_id, row in table.rows.items():
            for name in ("method", "disputed"):
                yield from placeholders_of(book, path, ("rows", row_id, name), getattr(row, name), {*row.figures, "low", "high"})


PLAIN = ("kpis", "teams", "industries", "glossary", "cost_families", "contradictions", "sources")  # texts that take links and nothing else


def texts_hold_no_stray_placeholder(book: Book) -> Iterator[Problem]:
    for path, document in book.documents.items():
        plain = path.removeprefix("data/").split("/")[0].removesuffix(".yml") in PLAIN
        guide = path.startswith("data/guides/")
        for place, text in localized_texts(document.value):
            if plain or (guide and place != ("measure", "reading")):
                yield from placeholders_of(book, path, place, text, set())


def placeholders_of(book: Book, path: str, place: tuple, text: Localized | dict[str, str] | None, known: set[str]) -> Iterator[Problem]:
    names = names_in(text) if text else {}
    for lang, used in names.items():
        for name in sorted(used - known):
            if not name.startswith("kpi:"):
                fix = did_you_mean(name, known) if known else "Write the words themselves, or {kpi:…} for a link to a KPI."
                yield problem(book, path, (*place, lang), f"{{{name}}} stands for nothing here.", fix)
    if names and names["fr"] != names["en"]:
        odd = ", ".join(f"{{{name}}}" for name in sorted(names["fr"] ^ names["en"]))
        yield problem(book, path, place, f"{odd} is used in one language only.", "Use the same placeholders in both texts.")


def links_lead_to_a_kpi(book: Book) -> Iterator[Problem]:
    for path, document in book.documents.items():
        for place, text in localized_texts(document.value):
            for lang in LANGUAGES:
                for name in PLACEHOLDER.findall(text[lang]):
                    kind, _, id = name.partition(":")
                    if kind == "kpi":
                        yield from unknown(book, path, (*place, lang), id, book.kpis, "data/kpis/")


def figures_are_typed_once(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        for lang in LANGUAGES:
            for number in numbers_in(outcome.text[lang], lang):
                fix = "Write a placeholder in its place, for example {change}, {before}, {value} or {period}."
                yield problem(book, path, ("outcomes", id, "text", lang), f"The text types the figure {number} a second time.", fix)


def no_kpi_stands_alone(book: Book) -> Iterator[Problem]:
    if book.broken:  # the relation may stand in a record that could not be read
        return
    linked = {relation.kpi for kpi in book.kpis.values() for relation in kpi.relations} | {
        id for id, kpi in book.kpis.items() if kpi.relations
    }
    for id in sorted(set(book.kpis) - linked):
        yield problem(
            book,
            f"data/kpis/{id}.yml",
            (),
            "The KPI has no relation with any other.",
            "Add one under `relations:`, here or in the other KPI.",
        )


def no_kpi_is_part_of_itself(book: Book) -> Iterator[Problem]:
    inside = {id: {relation.kpi for relation in kpi.relations if relation.kind == "part-of"} for id, kpi in book.kpis.items()}
    while free := {id for id, wholes in inside.items() if not wholes & inside.keys()}:
        inside = {id: wholes for id, wholes in inside.items() if id not in free}
    for id in inside:
        message = f"This KPI is part of itself, through {', '.join(sorted(inside[id] & inside.keys()))}."
        yield problem(book, f"data/kpis/{id}.yml", ("relations",), message, "Delete the `part-of` that closes the circle.")


def relations_are_typed_once(book: Book) -> Iterator[Problem]:
    for id, kpi in book.kpis.items():
        for index, relation in enumerate(kpi.relations):
            other = book.kpis.get(relation.kpi)
            back = [back for back in other.relations if back.kpi == id and back.kind == relation.kind] if other else []
            if back and relation.kind in SYMMETRIC and kpi.number > other.number:
                message = f"The relation with {relation.kpi} already stands in data/kpis/{relation.kpi}.yml."
                yield problem(book, f"data/kpis/{id}.yml", ("relations", index), message, "Delete it here: it is shown on both pages.")


def missing_words(book: Book, templates: Iterable[str]) -> list[Problem]:
    """The interface words that templates show ("ui.menu.home") and ui.yml does not hold."""
    used = {hit.groups() for template in templates for hit in WORD.finditer(template)}
    absent = [(group, key) for group, key in sorted(used) if group not in book.ui or (key and key not in book.ui[group])]
    if not book.ui:  # the file cannot be read: that has been said
        return []
    return [
        problem(
            book,
            "data/ui.yml",
            (group, key) if key else (group,),
            "The site shows this text, and it is missing.",
            "Add it, in both languages.",
        )
        for group, key in absent
    ]


def each_outcome(book: Book) -> Iterator[tuple[str, str, object]]:
    for industry, file in book.outcome_files.items():
        for id, outcome in file.outcomes.items():
            yield f"data/outcomes/{industry}.yml", id, outcome


Rule = Callable[[Book], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    kpis_refer_to_known_records,
    guides_stand_beside_their_kpi,
    every_kpi_has_a_guide,
    outcomes_refer_to_known_records,
    tables_refer_to_known_records,
    families_refer_to_known_rows,
    glossary_refers_to_known_kpis,
    contradictions_point_at_something,
    redirects_lead_somewhere_new,
    the_words_of_numbers_are_there,
    kpi_numbers_are_distinct,
    outcome_ids_start_with_their_industry,
    outcome_ids_are_distinct,
    units_of_before_and_after_convert,
    links_lead_to_a_kpi,
    both_languages_say_the_same_numbers,
    bounds_are_in_order,
    ranges_of_outcomes_are_in_order,
    texts_hold_no_stray_placeholder,
    published_changes_agree_with_before_and_after,
    published_totals_lie_within_the_sums,
    tables_have_the_same_rows,
    placeholders_can_be_filled,
    figures_are_typed_once,
    relations_are_typed_once,
    no_kpi_stands_alone,
    no_kpi_is_part_of_itself,
)
