"""What a slip is: a file of the project and what it holds afterwards; and a file's lines as an editor sees them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

FIELD = re.compile(r"^( *)(?:- )?([\w-]+):(?: +(\S.*))?$")

Lines = list[str]


@dataclass(frozen=True)
class Slip:
    """`content`: what the file holds afterwards; None where it is deleted, a function where it becomes something else.

    `names` are those taken away: a report elsewhere that says one of them is right as well.
    """

    kind: str
    path: str
    content: bytes | Callable[[Path], None] | None
    first: int = 1
    last: int = 1
    names: frozenset[str] = field(default_factory=frozenset)


def block(lines: Lines, at: int) -> int:
    """The number of the line after what stands below a line."""
    depth = indent(lines[at])
    below = (
        end
        for end in range(at + 1, len(lines))
        if lines[end].strip() and indent(lines[end]) <= depth and not (lines[at].lstrip() != lines[end].lstrip() == "")
    )
    return next(below, len(lines))


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())
