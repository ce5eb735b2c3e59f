"""`data/` and `content/` → a sound book and its prose, or every problem at once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from .calculator.example import Keep, made_now
from .checks import check_records
from .checks.roi import check_roi
from .checks.terms import check_terms
from .checks.versions import check_versions
from .pages.editions import check_editions
from .pages.plan import plan
from .pages.project import Project
from .pages.written import check_written
from .records.decode import decode
from .records.passages import read_passages, with_passages
from .records.problems import DataError
from .records.prose import read_prose
from .records.retiring import without_retired
from .records.source import read_folder, read_sample, read_texts
from .site.interface import check_interface, check_passages
from .site.render import template_texts
from .words.reviews import as_of_its_day, last_reviewed


def read_project(root: Path, keep: Keep = made_now, today: date | None = None) -> Project:
    """Read, decode and check; `keep` holds what takes long to calculate. Raises DataError with all problems of all steps.

    Without `today`, it is the day of the last review, on which hardly anything is late.
    """
    documents, unread = read_folder(root / "data")
    book, undecoded = decode(documents, read_texts(root / "data/guides", ".sql"), {problem.path for problem in unread})
    passages, astray = read_passages(root / "content")
    book = replace(
        with_passages(book, passages),
        packs=read_texts(root / "data/roi/versions", ".json"),
        editions=read_texts(root / "data/editions", ".json"),
        sample=read_sample(root / "data/sample"),
    )
    book = replace(book, today=today or last_reviewed(book))
    book = without_retired(book)
    prose, problems = read_prose(root / "content")
    paths = [page.path for page in prose] + [problem.path for problem in problems]  # faulty pages are written too
    written = {path.split("/", 2)[-1].removesuffix(".md") for path in paths}
    templates = template_texts(root / "overrides")
    surprises = {(problem.path, problem.field) for problem in unread}
    problems += (
        unread
        + astray
        + [problem for problem in undecoded if (problem.path, problem.field) not in surprises]
        + check_records(book)
        + check_terms(book, prose)
        + check_roi(book)
        + check_interface(book, templates, written)
        + check_passages(book, templates)
    )
    if problems := problems or check_versions(book):
        raise DataError(problems)
    book = as_of_its_day(book)  # after the rules: a model that grows old has not been changed
    if problems := check_editions(book):
        raise DataError(problems)
    planned = plan(book, keep)  # only sound data say which pages there are
    if problems := check_written(prose, planned, book):
        raise DataError(problems)
    return Project(book, prose, planned)
