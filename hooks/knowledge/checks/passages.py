"""Rules on passages: both languages hold the same, in the same paragraphs. Their numbers are held as all texts' are."""

from collections.abc import Iterator

from ..records.base import LANGUAGE_NAMES, LANGUAGES
from ..records.book import Book
from ..records.passages import FOLDER
from ..records.problems import Problem
from .rules import Rule, problem


def typed_passages(book: Book) -> dict[str, dict[str, dict[str, str]]]:
    """What was written, file → name → language → text; nothing for a book of data alone."""
    return book.documents[FOLDER].value if FOLDER in book.documents else {}


def passages_stand_in_both_languages(book: Book) -> Iterator[Problem]:
    for group, names in typed_passages(book).items():
        for lang in LANGUAGES:
            lacking = [name for name, texts in names.items() if lang not in texts]
            language, file = LANGUAGE_NAMES[lang], f"content/{lang}/passages/{group}.md"
            if lacking and len(lacking) == len(names):
                yield problem(book, FOLDER, (group,), f"The file has no {language} version.", f"Write {file}.")
                continue
            for name in lacking:
                message = f"The passage has no {language} version."
                yield problem(book, FOLDER, (group, name), message, f"Write it in {file}, under ## {name}.")


def passages_have_the_same_paragraphs(book: Book) -> Iterator[Problem]:
    for group, names in book.passages.items():
        for name, text in names.items():
            french, english = (text[lang].count("\n") + 1 for lang in LANGUAGES)
            if french != english:
                message = f"The number of paragraphs differs: {french} in French, {english} in English."
                yield problem(book, FOLDER, (group, name), message, "Write the same paragraphs in both languages.")


PASSAGE_RULES: tuple[Rule, ...] = (passages_stand_in_both_languages, passages_have_the_same_paragraphs)
