"""Passages as they are read from their files."""

import pytest
from knowledge.records.passages import passages_in


@pytest.mark.parametrize("text", ["", "\n", "<!-- reviewed: 2026-11-28 -->\n"])
def test_a_file_without_a_passage_holds_none_and_is_no_fault_of_the_program(text):
    whole, problems = passages_in({"content/en/passages/home.md": text})
    assert whole.value == {"home": {}} and problems == []
