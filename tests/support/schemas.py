"""What a JSON Schema holds against a value, as far as the schemas of data/ go."""

import re
from collections.abc import Iterator
from datetime import date

TYPES = {
    "object": dict,
    "array": list,
    "string": (str, date),
    "number": (int, float),
    "integer": int,
    "boolean": bool,
}
BOUNDS = {
    "minimum": lambda value, limit: value >= limit,
    "exclusiveMinimum": lambda value, limit: value > limit,
    "maximum": lambda value, limit: value <= limit,
    "exclusiveMaximum": lambda value, limit: value < limit,
    "minItems": lambda value, limit: len(value) >= limit,
    "maxItems": lambda value, limit: len(value) <= limit,
    "minLength": lambda value, limit: len(value) >= limit,
    "pattern": lambda value, limit: re.search(limit, value),
    "enum": lambda value, limit: value in limit,
    "const": lambda value, limit: value == limit,
}


def faults(value: object, schema: dict, whole: dict, place: str = "") -> Iterator[str]:
    """Each as "place: what is not so"."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema and sum(not [*faults(value, kind, whole)] for kind in schema["oneOf"]) != 1:
        yield f"{place}: is not one of several kinds"
    kind = schema.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        yield f"{place}: no {kind}"
        return
    for rule, holds in BOUNDS.items():
        if rule in schema and not holds(value, schema[rule]):
            yield f"{place}: {rule}"
    if isinstance(value, dict):
        yield from faults_of_fields(value, schema, whole, place)
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from faults(item, schema.get("items", {}), whole, f"{place}.{index}")


def faults_of_fields(value: dict, schema: dict, whole: dict, place: str) -> Iterator[str]:
    for name in set(schema.get("required", ())) - value.keys():
        yield f"{place}: {name} is missing"
    for name, item in value.items():
        patterns = [inner for pattern, inner in schema.get("patternProperties", {}).items() if re.search(pattern, name)]
        inner = schema.get("properties", {}).get(name) or next(iter(patterns), schema.get("additionalProperties", {}))
        if inner is False:
            yield f"{place}: {name} is no field"
        else:
            yield from faults(item, inner, whole, f"{place}.{name}")
