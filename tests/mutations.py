"""Slips of an editor, thousands of them by a seed, each judged: is it told where it was made, or does the site show it?

`python -m tests.mutations [how many] [seed] [folder of a project]` prints a table by kind, and every slip that went wrong;
stopped by Ctrl-C, those of the slips made by then.
Each is made in a copy of the project and read in a process of its own, which may take `LONGEST` seconds.
"""

import os
import pickle
import random
import re
import select
import shutil
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.book import read_project
from knowledge.pages.project import Project
from knowledge.records.problems import DataError, Problem

LONGEST = 20  # seconds
ROOT = Path(__file__).resolve().parents[1]
FIELD = re.compile(r"^( *)(?:- )?([\w-]+):(?: +(\S.*))?$")
NUMBER = re.compile(r"(?<=: )-?\d+(\.\d+)?(?=$|[,}])")
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

Lines = list[str]
Random = random.Random
Made = tuple[Lines | bytes, int, int]  # the new file, and the first and last line changed, from 1


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


# --- what an editor does to lines ---------------------------------------------------------------------------------


def a_field(rng: Random, lines: Lines, value: str = "") -> int | None:
    """The number, from 0, of a line that names a field; of one whose value holds this pattern."""
    found = [at for at, line in enumerate(lines) if (hit := FIELD.match(line)) and re.search(value, hit[3] or "")]
    return rng.choice(found) if found else None


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


def on_field(value: str, change: Callable[[Random, str], str]) -> Callable[[Random, Lines], Made | None]:
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


def strewn(text: str) -> Callable[[Random, Lines], Made | None]:
    """A text put into the middle of a line."""

    def make(rng: Random, lines: Lines) -> Made | None:
        full = [at for at, line in enumerate(lines) if len(line) > 8 and not line.lstrip().startswith("#")]
        if not full:
            return None
        at = rng.choice(full)
        middle = lines[at].rfind(" ") + 1
        return [*lines[:at], lines[at][:middle] + text + lines[at][middle:], *lines[at + 1 :]], at + 1, at + 1

    return make


def with_line(text: str) -> Callable[[Random, Lines], Made | None]:
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


def encoded(encoding: str) -> Callable[[Random, Lines], Made | None]:
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


TYPES = ("12", "-3.5", "true", "[]", "{}", "[a, b]", "{a: b}", "2026-11-27", "null", '""', '"12"', "yes", "x")
REFERENCE = r"^[a-z]+(-[a-z]+)*$"
DATA: dict[str, Callable[[Random, Lines], Made | None]] = {
    "delete a line": deleted_line,
    "delete a block": deleted_block,
    "double a block": doubled_block,
    "another type": on_field(r".", lambda rng, value: rng.choice(TYPES)),
    "swap languages": swapped_languages,
    "break indentation": indented,
    "a tab": tabbed,
    "a huge number": on_field(
        NUMBER.pattern.replace("(?<=: )", "^"), lambda rng, value: "9" * rng.choice((13, 15, 31, 5000))
    ),
    "a negative number": on_field(r"^[1-9]\d*(\.\d+)?$", lambda rng, value: "-" + value),
    "nought": on_field(r"^-?\d+(\.\d+)?$", lambda rng, value: "0"),
    "markup in a text": on_field(r"^[A-ZÀ-Ý].* ", lambda rng, value: value + " <script>alert</script>"),
    "template syntax in a text": on_field(
        r"^[A-ZÀ-Ý].* ", lambda rng, value: value + rng.choice((" {{ config }}", " {% raw %}", " {x}", " ${x}"))
    ),
    "an unknown id": on_field(REFERENCE, lambda rng, value: value + "-zq"),
    "a circle": circle,
    "a date": on_field(
        r"^\d{4}-\d\d-\d\d$", lambda rng, value: rng.choice(("2026-02-30", "27/11/2026", "2026-11", "26-11-27"))
    ),
    "misspell a field": misspelt_field,
    "an alias": on_field(r".", lambda rng, value: rng.choice(("[&x [*x]]", "&x 1", "*x", "!!python/name:os.system x"))),
    "deep nesting": on_field(r".", lambda rng, value: rng.choice("[{") * rng.choice((21, 300, 100_000))),
    "a formula gone wrong": on_field(
        r" [-+*/] ", lambda rng, value: rng.choice((f"({value}) / 0", f"{value} +", f"{value} * 1e999", "9" * 400))
    ),
}
TEXTS: dict[str, Callable[[Random, Lines], Made | None]] = {
    "cut short": cut_short,
    "another encoding": encoded("latin-1"),
    "UTF-16": encoded("utf-16"),
    "an empty file": emptied,
    "a control character": strewn("\x07"),
    "NUL": strewn("\0"),
    "an invisible character": strewn("\u200b"),
    "right to left": strewn("\u202e"),
    "an unfinished merge": unfinished_merge,
}
PAGES: dict[str, Callable[[Random, Lines], Made | None]] = {
    "a script on a page": with_line("\n<script>alert(1)</script>\n"),
    "a frame on a page": with_line("\n<iframe src='https://x.example/'></iframe>\n"),
    "a style on a page": strewn("<b style='color:red'>x</b> "),
    "a handler on a page": strewn("*x*{: onclick=alert(1) } "),
    "an address on a page": strewn("[x](javascript:alert(1)) "),
    "an encoded address": strewn("[x](java&#115;cript:alert(1)) "),
    "a data address": strewn("<data:text/html,x> "),
    "a comment on a page": with_line("\n<!-- todo -->\n"),
    "a line less on a page": deleted_line,
    "an unknown block": with_line("\n<!-- data:nothing -->\n"),
    "a heading more": with_line("\n## More { #more }\n"),
    "a heading without id": with_line("\n## More\n"),
}
SQL = {"an SQL comment": with_line("-- a comment"), "a line less in SQL": deleted_line}
HOST = {
    name: DATA[name]
    for name in ("delete a line", "delete a block", "double a block", "another type", "break indentation", "a tab")
} | {"misspell a field": misspelt_field, "an alias": DATA["an alias"], "deep nesting": DATA["deep nesting"]}


