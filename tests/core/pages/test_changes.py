from dataclasses import replace
from datetime import date

import pytest
from knowledge.pages.changes import Change, compare_editions, steps
from knowledge.pages.editions import Edition, as_json, edition
from knowledge.records.base import LANGUAGES, Localized, Retired

from tests.support.building import project

DAY = date(2026, 11, 23)


def entry(said: str, exact=None):
    return {"name": {"fr": "Nom", "en": "Name"}, "uri": "kpi/csat/", "said": {"fr": said, "en": said}, "exact": exact}


def edition_of(**entries) -> Edition:
    return Edition(DAY, 1, {"figures": {key.replace("_", "/"): value for key, value in entries.items()}})


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ({"kpi_a": entry("10 %", 10)}, {"kpi_a": entry("10,0 %", 10)}, []),
        ({"kpi_a": entry("10 %", 10)}, {"kpi_a": entry("10 %", 10.4)}, ["kpi/a"]),
        ({"kpi_a": entry("one")}, {"kpi_a": entry("two")}, ["kpi/a"]),
        ({"kpi_a": entry("one")}, {}, ["kpi/a"]),
        ({"kpi_a": entry("one")}, {"kpi_a": entry("one"), "kpi_b": entry("two")}, ["kpi/b"]),
        ({"kpi_a": entry("one")}, {"kpi_a": entry("one"), "law_b": entry("two")}, []),  # of a kind not kept then
    ],
)
def test_figures_are_compared_exactly_and_texts_by_their_words(old, new, found):
    assert [key for _, key in compare_editions(edition_of(**old), edition_of(**new))] == found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_latest_step_is_what_is_in_no_edition_yet(lang):
    book = project().book
    once = replace(book, editions={"1": as_json(edition(book)), "2": as_json(edition(book))})
    assert [step.number for step in steps(once, lang)] == [None, 2]
    assert [step.count for step in steps(once, lang)] == [0, 0]


def test_a_long_stretch_that_did_not_move_shows_its_ends():
    words = " ".join(f"w{n}" for n in range(40))
    before, after = Change("", "", f"old {words}", f"new {words}").marked
    assert before == [("old", True), ("w0 w1 w2 w3 w4 w5 … w34 w35 w36 w37 w38 w39", False)]
    assert after[0] == ("new", True)


def test_a_number_with_its_unit_is_one_word():
    before, _ = Change("", "", "de 140\u202f000 à 370\u202f000\u00a0€", "de 140\u202f000 à 390\u202f000\u00a0€").marked
    assert before == [("de 140\u202f000 à", False), ("370\u202f000\u00a0€", True)]


def gone(book, id: str, day: date):
    """The book without an outcome that was retired on a day."""
    files = {
        name: file.model_copy(update={"outcomes": {key: one for key, one in file.outcomes.items() if key != id}})
        for name, file in book.outcome_files.items()
    }
    why = Retired(on=day, why=Localized(fr="Une raison.", en="A reason."))
    return replace(book, outcome_files=files, retired={"outcomes": {id: why}})


def test_what_is_retired_is_told_with_its_name_and_leads_to_its_notice():
    book = project().book
    once = replace(book, editions={"1": as_json(edition(book))})
    for day in (DAY, book.today):  # on the day of the last edition too
        step = steps(gone(once, "fashion-conversion-rate", day), "en")[0]
        assert step.why == ["Fashion, E-commerce: A reason."]
        assert [(change.uri, change.after) for change in step.changes["figures"]] == [
            ("outcome/#fashion-conversion-rate", "")
        ]
    assert steps(gone(once, "fashion-conversion-rate", DAY), "fr")[0].why == ["Mode, E-commerce : Une raison."]
