"""Documents → records. Every fault of every file is reported."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .book import Book
from .faults import reworded
from .homes import JOINED, SHAPES, SINGLE, gathered, missing_files, records_of
from .problems import Problem
from .query import Query
from .roi import model_with
from .source import Document

ADAPTERS: dict[str, TypeAdapter[Any]] = {kind: TypeAdapter(shape) for kind, shape in SHAPES.items()}


def decode(
    documents: Iterable[Document], queries: Mapping[str, str], unread: Collection[str] = ()
) -> tuple[Book, list[Problem]]:
    """The book of all sound records, and every problem of the others.

    `unread` are the paths already complained about.
    """
    files = {document.path: document for document in documents}
    lacking = {PurePosixPath(path).parts[1] for path in {*unread} - files.keys()}  # folders of which a file is unread
    broken = defaultdict(set, {folder: {folder} for folder in lacking & JOINED.keys()})
    for path in unread:
        broken[kind_of(path)].add(PurePosixPath(path).stem)
    homes, problems = gathered(files.values())
    parts: dict[str, dict[str, Any]] = {kind: {} for kind in SHAPES}
    for document in homes.values():
        for kind, id, place, value in records_of(document, problems):
            try:
                parts[kind][id] = ADAPTERS[kind].validate_python(value)
            except ValidationError as error:
                faults = error.errors(include_url=False)
                if kind in lacking:  # the section may stand in the file that cannot be read
                    faults = [fault for fault in faults if fault["type"] != "missing" or len(fault["loc"]) > 1]
                broken[kind] |= {id, *names_inside(kind, value)}
                problems += [reworded(fault, document, place, SHAPES[kind]) for fault in faults]
    problems += missing_files({*files, *unread})
    if "roi" in lacking:
        parts["roi"] = {}  # half a model makes sound references look wrong
    return bound(parts, queries, homes, broken), problems


def kind_of(path: str) -> str:
    """ "kpis" for data/kpis/csat.yml, "teams" for data/teams.yml"""
    return PurePosixPath(PurePosixPath(path).parts[1]).stem


def names_inside(kind: str, value: Any) -> list[str]:
    """The names by which others know what stands in a record that cannot be decoded: its outcomes, a unit's symbol."""
    held = value if isinstance(value, dict) else {}
    if kind == "outcomes" and isinstance(held.get("outcomes"), dict):
        return list(held["outcomes"])
    return [str(held["symbol"])] if kind == "units" and "symbol" in held else []


def bound(
    parts: Mapping[str, Mapping[str, Any]],
    queries: Mapping[str, str],
    documents: Mapping[str, Document],
    broken: Mapping[str, Collection[str]],
) -> Book:
    """The book of these records."""
    named: dict[str, Any] = {kind: part for kind, part in parts.items() if kind not in SINGLE}
    folder = parts["roi"].get("roi")
    return Book(
        outcome_files=named.pop("outcomes"),
        **named,
        model=folder and model_with(folder, named["units"].values()),
        typed=parts["search"].get("search"),
        queries={id: Query(text) for id, text in queries.items()},
        documents=documents,
        broken=broken,
    )
