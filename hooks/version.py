"""Gives a changed model its next number and keeps it: `make version`."""

import re
import sys
from datetime import date
from pathlib import Path

from knowledge.records.decode import decode
from knowledge.records.files import read_files, texts_in
from knowledge.records.source import documents_of
from knowledge.roi.packs import FOLDER, changed, pack

ROOT = Path(__file__).resolve().parent.parent
TOLD = """  - date: {today}
    changes:
      - {{fr: "", en: ""}}
"""


def keep(root: Path, today: date) -> str:
    """Keeps the model of a project under its number, or under the next one if that one is kept already; says what it did."""
    files, odd = read_files(root, "data")
    documents, unread = documents_of(files)
    book, _ = decode(documents, texts_in(files, "data/guides/", ".sql"), set())
    if odd or unread or book.model is None:
        return "The model cannot be read: run `make check` first."
    text, number, kept = pack(book.model), book.model.version, texts_in(files, FOLDER, ".json")
    if str(number) in kept:
        try:
            same = not changed(kept[str(number)], text)
        except ValueError:
            return f"{FOLDER}{number}.json is not what was kept: bring it back from the last good version."
        if same:
            return f"Nothing changed since version {number}."
        number += 1
        renumber(root, number, today)
        text = re.sub(r'^ "version": \d+', f' "version": {number}', text, flags=re.MULTILINE)
    (root / FOLDER).mkdir(exist_ok=True)
    (root / FOLDER / f"{number}.json").write_text(text, encoding="utf-8")
    return f"Version {number} is kept. Say in data/roi/versions.yml what changed and why, in both languages."


def renumber(root: Path, number: int, today: date) -> None:
    settings, told = root / "data/roi/settings.yml", root / "data/roi/versions.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"^version: \d+", f"version: {number}", text, flags=re.MULTILINE), encoding="utf-8")
    told.write_text(told.read_text(encoding="utf-8").rstrip() + "\n" + TOLD.format(today=today), encoding="utf-8")


if __name__ == "__main__":
    print(keep(ROOT, date.today()))
    sys.exit(0)