# --- what an editor does to files ---------------------------------------------------------------------------------


def linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def piped(path: Path) -> None:
    os.mkfifo(path)


ODD: dict[str, tuple[str, bytes | Callable[[Path], None]]] = {  # name of the file in a folder → what is put there
    "a lock file": (".#zq.yml", linked("me@host.1:2")),
    "a hidden file": (".zq.yml", b"number: 3\n"),
    "a name that is only an ending": (".yml", b"number: 3\n"),
    "a folder named as a file": ("zq.yml", lambda path: path.mkdir()),
    "a link out of the project": ("zq.yml", linked("/etc/hostname")),
    "a link to nowhere": ("zq.yml", linked("nowhere")),
    "a pipe": ("zq.yml", piped),
    "an ending in capitals": ("zq.YML", b"number: 3\n"),
    "a stray file": ("zq.txt", b"note"),
    "letters of another alphabet": ("\u0441sat.yml", b"number: 3\n"),
}


def slips(root: Path, count: int, seed: int) -> Iterator[Slip]:
    """So many slips, the kinds in turn; the same for the same seed and files."""
    files = {path.relative_to(root).as_posix(): path for path in sorted(project_files(root))}
    kinds = kinds_of(files)
    rng = random.Random(seed)
    made = 0
    while made < count:
        slip = one(rng, kinds[made % len(kinds)], files)
        if slip:
            made += 1
            yield slip


def project_files(root: Path) -> Iterator[Path]:
    yield from (path for folder in ("data", "content") for path in (root / folder).rglob("*.*") if path.is_file())
    yield from root.glob("mkdocs.yml")


Kind = tuple[str, str, Callable[[Random, Lines], Made | None] | None]  # its name, which files, what is done


def kinds_of(files: dict[str, Path]) -> list[Kind]:
    kinds: list[Kind] = [
        *((name, r"data/.*\.yml", make) for name, make in DATA.items()),
        *((name, r"(data|content)/.*\.(yml|md|sql|csv|json)", make) for name, make in TEXTS.items()),
        *((name, r"content/(fr|en)/(?!passages).*\.md", make) for name, make in PAGES.items()),
        ("a line less in passages", r"content/.*/passages/.*\.md", deleted_line),
        *((name, r"data/guides/.*\.sql", make) for name, make in SQL.items()),
        *((f"mkdocs.yml: {name}", r"mkdocs\.yml", make) for name, make in HOST.items()),
        ("a row less or more in a table", r"data/sample/.*\.csv", uneven_row),
        ("a line less in a former version", r"data/roi/versions/.*\.json", deleted_line),
        ("deep nesting in a former version", r"data/roi/versions/.*\.json", with_line("[" * 100_000)),
        ("delete a file", r"(data|content)/.*", None),
        *((name, r"data/.*\.yml", None) for name in ODD),
    ]
    return [kind for kind in kinds if any(re.fullmatch(kind[1], path) for path in files)]


