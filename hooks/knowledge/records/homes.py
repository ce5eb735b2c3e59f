"""Which file holds which records: every file of data/ has a home, and every home its files."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, get_args, get_type_hints

from .base import LONGEST_ID, Localized
from .book import Book
from .catalogue import SearchWords
from .folders import NO_NAMES, as_one
from .problems import Problem
from .roi import RoiFolder
from .source import Document, Place

HELD = get_type_hints(Book, include_extras=True)  # field of the book → its type, with what bounds it


def record_of(kind: str) -> Any:
    """The type of the records that the book holds of a kind."""
    return get_args(HELD["outcome_files" if kind == "outcomes" else kind])[1]


FOLDERS = {
    kind: record_of(kind) for kind in ("kpis", "guides", "outcomes", "industry_guides", "tco")
}  # a file a record
FILES = {  # a file of named records
    kind: record_of(kind)
    for kind in (
        *("teams", "industries", "units", "sources", "benchmarks", "glossary", "cost_families", "order_tasks"),
        *("extracts", "contradictions", "redirects", "claims", "journey", "flows", "laws", "case_studies", "terms"),
    )
}
SINGLE = {"roi": RoiFolder, "search": SearchWords}  # folders that are one record
JOINED = {**SINGLE, "ui": dict[str, Localized]}  # folders whose files are read as one
SHAPES: dict[str, Any] = {**FOLDERS, **FILES, **JOINED}
ADDRESSES = {  # kind → the address of one of its records
    "kpis": "kpi/{id}/",
    "guides": "kpi/{id}/",
    "teams": "team/{id}/",
    "industries": "industry/{id}/",
    "industry_guides": "industry/{id}/",
    "outcomes": "outcome/#{id}",
    "glossary": "glossary/#{id}",
}
ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
ID_FIX = "Use lower-case letters and digits joined by hyphens (underscores in the names of figures)."


def gathered(files: Iterable[Document]) -> tuple[dict[str, Document], list[Problem]]:
    """The documents by their paths, those of a folder that is read as one joined: data/roi/."""
    homes = {file.path: file for file in files}
    problems: list[Problem] = []
    for folder in JOINED:
        path = f"data/{folder}/"
        parts = [homes.pop(name) for name in [*homes] if name.startswith(path)]
        if parts:
            homes[path], faults = as_one(path, parts)
            problems += faults
    return homes, problems


def records_of(document: Document, problems: list[Problem]) -> Iterator[tuple[str, str, Place, Any]]:
    """(kind, id, place in the document, value) of each record of a file; faults of the file itself go to `problems`."""
    kind, id, fault = home_of(document.path)
    if fault:
        problems.append(fault)
    elif id is not None:
        if not ID.fullmatch(id) or len(id) > LONGEST_ID:
            problems.append(Problem(document.path, 1, 1, "", *no_id(id)))
            return
        yield kind, id, (), document.value
    elif not isinstance(document.value, dict):
        problems.append(Problem(document.path, 1, 1, "", *NO_NAMES))
    else:
        for id, value in document.value.items():
            if not ID.fullmatch(id) or len(id) > LONGEST_ID:
                problems.append(Problem(*document.at((id,)), id, *no_id(id)))
            yield kind, id, (id,), value


def no_id(text: str) -> tuple[str, str]:
    """What is wrong with an id; a letter of another alphabet is named, for it may look like one of ours."""
    odd = next((letter for letter in text if letter.isalpha() and not letter.isascii()), "")
    if odd:
        return f'This is not a valid id: its "{odd}" is a {unicodedata.name(odd, "strange letter").lower()}.', ID_FIX
    if len(text) > LONGEST_ID:
        return f"The id has {len(text)} characters; {LONGEST_ID} is the limit.", ID_FIX
    return "This is not a valid id.", ID_FIX


def home_of(path: str) -> tuple[str, str | None, Problem | None]:
    """("kpis", id, None) for data/kpis/<id>.yml, ("teams", None, None) for data/teams.yml, or a problem."""
    _, *folders, name = PurePosixPath(path).with_suffix("").parts
    if len(folders) == 1 and folders[0] in FOLDERS:
        return folders[0], name, None
    if not folders and name in (JOINED if path.endswith("/") else FILES):
        return name, name if name in SINGLE else None, None
    known = [
        *(f"{folder}/<id>.yml" for folder in FOLDERS),
        *(f"{file}.yml" for file in FILES),
        *(f"{folder}/<part>.yml" for folder in JOINED),
    ]
    fix = f"Rename or delete it. The files of data/ are: {', '.join(known)}."
    return "", None, Problem(path, 1, 1, "", "Nothing reads a file of this name.", fix)


def missing_files(paths: Collection[str]) -> list[Problem]:
    """The files that must exist, and the folders that must not be empty."""
    absent = [f"data/{name}.yml" for name in FILES if f"data/{name}.yml" not in paths]
    folders = [f"data/{folder}/" for folder in (*FOLDERS, *JOINED)]
    empty = [folder for folder in folders if not any(path.startswith(folder) for path in paths)]
    no_file = ("", "The file is missing.", "Bring it back from the last good version.")
    no_record = ("", "The folder holds no record.", "Bring its files back from the last good version.")
    return [
        *(Problem(path, 1, 1, *no_file) for path in absent),
        *(Problem(path, 1, 1, *no_record) for path in empty),
    ]
