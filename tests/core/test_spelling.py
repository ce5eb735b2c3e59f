"""Which words are told, where, with which suggestion; and what is told of the lists of words that are right."""

import pytest

from tests.spelling import judged, names_of
from tests.support.building import ROOT
from tests.support.texts import Text, texts_of

RECORD = """\
name:
  fr: >-
    Chaque commande part de l'entrepôt ;
    l'expédtion suit, et l’OMS la voit.
  en: {note: shipped, text: "The retailers' shipmnt doesn't leave; OMSs and the OMS's KPIs say so."}
"""
PAGE = """\
---
title: Une page
---
Un [rembourssement](https://exemple.example/catalgue) par `lignne` {placehoder} <kbd>Fin</kbd> :
aujourd'hui, 12 k€, peut-être, B2B, cœur, fichier.xlsx, L'EXPÉDITION, 3e, `a_b`, order_itms.
"""
NAMES = {"fr": {"OMS"}, "en": {"OMS"}}
FRENCH = Text(
    "fr", "Chaque commande part de l'entrepôt ; l'expédtion suit, et l’OMS la voit.", "a.yml", 2, 3, "name.fr"
)
ENGLISH = Text("en", "The retailers' shipmnt doesn't leave; OMSs and the OMS's KPIs say so.", "a.yml", 5, 3, "name.en")


@pytest.fixture
def told(tmp_path):
    """Writes the files and the lists, and returns what is told of some texts, by place."""

    def told(texts, fr="", en="KPI\n"):
        (tmp_path / "a.yml").write_text(RECORD, encoding="utf-8")
        (tmp_path / "a.md").write_text(PAGE, encoding="utf-8")
        (tmp_path / "tests/words").mkdir(parents=True)
        for lang, words in (("fr", fr), ("en", en)):
            (tmp_path / f"tests/words/{lang}.txt").write_text(f"# right\n{words}", encoding="utf-8")
        problems = judged(tmp_path, texts, NAMES)
        return {f"{each.path}:{each.line}:{each.column}": f"{each.message} {each.fix}" for each in problems}

    return told


def test_a_misspelt_word_of_each_language_is_told_at_its_place_with_a_suggestion(told):
    assert told([FRENCH, ENGLISH]) == {
        "a.yml:4:7": '"expédtion" is not in the French dictionary. Did you mean "expédition"?'
        " Correct it; if it is right, add it to tests/words/fr.txt.",
        "a.yml:5:45": '"shipmnt" is not in the English dictionary. Did you mean "shipment"?'
        " Correct it; if it is right, add it to tests/words/en.txt.",
    }


def test_code_addresses_placeholders_and_figures_are_no_words(told):
    found = told([Text("fr", PAGE.split("---\n")[2], "a.md", 4, 1)], en="")
    assert list(found) == ["a.md:4:5"] and '"remboursement"' in found["a.md:4:5"]


def test_spelling_is_british_and_each_language_has_its_own_words(told):
    found = told([Text(lang, "organize the catalogue", "a.md", 4, 1) for lang in ("fr", "en")], en="")
    assert sorted(message.partition(" is not")[0] for message in found.values()) == ['"organize"']
    assert len(found) == 1


def test_a_word_of_the_list_is_right_and_one_that_no_text_needs_is_told(told):
    assert told([FRENCH, ENGLISH], "expédtion\n", "KPI\nshipmnt\nwarehouse\n") == {
        "tests/words/en.txt:4:1": "No text needs this line any more. Delete it: the word is gone, or the dictionary"
        " or a name in the data knows it."
    }


def test_a_list_keeps_its_words_in_order(told):
    assert told([FRENCH, ENGLISH], "expédtion\n", "shipmnt\nKPI\n") == {
        "tests/words/en.txt:3:1": 'It stands below "shipmnt". Keep the words in alphabetical order.'
    }


def test_the_texts_of_the_project_hold_no_unknown_word(project):
    texts = texts_of(project)
    assert len(texts) > 10_000 and {text.path.split("/")[0] for text in texts} == {"data", "content"}
    assert [*map(str, judged(ROOT, texts, names_of(project.book)))] == []
