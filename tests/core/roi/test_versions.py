"""The versions of the model: what was kept still gives what it gave, and nothing changes in silence."""

import json
import shutil
import subprocess
from datetime import date

import pytest
from knowledge.book import read_project
from knowledge.records.problems import DataError
from knowledge.roi.engine import evaluate
from knowledge.roi.packs import FOLDER, changed, former_models, pack
from version import keep, unmerged

from tests.support.building import ROOT, tell
from tests.support.roi import SITUATIONS, distance, flat, numbers

FIRST = json.loads((ROOT / "tests/core/golden/roi_cases_1.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 27)


@pytest.mark.parametrize("case", FIRST["cases"], ids=[case["id"] for case in FIRST["cases"]])
def test_the_first_version_still_gives_what_it_gave(book, case):
    results = evaluate(former_models(book)[1], case["inputs"], SITUATIONS[case["situation"]])
    expected, found = dict(numbers(case["outputs"])), dict(numbers(flat(former_models(book)[1], results)))
    for path, value in expected.items():
        if not path.startswith("tco_"):  # the cost of inaction is of no version
            assert distance(value, found[path], scale=1e-6) <= (1e-7 if path == "irr" else 1e-9), path


def test_every_earlier_version_is_kept(book):
    assert [*former_models(book)] == [*range(1, book.roi.version)]
    assert not changed(book.packs[str(book.roi.version)], pack(book.roi))


@pytest.fixture
def copy(tmp_path):
    """A copy of the project's data."""
    for name in ("data", "content", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("assets"))
    return tmp_path


def test_a_changed_figure_needs_a_version_and_its_reason(copy, book):
    path, number = copy / "data/roi/costs.yml", book.roi.version
    path.write_text(
        path.read_text(encoding="utf-8").replace("internal_project_cost + migration_cost", "migration_cost")
    )
    with pytest.raises(DataError, match=rf"changed since version {number} \(.*\): costs.one_off_cost.expr"):
        read_project(copy)
    assert f"Version {number + 1} is kept" in keep(copy, TODAY)
    with pytest.raises(DataError, match=f"versions.{number}.changes.0.fr"):
        read_project(copy)
    tell(copy)
    assert read_project(copy).book.roi.version == number + 1
    assert keep(copy, TODAY) == f"Nothing changed since version {number + 1}."


def test_a_version_that_nobody_has_seen_is_kept_anew_with_its_reason(copy, book):
    costs, told, number = copy / "data/roi/costs.yml", copy / "data/roi/versions.yml", book.roi.version + 1
    costs.write_text(
        costs.read_text(encoding="utf-8").replace("internal_project_cost + migration_cost", "migration_cost")
    )
    keep(copy, TODAY)
    tell(copy)
    reasons = told.read_text(encoding="utf-8")
    costs.write_text(costs.read_text(encoding="utf-8").replace("migration_cost", "internal_project_cost"))
    with pytest.raises(DataError, match=r"or keeps this one anew if it is not published yet"):
        read_project(copy)
    assert f"Version {number} is kept as it is now" in keep(copy, date(2026, 11, 29), {number})
    assert read_project(copy).book.roi.version == number
    assert told.read_text(encoding="utf-8") == reasons.replace(
        "2026-11-27\n    changes:\n      - {fr: Une", "2026-11-29\n    changes:\n      - {fr: Une"
    )


def test_a_version_is_open_until_the_branch_has_it_here_or_where_it_came_from(tmp_path):
    there, here = tmp_path / "there", tmp_path / "here"

    def git(root, *words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@a.example", *words], cwd=root, check=True)

    def keep_version(root, number):
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        (root / f"{FOLDER}{number}.json").write_text("{}")

    def commit(root):
        git(root, "add", ".")
        git(root, "commit", "-qm", "a")

    keep_version(there, 1)
    git(there, "init", "-qb", "main")
    commit(there)
    git(tmp_path, "clone", "-q", str(there), str(here))
    git(here, "checkout", "-qb", "change")
    keep_version(here, 2)
    commit(here)
    keep_version(here, 3)
    assert unmerged(here, "main") == {2, 3}
    keep_version(there, 2)
    commit(there)
    git(here, "fetch", "-q")
    assert unmerged(here, "main") == {3}
    with pytest.raises(subprocess.CalledProcessError):
        unmerged(here, "nowhere")


def test_a_changed_text_needs_none(copy):
    path = copy / "data/roi/costs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Store training", "Training of stores"))
    assert read_project(copy).book.roi.costs["training_cost"].label.en == "Training of stores"


@pytest.mark.parametrize("text", ["", "[]", "3", "{"], ids=["empty", "a list", "a number", "cut"])
def test_a_spoilt_version_is_told_and_not_written_over(copy, book, text):
    number = book.roi.version
    (copy / f"data/roi/versions/{number}.json").write_text(text)
    with pytest.raises(DataError, match=f"{number}.json"):
        read_project(copy)
    with pytest.raises(DataError, match="Bring it back"):
        keep(copy, TODAY)


def test_a_model_that_cannot_be_read_is_told_with_its_line(copy):
    path = copy / "data/roi/costs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("label:", "labels:", 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"data/roi/costs\.yml:\d+:\d+  costs\."):
        keep(copy, TODAY)
