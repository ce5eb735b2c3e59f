"""Every text that an editor wrote, in its language, with where it starts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.checks.queries import sql_files
from knowledge.checks.terms import NO_WORDS
from knowledge.pages.project import Project
from knowledge.records.base import LANGUAGES
from knowledge.records.book import Book
from knowledge.records.files import line_and_column
from knowledge.records.prose import Prose

SILENT = re.compile(rf"```.*?```|{NO_WORDS}|<[^>]+>|&\w+;|https?://\S+|\w+(?:[.@]\w+)+", re.S)  # code, addresses, files
WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True)
class Text:
    """What is written in a language, and where it starts; `apart` are words of SQL, which its comments may name."""

    lang: str
    said: str
    path: str
    line: int
    column: int
    field: str = ""
    apart: frozenset[str] = frozenset()

    @property
    def words(self) -> list[str]:
        """Each of its words once."""
        found = (word.strip("_") for word in WORD.findall(SILENT.sub(" ", self.said)))
        return [word for word in dict.fromkeys(found) if word and word not in self.apart]

    def place_of(self, word: str, root: Path) -> tuple[int, int]:
        """Line and column of a word of it, where it first stands in the file from the start of the text on."""
        lines = (root / self.path).read_text(encoding="utf-8").splitlines(keepends=True)
        start = sum(map(len, lines[: self.line - 1])) + self.column - 1
        hit = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search("".join(lines), start)
        return line_and_column("".join(lines), hit.start()) if hit else (self.line, self.column)


def texts_of(project: Project) -> list[Text]:
    """Every text of records, passages, comments of SQL and written pages."""
    return [*in_records(project.book), *in_comments(project.book), *on_pages(project.prose)]


def in_records(book: Book) -> Iterator[Text]:
    for document in book.documents.values():
        for place, text in document.texts:
            for lang in LANGUAGES:
                yield Text(lang, text[lang], *document.at((*place, lang)), ".".join(map(str, (*place, lang))))


def in_comments(book: Book) -> Iterator[Text]:
    for path, query in sql_files(book):
        sql = frozenset(re.findall(r"\w+", query.shown("")))
        for line in (line for run in query.runs if run[0].kind in LANGUAGES for line in run):
            yield Text(line.kind, line.text, path, line.number, 1, apart=sql)


def on_pages(prose: Iterable[Prose]) -> Iterator[Text]:
    for page in prose:
        yield Text(page.lang, page.title, page.path, 1, 1, "title")
        yield Text(page.lang, page.description, page.path, 1, 1, "description")
        yield Text(page.lang, page.body, page.path, page.first, 1)
