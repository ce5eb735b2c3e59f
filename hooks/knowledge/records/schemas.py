"""JSON Schemas of data/, for editors that complete and underline: from the records and what is said of their fields."""

from collections.abc import Collection, Mapping
from typing import Annotated, Any

from pydantic import StringConstraints, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .base import Localized
from .book import Book
from .described import descriptions
from .homes import FILES, FOLDERS, ID, JOINED, SINGLE

Schema = dict[str, Any]
Key = Annotated[str, StringConstraints(pattern=f"^{ID.pattern}$")]
DRAFT = "http://json-schema.org/draft-07/schema#"
REFERS = {  # the ids that fields name; of a mapping with fixed keys, its keys
    "teams": ("Kpi.team", "Kpi.watched_by", "Driver.team"),
    "topics": ("Outcome.topic",),
    "groups": ("Input.group", "Swing.group"),
    "units": (
        *("Kpi.unit", "Benchmark.unit", "Range.unit", "BeforeAfter.unit", "BeforeAfter.before_unit", "Absolute.unit"),
        *("Duration.unit", "Period.unit", "Bounds.unit", "TcoTable.unit"),
    ),
    "symbols": (
        *("Constant.unit", "Input.unit", "Improvement.unit", "Expression.unit", "Given.unit", "Monthly.unit"),
        *("Result.unit", "Guard.unit"),
    ),
    "kpis": (
        *("Relation.kpi", "FirstKpi.kpi", "GlossaryTerm.kpi", "Extract.kpis", "Outcome.kpis", "Improvement.kpi"),
        *("Driver.kpis", "Driver.also", "RoiFolder.not_monetised", "RoiFolder.shared_kpis"),
        *("Way.kpis", "Step.kpis", "Law.kpis"),
    ),
    "sources": ("Kpi.source", "OutcomeFile.source", "TcoTable.source"),
    "sections": ("Kpi.section", "TcoTable.section"),
    "benchmarks": ("Guide.benchmarks", "Backing.benchmark", "Backing.context"),
    "outcomes": (
        "Backing.outcomes",
        "Improvement.outcomes",
        "Improvement.context",
        "CaseStudy.outcomes",
        "IndustryCases.alone",
    ),
    "drivers": ("Guide.driver", "Guide.feeds", "Pool.drivers", "TcoAnswer.drivers"),
    "improvements": ("Driver.improvement",),
    "inputs": ("Extract.inputs", "Preset.why", "Span.input"),
    "rows": ("CostFamily.rows", "OrderValue.row", "Reconciliation.rows"),
    "industries": ("RoiFolder.presets",),
    "tables": ("RoiFolder.situations",),
}


def schemas(book: Book) -> dict[str, Schema]:
    """Kind ("kpis") → the schema of its files, which offers the ids of this book. Its model must be sound."""
    return {kind: schema_of(kind, shape, known_ids(book)) for kind, shape in file_shapes().items()}


def file_shapes() -> dict[str, Any]:
    """Kind → what one of its files holds."""
    named = {kind: dict[Key, shape] for kind, shape in FILES.items()}  # type: ignore[valid-type]
    return {**FOLDERS, **named, **SINGLE, "ui": dict[Key, dict[str, Localized]]}


def schema_of(kind: str, shape: Any, known: Mapping[str, Collection[str]]) -> Schema:
    class Completing(Described):
        ids = {field: list(known[names]) for names, fields in REFERS.items() for field in fields}

    made = TypeAdapter(shape).json_schema(schema_generator=Completing)
    if kind in JOINED:  # a file holds some of the sections
        made.pop("required", None)
    return {"$schema": DRAFT, **untitled(made)}


def untitled(schema: Any) -> Any:
    """The schema without the titles that pydantic makes of names; a field may be called "title"."""
    if isinstance(schema, dict):
        return {key: untitled(part) for key, part in schema.items() if key != "title" or not isinstance(part, str)}
    return [untitled(part) for part in schema] if isinstance(schema, list) else schema


class Described(GenerateJsonSchema):
    """What is said of each field, and the ids that it may name."""

    ids: Mapping[str, list[str]] = {}  # "Kpi.team" → what may stand there

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made, record = super().model_schema(schema), schema["cls"]
        said = descriptions(record)
        for name, field in made["properties"].items():
            if name in said:
                field["description"] = said[name]
            if ids := self.ids.get(f"{record.__name__}.{name}"):
                made["properties"][name] = offering(field, ids)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        names = made.pop("propertyNames", {}).get("enum")
        if names:
            made["properties"] = dict.fromkeys(names, made["additionalProperties"])
        if names or "patternProperties" in made:
            made["additionalProperties"] = False
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # nobody types "nothing": the line is left out

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = self.generate_inner(schema["schema"])
        plain = isinstance(schema.get("default"), bool | int | float | str)
        return {**made, "default": schema["default"]} if plain else made

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        return value  # fields stand as in the records


def offering(field: Schema, ids: list[str]) -> Schema:
    """The field with these ids as the only ones: it is one, or a list of them, or holds something under each."""
    if field.get("type") == "array":
        return {**field, "items": {"enum": ids}}
    if "patternProperties" in field:
        (under,) = field.pop("patternProperties").values()
        return {**field, "properties": dict.fromkeys(ids, under)}
    return {"enum": ids, **{key: part for key, part in field.items() if key == "description"}}


def known_ids(book: Book) -> dict[str, Collection[str]]:
    """What each field of `REFERS` may name."""
    model = book.roi
    teams = [id for id, team in book.teams.items() if team.team]
    return {
        "teams": teams,
        "topics": [*book.teams],
        "groups": [*model.groups, *teams],
        "units": [*book.units],
        "symbols": [*model.units],
        "kpis": [*book.kpis],
        "sources": [*book.sources],
        "sections": [*dict.fromkeys(section for source in book.sources.values() for section in source.sections)],
        "benchmarks": [*book.benchmarks],
        "outcomes": [*book.outcomes],
        "drivers": [*model.drivers],
        "improvements": [*model.improvements],
        "inputs": [*model.inputs],
        "rows": [*dict.fromkeys(row for table in book.tco.values() for row in table.rows)],
        "industries": [*book.industries],
        "tables": [*book.tco],
    }
