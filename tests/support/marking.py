"""A copy of the project in which every text that an editor may write carries markup: does any page take it for its own?

The mark of a field is `<x-abc/a='"'>&`, with letters of its own: an element, or broken attributes, wherever it is not
escaped. It has no digit (both languages of a text must hold the same numbers, and figures are typed once) and no space
(labels of drawings break there).
"""

import re
from decimal import Decimal
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import Any, get_args, get_origin

import yaml
from knowledge.checks.lengths import LONGEST_BRIEF
from knowledge.records.base import Localized, Words
from knowledge.records.catalogue import Groups
from knowledge.records.faults import bare
from knowledge.records.files import read_files
from knowledge.records.homes import SHAPES, gathered, records_of
from knowledge.records.prose import PASSAGES
from knowledge.records.query import Query
from knowledge.records.source import documents_of
from markupsafe import escape
from pydantic import BaseModel
from pydantic.fields import FieldInfo

MARK = re.compile("""<x-([a-z]{3})/a='"'>&""")
INTRUDER = '"><b data-x>'  # would leave an attribute
QUERY = "?a=1&copy;2"  # of an address of the settings, which may hold no quotes: unescaped, it would hold a © sign
# Fields that cannot carry a mark → why. Ids and addresses have a pattern of their own: they are no texts.
LEFT_OUT = {
    ("roi", "expr"): "a formula",
    ("roi", "ceiling"): "a formula",
    ("roi", "unit"): "the name of a unit",
}
TOLD = {"claims"}  # kinds of which no page shows anything: what they say is told to editors
MOVED = "csat-renamed: {old: kpi/satisfaction-score/, new: kpi/csat/}\n"  # so that there is a page that only leads on


class Marks(dict):
    """(kind of record, path of the field) → the letters of its mark; a new field gets the next ones."""

    def __init__(self):
        super().__init__()
        self.letters = map("".join, product(ascii_lowercase, repeat=3))

    def __missing__(self, field: tuple[str, str]) -> str:
        self[field] = next(self.letters)
        return self[field]

    def put(self, text: str, kind: str, path: str) -> str:
        mark = f"""<x-{self[kind, path]}/a='"'>&"""
        room = LONGEST_BRIEF - len(mark) if (kind, path.partition(".")[0]) == ("guides", "brief") else None
        return text[:room] + mark

    def marked(self, value: Any, shape: Any, kind: str, path: str = "") -> Any:
        """The value of a record, each of its texts with its mark. `shape` is what the core says of it."""
        if shape is Localized:
            return {lang: self.put(text, kind, path) for lang, text in value.items()}
        if shape is Words:
            return {lang: [self.put(text, kind, path) for text in texts] for lang, texts in value.items()}
        if shape is Groups:
            return {
                lang: [[self.put(text, kind, path) for text in texts] for texts in groups]
                for lang, groups in value.items()
            }
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            return {
                name: self.field(item, name, shape.model_fields[name], kind, f"{path}.{name}".lstrip("."))
                for name, item in value.items()
            }
        if get_origin(shape) is list:
            return [self.marked(item, bare(get_args(shape)[0]), kind, path) for item in value]
        if get_origin(shape) is dict:
            return {
                key: self.marked(item, bare(get_args(shape)[1]), kind, f"{path}.{key}" if kind == "ui" else path)
                for key, item in value.items()
            }
        return value

    def field(self, value: Any, name: str, info: FieldInfo, kind: str, path: str) -> Any:
        if info.annotation is str and not any(getattr(limit, "pattern", None) for limit in info.metadata):
            return value if (kind, name) in LEFT_OUT else self.put(value, kind, path)
        return self.marked(value, bare(info.annotation), kind, path)


class Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Texts in double quotes, one a line, nothing said by reference."""

    def ignore_aliases(self, data):
        return True


Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
Dumper.add_representer(  # as an editor writes it, without an exponent
    float, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", f"{Decimal(str(value)):f}")
)


def mark_records(root: Path, marks: Marks) -> None:
    for document in gathered(documents_of(read_files(root, "data")[0])[0])[0].values():
        value = document.value
        for kind, id, place, record in records_of(document, []):
            changed = record if kind in TOLD else marks.marked(record, SHAPES[kind], kind, id if kind == "ui" else "")
            value = {**value, id: changed} if place else changed
        text = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6)
        path = root / document.path
        if path.is_dir():  # one file says it all
            for part in path.rglob("*.yml"):
                part.unlink()
            path /= "all.yml"
        path.write_text(text, encoding="utf-8")


def mark_texts(root: Path, marks: Marks) -> None:
    """Queries, and the heads of written pages. Their bodies are Markdown, in which HTML is HTML."""
    for path in (root / "data/guides").glob("*.sql"):
        lines = path.read_text(encoding="utf-8").rstrip().split("\n")
        kinds = [Query(line).runs[0][0].kind for line in lines]
        text = "\n".join(
            line if kind == "sql" else marks.put(line, "queries", kind) for line, kind in zip(lines, kinds, strict=True)
        )
        path.write_text(marks.put(text + "\n", "queries", "sql"), encoding="utf-8")
    for path in (root / "content").rglob("*.md"):
        if path.parent.name == PASSAGES:
            mark_passages(path, marks)
            continue
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        fields = {name: marks.put(text, "content", name) for name, text in yaml.safe_load(head).items()}
        path.write_text(
            f"---\n{yaml.dump(fields, Dumper=Dumper, allow_unicode=True, width=10**6)}---\n{body}", encoding="utf-8"
        )
    settings = root / "mkdocs.yml"
    named = yaml.dump(marks.put("OMS Value", "settings", "site_name"), Dumper=Dumper)
    settings.write_text(
        re.sub(r"^site_name: .*\n", f"site_name: {named}", settings.read_text(encoding="utf-8"), flags=re.M),
        encoding="utf-8",
    )


def mark_passages(path: Path, marks: Marks) -> None:
    """Marks each paragraph of a file of passages with the letters of its passage."""
    parts = re.split(r"(?m)^## (.*)\n", path.read_text(encoding="utf-8"))
    said = dict(zip(parts[1::2], (re.split(r"\n\n+", text.strip()) for text in parts[2::2]), strict=True))
    marked = {name: [marks.put(part, "passages", name) for part in texts] for name, texts in said.items()}
    path.write_text(
        "".join("\n\n".join([f"## {name}", *texts, ""]) for name, texts in marked.items()), encoding="utf-8"
    )


def name_a_term(root: Path) -> None:
    """Writes a term of the glossary into a written page, where it gets its link and its definition."""
    terms = yaml.safe_load((root / "data/glossary.yml").read_text(encoding="utf-8")).values()
    for lang, text in next(record["term"] for record in terms if record["tooltip"]).items():
        page = root / "content" / lang / "about.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n{escape(text)}\n", encoding="utf-8")


def mark(root: Path) -> Marks:
    """Marks the texts of a copy of the project."""
    marks = Marks()
    mark_records(root, marks)
    mark_texts(root, marks)
    name_a_term(root)
    (root / "data/redirects.yml").write_text(MOVED, encoding="utf-8")
    return marks
