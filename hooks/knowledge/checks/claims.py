"""Rules on words that claim: none stands in a text, but where `data/claims.yml` says on what basis."""

import re
from collections.abc import Collection, Iterator

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.claim import Claim
from ..records.problems import Problem
from ..records.source import Place, words_of
from .rules import Rule, problem

REGISTER = "data/claims.yml"


def no_text_claims_more_than_it_shows(book: Book) -> Iterator[Problem]:
    for id, claim in book.claims.items():
        for path, place, lang, word in found(book, claim, book.documents):
            if path not in {allowed.path for allowed in claim.allowed.values()}:
                message = f'"{word}" is one of the words of {id} that no text says.'
                fix = f"{claim.instead} Where it is quoted, say on what basis under {id}.allowed in {REGISTER}."
                yield problem(book, path, (*place, lang), message, fix)


def what_is_allowed_is_said(book: Book) -> Iterator[Problem]:
    for id, claim in book.claims.items():
        paths = {allowed.path for allowed in claim.allowed.values()} & book.documents.keys()
        saying = {path for path, _, _, _ in found(book, claim, paths)}
        for name, allowed in claim.allowed.items():
            if allowed.path not in saying:
                message = f"{allowed.path} says none of these words."
                yield problem(
                    book, REGISTER, (id, "allowed", name), message, "Delete this line, which is no longer needed."
                )


def found(book: Book, claim: Claim, paths: Collection[str]) -> Iterator[tuple[str, Place, str, str]]:
    """(path, place, language, word) of each text of these files that says one of the words."""
    for lang in (lang for lang in LANGUAGES if claim.words[lang]):
        pattern, phrases = pattern_of(claim.words[lang]), [*map(words_of, claim.words[lang])]
        for path in paths:
            document = book.documents[path]
            if any(phrase <= document.words[lang] for phrase in phrases):
                hits = ((place, pattern.search(text[lang])) for place, text in document.texts)
                yield from ((path, place, lang, hit[0]) for place, hit in hits if hit)


def pattern_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


CLAIM_RULES: tuple[Rule, ...] = (no_text_claims_more_than_it_shows, what_is_allowed_is_said)
