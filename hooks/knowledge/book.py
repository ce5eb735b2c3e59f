"""`data/` and `content/` → a sound book and its prose, or every problem at once."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from .calculator.example import Keep, made_now
from .checks import check_records
from .checks.claims import check_claims
from .checks.roi import check_roi
from .checks.terms import check_terms
from .checks.versions import check_versions
from .pages.editions import check_editions
from .pages.plan import plan
from .pages.project import Project
from .pages.written import check_written
from .records.book import Book
from .records.decode import decode
from .records.files import Files, read_files, read_text_file, texts_in
from .records.host import PATH, check_host
from .records.passages import passages_in, with_passages
from .records.problems import DataError, Problem
from .records.prose import Prose, prose_in
from .records.retiring import without_retired
from .records.source import Document, documents_of, read_text, sample_of
from .site.interface import check_interface, check_passages
from .site.render import template_texts
from .words.reviews import as_of_its_day, last_reviewed


@dataclass(frozen=True)
class Records:
    """What `data/` holds, and what is wrong with it as files and as records."""

    files: Files
    book: Book
    unread: list[Problem]
    undecoded: list[Problem]

    @property
    def faults(self) -> list[Problem]:
        """What is wrong, without what is no record because its file could not be read."""
        unread = {(problem.path, problem.field) for problem in self.unread}
        return self.unread + [problem for problem in self.undecoded if (problem.path, problem.field) not in unread]


@dataclass(frozen=True)
class Content:
    """What `content/` holds, and what is wrong with it: with pages as files, with passages below their headings."""

    passages: Document
    prose: list[Prose]
    faulty: list[Problem]
    astray: list[Problem]

    @property
    def names(self) -> set[str]:
        """The pages, those that could not be read included."""
        paths = [page.path for page in self.prose] + [problem.path for problem in self.faulty]
        return {path.split("/", 2)[-1].removesuffix(".md") for path in paths}


def read_project(
    root: Path,
    keep: Keep = made_now,
    today: date | None = None,
    environment: Mapping[str, str] | None = None,
) -> Project:
    """Read, decode and check; `keep` holds what takes long to calculate. DataError with all problems of all steps.

    Without `today`, it is the day of the last review, on which hardly anything is late.
    `environment` may give what `mkdocs.yml` leaves open; without it, that file is not looked at.
    """
    records, content = read_records(root, keep), read_content(root)
    host = host_faults(root / PATH, environment) if environment is not None else []
    book = book_of(records, content.passages, today)
    broken = check_rules(book, content, template_texts(root / "overrides"))
    problems = [*records.faults, *host, *content.faulty, *content.astray, *broken]
    if problems := problems or check_versions(book):
        basic = [*records.unread, *records.undecoded, *host, *content.faulty]
        raise DataError(problems, {problem.path for problem in basic})
    return plan_project(as_of_its_day(book), content.prose, keep)  # a model that grows old has not been changed


def read_records(root: Path, keep: Keep = made_now) -> Records:
    data, odd = read_files(root, "data")
    documents, unread = documents_of(data, partial(read_once, keep))
    unread += odd
    book, undecoded = decode(documents, texts_in(data, "data/guides/", ".sql"), {problem.path for problem in unread})
    return Records(data, book, unread, undecoded)


@lru_cache(maxsize=1024)  # while one edits, only what changed is read again
def read_once(keep: Keep, text: str, name: str) -> tuple[Document | None, list[Problem]]:
    """What `read_text` makes of a file of data, with its words; made again only where the file changed."""
    if keep is made_now:
        return read_text(text, name)

    def packed() -> bytes:
        document, problems = read_text(text, name)
        if document:
            _ = document.words  # counted once, and kept in it
        return pickle.dumps((document, problems))

    found: tuple[Document | None, list[Problem]] = pickle.loads(keep(f"document {name}", text, packed))
    return found


def read_content(root: Path) -> Content:
    content, odd = read_files(root, "content")
    passages, astray = passages_in(content)
    prose, faulty = prose_in(content)
    return Content(passages, prose, odd + faulty, astray)


def book_of(records: Records, passages: Document, today: date | None) -> Book:
    """The book with all that is no record, without what is retired."""
    book = replace(
        with_passages(records.book, passages),
        packs=texts_in(records.files, "data/roi/versions/", ".json"),
        editions=texts_in(records.files, "data/editions/", ".json"),
        sample=sample_of(records.files),
    )
    return without_retired(replace(book, today=today or last_reviewed(book)))


def check_rules(book: Book, content: Content, templates: list[str]) -> list[Problem]:
    """Every problem of the rules that hold while the book lacks what could not be read."""
    return [
        *check_records(book),
        *check_claims(book, content.prose),
        *check_terms(book, content.prose),
        *check_roi(book),
        *check_interface(book, templates, content.names),
        *check_passages(book, templates),
    ]


def plan_project(book: Book, prose: list[Prose], keep: Keep) -> Project:
    """The project of sound data, which alone say which pages exist. Raises DataError for editions and written pages."""
    if problems := check_editions(book):
        raise DataError(problems)
    pages = plan(book, keep)
    if problems := check_written(prose, pages, book):
        raise DataError(problems)
    return Project(book, prose, pages)


def host_faults(path: Path, environment: Mapping[str, str]) -> list[Problem]:
    text, problems = read_text_file(path, path.name)
    return problems or check_host(text, environment)
