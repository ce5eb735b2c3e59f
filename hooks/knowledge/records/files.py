"""The files of a folder as texts. Only plain files in UTF-8 are read; all else is told, and no link is followed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from .problems import Problem

Files = Mapping[str, str]  # path in the project ("data/kpis/csat.yml") → text, in the order of the names
Said = tuple[str, str]  # what is wrong, what to do

PICTURES = ("png", "jpg", "webp", "avif")  # SVG is left out: it may hold scripts
READ = {  # what may stand in a folder, and how that is said
    "data": (
        r".+\.yml|guides/[^/]+\.sql|sample/(schema\.sql|[^/]+\.csv)|"
        r"(roi/versions|editions)/[^/]+\.json|schemas/[^/]+\.json|README\.md",
        "A record is a .yml file, a query a .sql file in data/guides/.",
    ),
    "content": (
        rf".+\.md|.+\.({'|'.join(PICTURES)})",
        f"A page is a .md file, a picture a file in .{', .'.join(PICTURES)}.",
    ),
}
RENAMED = {".yaml": ".yml", ".yml": ".yml", ".markdown": ".md", ".md": ".md", ".jpeg": ".jpg"}
TRACE = re.compile(
    r"\.#.+|#.+#|.+~|\..+\.sw[a-z]|\.DS_Store|Thumbs\.db"
)  # what editors and systems leave while they run
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff0-\uffff\U000e0000-\U000e0fff]"
)
LONGEST_LINE = 5_000  # characters: more is no text that anybody typed
LONG = re.compile(rf"^.{{{LONGEST_LINE + 1},}}", re.M)
CONFLICTS = tuple(  # how one starts and ends, on a line's first column: looked for by its letters, which is fast
    re.compile(rf"{sign}(?<![^\n]{sign})(?= |$)", re.M) for sign in ("<<<<<<<", ">>>>>>>")
)

LINK = ("This is a link to another place.", "Put a copy of the file itself here.")
HIDDEN = ("A name that starts with a point hides the file, so it is not read.", "Rename or delete it.")
FOLDER = ("A folder has the name of a file.", "Rename it, or put the file itself here.")
SPECIAL = ("This is not a plain file, or it went away while it was read.", "Delete it, or save it again.")
UNREADABLE = ("It cannot be read: this computer does not allow it, or it went away.", "Check that you may open it.")
UNNAMED = ("The name holds characters that cannot be printed.", "Rename it.")
ENCODING = ("The file is not saved as UTF-8.", 'Save it again with the encoding "UTF-8".')
UNFINISHED = ("Two versions of the same lines stand here: a merge was not finished.", "Keep one, and delete the marks.")


def read_files(root: Path, folder: str) -> tuple[dict[str, str], list[Problem]]:
    """The texts of `root`/`folder`, by path, and what is wrong with its files; a faulty one is left out.

    A picture is there without its text.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path, odd in sorted(found_in(root / folder)):
        name = printable(path.relative_to(root).as_posix())
        if said := odd or misnamed(folder, name):
            problems.append(Problem(name, 1, 1, "", *said))
        elif path.suffix[1:] in PICTURES:
            texts[name] = ""
        else:
            texts[name], faults = read_text_file(path, name)
            problems += faults
    for problem in problems:
        texts.pop(problem.path, None)
    return texts, problems


def texts_in(files: Files, folder: str, ending: str) -> dict[str, str]:
    """The texts of a folder ("data/guides/") that have this ending (".sql"), by name without it."""
    return {
        path[len(folder) : -len(ending)]: text
        for path, text in files.items()
        if path.startswith(folder) and path.endswith(ending) and "/" not in path[len(folder) :]
    }


def found_in(folder: Path) -> Iterator[tuple[Path, Said | None]]:
    """Every file below a folder, with what keeps it from being read."""
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        here = waiting.pop()
        try:
            inside = sorted(here.iterdir())
        except OSError:
            yield here, UNREADABLE
            continue
        for path in inside:
            if TRACE.fullmatch(path.name):
                continue
            odd = oddity(path)
            if odd is None and path.is_dir():
                waiting.append(path)
            else:
                yield path, odd


def oddity(path: Path) -> Said | None:
    """What keeps a file or a folder from being read."""
    if not path.name.isprintable():
        return UNNAMED
    if path.is_symlink():
        return LINK
    if path.name.startswith("."):
        return HIDDEN
    if path.is_dir():
        return FOLDER if path.suffix in (".yml", ".md", ".sql") else None
    return None if path.is_file() else SPECIAL


def misnamed(folder: str, name: str) -> Said | None:
    """What is wrong with the name of a file that nobody would read."""
    pattern, known = READ[folder]
    if re.fullmatch(pattern, name.removeprefix(f"{folder}/")):
        return None
    stem, dot, ending = name.rpartition(".")
    right = RENAMED.get(f".{ending.lower()}")
    if dot and right and re.fullmatch(pattern, f"{stem}{right}".removeprefix(f"{folder}/")):
        return f"The file's name ends in .{ending}, so it is not read.", f"Rename it to {right}."
    return "Nothing reads a file of this name.", f"Rename or delete it. {known}"


def printable(name: str) -> str:
    return name if name.isprintable() else name.encode("unicode_escape").decode()


def read_text_file(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file, shown to editors as `name`, its lines ended alike; and what is wrong with it."""
    try:
        typed = path.read_bytes()
    except OSError:
        return "", [Problem(name, 1, 1, "", *UNREADABLE)]
    try:
        text = re.sub("\r\n?", "\n", typed.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return "", [Problem(name, typed.count(b"\n", 0, error.start) + 1, 1, "", *ENCODING)]
    return text, [*text_faults(text, name)]


@lru_cache(maxsize=1024)  # while one edits, only what changed is looked through again
def text_faults(text: str, name: str) -> tuple[Problem, ...]:
    """The first fault of each line: a character that nobody sees, no end, what a merge left behind."""
    return tuple(first_of_each_line(faults_in(text, name)))


def faults_in(text: str, name: str) -> Iterator[Problem]:
    for hit in UNSEEN.finditer(text):
        called = unicodedata.name(hit[0], "CONTROL CHARACTER")
        message = f"An invisible character stands here: U+{ord(hit[0]):04X}, {called.lower()}."
        yield Problem(
            name, *line_and_column(text, hit.start()), "", message, "Delete it, or type the line again by hand."
        )
    for hit in LONG.finditer(text):
        message = f"This line has {len(hit[0]):,} characters; {LONGEST_LINE:,} is the limit."
        yield Problem(name, *line_and_column(text, hit.start()), "", message, "Break it into several, or shorten it.")
    starts, ends = ([*pattern.finditer(text)] for pattern in CONFLICTS)
    for hit in starts or ends:
        yield Problem(name, *line_and_column(text, hit.start()), "", *UNFINISHED)


def first_of_each_line(problems: Iterable[Problem]) -> Iterator[Problem]:
    lines: set[int] = set()
    for problem in problems:
        if problem.line not in lines:
            lines.add(problem.line)
            yield problem


def line_and_column(text: str, position: int) -> tuple[int, int]:
    """Both from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
