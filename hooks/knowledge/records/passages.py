"""Passages: the written texts of pages made from data, a file a page in `content/<language>/passages/`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .base import LANGUAGES, Localized
from .book import Book
from .files import Files, texts_in
from .problems import Problem
from .prose import PASSAGES
from .source import Document

FOLDER = "content/"  # what holds the whole, where no file holds a passage
PASSAGE_START = re.compile(r"^##(?!#)[ \t]*(.*?)[ \t]*$", re.M)
NO_HEADING = ("This text stands under no heading.", "Write a line above it: ## and the name of the passage.")
REVIEWED = re.compile(
    r"^<!-- reviewed: [0-9-]+( # [0-9]+)? -->[ \t]*$", re.M
)  # says when both languages were last read side by side
EMPTY = ("The passage is empty.", "Write it below its heading, or delete the heading in both languages.")


def passages_in(files: Files) -> tuple[Document, list[Problem]]:
    """Every passage, file → name → language → text, with the line of its heading; and what is wrong with the files."""
    whole = Document(FOLDER, {}, {}, {})
    problems: list[Problem] = []
    for lang in LANGUAGES:
        folder = f"{FOLDER}{lang}/{PASSAGES}/"
        for group, text in texts_in(files, folder, ".md").items():
            problems += add_passages(whole, text, f"{folder}{group}.md", group, lang)
    return whole, problems


def add_passages(whole: Document, text: str, path: str, group: str, lang: str) -> Iterator[Problem]:
    """Adds the passages of a file to the whole."""
    mark(whole, (group,), path, 1)
    names = whole.value.setdefault(group, {})
    text = REVIEWED.sub("", text)
    hits = [*PASSAGE_START.finditer(text)]
    ends = [*(hit.start() for hit in hits), len(text)][1:]
    if text[: hits[0].start() if hits else len(text)].strip():
        yield Problem(path, 1, 1, "", *NO_HEADING)
    for hit, end in zip(hits, ends, strict=True):
        name, said, line = hit[1], paragraphs(text[hit.end() : end]), text.count("\n", 0, hit.start()) + 1
        here = names.setdefault(name, {})
        if lang in here:
            message = f"The passage is written twice; the first is on line {whole.at((group, name, lang))[1]}."
            yield Problem(path, line, 1, name, message, "Keep one of the two.")
            continue
        for place in ((group, name), (group, name, lang)):
            mark(whole, place, path, line)
        here[lang] = said
        if not said:
            yield Problem(path, line, 1, name, *EMPTY)


def mark(whole: Document, place: tuple[str, ...], path: str, line: int) -> None:
    """Remembers where a place is first written."""
    whole.homes.setdefault(place, path)
    whole.marks.setdefault(place, (line, 1))


def paragraphs(text: str) -> str:
    """A paragraph a line, however it was broken into lines."""
    return "\n".join(re.sub(r"[ \t]*\n[ \t]*", " ", part.strip()) for part in re.split(r"\n\s*\n", text.strip()))


def with_passages(book: Book, whole: Document) -> Book:
    """The book with the passages that are written in both languages."""
    sound = {
        group: {name: Localized(**texts) for name, texts in names.items() if all(map(texts.get, LANGUAGES))}
        for group, names in whole.value.items()
    }
    return replace(book, passages=sound, documents={**book.documents, FOLDER: whole})
