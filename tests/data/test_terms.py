"""The list of terms agrees with itself."""

import pytest
from knowledge.checks.terms import refused_in
from knowledge.records.base import LANGUAGES

from tests.support.building import project

TERMS = project().book.terms


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_to_be_typed_is_refused_by_no_other_term(lang):
    refused = refused_in(TERMS, lang)
    typed = [words for term in TERMS.values() if (wording := term.wording(lang)) for words in wording.use]
    assert [hit.told for words in typed for hit in refused.hits(words)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_phrase_that_is_right_holds_a_variant(lang):
    """Otherwise it excuses nothing, and the list can do without it."""
    refused = refused_in(TERMS, lang)
    right = [words for term in TERMS.values() if (wording := term.wording(lang)) for words in wording.right]
    assert [words for words in right if not refused.quick(words.lower())] == []
