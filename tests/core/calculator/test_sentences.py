"""What the worked example says."""

from dataclasses import replace

import pytest
from knowledge.calculator.sentences import sentences
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
