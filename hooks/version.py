"""Keeps a changed model: `make version BASE=main`.

Under its own number while that branch has no version of it, or else under the next.
"""

import re
import subprocess
import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path

from knowledge.book import read_records
from knowledge.checks.versions import not_what_was_kept
from knowledge.records.files import texts_in
from knowledge.records.problems import DataError
from knowledge.roi.packs import FOLDER, changed, pack

ROOT = Path(__file__).resolve().parent.parent
TOLD = """  - date: {today}
    changes:
      - {{fr: "", en: ""}}
"""


def keep(root: Path, today: date, open_numbers: Collection[int] = ()) -> str:
    """Keeps the model of a project under its number, or under the next one if that one is taken; says what it did.

    A number is taken once its version is kept, but for the open ones, which nobody has seen yet.
    DataError for a model that cannot be read, and for a kept version that is not what was kept.
    """
    records = read_records(root)
    model, kept = records.book.model, texts_in(records.files, FOLDER, ".json")
    if records.unread or model is None:
        raise DataError(records.faults)
    text, number = pack(model), model.version
    if str(number) in kept:
        try:
            same = not changed(kept[str(number)], text)
        except ValueError:
            raise DataError([not_what_was_kept(number)]) from None
        if same:
            return f"Nothing changed since version {number}."
        if number in open_numbers:
            date_again(root, today)
        else:
            number += 1
            renumber(root, number, today)
            text = re.sub(r'^ "version": \d+', f' "version": {number}', text, flags=re.MULTILINE)
    (root / FOLDER).mkdir(exist_ok=True)
    (root / FOLDER / f"{number}.json").write_text(text, encoding="utf-8")
    if number in open_numbers:
        return f"Version {number} is kept as it is now. Look in data/roi/versions.yml whether all that changed is told."
    return f"Version {number} is kept. Say in data/roi/versions.yml what changed and why, in both languages."


def renumber(root: Path, number: int, today: date) -> None:
    settings, told = root / "data/roi/settings.yml", root / "data/roi/versions.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"^version: \d+", f"version: {number}", text, flags=re.MULTILINE), encoding="utf-8")
    told.write_text(told.read_text(encoding="utf-8").rstrip() + "\n" + TOLD.format(today=today), encoding="utf-8")


def date_again(root: Path, today: date) -> None:
    """Gives the last version told the day on which it is kept once more."""
    told = root / "data/roi/versions.yml"
    text = re.sub(r"(.*- date: )\S+", rf"\g<1>{today}", told.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
    told.write_text(text, encoding="utf-8")


def unmerged(root: Path, base: str) -> set[int]:
    """The versions that are kept here and not in a branch, nor in what a remote calls so.

    Raises CalledProcessError if git knows no such branch.
    """

    def git(*words: str) -> list[str]:
        return subprocess.run(["git", *words], cwd=root, capture_output=True, check=True, text=True).stdout.splitlines()

    branches = [base, *git("for-each-ref", "--format=%(refname)", f"refs/remotes/*/{base}")]
    published = {name for branch in branches for name in git("ls-tree", "--name-only", branch, FOLDER)}
    here = {path.relative_to(root).as_posix() for path in (root / FOLDER).glob("*.json")}
    return {int(Path(name).stem) for name in here - published if Path(name).stem.isdigit()}


def main(base: str) -> str:
    """Keeps the model beside a branch; says what it did."""
    try:
        return keep(ROOT, date.today(), unmerged(ROOT, base))
    except (subprocess.CalledProcessError, FileNotFoundError):
        return f"{keep(ROOT, date.today())}\nWhich versions `{base}` has is not known: BASE= names another branch."


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which branch has the published versions: hooks/version.py main")
    try:
        print(main(sys.argv[1]))
    except DataError as error:
        sys.exit(str(error))
