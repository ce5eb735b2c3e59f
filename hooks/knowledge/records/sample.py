"""The made-up retailer on whose tables the queries run: a schema, one CSV a table, and both as one script."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

NUMBER = re.compile(r"-?\d+(\.\d+)?")
COLUMN = re.compile(r"^  ([a-z_]+) [A-Z]", re.M)
CREATED = re.compile(r"^CREATE TABLE (\w+)", re.M)


@dataclass(frozen=True)
class Sample:
    """`tables`: name → CSV, the first line its columns; an empty cell is NULL."""

    schema: str = ""
    tables: Mapping[str, str] = field(default_factory=dict)

    @property
    def created(self) -> list[str]:
        """The tables of the schema, each after those it refers to."""
        return CREATED.findall(self.schema)

    def columns(self, table: str) -> list[str]:
        """The columns that the schema gives a table."""
        start = self.schema.index(f"CREATE TABLE {table} ")
        return COLUMN.findall(self.schema[start : self.schema.find(");", start)])

    @cached_property
    def script(self) -> str:
        """Tables and rows, for SQLite and PostgreSQL alike. KeyError where a table has no CSV."""
        filled = (f"INSERT INTO {name} {rows(self.tables[name])};\n" for name in self.created)
        return "\n".join(["BEGIN;\n", self.schema, *filled, "COMMIT;\n"])

    @cached_property
    def files(self) -> dict[str, bytes]:
        """What is published: name of the file → content."""
        texts = {"sample.sql": self.script, "schema.sql": self.schema}
        texts |= {f"{name}.csv": text for name, text in self.tables.items()}
        return {name: text.encode() for name, text in texts.items()}


def rows(text: str) -> str:
    """ "(columns) VALUES (row), (row)" of a CSV, a line a row."""
    columns, *cells = csv.reader(text.splitlines())
    return f"({', '.join(columns)}) VALUES\n" + ",\n".join(f"({', '.join(map(literal, row))})" for row in cells)


@cache  # most cells say the same as another
def literal(cell: str) -> str:
    if NUMBER.fullmatch(cell):
        return cell
    return "'" + cell.replace("'", "''") + "'" if cell else "NULL"
