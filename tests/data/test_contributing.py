"""What CONTRIBUTING tells editors is so."""

import json
import re
from pathlib import Path

import pytest
from knowledge.records.decode import kind_of
from knowledge.records.homes import SHAPES
from knowledge.records.source import read_text

from tests.support.schemas import faults

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECORDS = dict(re.findall(r"```yaml\n# (data/\S+)\n(.*?)```", TEXT, re.DOTALL))
README = (ROOT / "data/README.md").read_text(encoding="utf-8")


def test_each_kind_is_shown():
    assert {kind_of(path) for path in RECORDS} == SHAPES.keys()


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_shown_is_one(path):
    assert (ROOT / path).is_file()
    document, problems = read_text(RECORDS[path], path)
    schema = json.loads((ROOT / f"data/schemas/{kind_of(path)}.json").read_text(encoding="utf-8"))
    assert problems == []
    assert [*faults(document.value, schema, schema)] == []


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:data|content|tests)/[^`\s]+)`", TEXT))))
def test_a_file_named_exists(path):
    pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
    assert [*ROOT.glob(pattern)] or "/images/" in path, path  # no page has a picture yet


def test_a_link_leads_to_a_file_or_a_heading():
    headings = {
        re.sub(r"[^\w\s-]", "", line).lower().replace(" ", "-") for line in re.findall(r"^##+ (.*)", TEXT, re.M)
    }
    prose = TEXT.partition("## Written pages")[0]
    for target in re.findall(r"\]\(([^)]+)\)", prose):
        assert target[1:] in headings if target.startswith("#") else (ROOT / target).is_file(), target


def test_a_field_named_alone_is_one():
    known = set(re.findall(r"[\w]+", " ".join(re.findall(r"^\| \**`([^`]+)`", README, re.M))))
    named = set(re.findall(r"`([a-z_]+):`", TEXT)) | set(re.findall(r"`([a-z_]+): [^`]+`", TEXT))
    assert named <= {*known, "fr", "en"}


def test_a_command_named_is_a_target():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"make ([a-z]+)\b", " ".join(re.findall(r"`make \w+`|^make \w+", TEXT, re.M)))) <= targets
