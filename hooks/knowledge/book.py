"""`data/` and `content/` → a sound book and its prose, or every problem at once."""

from dataclasses import dataclass
from pathlib import Path

from .checks import check
from .decode import decode
from .interface import check_interface
from .model import Book
from .plan import Page, plan
from .problems import DataError
from .prose import Prose, check_prose, read_prose
from .render import template_texts
from .roi_checks import check_roi
from .source import read_folder, read_queries


@dataclass(frozen=True)
class Project:
    """Everything that was read, and the pages that follow from the data."""

    book: Book
    prose: list[Prose]
    planned: list[Page]


def read_project(root: Path) -> Project:
    """Read, decode and check. Raises DataError with all problems of all steps."""
    documents, unread = read_folder(root / "data")
    book, undecoded = decode(documents, read_queries(root / "data/guides"), {problem.path for problem in unread})
    prose, problems = read_prose(root / "content")
    written = {item.path.split("/", 2)[-1].removesuffix(".md") for item in (*prose, *problems)}  # faulty ones included
    surprises = {(problem.path, problem.field) for problem in unread}
    problems += (
        unread
        + [problem for problem in undecoded if (problem.path, problem.field) not in surprises]
        + check(book)
        + check_roi(book)
        + check_interface(book, template_texts(root / "overrides"), written)
    )
    if not problems:  # a page can be planned from sound data only
        planned = plan(book)
        problems = check_prose(prose, planned, book)
    if problems:
        raise DataError(problems)
    return Project(book, prose, planned)