def one(rng: Random, kind: Kind, files: dict[str, Path]) -> Slip | None:
    """A slip of a kind in a file that can have it; None where the file that was drawn cannot."""
    name, pattern, make = kind
    path = rng.choice([path for path in files if re.fullmatch(pattern, path)])
    if name in ODD:
        odd, content = ODD[name]
        return Slip(name, f"{path.rpartition('/')[0]}/{odd}", content)
    if make is None:
        return Slip(name, path, None, names=frozenset((Path(path).stem, Path(path).name)))
    lines = files[path].read_text(encoding="utf-8").split("\n")
    made = make(rng, lines)
    if made is None:
        return None
    content, first, last = made
    typed = content if isinstance(content, bytes) else "\n".join(content).encode()
    if typed == files[path].read_bytes():
        return None
    gone = [] if isinstance(content, bytes) else list((Counter(lines) - Counter(content)).elements())
    above = {hit[2] for line in lines[: first - 1] if (hit := FIELD.match(line)) and named_once(hit[2], lines)}
    return Slip(name, path, typed, first, last, names_in(gone) | (above & enclosing(lines, first - 1)))


def named_once(name: str, lines: Lines) -> bool:
    """Whether it is the name of a record, and not of a field that many have."""
    return sum(line.lstrip("- ").startswith(f"{name}:") for line in lines) == 1


def enclosing(lines: Lines, at: int) -> set[str]:
    """The names of the groups in which a line stands."""
    names, depth = set(), indent(lines[min(at, len(lines) - 1)])
    for line in reversed(lines[:at]):
        if line.strip() and indent(line) < depth and (hit := FIELD.match(line)):
            names.add(hit[2])
            depth = indent(line)
    return names


def names_in(lines: Lines) -> frozenset[str]:
    """The ids that the lines typed, which others may miss."""
    return frozenset(
        word for line in lines for word in re.findall(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", line) if len(word) > 2
    )


# --- what becomes of it -------------------------------------------------------------------------------------------


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
        same = (project.book, project.prose) == (self.good.book, self.good.prose)
        return ("lost" if same and not harmless(slip) else "accepted"), ""


def harmless(slip: Slip) -> bool:
    """Whether there is nothing that the site could show: a trace of an editor, an option of MkDocs, a schema (made, and tested)."""
    return slip.kind == "a lock file" or slip.path == "mkdocs.yml" or slip.path.startswith("data/schemas/")


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


# --- the table ----------------------------------------------------------------------------------------------------


def copy_of(root: Path, target: Path) -> Path:
    for name in ("data", "content", "overrides"):
        shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("assets"))
    if (root / "mkdocs.yml").exists():
        shutil.copy(root / "mkdocs.yml", target)
    return target


def run(root: Path, count: int, seed: int) -> tuple[dict[str, Counter[str]], list[tuple[str, Slip, str]]]:
    """(kind → verdict → how many, what went wrong) of so many slips in a copy of a project."""
    table: dict[str, Counter[str]] = {}
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(copy_of(root, Path(folder)))
        with suppress(KeyboardInterrupt):  # what was judged by then is printed
            for slip in slips(root, count, seed):
                verdict, words = reader.verdict(slip)
                table.setdefault(slip.kind, Counter())[verdict] += 1
                if verdict in FAULTS:
                    wrong.append((verdict, slip, words))
    return table, wrong


def printed(table: dict[str, Counter[str]]) -> str:
    rows = [
        ("", *VERDICTS),
        *((kind, *(str(counts[name] or "") for name in VERDICTS)) for kind, counts in table.items()),
    ]
    total = sum(table.values(), Counter())
    rows.append(("all", *(str(total[name]) for name in VERDICTS)))
    return "\n".join(f"{row[0]:32}" + " ".join(f"{cell:>10.10}" for cell in row[1:]) for row in rows)


if __name__ == "__main__":
    count, seed, root = (*sys.argv[1:], *("2000", "1", str(ROOT))[len(sys.argv) - 1 :])
    table, wrong = run(Path(root), int(count), int(seed))
    for verdict, slip, words in wrong:
        print(f"{verdict}: {slip.kind} · {slip.path}:{slip.first}\n  {words.strip()[-600:]}\n")
    print(printed(table))
    sys.exit(bool(wrong))
