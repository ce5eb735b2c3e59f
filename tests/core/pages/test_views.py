"""Records as pages show them."""

from dataclasses import replace

from knowledge.calculator.example import example, made_now
from knowledge.pages.views import industry_guide_view


def test_an_industry_without_an_outcome_yet_shows_its_guide_all_the_same(book):
    id = next(iter(book.industry_guides))
    bare = replace(book, outcome_files={key: file for key, file in book.outcome_files.items() if key != id})
    view = industry_guide_view(bare, "fr", id, lambda: example(book, made_now))
    assert set(view.met.values()) == set(view.proofs.values()) == {0}
    assert view.starts
