"""What an editor is offered while typing follows from the records, and agrees with the check."""

import json
import re
import shutil
from pathlib import Path

import pytest
import schemas as command
from knowledge.records.base import Record
from knowledge.records.decode import kind_of
from knowledge.records.described import descriptions
from knowledge.records.files import read_files
from knowledge.records.folders import as_one
from knowledge.records.homes import JOINED
from knowledge.records.problems import DataError
from knowledge.records.roi import RoiModel
from knowledge.records.schemas import REFERS
from knowledge.records.source import documents_of

from tests.support.schemas import faults

ROOT = Path(__file__).parents[2]
SCHEMAS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "data/schemas").glob("*.json")}
DOCUMENTS, _ = documents_of(read_files(ROOT, "data")[0])


def below(record: type[Record]) -> list[type[Record]]:
    return [kind for child in record.__subclasses__() for kind in (child, *below(child))]


RECORDS = [
    record
    for record in below(Record)
    if record is not RoiModel
    and record.__module__.startswith("knowledge.")
    and record.__module__ != "knowledge.records.host"
]  # mkdocs.yml explains itself


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_each_field_of_a_record_says_what_to_write(record):
    said = descriptions(record)
    assert said.keys() == record.model_fields.keys()
    for name, text in said.items():
        assert 15 <= len(text) <= 320, name


def test_ids_are_offered_for_fields_that_exist():
    fields = {f"{record.__name__}.{name}" for record in RECORDS for name in record.model_fields}
    assert {field for named in REFERS.values() for field in named} <= fields


def test_what_is_written_is_what_the_records_say_run_make_schemas():
    files = command.written(ROOT)
    assert [path for path, text in files.items() if path.read_text(encoding="utf-8") != text] == []
    assert {path for path in files if path.suffix == ".json"} == set((ROOT / "data/schemas").iterdir())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.path)
def test_a_schema_takes_what_the_check_takes(document):
    schema = SCHEMAS[kind_of(document.path)]
    assert [*faults(document.value, schema, schema)] == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_takes_no_field_that_does_not_exist_and_misses_what_must_be_there(kind):
    schema, documents = SCHEMAS[kind], [document for document in DOCUMENTS if kind_of(document.path) == kind]
    value = as_one(kind, documents)[0].value if kind in JOINED else documents[0].value
    named = {**value, "no such field": 1}
    assert any("no such field is no field" in fault for fault in faults(named, schema, schema))
    for name in schema.get("required", ()):
        left = {key: item for key, item in value.items() if key != name}
        assert f": {name} is missing" in [*faults(left, schema, schema)]


def test_the_guide_shows_each_field_and_marks_those_that_must_be_there():
    guide = (ROOT / "data/README.md").read_text(encoding="utf-8")
    assert "| **`formula.window`** |" in guide
    assert "| `formula.denominator` |" in guide
    assert "| **`outcomes.<id>.figure(relative).change`** |" in guide
    assert not re.search(r"\| *\|", guide)


def test_a_data_file_without_its_first_line_gets_it(tmp_path):
    path = tmp_path / "roi/inputs/1_profile.yml"
    path.parent.mkdir(parents=True)
    path.write_text("# What the reader may type.\ninputs: {}\n", encoding="utf-8")
    signed = command.signed(path, tmp_path)
    assert signed.splitlines()[:2] == [
        "# yaml-language-server: $schema=../../schemas/roi.json",
        "# What the reader may type.",
    ]
    path.write_text(signed, encoding="utf-8")
    assert command.signed(path, tmp_path) == signed


def test_the_command_writes_what_is_stale_and_nothing_else(tmp_path):
    shutil.copytree(ROOT / "tests/core/project/data", tmp_path / "data")
    for folder in ("ui", "search"):
        shutil.copytree(ROOT / "data" / folder, tmp_path / "data" / folder)
    assert "Written: data/schemas/kpis.json" in command.write(tmp_path)
    assert command.write(tmp_path).startswith("0 of ")
    teams = tmp_path / "data/teams.yml"
    teams.write_text(teams.read_text(encoding="utf-8").replace("short:", "shorter:", 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"data/teams\.yml"):
        command.write(tmp_path)
