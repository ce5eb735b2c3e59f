"""What an editor does to the lines of a file: each function makes one slip, or nothing where a file cannot have it."""

import random
import re
from collections.abc import Callable

from .slip import FIELD, Lines, block, indent

Random = random.Random
Made = tuple[Lines | bytes, int, int]  # the new file, and the first and last line changed, from 1
Make = Callable[[Random, Lines], Made | None]


def a_field(rng: Random, lines: Lines, value: str = "") -> int | None:
    """The number, from 0, of a line that names a field; of one whose value holds this pattern."""
    found = [at for at, line in enumerate(lines) if (hit := FIELD.match(line)) and re.search(value, hit[3] or "")]
    return rng.choice(found) if found else None


def on_field(value: str, change: Callable[[Random, str], str]) -> Make:
    """A slip in the value of one line."""

    def make(rng: Random, lines: Lines) -> Made | None:
        if (at := a_field(rng, lines, value)) is None:
            return None
        head, colon, rest = lines[at].partition(": ")
        return [*lines[:at], head + colon + change(rng, rest), *lines[at + 1 :]], at + 1, at + 1

    return make


def deleted_line(rng: Random, lines: Lines) -> Made | None:
    full = [at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    if not full:
        return None
    at = rng.choice(full)
    return lines[:at] + lines[at + 1 :], at + 1, at + 1


def deleted_block(rng: Random, lines: Lines) -> Made | None:
    if (at := a_field(rng, lines)) is None:
        return None
    return lines[:at] + lines[block(lines, at) :], at + 1, at + 1


def doubled_block(rng: Random, lines: Lines) -> Made | None:
    if (at := a_field(rng, lines)) is None:
        return None
    end = block(lines, at)
    return lines[:end] + lines[at:end] + lines[end:], at + 1, 2 * end - at


def swapped_languages(rng: Random, lines: Lines) -> Made | None:
    pairs = [
        at for at in range(len(lines) - 1) if re.match(r" *fr: \S", lines[at]) and re.match(r" *en: \S", lines[at + 1])
    ]
    if not pairs:
        return None
    at = rng.choice(pairs)
    french, english = lines[at], lines[at + 1]
    swapped = [french.replace("fr:", "en:", 1), english.replace("en:", "fr:", 1)]
    return lines[:at] + swapped[::-1] + lines[at + 2 :], at + 1, at + 2


def indented(rng: Random, lines: Lines) -> Made | None:
    if (at := a_field(rng, lines)) is None:
        return None
    line = " " + lines[at] if rng.random() < 0.5 or not lines[at].startswith(" ") else lines[at][1:]
    return [*lines[:at], line, *lines[at + 1 :]], at + 1, at + 1


def tabbed(rng: Random, lines: Lines) -> Made | None:
    inner = [at for at, line in enumerate(lines) if line.startswith("  ") and FIELD.match(line)]
    if not inner:
        return None
    at = rng.choice(inner)
    return [*lines[:at], "\t" + lines[at].lstrip(), *lines[at + 1 :]], at + 1, at + 1


def misspelt_field(rng: Random, lines: Lines) -> Made | None:
    if (at := a_field(rng, lines)) is None:
        return None
    line = FIELD.sub(lambda hit: lines[at].replace(hit[2], hit[2][:-1] + "zq", 1), lines[at])
    return [*lines[:at], line, *lines[at + 1 :]], at + 1, at + 1


def cut_short(rng: Random, lines: Lines) -> Made | None:
    at = rng.randrange(len(lines))
    return [*lines[:at], lines[at][: len(lines[at]) // 2]], at + 1, at + 1


def strewn(text: str) -> Make:
    """A text put into the middle of a line."""

    def make(rng: Random, lines: Lines) -> Made | None:
        full = [at for at, line in enumerate(lines) if len(line) > 8 and not line.lstrip().startswith("#")]
        if not full:
            return None
        at = rng.choice(full)
        middle = lines[at].rfind(" ") + 1
        return [*lines[:at], lines[at][:middle] + text + lines[at][middle:], *lines[at + 1 :]], at + 1, at + 1

    return make


def with_line(text: str) -> Make:
    """A line put between two others, below the head of a written page."""

    def make(rng: Random, lines: Lines) -> Made | None:
        start = lines.index("---", 1) + 1 if lines[0] == "---" else 0
        at = rng.randrange(start, len(lines) + 1)
        return [*lines[:at], *text.split("\n"), *lines[at:]], at + 1, at + 1 + text.count("\n")

    return make


def unfinished_merge(rng: Random, lines: Lines) -> Made | None:
    at = rng.randrange(len(lines))
    both = ["<<<<<<< HEAD", lines[at], "=======", lines[at] + " x", ">>>>>>> other"]
    return [*lines[:at], *both, *lines[at + 1 :]], at + 1, at + 5


def encoded(encoding: str) -> Make:
    def make(rng: Random, lines: Lines) -> Made | None:
        text = "\n".join(lines)
        if text.isascii() and encoding == "latin-1":
            return None
        return text.encode(encoding, "replace"), 1, len(lines)

    return make


def emptied(rng: Random, lines: Lines) -> Made | None:
    return b"", 1, 1


def circle(rng: Random, lines: Lines) -> Made | None:
    """A formula that needs itself."""
    found = [at for at, line in enumerate(lines) if re.match(r" *expr: \S", line)]
    if not found:
        return None
    at = rng.choice(found)
    names = [hit[2] for line in lines[:at] if (hit := FIELD.match(line)) and indent(line) < indent(lines[at])]
    return [*lines[:at], f"{lines[at]} + 0 * {names[-1]}", *lines[at + 1 :]], at + 1, at + 1


def uneven_row(rng: Random, lines: Lines) -> Made | None:
    at = rng.randrange(len(lines) - 1)
    return [*lines[:at], lines[at] + ",x", *lines[at + 1 :]], at + 1, at + 1
