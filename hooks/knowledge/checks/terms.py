"""Rules on terms: one word a thing. A variant that data/terms.yml refuses is found wherever an editor writes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.catalogue import Term, Wording
from ..records.problems import Problem
from ..records.prose import Prose
from ..words.languages import NO_WORDS
from .queries import sql_files
from .rules import problem, seeker

HOME = "data/terms.yml"
BETWEEN = r"\s+"  # two words of a phrase
NEVER = "(?!)"  # matches nothing


@dataclass(frozen=True)
class Hit:
    """A variant found in a text: where it starts there, what is told, and the places where its term allows it."""

    start: int
    told: tuple[str, str]
    allow: list[str]

    def at(self, path: str, line: int, column: int, field: str = "") -> Iterator[Problem]:
        """The problem at this place, unless the variant is allowed there."""
        if not any(f"{path}:{field}".startswith(place) for place in self.allow):
            yield Problem(path, line, column, field, *self.told)


@dataclass(frozen=True)
class Refused:
    """The variants of a language. `quick` finds any; `sure`, in its group, those that do not stand in what is right."""

    owners: Mapping[str, tuple[Term, Wording]]
    quick: Callable[[str], bool]
    sure: re.Pattern[str]

    def hits(self, text: str) -> Iterator[Hit]:
        """The variants in a text."""
        plain = text.lower()
        if self.quick(plain):
            for hit in (hit for hit in self.sure.finditer(plain) if hit[1]):
                term, wording = self.owners[spelt(hit[1])]
                typed = " ".join(text[slice(*hit.span(1))].split())
                fix = " or ".join(f'"{words}"' for words in wording.use)
                told = (f'"{typed}" is not this site\'s word.', f"Type {fix}.{' ' + term.why if term.why else ''}")
                yield Hit(hit.start(1), told, term.allow)


def check_terms(book: Book, prose: Iterable[Prose]) -> list[Problem]:
    """Every refused word of records, passages, comments of SQL and written pages; and what is wrong with the list."""
    refused = {lang: refused_in(book.terms, lang) for lang in LANGUAGES}
    return [
        *variants_are_refused_once(book),
        *records_use_the_terms(book, refused),
        *comments_use_the_terms(book, refused),
        *pages_use_the_terms(prose, refused),
    ]


def refused_in(terms: Mapping[str, Term], lang: str) -> Refused:
    spoken = [(term, wording) for term in terms.values() if (wording := term.wording(lang))]
    owners = {spelt(variant): (term, wording) for term, wording in spoken for variant in wording.refuse}
    words, right = one_of(owners), one_of(spelt(phrase) for _, wording in spoken for phrase in wording.right)
    return Refused(owners, seeker(words), re.compile(f"{NO_WORDS}|{right}|({words})", re.S))


def spelt(phrase: str) -> str:
    """In small letters, one space between words."""
    return " ".join(phrase.lower().split())


def one_of(phrases: Iterable[str]) -> str:
    """A pattern of whole words; a line may break between them. Put by first letter, it is five times as fast."""
    ordered = sorted(filter(None, phrases), key=lambda phrase: (phrase[0], -len(phrase)))
    groups = "|".join(starting_alike(first, group) for first, group in groupby(ordered, itemgetter(0)))
    return rf"\b(?:{groups or NEVER})\b"


def starting_alike(first: str, phrases: Iterable[str]) -> str:
    rest = "|".join(re.escape(phrase[1:]).replace(r"\ ", BETWEEN) for phrase in phrases)
    return f"{re.escape(first)}(?:{rest})"


def variants_are_refused_once(book: Book) -> Iterator[Problem]:
    for lang in LANGUAGES:
        owners: dict[str, str] = {}
        for id, term in book.terms.items():
            wording = term.wording(lang)
            for index, variant in enumerate(wording.refuse if wording else []):
                if (owner := owners.setdefault(spelt(variant), id)) != id:
                    message = f'"{variant}" is refused by "{owner}" already.'
                    yield problem(book, HOME, (id, lang, "refuse", index), message, "Keep it in one of the two.")


def records_use_the_terms(book: Book, refused: Mapping[str, Refused]) -> Iterator[Problem]:
    for document in book.documents.values():
        for place, text in document.texts:
            for lang in LANGUAGES:
                for hit in refused[lang].hits(text[lang]):
                    yield from hit.at(*document.at((*place, lang)), ".".join(map(str, (*place, lang))))


def comments_use_the_terms(book: Book, refused: Mapping[str, Refused]) -> Iterator[Problem]:
    for path, query in sql_files(book):
        for line in (line for run in query.runs if run[0].kind in LANGUAGES for line in run):
            first = len(f"{line.indent}{line.kind}: ") + 1
            for hit in refused[line.kind].hits(line.text):
                yield from hit.at(path, line.number, first + hit.start)


def pages_use_the_terms(prose: Iterable[Prose], refused: Mapping[str, Refused]) -> Iterator[Problem]:
    for page in prose:
        for field, text in (("title", page.title), ("description", page.description)):
            for hit in refused[page.lang].hits(text):
                yield from hit.at(page.path, 1, 1, field)
        for hit in refused[page.lang].hits(page.body):
            yield from hit.at(page.path, page.line_of(hit.start), hit.start - page.body.rfind("\n", 0, hit.start))
