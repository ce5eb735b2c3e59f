"""Slips drawn by a seed: the kinds in turn, each in a file that can have it."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .kinds import ODD, Kind, kinds_of
from .lines import Random
from .slip import FIELD, Lines, Slip, indent


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


def one(rng: Random, kind: Kind, files: dict[str, Path]) -> Slip | None:
    """A slip of a kind in a file that can have it; None where the file that was drawn cannot."""
    name, pattern, make = kind
    path = rng.choice([path for path in files if re.fullmatch(pattern, path)])
    if name in ODD:
        odd, content = ODD[name]
        return Slip(name, f"{path.rpartition('/')[0]}/{odd}", content)
    if make is None:
        held = names_in(files[path].read_text(encoding="utf-8").split("\n"))
        return Slip(name, path, None, names=held | {Path(path).stem, Path(path).name})
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
