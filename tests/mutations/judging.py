"""What becomes of a slip: how near to it the first problem stands, or whether the site shows it.

Each is read in a process of its own, which may take `LONGEST` seconds.
"""

import os
import pickle
import re
import select
import shutil
import signal
import traceback
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

from knowledge.book import read_project
from knowledge.pages.project import Project
from knowledge.records.problems import DataError, Problem

from .slip import Lines, Slip, block, indent

LONGEST = 20  # seconds
VERDICTS = (
    "at the line",
    "in the record",
    "elsewhere in the file",
    "by what is missed",
    "accepted",
    "wrong file",
    "lost",
    "traceback",
    "hang",
)
FAULTS = VERDICTS[-4:]


class Reader:
    """Reads a copy of a project again and again: what takes long and does not change is made once."""

    def __init__(self, root: Path):
        self.root = root
        self.made: dict[tuple[str, str], bytes] = {}
        self.good = self.read()

    def keep(self, name: str, depends: str, make: Callable[[], bytes]) -> bytes:
        if (name, depends) not in self.made:
            self.made[name, depends] = make()
        return self.made[name, depends]

    def read(self) -> Project:
        return read_project(self.root, self.keep, environment={})

    def verdict(self, slip: Slip) -> tuple[str, str]:
        """What becomes of a slip, and the words for it: the first problem, or the traceback."""
        path = self.root / slip.path
        before = path.read_bytes() if path.is_file() else None
        put(path, slip.content)
        try:
            return in_a_process(lambda: self.judged(slip))
        finally:
            put(path, before)

    def judged(self, slip: Slip) -> tuple[str, str]:
        try:
            project = self.read()
        except DataError as error:
            first = error.problems[0]
            return told(slip, first, self.root), str(first)
        except BaseException:
            return "traceback", traceback.format_exc()
        same = held(project) == held(self.good)
        return ("lost" if same and not harmless(slip) else "accepted"), ""


def held(project: Project) -> list[object]:
    """Everything that a project says."""
    return [*(getattr(project.book, part.name) for part in fields(project.book)), project.prose]


def harmless(slip: Slip) -> bool:
    """Whether the site could show none of it: a trace of an editor, an option of MkDocs, what is made (and tested)."""
    return slip.kind == "a lock file" or slip.path.startswith(("mkdocs.yml", "data/schemas/", "data/README.md"))


def told(slip: Slip, problem: Problem, root: Path) -> str:
    """How near the first problem stands to the slip."""
    if problem.path == slip.path or slip.path.startswith(problem.path):
        if not isinstance(slip.content, bytes) or slip.first - 1 <= problem.line <= slip.last + 1:
            return "at the line"
        lines = slip.content.decode("utf-8", "replace").split("\n")
        return nearness(lines, slip, problem.line)
    said = f"{problem.field} {problem.message} {problem.fix}"
    twin = slip.path.startswith("content/") and problem.path.startswith("content/")  # both languages are compared
    missed = any(re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", said) for name in slip.names)
    return "by what is missed" if twin or missed or slip.path in said else "wrong file"


def nearness(lines: Lines, slip: Slip, line: int) -> str:
    at = min(slip.first, len(lines)) - 1
    around = [at]
    for above in range(at - 1, -1, -1):
        if lines[above].strip() and indent(lines[above]) < indent(lines[around[-1]]):
            around.append(above)
    if line - 1 in around:
        return "at the line"
    record = around[-2] if len(around) > 1 else around[-1]
    return "in the record" if record <= line - 1 < block(lines, record) else "elsewhere in the file"


def put(path: Path, content: bytes | Callable[[Path], None] | None) -> None:
    """Makes a path what it is to be; nothing where there is no content."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    if callable(content):
        content(path)
    elif content is not None:
        path.write_bytes(content)


def in_a_process(work: Callable[[], tuple[str, str]]) -> tuple[str, str]:
    """What `work` returns in a process of its own; "hang" where it takes too long, "traceback" where it dies."""
    ends, starts = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(starts, "wb") as answer:
            answer.write(pickle.dumps(work()))
        os._exit(0)
    os.close(starts)
    with os.fdopen(ends, "rb") as answer:
        in_time, _, _ = select.select([answer], [], [], LONGEST)
        said = answer.read() if in_time else b""
        if not in_time:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if said:
        return pickle.loads(said)
    return ("traceback", "the process died") if in_time else ("hang", "")
