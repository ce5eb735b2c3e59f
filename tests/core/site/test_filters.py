"""How names and results read in templates."""

import pytest
from knowledge.site.filters import in_running_text, result_text


@pytest.mark.parametrize(
    ("name", "running"),
    [
        ("Taux de rotation", "taux de rotation"),
        ("Net Promoter Score", "Net Promoter Score"),
        ("OTIF", "OTIF"),
        ("Écart", "écart"),
        ("X", "X"),
    ],
)
def test_a_name_in_running_text(name, running):
    assert in_running_text(name) == running


@pytest.mark.parametrize(
    ("id", "value", "words"),
    [
        ("irr", 1.5, "over"),
        ("payback_month", None, "never"),
        ("cost_of_delay_month", 0, "no_delay_cost"),
        ("npv_lost_one_month", -5, "no_delay_cost"),
        ("roi", None, "none"),
    ],
)
def test_a_result_without_a_number_is_said(renderer, book, id, value, words):
    context = {"lang": "en", "ui": renderer.site.words["en"]}
    assert result_text(context, value, id, book.roi) == renderer.site.words["en"]["roi_live"][words]


def test_a_result_with_a_number_is_printed(renderer, book):
    context = {"lang": "en", "ui": renderer.site.words["en"]}
    assert result_text(context, 0.25, "irr", book.roi) == "25% a year"
    assert result_text(context, 1000, "cost_of_delay_month", book.roi).startswith("€1k")
