"""Rules on texts: both languages say the same, placeholders stand for something, a figure is typed once."""

import re
from collections.abc import Collection, Iterator, Mapping

from ..records.base import LANGUAGE_NAMES, LANGUAGES, Localized
from ..records.book import Book
from ..records.outcome import Outcome
from ..records.problems import Problem, did_you_mean
from ..records.source import Place
from ..words.languages import language_instead, may_be_another
from ..words.wording import PLACEHOLDER, numbers_in, placeholder_names, placeholders_in
from .rules import Rule, each_outcome, instead_of, moved_to, problem, unknown

DIGIT = re.compile(r"\d")


def both_languages_say_the_same_numbers(book: Book) -> Iterator[Problem]:
    for path, document in book.documents.items():
        for place, text in document.texts:
            if not any(DIGIT.search(text[lang]) for lang in LANGUAGES):
                continue
            french, english = (numbers_in(text[lang], lang) for lang in LANGUAGES)
            for lang, other, lacking in (("en", "fr", french - english), ("fr", "en", english - french)):
                if lacking:
                    found = ", ".join(sorted(lacking))
                    yield problem(
                        book,
                        path,
                        (*place, lang),
                        f"The {LANGUAGE_NAMES[other]} text says {found}; this one does not.",
                        "Write the same numbers in both texts.",
                    )


