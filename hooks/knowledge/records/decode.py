"""Documents → records. Every fault of every file is reported, in an editor's words."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .base import Localized, Unit
from .book import Book
from .kpi import Guide, Kpi
from .library import Contradiction, GlossaryTerm, Industry, Redirect, Source, Team
from .outcome import OutcomeFile
from .problems import Problem, did_you_mean
from .roi import RoiModel
from .source import Document, Marks, Place
from .tco import CostFamily, TcoTable

LIMITS = {  # kind of fault → where its limit stands, and how it reads
    "greater_than": ("gt", "above"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "below"),
    "less_than_equal": ("le", "at most"),
}

FOLDERS = {"kpis": Kpi, "guides": Guide, "outcomes": OutcomeFile, "tco": TcoTable}
FILES = {
    "teams": Team,
    "industries": Industry,
    "units": Unit,
    "sources": Source,
    "glossary": GlossaryTerm,
    "cost_families": CostFamily,
    "contradictions": Contradiction,
    "redirects": Redirect,
    "ui": dict[str, Localized],
}
SINGLE = {"roi/model": RoiModel}  # files that are one record
SHAPES: dict[str, Any] = {**FOLDERS, **FILES, **SINGLE}
ADAPTERS: dict[str, TypeAdapter[Any]] = {kind: TypeAdapter(shape) for kind, shape in SHAPES.items()}
ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")

WORDS = {
    "string_type": ("This must be text.", "Write text; put it in quotes if it looks like a number or a date."),
    "string_too_short": ("The text is empty.", "Write the text, or delete the line."),
    "int_type": ("This must be a whole number.", "Write digits only, without unit or quotes."),
    "int_from_float": ("This must be a whole number.", "Write digits only, without unit or quotes."),
    "float_type": ("This must be a number.", "Write digits with a point for decimals, without unit, spaces or quotes."),
    "bool_type": ("This must be true or false.", "Write true or false, without quotes."),
    "date_type": ("This must be a date.", "Write it as year-month-day, for example 2026-11-23, without quotes."),
    "list_type": ("This must be a list.", "Write [first, second], or one item a line after a dash; [] for none."),
    "dict_type": ("This must be a group of named fields.", "Write one name: value a line, indented by two spaces."),
    "model_type": ("This must be a group of named fields.", "Write one name: value a line, indented by two spaces."),
    "string_pattern_mismatch": (
        "This is not a valid id.",
        "Use lower-case letters and digits joined by hyphens (underscores in the names of figures).",
    ),
}


def decode(
    documents: Iterable[Document], queries: Mapping[str, str], unread: Collection[str] = ()
) -> tuple[Book, list[Problem]]:
    """The book of all sound records, and every problem of the others.

    `unread` are the paths already complained about.
    """
    parts: dict[str, dict[str, Any]] = {kind: {} for kind in SHAPES}
    problems: list[Problem] = []
    broken: set[str] = {PurePosixPath(path).stem for path in unread}
    by_path = {document.path: document for document in documents}
    for document in by_path.values():
        for kind, id, place, value in records_of(document, problems):
            try:
                parts[kind][id] = ADAPTERS[kind].validate_python(value)
            except ValidationError as error:
                broken |= {id, *(value.get("outcomes") or {} if kind == "outcomes" and isinstance(value, dict) else ())}
                problems += [
                    reworded(fault, document, place, SHAPES[kind]) for fault in error.errors(include_url=False)
                ]
    problems += missing_files({*by_path, *unread})
    book = Book(
        **{"outcome_files" if kind == "outcomes" else kind: part for kind, part in parts.items() if kind not in SINGLE},
        model=parts["roi/model"].get("model"),
        queries=queries,
        documents=by_path,
        broken=frozenset(broken),
    )
    return book, problems


def records_of(document: Document, problems: list[Problem]) -> Iterator[tuple[str, str, Place, Any]]:
    """(kind, id, place in the document, value) of each record of a file; faults of the file itself go to `problems`."""
    kind, id, fault = home_of(document.path)
    if fault:
        problems.append(fault)
    elif id is not None:
        yield kind, id, (), document.value
    elif not isinstance(document.value, dict):
        problems.append(
            Problem(
                document.path,
                1,
                1,
                "",
                "The file must hold named records.",
                "Write each as id: on a line of its own, its fields below, indented by two spaces.",
            )
        )
    else:
        for id, value in document.value.items():
            if not ID.fullmatch(id):
                problems.append(Problem(document.path, *document.at((id,)), id, *WORDS["string_pattern_mismatch"]))
            yield kind, id, (id,), value


def home_of(path: str) -> tuple[str, str | None, Problem | None]:
    """("kpis", id, None) for data/kpis/<id>.yml, ("teams", None, None) for data/teams.yml, or a problem."""
    _, *folders, name = PurePosixPath(path).with_suffix("").parts
    if len(folders) == 1 and folders[0] in FOLDERS:
        return folders[0], name, None
    if not folders and name in FILES:
        return name, None, None
    if (whole := "/".join([*folders, name])) in SINGLE:
        return whole, name, None
    known = [f"{folder}/<id>.yml" for folder in FOLDERS] + [f"{file}.yml" for file in (*FILES, *SINGLE)]
    return (
        "",
        None,
        Problem(
            path,
            1,
            1,
            "",
            "Nothing reads a file of this name.",
            f"Rename or delete it. The files of data/ are: {', '.join(known)}.",
        ),
    )


def missing_files(paths: Collection[str]) -> list[Problem]:
    """The files that must exist, and the folders that must not be empty."""
    absent = [f"data/{name}.yml" for name in (*FILES, *SINGLE) if f"data/{name}.yml" not in paths]
    empty = [f"data/{folder}/" for folder in FOLDERS if not any(path.startswith(f"data/{folder}/") for path in paths)]
    return [
        *(
            Problem(path, 1, 1, "", "The file is missing.", "Bring it back from the last good version.")
            for path in absent
        ),
        *(
            Problem(path, 1, 1, "", "The folder holds no record.", "Bring its files back from the last good version.")
            for path in empty
        ),
    ]


def reworded(fault: ErrorDetails, document: Document, record: Place, shape: Any) -> Problem:
    """One fault of the type checker as a message for an editor, at the place where the editor typed."""
    place = typed_place(record, fault["loc"], document.marks)
    if fault["type"] == "union_tag_invalid":
        place = (*place, "type")
    missing = fault["type"] in ("missing", "union_tag_not_found")
    name = "type" if fault["type"] == "union_tag_not_found" else str(([*record, *fault["loc"]] or [""])[-1])
    field = ".".join(map(str, (*place, name) if missing else place))
    return Problem(document.path, *document.at(place), field, *said(fault, name, shape))


def said(fault: ErrorDetails, name: str, shape: Any) -> tuple[str, str]:
    """What is wrong and what to type."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in ("missing", "union_tag_not_found"):
        if name in ("fr", "en"):
            return (
                f'The {"French" if name == "fr" else "English"} text ("{name}") is missing.',
                f'Add a line "{name}: …" with the same content in that language.',
            )
        return f'The field "{name}" is missing.', f'Add a line "{name}: …" here.'
    if kind == "extra_forbidden":
        return f'"{name}" is not a field of this record.', did_you_mean(name, field_names(shape, fault["loc"][:-1]))
    if kind in ("literal_error", "union_tag_invalid"):
        expected = context.get("expected") or context["expected_tags"]
        choices = [word.strip(" '\"") for word in expected.replace(" or ", ", ").split(",")]
        return f'"{context.get("tag", fault["input"])}" is not one of the possible values.', did_you_mean(
            str(context.get("tag", fault["input"])), choices
        )
    if kind == "string_pattern_mismatch" and name in ("old", "new"):
        return "This is not an address.", "Write it without the language, for example kpi/csat/ or outcome/#home-nps."
    if kind == "model_type" and context.get("class_name") == "Localized":
        return (
            "The text is not given in both languages.",
            "Write two lines below it, indented by two spaces: fr: … and en: …",
        )
    if kind in WORDS:
        return WORDS[kind]
    if kind in LIMITS:
        key, words = LIMITS[kind]
        return f"The number must be {words} {context[key]:g}.", "Correct the number."
    if kind in ("too_short", "too_long"):
        limit = f"at least {context['min_length']}" if kind == "too_short" else f"at most {context['max_length']}"
        return f"The list must hold {limit} items: {context['actual_length']} are given.", "Add or delete items."
    return f"{fault['msg']}.", "Correct the value."


def typed_place(place: Place, loc: Place, marks: Marks) -> Place:
    """The part of the checker's location that the editor typed (it also names types, which nobody typed)."""
    for part in loc:
        if (*place, part) in marks:
            place = (*place, part)
    return place


def field_names(shape: Any, loc: Place) -> list[str]:
    """The fields that the record at this location may have."""
    for part in loc:
        shape = inner_shape(shape, part)
    return list(shape.model_fields) if isinstance(shape, type) and issubclass(shape, BaseModel) else []


def inner_shape(shape: Any, part: str | int) -> Any:
    """The type one step further in: a field's, an item's, or the member of a union with this tag."""
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return bare(shape.model_fields[part].annotation) if part in shape.model_fields else shape
    if get_origin(shape) in (dict, list):
        return bare(get_args(shape)[-1])
    members = [member for member in get_args(shape) if part in get_args(member.model_fields["type"].annotation)]
    return members[0] if members else shape


def bare(shape: Any) -> Any:
    """The type without Annotated[…] and without "or nothing"."""
    if get_origin(shape) is Annotated:
        return bare(get_args(shape)[0])
    members = [member for member in get_args(shape) if member is not NoneType]
    return bare(members[0]) if NoneType in get_args(shape) and len(members) == 1 else shape
