"""Rules on words that claim: none stands in a text, but where `data/claims.yml` says on what basis."""

import re
from collections.abc import Iterator

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.claim import Claim
from ..records.problems import Problem
from ..records.prose import Prose
from ..records.source import words_of
from .queries import comments, text_of
from .rules import problem, seeker

REGISTER = "data/claims.yml"
Found = tuple[str, int, int, str, str]  # file, line, column, field, the word


def check_claims(book: Book, prose: list[Prose]) -> list[Problem]:
    """Every word that claims, in records, passages, comments of SQL and written pages; and what is allowed in vain."""
    return [problem for id, claim in book.claims.items() for problem in faults_of(book, prose, id, claim)]


def faults_of(book: Book, prose: list[Prose], id: str, claim: Claim) -> Iterator[Problem]:
    allowed, saying = {one.path for one in claim.allowed.values()}, set()
    patterns = {lang: pattern_of(claim.words[lang]) for lang in LANGUAGES if claim.words[lang]}
    for path, line, column, field, word in (
        *in_records(book, claim, patterns),
        *in_comments(book, patterns),
        *in_pages(prose, patterns),
    ):
        saying.add(path)
        if path not in allowed:
            message = f'"{word}" is one of the words of {id} that no text says.'
            fix = f"{claim.instead} Where it is quoted, say on what basis under {id}.allowed in {REGISTER}."
            yield Problem(path, line, column, field, message, fix)
    for name, one in claim.allowed.items():
        if one.path not in saying:
            message, fix = f"{one.path} says none of these words.", "Delete this line, which is no longer needed."
            yield problem(book, REGISTER, (id, "allowed", name), message, fix)


def in_records(book: Book, claim: Claim, patterns: dict[str, re.Pattern[str]]) -> Iterator[Found]:
    for lang, pattern in patterns.items():
        phrases, is_in = [*map(words_of, claim.words[lang])], seeker(pattern.pattern)
        for document in book.documents.values():
            if any(phrase <= document.words[lang] for phrase in phrases):
                for place, text in document.texts:
                    if is_in(text[lang]) and (hit := pattern.search(text[lang])):
                        yield *document.at((*place, lang)), ".".join(map(str, (*place, lang))), hit[0]


def in_comments(book: Book, patterns: dict[str, re.Pattern[str]]) -> Iterator[Found]:
    for path, run in comments(book):
        if run[0].kind in patterns and (hit := patterns[run[0].kind].search(text_of(run))):
            yield path, run[0].number, 1, "", hit[0]


def in_pages(prose: list[Prose], patterns: dict[str, re.Pattern[str]]) -> Iterator[Found]:
    for page in (page for page in prose if page.lang in patterns):
        for field, text in (("title", page.title), ("description", page.description), ("", page.body)):
            if hit := patterns[page.lang].search(text):
                yield page.path, 1 if field else page.line_of(hit.start()), 1, field, hit[0]


def pattern_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
