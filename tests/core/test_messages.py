"""What an editor is told, to the letter."""

import os
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from knowledge.book import read_project
from knowledge.checks.references import kpis_refer_to_known_records
from knowledge.records.problems import DataError

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = yaml.safe_load((HERE / "golden" / "messages.yml").read_text(encoding="utf-8"))


def changed(folder: Path, change: dict) -> None:
    """Does to the copy of the project what the case's editor does, in files of its own: a copy may share its files."""
    for name, edit in change.items():
        path = folder / name
        if edit is None:
            path.unlink()
        elif isinstance(edit, list):
            (folder / edit[0]).rename(path)
        elif isinstance(edit, dict):
            text = path.read_text(encoding="utf-8")
            for old, new in edit.items():
                assert old in text, f"the case is out of date: {old!r} is not in {name}"
                text = text.replace(old, new, 1)
            path.unlink()
            path.write_text(text, encoding="utf-8")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_bytes(edit if isinstance(edit, bytes) else edit.encode())


def copy_project(folder: Path) -> None:
    """The small project, with the site's own options, interface words and the frame that shows them."""
    shutil.copytree(HERE / "project", folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("ui", "search"):
        shutil.copytree(ROOT / "data" / name, folder / "data" / name)
    shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=shutil.ignore_patterns("assets"))


def report(folder: Path, today: date | None) -> str:
    try:
        read_project(folder, today=today, environment={})
    except DataError as error:
        return str(error)
    return "No problem found.\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Path:
    """The small project, whose files the one that is edited shares."""
    folder = tmp_path_factory.mktemp("small") / "project"
    copy_project(folder)
    return folder


@pytest.fixture(scope="module")
def edited(small) -> Path:
    """The project that an editor changes and puts back: a copy a case would take most of the time."""
    return shutil.copytree(small, small.with_name("edited"), copy_function=os.link)


def put_back(folder: Path, change: dict, former: Path) -> None:
    """Undoes what `changed` did."""
    renamed = [edit[0] for edit in change.values() if isinstance(edit, list)]
    for name in (*change, *renamed):
        (folder / name).unlink(missing_ok=True)
        if (former / name).exists():
            os.link(former / name, folder / name)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_editor_is_told(case, small, edited):
    try:
        changed(edited, case["change"])
        assert report(edited, case.get("today")) == case["says"]
    finally:
        put_back(edited, case["change"], small)


def test_what_all_others_name_as_before_it_was_renamed_is_guessed(book):
    renamed = replace(book, kpis={"satisfaction" if id == "csat" else id: kpi for id, kpi in book.kpis.items()})
    found = list(kpis_refer_to_known_records(renamed))
    assert found and {(one.message, one.fix) for one in found} == {
        ('"csat" is not in data/kpis/.', 'Did you mean "satisfaction"?')
    }
