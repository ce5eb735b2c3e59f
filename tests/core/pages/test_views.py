"""Records as pages show them."""

from dataclasses import replace

import pytest
from knowledge.calculator.example import example, made_now
from knowledge.pages.fragments import fragment
from knowledge.pages.views import industry_guide_view


def test_an_industry_without_an_outcome_yet_shows_its_guide_all_the_same(book):
    id = next(iter(book.industry_guides))
    bare = replace(book, outcome_files={key: file for key, file in book.outcome_files.items() if key != id})
    view = industry_guide_view(bare, "fr", id, lambda: example(book, made_now))
    assert set(view.met.values()) == set(view.proofs.values()) == {0}
    assert view.starts


def test_what_home_says_of_a_longer_project_and_of_packing_in_stores_is_so(book):
    """Home's `basis` says that a longer project does not pay back in time, and why; its `packing` what it takes."""
    _, shown = fragment(book, "en", "home-answer", "", lambda: example(book, made_now))
    assert shown["case"].base.number("npv") > 0 > shown["late"].number("npv")
    assert shown["late"]["payback_month"] is None
    packing, base, late = shown["packing"], shown["case"].base, shown["late"]
    for name in ("implementation_cost", "internal_project_cost", "go_live_month"):
        assert late.number(name) > base.number(name)
    assert base["payback_month"] and packing.months == 36 - base.number("go_live_month")
    assert packing.moved == pytest.approx(base.number("annual_orders") / 10 * packing.months / 12)
    spent = packing.moved * 8 / 60 * 20
    assert spent > base.flows.cumulative[-1] > 0
    assert packing.moved * packing.to_save(20) == pytest.approx(spent - base.flows.cumulative[-1])
