"""A fault of the type checker → a problem in an editor's words."""

from collections.abc import Callable
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from .base import LANGUAGE_NAMES, LANGUAGES
from .homes import no_id
from .problems import Problem, did_you_mean
from .source import Document, Marks, Place

Advice = tuple[str, str]  # what is wrong, and what to type
ANYWHERE: dict[str, Advice] = {  # kind of fault → what is said of it wherever it stands
    "string_type": ("This must be text.", "Write text; put it in quotes if it looks like a number or a date."),
    "int_type": ("This must be a whole number.", "Write digits only, without unit or quotes."),
    "int_from_float": ("This must be a whole number.", "Write digits only, without unit or quotes."),
    "float_type": ("This must be a number.", "Write digits with a point for decimals, without unit, spaces or quotes."),
    "bool_type": ("This must be true or false.", "Write true or false, without quotes."),
    "date_type": ("This must be a date.", "Write it as year-month-day, for example 2026-11-23, without quotes."),
    "list_type": ("This must be a list.", "Write [first, second], or one item a line after a dash; [] for none."),
    "dict_type": ("This must be a group of named fields.", "Write one name: value a line, indented by two spaces."),
    "model_type": ("This must be a group of named fields.", "Write one name: value a line, indented by two spaces."),
}
PATTERNS: dict[str, Advice] = {  # field with a pattern of its own → what is said where it does not match
    **dict.fromkeys(
        ("old", "new"),
        ("This is not an address.", "Write it without the language, for example kpi/csat/ or outcome/#home-nps."),
    ),
    "date": ("This is no year and no month.", 'Write "2025" or "2025-10", in quotes.'),
    "read_at": ("This is not an address on the web.", "Write it whole, for example https://www.legislation.gov.uk/."),
}
EMPTY = ("The text is empty.", "Write the text, or delete the line.")
ONE_LANGUAGE = (
    "The text is not given in both languages.",
    "Write two lines below it, indented by two spaces: fr: … and en: …",
)
LIMITS = {  # kind of fault → where its limit stands, and how it reads
    "greater_than": ("gt", "above"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "below"),
    "less_than_equal": ("le", "at most"),
}


def reworded(fault: ErrorDetails, document: Document, record: Place, shape: Any) -> Problem:
    """One fault of the type checker as a message for an editor, at the place where the editor typed."""
    place = typed_place(record, fault["loc"], document.marks)
    if fault["type"] == "union_tag_invalid":
        place = (*place, "type")
    missing = fault["type"] in ("missing", "union_tag_not_found")
    name = "type" if fault["type"] == "union_tag_not_found" else str(([*record, *fault["loc"]] or [""])[-1])
    field = ".".join(map(str, (*place, name) if missing else place))
    return Problem(*document.at(place), field, *advice_on(fault, name, shape))


def advice_on(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    """What is wrong with a field of this name, and what to type."""
    if say := BY_PLACE.get(fault["type"]):
        return say(fault, name, shape)
    return ANYWHERE.get(fault["type"], (f"{fault['msg']}.", "Correct the value."))


def missing(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    if name in LANGUAGES:
        fix = f'Add a line "{name}: …" with the same content in that language.'
        return f'The {LANGUAGE_NAMES[name]} text ("{name}") is missing.', fix
    return f'The field "{name}" is missing.', f'Add a line "{name}: …" here.'


def unknown_field(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    return f'"{name}" is not a field of this record.', did_you_mean(name, field_names(shape, fault["loc"][:-1]))


def no_choice(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    context = fault["ctx"]
    typed, expected = str(context.get("tag", fault["input"])), context.get("expected") or context["expected_tags"]
    choices = [word.strip(" '\"") for word in expected.replace(" or ", ", ").split(",")]
    return f'"{typed}" is not one of the possible values.', did_you_mean(typed, choices)


def no_match(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    return PATTERNS[name] if name in PATTERNS else no_id(str(fault["input"]))


def empty(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    """In the versions of the model, the gap that `make version` leaves."""
    if fault["loc"][:1] != ("versions",) or name not in LANGUAGES:
        return EMPTY
    number, language = int(fault["loc"][1]) + 1, LANGUAGE_NAMES[name]
    return f"Version {number} does not say in {language} what changed, and why.", f"Write it here in {language}."


def too_many_letters(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    length, most = len(str(fault["input"])), fault["ctx"]["max_length"]
    return f"This has {length} characters; {most} is the limit.", "Shorten it."


def no_group(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    return ONE_LANGUAGE if fault.get("ctx", {}).get("class_name") == "Localized" else ANYWHERE["model_type"]


def outside_limit(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    key, words = LIMITS[fault["type"]]
    return f"The number must be {words} {fault['ctx'][key]:,.15g}.", "Correct the number."


def too_few(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    return number_of_items(f"at least {fault['ctx']['min_length']}", fault)


def too_many(fault: ErrorDetails, name: str, shape: Any) -> Advice:
    return number_of_items(f"at most {fault['ctx']['max_length']}", fault)


def number_of_items(limit: str, fault: ErrorDetails) -> Advice:
    given = fault["ctx"]["actual_length"]
    return f"The list must hold {limit} items: {given} are given.", "Add or delete items."


BY_PLACE: dict[
    str, Callable[[ErrorDetails, str, Any], Advice]
] = {  # kind of fault → what is said of it, by where it stands
    **dict.fromkeys(("missing", "union_tag_not_found"), missing),
    "extra_forbidden": unknown_field,
    **dict.fromkeys(("literal_error", "union_tag_invalid"), no_choice),
    "string_pattern_mismatch": no_match,
    "string_too_short": empty,
    "string_too_long": too_many_letters,
    "model_type": no_group,
    **dict.fromkeys(LIMITS, outside_limit),
    "too_short": too_few,
    "too_long": too_many,
}


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
