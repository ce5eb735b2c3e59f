"""This state of the data beside the one it started from: `make drift BASE=main`, `make report BASE=main`."""

import shutil
import subprocess
import sys
from argparse import ArgumentParser
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from check import ANNOTATE, tell
from knowledge.book import read_project
from knowledge.compared.addresses import lost
from knowledge.compared.findings import findings
from knowledge.compared.report import report, unreadable
from knowledge.compared.state import read_state
from knowledge.pages.page import Settings
from knowledge.records.base import LANGUAGES
from knowledge.records.problems import DataError
from knowledge.site.files import assemble
from knowledge.site.render import Renderer, compiled_in
from knowledge.site.store import store_in

WORDS = ("data/ui", "data/search", "overrides")
UNSURE = "Addresses are not compared: `make check` finds a problem here, or in the base by the rules of this change.\n"
ROOT = Path(__file__).resolve().parent.parent


def export(base: str, folder: Path) -> None:
    """Puts the state from which this one and `base` went apart into a folder. CalledProcessError if git knows none."""
    start = git("merge-base", base, "HEAD").decode().strip()
    packed = folder / "base.tar"
    git("archive", "--output", str(packed), start)
    shutil.unpack_archive(packed, folder)


def git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True).stdout


def renderer(root: Path) -> Renderer:
    """The site of a project, whose address does not matter. Raises DataError with all its problems."""
    kept = store_in(ROOT / ".cache/made")
    project = read_project(root, kept.get)
    return Renderer(assemble(project, Settings("https://site.example/")), compiled_in(ROOT / ".cache/jinja"), kept)


def told(base: Path) -> int:
    """Raises DataError for what is to be mended or accounted for, or prints that there is nothing; the exit code."""
    before, after = read_state(base), read_state(ROOT)
    if before.documents != after.documents:
        try:
            after = replace(after, lost=lost(former(base)[0], renderer(ROOT)))
        except DataError:
            print(UNSURE, file=sys.stderr)
    if found := findings(before, after, date.today()):
        raise DataError(found)
    print("Nothing changed in one language only, and nothing is gone.")
    return 0


def reported(base: Path) -> int:
    """Prints the report; the exit code. Raises DataError for a state that cannot be shown."""
    after = renderer(ROOT)
    try:
        before, lent = former(base)
    except DataError as error:
        print(unreadable(len(error.problems)), end="")
        return 0
    print(report(before, after, lent), end="")
    return 0


def former(base: Path) -> tuple[Renderer, bool]:
    """The site of the base, and whether it was lent words. Raises DataError if the rules of this change refuse it."""
    try:
        return renderer(base), False
    except DataError:
        lend_words(base)
        return renderer(base), True


def lend_words(base: Path) -> None:
    """Gives a base the frame of this change and the words its templates ask for: it may lack some, or have too many."""
    for name in (*WORDS, *(f"content/{lang}/passages" for lang in LANGUAGES)):
        shutil.rmtree(base / name, ignore_errors=True)
        shutil.copytree(ROOT / name, base / name)


def main(base: str, report: bool, github: bool) -> int:
    """Compares with a branch, a tag or a commit; the exit code."""
    with TemporaryDirectory() as folder:
        try:
            export(base, Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"No state of the project to compare with: {error.stderr.decode().strip()}", file=sys.stderr)
            return 2
        try:
            return reported(Path(folder)) if report else told(Path(folder))
        except DataError as error:
            return tell(error, github)


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("base", help="a branch, a tag or a commit")
    parser.add_argument("--report", action="store_true", help="show what a reader sees otherwise")
    parser.add_argument("--github", action="store_true", help=ANNOTATE)
    sys.exit(main(**vars(parser.parse_args())))
