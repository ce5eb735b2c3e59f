"""Copies of the project and sites built from them."""

import fcntl
import functools
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from knowledge.book import read_project
from knowledge.pages.project import Project

ROOT = Path(__file__).resolve().parents[2]


@functools.cache
def project() -> Project:
    """What the repository holds, read once a process."""
    return read_project(ROOT)


def copied(target: Path, *left: str) -> Path:
    """A copy of the project without what git or a tool made, and without `left`; what takes long to make is shared."""
    made = {ROOT / name for name in (".git", ".venv", ".cache", "site", "tests/tools/node_modules", *left)}

    def ignored(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) in made]

    shutil.copytree(ROOT, target, ignore=ignored)
    (ROOT / ".cache/made").mkdir(parents=True, exist_ok=True)
    (target / ".cache").mkdir()
    (target / ".cache/made").symlink_to(ROOT / ".cache/made")
    return target


def build(target: Path, root: Path = ROOT, **environment: str) -> str:
    """What `mkdocs build --strict` says while it writes the site to `target`.

    Its address is the one of mkdocs.yml unless given, its day that of the last review.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    run = subprocess.run(
        command,
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TODAY": str(project().book.today)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stderr


def once(tmp_path_factory, name: str, make: Callable[[Path], Any]) -> tuple[Path, Any]:
    """(a folder that all test processes of this run share, what `make` returned when the first of them filled it)"""
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    shared.mkdir(exist_ok=True)
    made = shared / "made.pickle"
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            made.write_bytes(pickle.dumps(make(shared)))
    return shared, pickle.loads(made.read_bytes())


def tell(root: Path) -> None:
    """Says why the model has a new version, where `make version` left a gap."""
    path = root / "data/roi/versions.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('{fr: "", en: ""}', "{fr: Une raison, en: A reason}"), encoding="utf-8")
