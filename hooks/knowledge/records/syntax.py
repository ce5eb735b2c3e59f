"""What is wrong with a text as YAML: what no parser reads, what several read in different ways, what one would drop."""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from .problems import Problem

MARK = re.compile(r"[&*!](?=\S)")
BEFORE_TEXT = re.compile(r" *(- +)?([\w-]+: +)?")  # what stands on a line before its text
DEEPEST = 20  # levels of lists and groups in one another
BRACKET = re.compile(r"[\[\]{}]")
SIGN = re.compile(r"""[&*!][^\s"']""")
FURTHEST = 200  # characters back: a longer way would be gone at every sign
OPENS = "[{,:?\"'"  # before a sign: inside brackets, or after a name in quotes
FAR = (re.compile(r"[-?] +(?:[-?] +){7}"), re.compile(r"\n {40}"))  # lists in lists on one line, a far indentation
CUT = re.compile(r" #\S")  # "Ensemble #1 des…": the rest would be a comment
MEANT = re.compile(r"""^\s*#|["'].* #.*["']|[{]\s*#""")  # a line of comment, a text in quotes, an anchor of a heading
SURPRISES = (
    (re.compile(r"(?i)(yes|no|on|off|y|n)"), "means true or false in some YAML programs and text in others"),
    (re.compile(r"(?i)(null|~|)"), "is an empty value"),
    (re.compile(r"[0-9]+(:[0-9]+)+"), "is read as a number of seconds by some YAML programs"),
    (
        re.compile(r"[-+]?[0-9]+(_[0-9]+)+(\.[0-9]*)?"),
        "is read as a number by some YAML programs and as text by others",
    ),
    (re.compile(r"[-+]?0[0-9]+(\.[0-9]*)?"), "starts with a zero, which some YAML programs read as an octal number"),
    (
        re.compile(r"[-+]?(\.[0-9]+|[0-9]+\.|[0-9.]+[eE][-+]?[0-9]+|0x[0-9a-fA-F]+|\.(inf|nan))"),
        "is not a plain number",
    ),
)
SYNTAX = (
    (
        "mapping values are not allowed",
        'A text that holds ": " is not in quotes, or the line is indented wrongly.',
        'Put the text in "double quotes", or on lines of its own under ">-", and check the spaces at the start.',
    ),
    (
        "expected key",
        "This line does not line up with the lines above it.",
        "Give it the same number of spaces as its neighbours, and check quotes and brackets just above.",
    ),
    (
        "expected node content",
        "A value is missing, or a bracket is opened and not closed.",
        "Write the value, or close the bracket.",
    ),
    (
        "could not find expected ':'",
        'A name is not followed by ": ".',
        'Write "name: value", with a space after the colon, and check the quotes just above.',
    ),
    ("unexpected end of stream", "A quote or a bracket is opened and not closed.", "Close it where the text ends."),
    (
        "cannot start any token",
        "A text starts with a character that has a meaning of its own in YAML.",
        'Put the text in "double quotes".',
    ),
)


def marked_text(text: str) -> re.Match[str] | None:
    """The first tag, anchor or alias before a text: YAML would drop the word."""
    marks = (
        hit
        for hit in MARK.finditer(text)
        if BEFORE_TEXT.fullmatch(text, text.rfind("\n", 0, hit.start()) + 1, hit.start())
    )
    return next(marks, None)


def sign_problem(text: str, name: str, line: int, column: int) -> Problem:
    """A tag, an anchor or an alias before a text, at its line and column from 1."""
    sign = text.split("\n")[line - 1][column - 1]
    message = f'A text starts with "{sign}", which has a meaning of its own in YAML.'
    return Problem(name, line, column, "", message, 'Put the text in "double quotes".')


def tangled(text: str, name: str, loader: Any) -> Problem | None:
    """The first tag, anchor or alias wherever it stands, or the first value too deep for the parser to survive.

    Raises YAMLError. Few texts are suspect: only they are read twice.
    """
    suspect = any(pattern.search(text) for pattern in FAR) or any(
        opened(text, hit.start()) for hit in SIGN.finditer(text)
    )
    if not suspect and open_brackets(text) <= DEEPEST:
        return None
    events: Iterable[Any] = yaml.parse(text, Loader=loader)
    depth = 0
    for event in events:
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or getattr(event, "tag", None):
            return sign_problem(text, name, *place)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            message = f"Lists and groups stand in one another more than {DEEPEST} levels deep."
            fix = "Check the brackets on this line, and the spaces at its start."
            return Problem(name, *place, "", message, fix)
    return None


def opened(text: str, place: int) -> bool:
    """Whether what stands before a place, on whatever line, lets a value start there."""
    return text[max(0, place - FURTHEST) : place].rstrip(" \n")[-1:] in OPENS  # of nothing but spaces, who knows


def open_brackets(text: str) -> int:
    """The most brackets that are open at once, those in texts counted too."""
    depth = deepest = 0
    for bracket in BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def cut_texts(text: str, name: str) -> list[Problem]:
    """Texts that a "#" cuts short."""
    fix = 'Put the whole text in "double quotes"; a comment has a space after its #.'
    message = 'What follows " #" is a comment: the text ends there.'
    return [
        Problem(name, number, cut.start() + 2, "", message, fix)
        for number, line in enumerate(text.splitlines(), 1)
        if (cut := CUT.search(line)) and not MEANT.search(line)
    ]


def syntax_problem(error: yaml.YAMLError, text: str, name: str) -> Problem:
    """The parser's complaint in an editor's words, at the place where the fault starts."""
    said = str(getattr(error, "problem", error))
    unclosed = "end of stream" in said and getattr(error, "context_mark", None)
    mark = unclosed or getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "\t" in leading_space(text, line):
        return Problem(
            name,
            line,
            column,
            "",
            "A tab stands where spaces are expected.",
            "Replace the tab by spaces, two for each level.",
        )
    for sign, message, fix in SYNTAX:
        if sign in said:
            return Problem(name, line, column, "", message, fix)
    fix = "Check indentation, quotes and brackets on this line and the one above."
    return Problem(name, line, column, "", f"This is not valid YAML: {said}.", fix)


def leading_space(text: str, line: int) -> str:
    lines = text.splitlines()
    typed = lines[line - 1] if line <= len(lines) else ""
    return typed[: len(typed) - len(typed.lstrip())]


def surprise(text: str) -> tuple[str, str] | None:
    """What is wrong with a bare word that YAML programs read in several ways, and what to type; None for any other."""
    why = next((why for pattern, why in SURPRISES if pattern.fullmatch(text)), None)
    shown = f'"{text}"' if text else "Nothing is written here: it"
    return (f"{shown} {why}.", surprise_fix(text)) if why else None


def surprise_fix(text: str) -> str:
    if not text or text.lower() in ("null", "~"):
        return "Write the value, or delete the line."
    if text.lower() in ("yes", "on", "y", "no", "off", "n"):
        return f'Write true or false, or "{text}" in quotes if the word is meant.'
    digits = text.replace("_", "").lstrip("0") or "0"
    number = f", for example {digits}" if digits.isdigit() else ""
    return f"Write a plain number{number}, or put it in quotes if text is meant."
