"""Files → documents that remember where each value stands. Strict YAML: what surprises is an error."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import yaml

from .base import LANGUAGES
from .files import Files, line_and_column, texts_in
from .problems import Problem
from .sample import Sample
from .syntax import cut_texts, marked_text, sign_problem, surprise, syntax_problem, tangled

PAIR = frozenset(LANGUAGES)
Quickest: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # ten times faster where libyaml is there


class Loader(Quickest):  # type: ignore[misc]
    """Asks nobody of what type a value is: `scalar` tells it."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


Place = tuple[str | int, ...]  # ("rows", "security", "low")
Marks = dict[Place, tuple[int, int]]  # line and column, from 1
Complain = Callable[[Place, yaml.Node, str, str], None]  # at a place: what is wrong, what to type

QUOTED = ("'", '"', "|", ">")  # a quoted text or a block is always text
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
MOST_DIGITS = 15
WORD = re.compile(r"\w+")
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

    @cached_property
    def texts(self) -> list[tuple[Place, dict[str, str]]]:
        """Every {fr, en} pair of texts in it, with its place; most rules read them all."""
        return localized_texts(self.value)

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """The words of its texts, in small letters, by language: no text need be searched for one that is not here."""
        return {lang: words_of(" ".join(text[lang] for _, text in self.texts)) for lang in LANGUAGES}

    def at(self, place: Place) -> tuple[str, int, int]:
        """File, line and column of a place; of the nearest enclosing one where the place itself was not typed."""
        while place and place not in self.marks:
            place = place[:-1]
        around = (place[:end] for end in range(len(place), 0, -1))
        home = next((self.homes[part] for part in around if part in self.homes), self.path)
        return home, *self.marks.get(place, (1, 1))


Read = Callable[[str, str], tuple[Document | None, list[Problem]]]  # the text of a file, its path


def words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


def localized_texts(value: Any, place: Place = ()) -> list[tuple[Place, dict[str, str]]]:
    """Every {fr, en} pair of texts in a document."""
    found: list[tuple[Place, dict[str, str]]] = []
    gather_texts(value, place, found)
    return found


def gather_texts(value: Any, place: Place, found: list[tuple[Place, dict[str, str]]]) -> None:
    """Puts the pairs of texts below a place into `found`."""
    if isinstance(value, dict):
        if value.keys() == PAIR and all(isinstance(text, str) for text in value.values()):
            found.append((place, value))
            return
        for key, item in value.items():
            gather_texts(item, (*place, key), found)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            gather_texts(item, (*place, index), found)


def sample_of(files: Files) -> Sample:
    """The made-up retailer; empty without its schema."""
    folder = "data/sample/"
    return Sample(texts_in(files, folder, ".sql").get("schema", ""), texts_in(files, folder, ".csv"))


@lru_cache(maxsize=1024)  # while one edits, only what changed is parsed again
def read_text(text: str, name: str) -> tuple[Document | None, list[Problem]]:
    """The document of a YAML text, or the problem that keeps it from being one."""
    if marked := marked_text(text):
        return None, [sign_problem(text, name, *line_and_column(text, marked.start()))]
    try:
        if odd := tangled(text, name, Loader):
            return None, [odd]
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


def documents_of(files: Files, read: Read = read_text) -> tuple[list[Document], list[Problem]]:
    """The document of every YAML file, and what is wrong with their syntax; `read` reads one."""
    documents, problems = [], []
    for path, text in files.items():
        if path.endswith(".yml"):
            document, faults = read(text, path)
            problems += faults
            if document:
                documents.append(document)
    return documents, problems


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
        items = [plain_value(item, (*place, index), marks, complain) for index, item in enumerate(node.value)]
        repeated(items, node, place, complain)
        return items
    assert isinstance(node, yaml.MappingNode)  # there are no other nodes
    return {
        key: plain_value(value, inside, marks, complain) for key, inside, value in entries(node, place, marks, complain)
    }


def repeated(items: list[Any], node: yaml.SequenceNode, place: Place, complain: Complain) -> None:
    """Complains of what a list says twice; numbers may well be alike."""
    said: set[str] = set()
    for index, item in enumerate(items):
        if isinstance(item, str | dict):
            if str(item) in said:
                complain((*place, index), node.value[index], "This stands twice in the list.", "Keep one of the two.")
            said.add(str(item))


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
    if INTEGER.fullmatch(text) or DECIMAL.fullmatch(text):
        return typed_number(text, node, place, complain)
    if DATE.fullmatch(text):
        return calendar_date(text, node, place, complain)
    if said := surprise(text):
        complain(place, node, *said)
    return text


def typed_number(text: str, node: yaml.Node, place: Place, complain: Complain) -> Any:
    """An int or a float; what computers would round is text."""
    digits = sum(map(str.isdigit, text))
    if digits > MOST_DIGITS:
        message = f"The number has {digits} digits; computers keep {MOST_DIGITS}."
        complain(place, node, message, "Write it in a larger unit, or with fewer decimals.")
        return text
    return float(text) if "." in text else int(text)


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
