"""Passages: every one is asked for, every placeholder they may hold is filled, and lines may break anywhere."""

from dataclasses import replace

import pytest
from knowledge.calculator.example import example
from knowledge.calculator.method import method_of, names_for_passages
from knowledge.records.base import LANGUAGES, Localized
from knowledge.records.passages import FOLDER, paragraphs
from knowledge.roi.model import model_of
from knowledge.site.interface import check_passages

from tests.core.site.test_interface import TEMPLATES


def test_deleting_any_passage_is_told_once(book):
    whole = book.documents[FOLDER]
    for group, names in whole.value.items():
        for name in names:
            left = {other: texts for other, texts in names.items() if other != name}
            documents = {**book.documents, FOLDER: replace(whole, value={**whole.value, group: left})}
            told = check_passages(replace(book, documents=documents), TEMPLATES)
            assert [problem.field for problem in told] == [f"{group}.{name}"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_passage_may_name_has_words(book, lang):
    names = names_for_passages(book.roi)
    text = " ".join(f"{{{name}}}" for name in sorted(names))
    every = replace(book, passages={"roi_method": {"all": Localized(fr=text, en=text)}})
    assert method_of(every, model_of(book), example(book), lang)["facts"].keys() == names


def test_lines_break_anywhere_in_a_paragraph():
    assert paragraphs("\n\nOne  and\ntwo\u00a0%,\n  three.\n \n\nFour.\n") == "One  and two\u00a0%, three.\nFour."


def test_no_passage_is_published(site):
    assert not [path for path in site.rglob("*") if "passages" in path.name]
