"""SQL as it is typed once: what runs in SQLite, its comments in both languages, the lines that other databases want."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from .base import LANGUAGES

DIALECTS = ("postgresql", "bigquery")
PREFIXED = re.compile(rf"( *-- )({'|'.join((*LANGUAGES, *DIALECTS))}): (\S.*)")
TABLE = re.compile(r"\b(?:FROM|JOIN) ([a-z_]+)\b")


@dataclass(frozen=True)
class Line:
    """`kind`: "sql", the language or the dialect that a comment is for, or none for a comment that names neither."""

    number: int
    kind: str
    text: str  # of a comment, without its prefix
    indent: str = ""  # what stands before the text of a comment on the page: "  -- "


@dataclass(frozen=True)
class Change:
    """A line of the query, and what to write in its place: dialect → line."""

    line: str
    instead: Mapping[str, str]


@dataclass(frozen=True)
class Query:
    """A `.sql` file. `-- fr: …` and `-- en: …` are a comment; `-- postgresql: …` replaces the line of SQL above it."""

    text: str

    @cached_property
    def runs(self) -> list[list[Line]]:
        """Its lines, neighbours of one kind together."""
        lines = (line_of(number, text.rstrip()) for number, text in enumerate(self.text.strip().split("\n"), 1))
        return [list(run) for _, run in groupby(lines, key=lambda line: line.kind)]

    def shown(self, lang: str) -> str:
        """What runs in SQLite, with the comments of one language."""
        kept = (line for run in self.runs for line in run if line.kind in ("sql", lang))
        return "\n".join(line.indent + line.text for line in kept)

    def rules(self, lang: str) -> list[str]:
        """Its comments in one language, each on one line: what it counts and leaves out."""
        return [" ".join(line.text for line in run) for run in self.runs if run[0].kind == lang]

    @property
    def changes(self) -> list[Change]:
        """The lines that another database wants otherwise."""
        changes: list[tuple[str, dict[str, str]]] = []
        above = ""
        for run in self.runs:
            if run[0].kind == "sql":
                above = run[-1].text.strip()
            elif run[0].kind in DIALECTS and changes and changes[-1][0] == above:
                changes[-1][1][run[0].kind] = run[0].text
            elif run[0].kind in DIALECTS:
                changes.append((above, {run[0].kind: run[0].text}))
        return [Change(*change) for change in changes]

    @cached_property
    def sources(self) -> set[str]:
        """What it reads: tables, and its own intermediate results."""
        return set(TABLE.findall(self.text))


def line_of(number: int, text: str) -> Line:
    if hit := PREFIXED.fullmatch(text):
        return Line(number, hit[2], hit[3], hit[1])
    return Line(number, "" if text.lstrip().startswith("--") else "sql", text)
