"""The words that the site asks of data/ui/ and data/search/, and its passages: the missing, and those nothing asks for.

Templates name most of them ("ui.menu.home"). Some follow from what a field may hold; the others are stated here.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, get_args

from ..calculator.method import names_for_passages
from ..calculator.parts import PARTS
from ..calculator.words import SHARED, TEXTS
from ..calculator.workbook.maker import WORDS
from ..checks.rules import problem
from ..checks.texts import placeholders_of
from ..pages.edition_entries import SECTIONS
from ..pages.fragments import GUIDE_WORDS, ROLES, STEPS
from ..pages.landscape import BOXES
from ..pages.plan import PLACES
from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.catalogue import Finding, System
from ..records.flows import LawText
from ..records.formulas import Guard, Hardness
from ..records.inputs import Backing, Tier
from ..records.kpi import Brief, Kind, Kpi
from ..records.outcome import Period
from ..records.passages import FOLDER
from ..records.problems import Problem
from ..roi.formula import ARGUMENTS
from ..words.published import CRITERIA, NATURES
from ..words.wording import ALONE
from .frame import RESULTS

UI, SEARCH = "data/ui/", "data/search/"
NAMED = re.compile(r"\bui\.(\w+)\.(\w+)")
PASSAGE = re.compile(r"\bbook\.passages\.(\w+)\.(\w+)")


def values(record: Any, field: str) -> tuple[str, ...]:
    """What may stand in a field of a record."""
    return get_args(record.model_fields[field].annotation)


OF_THE_CORE = (  # group → keys; a group may stand on several lines
    *((group, ("title", "description")) for group in (*PLACES, "method_team", *(f"method_{part}" for part in PARTS))),
    ("bar", ("before", "after", "range", "level", "index")),
    ("brief", tuple(Brief.model_fields)),
    ("benchmark", ("quoted",)),
    ("challenge", ("issue_title", "issue_body")),
    ("direction", values(Kpi, "direction")),
    ("error", ("title", "description")),
    ("finding", get_args(Finding)),
    ("changes", (*SECTIONS, "edition", "added", "removed")),
    ("overdue", ("badge", "more", "text", "weak")),
    ("frame", ("theme_auto", "theme_light", "theme_dark")),
    ("guide", GUIDE_WORDS),
    ("guide_answers", GUIDE_WORDS),
    ("home_roles", ROLES),
    ("industry", ("description",)),
    ("kpi", ("number", "description", "worth_owned", "worth_fed", "source")),
    ("gap", CRITERIA),
    ("landscape", BOXES),
    ("landscape_text", BOXES),
    ("languages", LANGUAGES),
    ("law", values(LawText, "place")),
    ("menu", ("home", "kpis", "teams", "outcomes", "tco", "calculator", "guides", "method")),
    ("nature", NATURES),
    ("nature_hint", NATURES),
    *((group, STEPS) for group in ("step", "step_when", "step_text")),
    ("outcome", ("half_of_one", "half_of_smallest", "inverted", "at_base", "beyond_base", "beyond_high", "ceiling")),
    ("period", (*values(Period, "type"), *ALONE)),
    ("quality", CRITERIA),
    ("quality_hint", CRITERIA),
    ("relation", get_args(Kind)),
    ("relation_back", get_args(Kind)),
    ("relations", ("causes", "effects", "tensions", "twins")),
    *((group, (key,)) for key, group in SHARED.items()),
    ("roi", ("driver", "gross", "hardness", "kept", "no_preset", "tier")),
    ("roi_live", TEXTS),
    ("roi_method", (*ARGUMENTS, "and", "or", "subtotal")),
    ("roi_method", ("choice_off", "choice_both", *(kind.replace("-", "_") for kind in values(Backing, "kind")))),
    ("roi_method", ("month", "benefit", "cash", "cost", "net", "cumulative", "factor", "discounted")),
    (
        "roi_method",
        ("input", "default", "range", "where", "count", "share", "ceiling", "line", "total", "month_n", "year_n"),
    ),
    ("roi_method", tuple(f"guard_{side}" for side in values(Guard, "when"))),
    ("roi_method", tuple(f"hardness_{hardness}" for hardness in get_args(Hardness))),
    ("roi_method", tuple(f"tier_{tier}" for tier in get_args(Tier))),
    ("search", RESULTS),
    ("search_short", ("calculator", "roi_method")),
    ("system", get_args(System)),
    ("tier", get_args(Tier)),
    ("workbook", WORDS),
)
FOUND_BY_NAME = {  # pages that have search words: by their kind, or by their file
    *(kind.replace("-", "_") for _, kind, _, _ in PLACES.values()),
    *(f"guide/{name}" for name in ("index", *GUIDE_WORDS)),
    *("index", "tco", "method", "about"),  # other written pages may have theirs
}


def asked(templates: Iterable[str]) -> dict[str, set[str]]:
    """Every word that the site asks for: group → keys. `templates` are their texts."""
    words: dict[str, set[str]] = {}
    named = ((group, (key,)) for template in templates for group, key in NAMED.findall(template))
    for group, keys in (*OF_THE_CORE, *named):
        words.setdefault(group, set()).update(keys)
    return words


def check_interface(book: Book, templates: Iterable[str], pages: Collection[str]) -> list[Problem]:
    """The words that are missing and those that nothing asks for. `pages` names the written pages: "method".

    A missing word is told at its group; a missing group at the folder, of which any file may hold it.
    """
    words, typed = asked(templates), read_whole(book, UI)
    problems = list(faults(book, UI, (), "this group of texts", set(typed), set(words))) if typed else []
    for group, keys in words.items():
        if isinstance(typed.get(group), dict):
            problems += faults(book, UI, (group,), "this text", set(typed[group]), keys)
    names = read_whole(book, SEARCH).get("names")
    if isinstance(names, dict):
        others = set(pages) - FOUND_BY_NAME
        problems += faults(book, SEARCH, ("names",), "this text", set(names) - others, FOUND_BY_NAME)
    return problems


def check_passages(book: Book, templates: Iterable[str]) -> list[Problem]:
    """The passages that are missing, those that nothing asks for, and their placeholders that stand for nothing."""
    named = [hit for template in templates for hit in PASSAGE.findall(template)]
    typed, groups = book.documents[FOLDER].value, {group for group, _ in named}
    problems = list(faults(book, FOLDER, (), "this file of passages", set(typed), groups))
    for group in groups & typed.keys():
        wanted = {name for other, name in named if other == group}
        problems += faults(book, FOLDER, (group,), "this passage", set(typed[group]), wanted)
    if book.model:
        problems += unfilled(book, "roi_method", names_for_passages(book.model))
    return problems


def unfilled(book: Book, group: str, known: set[str]) -> Iterator[Problem]:
    for name, text in book.passages.get(group, {}).items():
        yield from placeholders_of(book, FOLDER, (group, name), text, known)


def read_whole(book: Book, folder: str) -> dict[str, Any]:
    """What a folder holds; nothing while one of its files cannot be read: that has been said."""
    name = folder.split("/")[1]
    unread = book.is_broken(name, name) or folder not in book.documents
    return {} if unread else book.documents[folder].value


def faults(
    book: Book, folder: str, place: tuple[str, ...], what: str, typed: set[str], wanted: set[str]
) -> Iterator[Problem]:
    """The names missing at a place of a folder, and the odd ones there.

    A misspelt one is told once, where it stands.
    """
    missing, odd = wanted - typed, typed - wanted
    meant = {name: get_close_matches(name, missing, n=1) for name in odd}
    misspelt = {name for names in meant.values() for name in names}
    for name in missing - misspelt:
        message = f"The site shows {what}, and it is missing."
        yield problem(book, folder, (*place, name), message, "Add it, in both languages.")
    for name, near in meant.items():
        fix = f'Did you mean "{near[0]}"?' if near else "Delete it."
        yield problem(book, folder, (*place, name), f"Nothing on the site asks for {what}.", fix)
