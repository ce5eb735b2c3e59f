"""The versions of the model: what was kept still gives what it gave, and nothing changes in silence."""

import json
import shutil
from datetime import date

import pytest
from knowledge.book import read_project
from knowledge.records.problems import DataError
from knowledge.roi.engine import evaluate
from knowledge.roi.packs import changed, former_models, pack
from version import keep

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
    assert "bring it back" in keep(copy, TODAY)
