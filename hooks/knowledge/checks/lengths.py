"""Rules on lengths: a name and a line fit where they stand, the guide of an industry says enough and no more."""

from collections.abc import Iterator

from ..records.base import LANGUAGES, Localized
from ..records.book import Book
from ..records.industry import IndustryGuide
from ..records.problems import Problem
from ..records.source import Place
from .rules import Rule, problem

LONGEST_NAME = 75  # characters of a name, which stands in menus, chips and tables


def names_are_short(book: Book) -> Iterator[Problem]:
    places: list[tuple[str, Place, Localized]] = [
        *((f"data/kpis/{id}.yml", (), kpi.name) for id, kpi in book.kpis.items()),
        *(("data/teams.yml", (id,), team.name) for id, team in book.teams.items()),
        *(("data/industries.yml", (id,), trade.name) for id, trade in book.industries.items()),
    ]
    for path, place, name in places:
        for lang in LANGUAGES:
            if len(name[lang]) > LONGEST_NAME:
                message = f"This name has {len(name[lang])} characters; a name takes {LONGEST_NAME} at most."
                fix = "Write a shorter one; the long one is a synonym."
                yield problem(book, path, (*place, "name", lang), message, fix)


LONGEST_BRIEF = 170  # characters of one of the three lines, which stand side by side


def briefs_are_brief(book: Book) -> Iterator[Problem]:
    for id, guide in book.guides.items():
        for name, line in guide.brief:
            for lang in LANGUAGES:
                if len(line[lang]) > LONGEST_BRIEF:
                    place = ("brief", name, lang)
                    message = (
                        f"This line has {len(line[lang])} characters; one of the three takes {LONGEST_BRIEF} at most."
                    )
                    yield problem(book, f"data/guides/{id}.yml", place, message, "Say it in one shorter sentence.")


FLOW, SUBJECT, TRAP = (150, 220), (40, None), (25, None)  # words of a text of an industry's guide: at least, at most
PARAGRAPHS = (2, 3)  # of its flow


def texts_of_industries(guide: IndustryGuide) -> Iterator[tuple[Place, Localized, tuple[int, int | None]]]:
    """(place, text, how many words it takes)"""
    yield ("flow",), guide.flow, FLOW
    yield ("seasons",), guide.seasons, SUBJECT
    yield ("evidence",), guide.evidence, SUBJECT
    for index, trap in enumerate(guide.traps):
        yield ("traps", index, "text"), trap.text, TRAP


def industry_guides_say_enough(book: Book) -> Iterator[Problem]:
    for id, guide in book.industry_guides.items():
        for place, text, (least, most) in texts_of_industries(guide):
            limits = f"{least} to {most}" if most else f"at least {least}"
            for lang in LANGUAGES:
                count = len(text[lang].split())
                if count < least or (most and count > most):
                    fix = "Say it in fewer words." if count > least else "Say more of this trade."
                    message = f"This text takes {limits} words; it has {count}."
                    yield problem(book, f"data/industry_guides/{id}.yml", (*place, lang), message, fix)


def flows_have_paragraphs(book: Book) -> Iterator[Problem]:
    for id, guide in book.industry_guides.items():
        for lang in LANGUAGES:
            count = guide.flow[lang].count("\n") + 1
            if count not in PARAGRAPHS:
                fix = "Leave an empty line between two paragraphs, and none elsewhere."
                message = f"This text has {count} paragraphs; it takes two or three."
                yield problem(book, f"data/industry_guides/{id}.yml", ("flow", lang), message, fix)


def traps_of_an_industry_have_names_of_their_own(book: Book) -> Iterator[Problem]:
    for id, guide in book.industry_guides.items():
        for lang in LANGUAGES:
            names = [trap.name[lang] for trap in guide.traps]
            for index, name in enumerate(names):
                if name in names[:index]:
                    place, message = ("traps", index, "name", lang), "Another trap above has this name."
                    yield problem(book, f"data/industry_guides/{id}.yml", place, message, "Give it one of its own.")


LENGTH_RULES: tuple[Rule, ...] = (
    names_are_short,
    briefs_are_brief,
    industry_guides_say_enough,
    flows_have_paragraphs,
    traps_of_an_industry_have_names_of_their_own,
)
