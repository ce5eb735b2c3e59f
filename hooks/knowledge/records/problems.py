"""A problem in the data, and the one place that words a list of them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape

IN_MESSAGE = "%\r\n"  # signs that GitHub's runner wants to read as their codes
IN_PROPERTY = IN_MESSAGE + ":,"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it stands, what is wrong (a sentence), what to type (a sentence).

    `path` is relative to the project, `line` and `column` count from 1, `field` is what the editor typed.
    """

    path: str
    line: int
    column: int
    field: str
    message: str
    fix: str

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}:{self.column}  {self.field}".rstrip()
        return f"{head}\n  {self.message}\n  {self.fix}"


class DataError(Exception):
    """The data cannot be used; the text of the exception is the whole report.

    `first` are the paths of the files that could not be read: what is missed elsewhere may stand in them.
    """

    def __init__(self, problems: Iterable[Problem], first: Collection[str] = ()):
        self.problems = in_order(problems, first)
        super().__init__(report(self.problems, first))


def in_order(problems: Iterable[Problem], first: Collection[str] = ()) -> list[Problem]:
    """Each once, by place, those of some files before all others."""
    return sorted(set(problems), key=lambda problem: (problem.path not in first, problem))


def report(problems: Iterable[Problem], first: Collection[str] = ()) -> str:
    """All problems in their order, under a line that counts them."""
    ordered = in_order(problems, first)
    if not ordered:
        return "No problem found."
    folders = sorted({re.sub("/.*", "/", problem.path) for problem in ordered})
    count = "1 problem" if len(ordered) == 1 else f"{len(ordered)} problems"
    return "\n\n".join([f"{count} in {' and '.join(folders)}", *map(str, ordered)]) + "\n"


def annotation(problem: Problem) -> str:
    """The problem as a command of GitHub's runner, which shows it at its line of the pull request."""
    place = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.field or problem.path}
    properties = ",".join(f"{name}={escaped(str(value), IN_PROPERTY)}" for name, value in place.items())
    return f"::error {properties}::" + escaped(f"{problem.message}\n{problem.fix}", IN_MESSAGE)


def escaped(text: str, signs: str) -> str:
    """The text in which each of these signs is written as its code: "," → "%2C"."""
    return "".join(f"%{ord(sign):02X}" if sign in signs else sign for sign in text)


def did_you_mean(word: str, known: Iterable[str], likely: Sequence[str] = ()) -> str:
    """The sentence that tells an editor what can be written, nearest name first, and never a hundred of them.

    Of many names of which none is near, the only one that is likely.
    """
    known = sorted(map(str, known))
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if len(known) > 12:
        guess = near or (likely if len(likely) == 1 else ())
        example = f"Write one of the {len(known)} known names, for example: {', '.join(known[:4])}."
        return f'Did you mean "{guess[0]}"?' if guess else example
    return f"Write one of: {', '.join(known)}." + (f' Did you mean "{near[0]}"?' if near else "")


def as_page(text: str) -> str:
    """A report as a page that asks for itself again until the faults are mended; for people who are editing."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">'
        f"<title>Not built</title><h1>The site was not built</h1><pre>{escape(text)}</pre></html>"
    )
