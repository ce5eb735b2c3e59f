"""`data/` and `content/` → a sound book and its prose, or every problem at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
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
from .records.decode import decode
from .records.files import read_files, read_text_file, texts_in
from .records.host import PATH, check_host
from .records.passages import passages_in, with_passages
from .records.problems import DataError, Problem
from .records.prose import prose_in
from .records.retiring import without_retired
from .records.source import documents_of, sample_of
from .site.interface import check_interface, check_passages
from .site.render import template_texts
from .words.reviews import as_of_its_day, last_reviewed


def read_project(
    root: Path,
    keep: Keep = made_now,
    today: date | None = None,
    environment: Mapping[str, str] | None = None,
) -> Project:
    """Read, decode and check; `keep` holds what takes long to calculate. Raises DataError with all problems of all steps.

    Without `today`, it is the day of the last review, on which hardly anything is late.
    `environment` may give what `mkdocs.yml` leaves open; without it, that file is not looked at.
    """
    (data, odd), (content, problems) = read_files(root, "data"), read_files(root, "content")
    documents, unread = documents_of(data)
    unread += odd
    book, undecoded = decode(documents, texts_in(data, "data/guides/", ".sql"), {problem.path for problem in unread})
    passages, astray = passages_in(content)
    book = replace(
        with_passages(book, passages),
        packs=texts_in(data, "data/roi/versions/", ".json"),
        editions=texts_in(data, "data/editions/", ".json"),
        sample=sample_of(data),
    )
    book = replace(book, today=today or last_reviewed(book))
    book = without_retired(book)
    prose, faulty = prose_in(content)
    problems += faulty + (host_faults(root / PATH, environment) if environment is not None else [])
    paths = [page.path for page in prose] + [problem.path for problem in problems]  # faulty pages are written too
    written = {path.split("/", 2)[-1].removesuffix(".md") for path in paths}
    templates = template_texts(root / "overrides")
    basic = [*unread, *undecoded, *problems]
    surprises = {(problem.path, problem.field) for problem in unread}
    problems += (
        unread
        + astray
        + [problem for problem in undecoded if (problem.path, problem.field) not in surprises]
        + check_records(book)
        + check_claims(book, prose)
        + check_terms(book, prose)
        + check_roi(book)
        + check_interface(book, templates, written)
        + check_passages(book, templates)
    )
    if problems := problems or check_versions(book):
        raise DataError(problems, {problem.path for problem in basic})
    book = as_of_its_day(book)  # after the rules: a model that grows old has not been changed
    if problems := check_editions(book):
        raise DataError(problems)
    planned = plan(book, keep)  # only sound data say which pages there are
    if problems := check_written(prose, planned, book):
        raise DataError(problems)
    return Project(book, prose, planned)


def host_faults(path: Path, environment: Mapping[str, str]) -> list[Problem]:
    text, problems = read_text_file(path, path.name)
    return problems or check_host(text, environment)
