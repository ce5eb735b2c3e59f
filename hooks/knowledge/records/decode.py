"""Documents → records. Every fault of every file is reported, in an editor's words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .base import LANGUAGE_NAMES, LANGUAGES
from .book import Book
from .homes import JOINED, SHAPES, SINGLE, gathered, missing_files, no_id, records_of
from .problems import Problem, did_you_mean
from .query import Query
from .roi import model_with
from .source import Document, Marks, Place

LIMITS = {  # kind of fault → where its limit stands, and how it reads
    "greater_than": ("gt", "above"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "below"),
    "less_than_equal": ("le", "at most"),
}

ADAPTERS: dict[str, TypeAdapter[Any]] = {kind: TypeAdapter(shape) for kind, shape in SHAPES.items()}

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
}


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


def reworded(fault: ErrorDetails, document: Document, record: Place, shape: Any) -> Problem:
    """One fault of the type checker as a message for an editor, at the place where the editor typed."""
    place = typed_place(record, fault["loc"], document.marks)
    if fault["type"] == "union_tag_invalid":
        place = (*place, "type")
    missing = fault["type"] in ("missing", "union_tag_not_found")
    name = "type" if fault["type"] == "union_tag_not_found" else str(([*record, *fault["loc"]] or [""])[-1])
    field = ".".join(map(str, (*place, name) if missing else place))
    return Problem(*document.at(place), field, *said(fault, name, shape))


def said(fault: ErrorDetails, name: str, shape: Any) -> tuple[str, str]:
    """What is wrong and what to type."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in ("missing", "union_tag_not_found"):
        if name in LANGUAGES:
            return (
                f'The {LANGUAGE_NAMES[name]} text ("{name}") is missing.',
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
    if kind == "string_pattern_mismatch" and name == "date":
        return "This is no year and no month.", 'Write "2025" or "2025-10", in quotes.'
    if kind == "string_pattern_mismatch" and name == "read_at":
        return "This is not an address on the web.", "Write it whole, for example https://www.legislation.gov.uk/."
    if kind == "string_pattern_mismatch":
        return no_id(str(fault["input"]))
    if kind == "string_too_short" and fault["loc"][:1] == (
        "versions",
    ):  # of the model: the gap that `make version` leaves
        number, language = int(fault["loc"][1]) + 1, "French" if name == "fr" else "English"
        return f"Version {number} does not say in {language} what changed, and why.", f"Write it here in {language}."
    if kind == "string_too_long":
        length, most = len(str(fault["input"])), context["max_length"]
        return f"This has {length} characters; {most} is the limit.", "Shorten it."
    if kind == "model_type" and context.get("class_name") == "Localized":
        return (
            "The text is not given in both languages.",
            "Write two lines below it, indented by two spaces: fr: … and en: …",
        )
    if kind in WORDS:
        return WORDS[kind]
    if kind in LIMITS:
        key, words = LIMITS[kind]
        return f"The number must be {words} {context[key]:,.15g}.", "Correct the number."
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
