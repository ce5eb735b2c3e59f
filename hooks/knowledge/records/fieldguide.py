"""The guide to every file and field of data/, for people: the schemas as tables."""

from collections.abc import Iterator, Mapping

from .homes import FOLDERS, JOINED
from .schemas import Schema

HEAD = """# Every file and field

Made by `make schemas` from the descriptions in `hooks/knowledge/records/`: change them there.
[CONTRIBUTING](../CONTRIBUTING.md) says how to go about it. A **field in bold** must be there; any other is left out
where there is nothing to say. A point leads inside: `formula.window` is `window:` under `formula:`. `<id>` stands for
a name of your choice, or for the id of another record where the last column says so.
"""
TABLE = "| field | form | what to write |\n|---|---|---|"
BOTH = {
    "Localized": "text, `fr:` and `en:`",
    "Words": "words, `fr:` and `en:`",
    "Groups": "groups of words, `fr:` and `en:`",
}
FEW = 8  # choices that are written out


def guide(schemas: Mapping[str, Schema]) -> str:
    """The Markdown of data/README.md."""
    return "\n".join([HEAD, *(section(kind, schema) for kind, schema in schemas.items())])


def section(kind: str, schema: Schema) -> str:
    rows = [*fields(schema, schema, "")]
    shown = [TABLE, *rows] if rows else [f"What it holds: {form(schema, schema)}."]
    return "\n".join([f"## `{pattern(kind)}`\n", *said(schema), *shown, ""])


def said(schema: Schema) -> list[str]:
    """What is said of a file's record, or of each of its records, as a paragraph; nothing of what is no record."""
    (record,) = schema.get("patternProperties", {"": schema}).values()
    text: str = record_of(record, schema).get("description", "")
    return [" ".join(text.split()) + "\n"] if text else []


def pattern(kind: str) -> str:
    """The files of a kind: "kpis/<id>.yml"."""
    return f"{kind}/<id>.yml" if kind in FOLDERS else f"{kind}/<part>.yml" if kind in JOINED else f"{kind}.yml"


def record_of(field: Schema, whole: Schema) -> Schema:
    """What a reference stands for; the schema itself where it is none."""
    return whole["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else field


def fields(record: Schema, whole: Schema, path: str) -> Iterator[str]:
    """A row for each field, those inside it below."""
    required = record.get("required", ())
    for name, field in record.get("properties", {}).items():
        here = f"{path}{name}"
        if "description" in field:
            shown = f"**`{here}`**" if name in required else f"`{here}`"
            yield f"| {shown} | {form(field, whole)} | {field['description'].replace('|', chr(92) + '|')} |"
        yield from inside(field, whole, here)
    for item in record.get("patternProperties", {}).values():
        yield from inside(item, whole, f"{path}<id>")


def inside(field: Schema, whole: Schema, path: str) -> Iterator[str]:
    """The rows of what a field holds, if it holds named fields: itself, each of its items, under each of its ids."""
    for kind in field.get("oneOf", ()):
        if "$ref" in kind:
            yield from inside(kind, whole, f"{path}({record_of(kind, whole)['properties']['type']['const']})")
    if "items" in field:
        yield from inside(field["items"], whole, path)
    elif named_by_ids(field):
        yield from inside(under(field), whole, f"{path}.<id>")
    elif "$ref" in field and short_name(field) not in BOTH:
        yield from fields(record_of(field, whole), whole, f"{path}.")


def named_by_ids(field: Schema) -> bool:
    return field.get("type") == "object" and "$ref" not in field


def under(field: Schema) -> Schema:
    """What stands under each id of a field that holds named things; nothing known if it may be anything."""
    held: list[Schema] = [*field.get("patternProperties", {}).values(), *field.get("properties", {}).values()]
    return held[0] if held else field.get("additionalProperties") or {}


def short_name(field: Schema) -> str:
    return str(field.get("$ref", "")).rpartition("/")[2]


def form(field: Schema, whole: Schema) -> str:
    """How a value is written: "list of at least 2: text", "number, at least 0"."""
    if "$ref" in field:
        return BOTH.get(short_name(field), "fields below")
    if "oneOf" in field:
        return (
            "one of several forms, by `type`" if "discriminator" in field else "number, formula in quotes, or one each"
        )
    if "enum" in field:
        return choices(field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    if field.get("type") == "array":
        return f"list{counted(field)}: {form(field['items'], whole)}"
    if named_by_ids(field):
        names = [*field.get("properties", {})]
        return f"under {choices(names) if names else 'each `<id>`'}: {form(under(field), whole)}"
    return scalar_words(field)


def choices(known: list[str]) -> str:
    if len(known) > FEW:
        return f"known id, such as `{known[0]}`"
    return f"one of {', '.join(f'`{name}`' for name in known)}" if len(known) > 1 else f"`{known[0]}`"


def counted(field: Schema) -> str:
    low, high = field.get("minItems"), field.get("maxItems")
    if low is None:
        return ""
    return f" of {low}" if low == high else f" of {low} to {high}" if high else f" of at least {low}"


def scalar_words(field: Schema) -> str:
    """A text, an id, a date, a number with its bounds."""
    words = {"integer": "whole number", "boolean": "true or false", "number": "number", "string": "text"}
    if field.get("format") == "date":
        return "date"
    if field.get("pattern", "").startswith(("^[a-z0-9]", "^([a-z0-9")):
        return "address" if "/" in field["pattern"] else "id"
    bounds = {"minimum": "at least", "exclusiveMinimum": "above", "maximum": "at most", "exclusiveMaximum": "below"}
    said = [f", {word} {field[key]:,.15g}" for key, word in bounds.items() if key in field]
    return words.get(field.get("type", ""), "anything") + "".join(said)
