from dataclasses import replace
from datetime import date

import pytest
from knowledge.pages.changes import compare_editions
from knowledge.pages.editions import as_json, check_editions, edition, editions, read

from tests.support.building import project

DAY = date(2026, 11, 23)


def test_what_is_kept_is_read_again():
    now = edition(project().book)
    assert read(as_json(now)) == now
    assert not compare_editions(read(as_json(now)), now)


def test_the_same_data_are_kept_as_the_same_bytes():
    assert as_json(edition(project().book)) == as_json(edition(project().book))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"day": "x", "model": 1, "sections": {}}', '{"day": 3}'])
def test_an_edition_that_is_none_is_a_problem(text):
    book = replace(project().book, editions={"1": text})
    assert [problem.path for problem in check_editions(book)] == ["data/editions/1.json"]


def test_a_gap_between_editions_is_a_problem():
    book = replace(project().book, editions={number: as_json(edition(project().book)) for number in ("1", "3")})
    assert [problem.path for problem in check_editions(book)] == ["data/editions/2.json"]


def test_the_first_edition_is_that_of_the_first_release():
    assert editions(project().book)[0].day == DAY
