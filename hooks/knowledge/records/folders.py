"""The files of a folder that together are one document: each holds some of its sections, in any order."""

from collections.abc import Iterable
from typing import Any

from .problems import Problem
from .source import Document, Place

NO_NAMES = (
    "The file must hold named records.",
    "Write each as id: on a line of its own, its fields below, indented by two spaces.",
)


def as_one(path: str, documents: Iterable[Document]) -> tuple[Document, list[Problem]]:
    """One document that knows the file of each of its sections, and what is typed twice.

    A section may go on in another file; what it holds may not stand there again. `path` names the folder: it is where
    a section that no file holds is missed.
    """
    whole, problems = Document(path, {}, {}, {}), []
    for document in documents:
        if isinstance(document.value, dict):
            problems += add_file(whole, document)
        else:
            problems.append(Problem(document.path, 1, 1, "", *NO_NAMES))
    return whole, problems


def add_file(whole: Document, document: Document) -> list[Problem]:
    """Adds a file to the whole; what stands there already is told, and left out."""
    again: dict[Place, Problem] = {}
    for name, section in document.value.items():
        held = whole.value.get(name)
        if name not in whole.value:
            add(whole, document, (name,), section, whole.value)
        elif not (isinstance(held, dict) and isinstance(section, dict)):
            again[name,] = twice(whole, document, (name,))
        else:
            whole.value[name] = held = dict(held)  # the file keeps its own
            for key, item in section.items():
                if key in held:
                    again[name, key] = twice(whole, document, (name, key))
                else:
                    add(whole, document, (name, key), item, held)
    for at, mark in document.marks.items():
        if at and at[:1] not in again and at[:2] not in again:
            whole.marks.setdefault(at, mark)
    return list(again.values())


def add(whole: Document, document: Document, place: Place, value: Any, into: dict[str | int, Any]) -> None:
    into[place[-1]] = value
    whole.homes[place] = document.at(place)[0]


def twice(whole: Document, document: Document, place: Place) -> Problem:
    path, line, _ = whole.at(place)
    message = f'"{place[-1]}" is written twice; the first is in {path} on line {line}.'
    return Problem(*document.at(place), ".".join(map(str, place)), message, "Keep one of the two.")
