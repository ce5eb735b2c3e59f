"""Rules on case studies: each outcome is told once, with its industry, and no figure is typed again."""

from collections.abc import Iterator

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.outcome import IndustryCases
from ..records.problems import Problem
from ..records.source import Place
from ..words.wording import numbers_in
from .rules import Rule, each_outcome, problem, unknown

PATH = "data/case_studies.yml"


def outcomes_told(industry: str, record: IndustryCases) -> Iterator[tuple[Place, str]]:
    """(place, outcome) of each outcome that an industry's record tells."""
    for case, study in record.cases.items():
        for index, id in enumerate(study.outcomes):
            yield (industry, "cases", case, "outcomes", index), id
    for index, id in enumerate(record.alone):
        yield (industry, "alone", index), id


def case_studies_tell_outcomes_of_their_industry(book: Book) -> Iterator[Problem]:
    for industry, record in book.case_studies.items():
        yield from unknown(book, PATH, (industry,), industry, book.industries, "industries.yml", "industries")
        own = book.outcome_files[industry].outcomes if industry in book.outcome_files else {}
        for place, id in outcomes_told(industry, record):
            yield from unknown(book, PATH, place, id, own, f"data/outcomes/{industry}.yml", "outcomes")


def every_outcome_is_told_once(book: Book) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for industry, record in book.case_studies.items():
        for place, id in outcomes_told(industry, record):
            if id in seen:
                message = f"{id} already stands under {'.'.join(map(str, seen[id][:-1]))}."
                yield problem(book, PATH, place, message, "Keep one of the two.")
            seen.setdefault(id, place)
    for path, id, _ in each_outcome(book):
        industry = book.industry_of(id)
        if id not in seen and not book.is_broken("case_studies", industry):
            fix = f"Write its id in a case of {industry}, or under `alone:` there."
            yield problem(book, path, ("outcomes", id), f"{PATH} does not tell this outcome.", fix)


def cases_start_with_their_industry(book: Book) -> Iterator[Problem]:
    """They are anchors of one page, beside those of other industries."""
    for industry, record in book.case_studies.items():
        for id in record.cases:
            if industry in book.industries and not id.startswith(f"{industry}-"):
                message, fix = "The id does not start with the industry.", f"Write {industry}-{id}."
                yield problem(book, PATH, (industry, "cases", id), message, fix)


def case_studies_type_no_figure(book: Book) -> Iterator[Problem]:
    for place, text in book.documents[PATH].texts if PATH in book.documents else []:
        for lang in LANGUAGES:
            for number in numbers_in(text[lang], lang):
                fix = "Leave it out: the outcome tells its figure beside this text."
                yield problem(book, PATH, (*place, lang), f"The text types the figure {number} a second time.", fix)


CASE_RULES: tuple[Rule, ...] = (
    case_studies_tell_outcomes_of_their_industry,
    every_outcome_is_told_once,
    cases_start_with_their_industry,
    case_studies_type_no_figure,
)
