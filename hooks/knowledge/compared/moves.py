"""What a change moved: the former state under the new ids, so that what else changed is all that is left to tell."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.homes import ADDRESSES
from ..records.source import Place
from .findings import ROI

OWN = ("kpis", "teams", "industries", "outcomes", "glossary")  # kinds that have an address of their own
Moves = Mapping[str, Mapping[str, str]]  # kind of record → old id → new id
GLOSSARY = "data/glossary.yml"
NAMED = {
    "kpis": "kpis",
    "guides": "kpis",
    "outcomes": "industries",
    "industry_guides": "industries",
}  # folder → whose ids
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def moves(before: Book, after: Book) -> Moves:
    """Of each record that a redirect leads on from, and of each input that says what it was."""
    found = {kind: dict(redirected(after, pattern)) for kind, pattern in ADDRESSES.items() if kind in OWN}
    found["inputs"] = {item.was: id for id, item in after.roi.inputs.items() if item.was}
    return {
        kind: {old: new for old, new in pairs.items() if old in held(before, kind) and old not in held(after, kind)}
        for kind, pairs in found.items()
    }


def held(book: Book, kind: str) -> Mapping[str, Any]:
    records: Mapping[str, Any] = book.roi.inputs if kind == "inputs" else getattr(book.entire, kind)
    return records


def redirected(book: Book, pattern: str) -> Iterator[tuple[str, str]]:
    start, _, end = pattern.partition("{id}")
    for redirect in book.redirects.values():
        yield redirect.old.removeprefix(start).removesuffix(end), redirect.new.removeprefix(start).removesuffix(end)


def home_of(book: Book, kind: str, id: str) -> tuple[str, Place]:
    """The file of a record, and its place there."""
    if kind == "kpis":
        return f"data/kpis/{id}.yml", ()
    if kind == "outcomes":
        return f"data/outcomes/{book.entire.industry_of(id)}.yml", ("outcomes", id)
    return (ROI, ("inputs", id)) if kind == "inputs" else (f"data/{kind}.yml", (id,))


def brought(book: Book, moved: Moves) -> dict[str, Any]:
    """The documents of a book by their paths, under the ids to which records moved."""
    values = {path: document.value for path, document in book.documents.items()}
    if not any(moved.values()):
        return values
    files = {
        f"data/{folder}/{old}.yml": f"data/{folder}/{new}.yml"
        for folder, kind in NAMED.items()
        for old, new in moved[kind].items()
    }
    terms = moved["glossary"]  # a term and a KPI may have the same id: what others name is the KPI
    ids = {old: new for kind, pairs in moved.items() if kind != "glossary" for old, new in pairs.items()}
    if terms and GLOSSARY in values:
        values[GLOSSARY] = {terms.get(id, id): term for id, term in values[GLOSSARY].items()}
    return {files.get(path, path): renamed(value, ids, path == GLOSSARY) for path, value in values.items()}


def renamed(value: Any, ids: Mapping[str, str], keys_stay: bool = False) -> Any:
    """A value in which each of these ids is the new one; in texts, those of placeholders alone."""
    if isinstance(value, dict):
        return {
            key if keys_stay else ids.get(key, key): in_text(part, ids) if key in LANGUAGES else renamed(part, ids)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [renamed(part, ids) for part in value]
    return re.sub(r"[\w-]+", lambda hit: ids.get(hit[0], hit[0]), value) if isinstance(value, str) else value


def in_text(value: Any, ids: Mapping[str, str]) -> Any:
    return PLACEHOLDER.sub(lambda hit: renamed(hit[0], ids), value) if isinstance(value, str) else value
