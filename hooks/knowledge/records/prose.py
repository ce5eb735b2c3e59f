"""Written pages: what `content/` holds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .base import LANGUAGES
from .files import Files
from .problems import Problem
from .source import Document, read_text

BLOCK = re.compile(r"<!--\s*data:([a-z-]+)(?:\s+([a-z0-9-]+))?\s*-->")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{\s*#([a-z0-9-]+)\s*\})?\s*$", re.M)
PAGE_NAME = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")
PASSAGES = "passages"  # a folder of a language whose files are no pages
LONGEST_NAME = 100
NO_LANGUAGE = ("The file is in no language's folder.", "Move it to content/fr/ or content/en/.")
NO_PASSAGES = ("Passages stand in no folder of their own.", "Move the file up, beside the other passages.")
NO_ADDRESS = (
    "The file's name cannot be an address.",
    "Use lower-case letters and digits joined by hyphens.",
)
FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)


@dataclass(frozen=True)
class Prose:
    """One written page. `first` is the line of the file on which the body starts."""

    path: str
    lang: str
    name: str
    title: str
    description: str
    body: str
    first: int

    def line_of(self, position: int) -> int:
        return self.first + self.body.count("\n", 0, position)

    def column_of(self, position: int) -> int:
        return position - self.body.rfind("\n", 0, position)

    @property
    def uri(self) -> str:
        """ "method.md" → "method/", "index.md" → "" """
        return (self.name.removesuffix(".md") + "/").removesuffix("index/")


def prose_in(files: Files) -> tuple[list[Prose], list[Problem]]:
    """The written pages among the files of `content/`, and what is wrong with their places, names and heads."""
    pages: list[Prose] = []
    problems: list[Problem] = []
    for path, text in files.items():
        _, lang, *rest = path.split("/")
        if lang not in LANGUAGES or not rest:
            problems.append(Problem(path, 1, 1, "", *NO_LANGUAGE))
        elif rest[0] == PASSAGES:
            problems += [Problem(path, 1, 1, "", *NO_PASSAGES)] if len(rest) != 2 else []
        elif path.endswith(".md"):
            name = "/".join(rest)
            if not PAGE_NAME.fullmatch(name) or len(name) > LONGEST_NAME:
                problems.append(Problem(path, 1, 1, "", *NO_ADDRESS))
            page, faults = prose_of(text, path, lang, name)
            problems += faults
            if page:
                pages.append(page)
    return sorted(pages, key=lambda page: LANGUAGES.index(page.lang)), problems


def prose_of(text: str, path: str, lang: str, name: str) -> tuple[Prose | None, list[Problem]]:
    front = FRONT.match(text)
    if not front:
        return None, [
            Problem(
                path,
                1,
                1,
                "",
                "The page does not start with its title and description.",
                "Start the file with ---, title: …, description: …, and --- again.",
            )
        ]
    document, problems = read_text(front[1], path)
    if document is None or problems:
        return None, [shifted(problem) for problem in problems]
    head: dict[str, Any] = document.value if isinstance(document.value, dict) else {}
    if faults := [fault for field in ("title", "description") for fault in head_faults(document, head, field)]:
        return None, faults
    return Prose(
        path, lang, name, head["title"], head["description"], text[front.end() :], front[0].count("\n") + 1
    ), []


def head_faults(document: Document, head: Mapping[str, Any], field: str) -> Iterator[Problem]:
    """What keeps the head of a page from giving its title or its description."""
    path = document.path
    if field not in head:
        yield Problem(
            path,
            1,
            1,
            field,
            f'The field "{field}" is missing.',
            f'Add a line "{field}: …" between the two lines of dashes.',
        )
    elif not isinstance(head[field], str):
        yield shifted(
            Problem(
                *document.at((field,)),
                field,
                "This must be text.",
                "Write text; put it in quotes if it looks like a number or a date.",
            )
        )


def shifted(problem: Problem) -> Problem:
    """A problem of the head, counted from the first line of the file, which holds the dashes."""
    return Problem(problem.path, problem.line + 1, problem.column, problem.field, problem.message, problem.fix)