def placeholders_can_be_filled(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        known = filled_by(outcome)
        for name in ("text", "disputed", "no_target"):
            yield from placeholders_of(book, path, ("outcomes", id, name), getattr(outcome, name), known)
    for place, text, outcome in texts_of_cases(book):
        yield from placeholders_of(book, CASE_STUDIES, place, text, filled_by(outcome))
    for id, guide in book.guides.items():
        known = {name for name, value in guide.measure.example if value is not None}
        yield from placeholders_of(book, f"data/guides/{id}.yml", ("measure", "reading"), guide.measure.reading, known)
    for id, trade in book.industry_guides.items():
        path = f"data/industry_guides/{id}.yml"
        unread = {name for names in placeholders_in(trade.evidence).values() for name in names}
        unread = {name for name in unread if book.is_broken("outcomes", name.partition(".")[0])}
        known = figure_names(book, book.outcomes) | unread
        yield from placeholders_of(book, path, ("evidence",), trade.evidence, known)
    for id, table in book.tco.items():
        path = f"data/tco/{id}.yml"
        yield from placeholders_of(
            book, path, ("total_note",), table.total_note, {"published", "low", "high", "middle"}
        )
        for row_id, row in table.rows.items():
            for name in ("method", "disputed"):
                yield from placeholders_of(
                    book, path, ("rows", row_id, name), getattr(row, name), {*row.figures, "low", "high"}
                )


def filled_by(outcome: Outcome) -> set[str]:
    """The placeholders that an outcome fills."""
    return {*placeholder_names(outcome.figure), *outcome.extra, *(["period"] if outcome.period else [])}


CASE_STUDIES = "data/case_studies.yml"
TOLD = ("situation", "change")  # texts of a case study that take the figures of its first outcome


def texts_of_cases(book: Book) -> Iterator[tuple[Place, Localized, Outcome]]:
    """(place, text, first outcome) of each text of a case study that takes figures."""
    for industry, record in book.case_studies.items():
        for id, case in record.cases.items():
            if outcome := book.outcomes.get(case.outcomes[0]):
                yield from (((industry, "cases", id, name), getattr(case, name), outcome) for name in TOLD)


PLAIN = (
    "kpis",
    "teams",
    "industries",
    "glossary",
    "cost_families",
    "order_tasks",
    "extracts",
    "contradictions",
    "sources",
    "benchmarks",
    "journey",
    "flows",
    "laws",
    "case_studies",
)  # texts that take links and nothing else
QUOTING: dict[str, Place] = {  # folders whose texts do too, all but one
    "guides": ("measure", "reading"),
    "industry_guides": ("evidence",),
}


def texts_hold_no_stray_placeholder(book: Book) -> Iterator[Problem]:
    for path, document in book.documents.items():
        plain = path.removeprefix("data/").split("/")[0].removesuffix(".yml") in PLAIN
        quoting = QUOTING.get(path.removeprefix("data/").split("/")[0])
        for place, text in document.texts:
            if (plain and not (path == CASE_STUDIES and place[-1] in TOLD)) or (quoting and place != quoting):
                yield from placeholders_of(book, path, place, text, set())


def placeholders_of(
    book: Book, path: str, place: Place, text: Localized | dict[str, str] | None, known: set[str]
) -> Iterator[Problem]:
    """Placeholders of a text that stand for nothing, or in one language only; `known` are those that can be filled."""
    names = placeholders_in(text) if text else {}
    for lang, used in names.items():
        for name in sorted(used - known):
            outcome, dot, part = name.partition(".")
            if retired := book.retired.get("outcomes", {}).get(outcome):
                yield problem(book, path, (*place, lang), f"{{{name}}} is retired.", instead_of(retired))
            elif moved := moved_to(book, "outcomes", outcome):
                fix = f"Write {{{moved}{dot}{part}}}."
                yield problem(book, path, (*place, lang), f"{{{name}}} has moved.", fix)
            elif not name.startswith("kpi:"):
                fix = (
                    did_you_mean(name, known)
                    if known
                    else "Write the words themselves, or {kpi:…} for a link to a KPI."
                )
                yield problem(book, path, (*place, lang), f"{{{name}}} stands for nothing here.", fix)
    if names:
        yield from used_in_one_language(book, path, place, names)


def used_in_one_language(book: Book, path: str, place: Place, names: Mapping[str, set[str]]) -> Iterator[Problem]:
    if names["fr"] != names["en"]:
        odd = ", ".join(f"{{{name}}}" for name in sorted(names["fr"] ^ names["en"]))
        yield problem(
            book, path, place, f"{odd} is used in one language only.", "Use the same placeholders in both texts."
        )


def interface_words_hold_the_same_placeholders(book: Book) -> Iterator[Problem]:
    for path in (path for path in book.documents if path.startswith("data/ui/")):
        for place, text in book.documents[path].texts:
            if any("{" in text[lang] for lang in LANGUAGES):
                yield from used_in_one_language(book, path, place, placeholders_in(text))


def figure_names(book: Book, ids: Collection[str]) -> set[str]:
    """ "luxury-faster-payment" and, for its other figures, "luxury-faster-payment.orders"."""
    extra = {id: book.outcomes[id].extra for id in ids if id in book.outcomes}
    return {*ids, *(f"{id}.{name}" for id, figures in extra.items() for name in figures)}


def links_lead_to_a_kpi(book: Book) -> Iterator[Problem]:
    for path, document in book.documents.items():
        for place, text in document.texts:
            for lang in (lang for lang in LANGUAGES if "{" in text[lang]):
                for name in PLACEHOLDER.findall(text[lang]):
                    kind, _, id = name.partition(":")
                    if kind == "kpi":
                        yield from unknown(book, path, (*place, lang), id, book.kpis, "data/kpis/", "kpis")


def figures_are_typed_once(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        for lang in LANGUAGES:
            for number in numbers_in(outcome.text[lang], lang):
                fix = "Write a placeholder in its place, for example {change}, {before}, {value} or {period}."
                yield problem(
                    book,
                    path,
                    ("outcomes", id, "text", lang),
                    f"The text types the figure {number} a second time.",
                    fix,
                )


def texts_are_in_their_language(book: Book) -> Iterator[Problem]:
    for path, document in book.documents.items():
        for lang in (lang for lang in LANGUAGES if may_be_another(document.words[lang], lang)):
            for place, text in document.texts:
                if other := language_instead(text[lang], lang):
                    message = f"This text is written in {LANGUAGE_NAMES[other]}, and stands under `{lang}:`."
                    yield problem(
                        book,
                        path,
                        (*place, lang),
                        message,
                        f"Write it in {LANGUAGE_NAMES[lang]}; the two may be swapped.",
                    )


def samples_say_what_is_counted(book: Book) -> Iterator[Problem]:
    for id, guide in book.guides.items():
        path, level, counted = f"data/guides/{id}.yml", guide.measure.sample_level, guide.measure.sampled
        if level is not None and counted is None:
            fix = "Write sampled: {fr: commandes, en: orders} under it, or whatever is counted."
            yield problem(book, path, ("measure", "sample_level"), "The page says how many, and not of what.", fix)
        if counted is not None and level is None:
            message = "This is read with a sample_level only."
            yield problem(book, path, ("measure", "sampled"), message, "Write the usual level above it, or delete it.")


TEXT_RULES: tuple[Rule, ...] = (
    links_lead_to_a_kpi,
    both_languages_say_the_same_numbers,
    texts_hold_no_stray_placeholder,
    interface_words_hold_the_same_placeholders,
    placeholders_can_be_filled,
    figures_are_typed_once,
    samples_say_what_is_counted,
    texts_are_in_their_language,
)
