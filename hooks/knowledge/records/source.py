"""Files → documents that remember where each value stands. Strict YAML: what surprises is an error."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem
from .sample import Sample
from .syntax import cut_texts, marked_text, surprise, syntax_problem

Loader = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # ten times faster where libyaml is there; `scalar` tells the types
Place = tuple[str | int, ...]  # ("rows", "security", "low")
Marks = dict[Place, tuple[int, int]]  # line and column, from 1
Complain = Callable[[Place, yaml.Node, str, str], None]  # at a place: what is wrong, what to type

QUOTED = ("'", '"', "|", ">")  # a quoted text or a block is always text
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Document:
    """One file: its plain value and, for each place in it (("rows", "security", "low")), line and column from 1.

    Or a folder whose files are one document: `homes` tells the file of each section, and of what a section holds that
    goes on in another file.
    """

    path: str
    value: Any
    marks: Marks
    homes: dict[Place, str] = field(default_factory=dict)

    def at(self, place: Place) -> tuple[str, int, int]:
        """File, line and column of a place; of the nearest enclosing one where the place itself was not typed."""
        while place and place not in self.marks:
            place = place[:-1]
        around = (place[:end] for end in range(len(place), 0, -1))
        home = next((self.homes[part] for part in around if part in self.homes), self.path)
        return home, *self.marks.get(place, (1, 1))


def read_folder(root: Path) -> tuple[list[Document], list[Problem]]:
    """Every YAML file under `root`, in the order of their names, and what is wrong with their syntax."""
    documents, problems = [], []
    for path in sorted(root.rglob("*.yml")):
        document, faults = read_file(path, f"{root.name}/{path.relative_to(root).as_posix()}")
        problems += faults
        if document:
            documents.append(document)
    problems += misnamed_files(root)
    return documents, problems


def read_texts(folder: Path, ending: str) -> dict[str, str]:
    """The text of every file of a folder that has this ending (".sql"), by its name without it."""
    return {path.stem: path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob(f"*{ending}"))}


def read_sample(folder: Path) -> Sample:
    """The made-up retailer; empty without its schema."""
    return Sample(read_texts(folder, ".sql").get("schema", ""), read_texts(folder, ".csv"))


def misnamed_files(root: Path) -> list[Problem]:
    """Files that nobody would read: `.yaml` instead of `.yml`."""
    return [
        Problem(
            f"{root.name}/{path.relative_to(root).as_posix()}",
            1,
            1,
            "",
            "The file's name ends in .yaml, so it is not read.",
            "Rename it to .yml.",
        )
        for path in sorted(root.rglob("*.yaml"))
    ]


def read_file(path: Path, name: str) -> tuple[Document | None, list[Problem]]:
    """One file, shown to editors as `name`."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, [
            Problem(name, line, 1, "", "The file is not saved as UTF-8.", 'Save it again with the encoding "UTF-8".')
        ]
    return read_text(text, name)


@lru_cache(maxsize=1024)  # while one edits, only what changed is parsed again
def read_text(text: str, name: str) -> tuple[Document | None, list[Problem]]:
    """The document of a YAML text, or the problem that keeps it from being one."""
    if marked := marked_text(text):
        line, column = text.count("\n", 0, marked.start()) + 1, marked.start() - text.rfind("\n", 0, marked.start())
        return None, [
            Problem(
                name,
                line,
                column,
                "",
                f'A text starts with "{marked[0]}", which has a meaning of its own in YAML.',
                'Put the text in "double quotes".',
            )
        ]
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, text, name)]
    if node is None:
        return None, [Problem(name, 1, 1, "", "The file is empty.", "Write its record, or delete the file.")]
    marks: Marks = {}
    problems = cut_texts(text, name)

    def complain(place: Place, node: yaml.Node, message: str, fix: str) -> None:
        problems.append(problem_at(name, place, node, message, fix))

    value = plain_value(node, (), marks, complain)
    return Document(name, value, marks), problems


def problem_at(name: str, place: Place, node: yaml.Node, message: str, fix: str) -> Problem:
    mark = node.start_mark
    return Problem(name, mark.line + 1, mark.column + 1, ".".join(map(str, place)), message, fix)


def plain_value(node: yaml.Node, place: Place, marks: Marks, complain: Complain) -> Any:
    """The node as dict, list, str, int, float, bool or date; `marks` is filled on the way."""
    if place not in marks:  # of a field, its name is marked
        marks[place] = start_of(node)
    if isinstance(node, yaml.ScalarNode):
        return scalar(node, place, complain)
    if isinstance(node, yaml.SequenceNode):
        return [plain_value(item, (*place, index), marks, complain) for index, item in enumerate(node.value)]
    assert isinstance(node, yaml.MappingNode)  # there are no other nodes
    return {
        key: plain_value(value, inside, marks, complain) for key, inside, value in entries(node, place, marks, complain)
    }


def start_of(node: yaml.Node) -> tuple[int, int]:
    mark = node.start_mark
    return mark.line + 1, mark.column + 1


def entries(
    node: yaml.MappingNode, place: Place, marks: Marks, complain: Complain
) -> Iterator[tuple[str, Place, yaml.Node]]:
    """The name, place and value of each field; the names are marked."""
    for key_node, value_node in node.value:
        key = str(key_node.value)
        inside = (*place, key)
        if inside in marks:
            complain(
                inside,
                key_node,
                f'"{key}" is written twice; the first is on line {marks[inside][0]}.',
                "Keep one of the two.",
            )
            continue
        marks[inside] = start_of(key_node)
        yield key, inside, value_node


def scalar(node: yaml.ScalarNode, place: Place, complain: Complain) -> Any:
    text = node.value
    if node.style in QUOTED:
        return text
    if text in ("true", "false"):
        return text == "true"
    if INTEGER.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    if DATE.fullmatch(text):
        return calendar_date(text, node, place, complain)
    if said := surprise(text):
        complain(place, node, *said)
    return text


def calendar_date(text: str, node: yaml.ScalarNode, place: Place, complain: Complain) -> Any:
    try:
        return date.fromisoformat(text)
    except ValueError:
        complain(
            place,
            node,
            f"{text} is not a day of the calendar.",
            "Write the date as year-month-day, for example 2026-11-23.",
        )
        return text
