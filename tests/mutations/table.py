"""So many slips in a copy of a project, and the table of what became of them."""

import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

from .judging import FAULTS, VERDICTS, Reader
from .slip import Slip
from .slips import slips


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
