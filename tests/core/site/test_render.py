"""HTML from texts: typography, links to the glossary, figures of the calculator in words."""

import pytest
from knowledge.site.render import finished, in_running_text, result_text, term_linker


def linked(renderer, html: str, lang: str = "en") -> str:
    return finished(html, lang, term_linker(renderer.glossaries[lang], "../glossary/"))


def test_typography_is_set_in_texts_and_never_in_code():
    html = "<p title=\"l'OMS\">L'OMS : 30 %</p><code>l'OMS : 30 %</code><pre><b>x : y</b></pre>"
    assert finished(html, "fr", None) == (
        "<p title=\"l'OMS\">L’OMS\u00a0: 30\u202f%</p><code>l'OMS : 30 %</code><pre><b>x : y</b></pre>"
    )


def test_a_term_is_linked_where_it_first_runs_in_a_text(renderer):
    html = linked(renderer, "<h2>OTIF</h2><p><a href='x'>OTIF</a> and OTIF, OTIF</p>")
    assert html.startswith('<h2>OTIF</h2><p><a href=\'x\'>OTIF</a> and <a class="term" href="../glossary/#otif"')
    assert html.endswith("OTIF</a>, OTIF</p>")


@pytest.mark.parametrize("text", ["OTIFS", "x-OTIF", "&OTIF;", "otif"])
def test_a_part_of_a_word_is_no_term(renderer, text):
    assert linked(renderer, f"<p>{text}</p>") == f"<p>{text}</p>"


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
    assert result_text(context, 1000, "cost_of_delay_month", book.roi).startswith("€1,000")


def test_a_written_page_gets_its_blocks_filled(renderer):
    html = renderer.prose("<p>Before</p>\n<!-- data:tco erp-custom -->", renderer.site.page("en", "tco/"))
    assert "<table" in html and "data:tco" not in html


def test_an_error_page_links_from_the_root_of_its_host(renderer):
    assert 'href="/folder/en/kpi/"' in renderer.page(renderer.site.page("en", "404.html"))
    assert 'href="../../' in renderer.page(renderer.site.page("en", "kpi/csat/"))
