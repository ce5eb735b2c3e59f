"""What the worked example says."""

from dataclasses import replace

import pytest
from knowledge.calculator.sentences import SENTENCES, chosen, sentences
from knowledge.pages.plan import plan
from knowledge.records.base import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_of_the_example_is_filled(book, lang):
    page = next(page for page in plan(book) if page.url == f"{lang}/calculator/")
    said = sentences(book, page.context["case"], lang)
    assert said == page.context["says"]
    assert all(text.endswith(".") and "{" not in text for text in said.values())


@pytest.mark.parametrize(
    ("fewest", "start"), [(None, "Even with"), ((), "The project costs nothing"), (("vendor",), "It takes 1 of")]
)
def test_the_drivers_that_are_enough_are_said_for_every_case(book, fewest, start):
    case = next(page for page in plan(book) if page.url == "en/calculator/").context["case"]
    assert sentences(book, replace(case, fewest=fewest), "en")["fewest"].startswith(start)


@pytest.mark.parametrize(
    ("paid", "after", "key"),
    [
        (30, None, "answer"),
        (0, None, "answer_at_once"),
        (None, 2, "answer_late"),
        (None, 120, "answer_late"),
        (None, 121, "answer_far"),
        (None, None, "answer_never"),
    ],
)
def test_a_project_pays_back_in_time_or_later_or_never(paid, after, key):
    facts = {"payback": paid, "after": after, "horizon": 3, "npv": 1}
    assert chosen(SENTENCES["answer"].texts, facts) == key


@pytest.mark.parametrize(("share", "key"), [(None, "basis_nothing"), (0, "basis_own"), (0.4, "basis"), (1, "basis")])
def test_what_is_assumed_is_told_from_what_is_the_readers(share, key):
    assert chosen(SENTENCES["basis"].texts, {"n": 2, "all": 108, "share": share}) == key
