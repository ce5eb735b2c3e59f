import pytest
from knowledge.records.base import LANGUAGES
from knowledge.words.languages import language_instead

from tests.support.building import project

OTHER = {"fr": "en", "en": "fr"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_of_the_site_seems_to_be_in_the_other_language(lang):
    texts = [text[lang] for document in project().book.documents.values() for _, text in document.texts]
    assert not [text for text in texts if language_instead(text, lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nearly_every_sentence_is_known_for_what_it_is(lang):
    texts = [text[lang] for document in project().book.documents.values() for _, text in document.texts]
    long = [text for text in texts if len(text) > 120]
    told = [text for text in long if language_instead(text, OTHER[lang]) == lang]
    assert len(long) > 300
    assert len(told) / len(long) > 0.99
