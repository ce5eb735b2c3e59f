"""The finish of a page: typography, links to the glossary."""

import pytest
from knowledge.site.finish import finished, glossary_of


def linked(renderer, html: str, lang: str = "en") -> str:
    return finished(html, lang, glossary_of(renderer.site.book, lang), "../glossary/")


def test_typography_is_set_in_texts_and_never_in_code():
    html = "<p title=\"l'OMS\">L'OMS : 30 %</p><code>l'OMS : 30 %</code><pre><b>x : y</b></pre>"
    assert finished(html, "fr", None, "") == (
        "<p title=\"l'OMS\">L’OMS\u00a0: 30\u202f%</p><code>l'OMS : 30 %</code><pre><b>x : y</b></pre>"
    )


def test_a_term_is_linked_where_it_first_runs_in_a_text(renderer):
    html = linked(renderer, "<h2>OTIF</h2><p><a href='x'>OTIF</a> and OTIF, OTIF</p>")
    assert html.startswith('<h2>OTIF</h2><p><a href=\'x\'>OTIF</a> and <a class="term" href="../glossary/#otif"')
    assert html.endswith("OTIF</a>, OTIF</p>")


@pytest.mark.parametrize("text", ["OTIFS", "x-OTIF", "&OTIF;", "otif"])
def test_a_part_of_a_word_is_no_term(renderer, text):
    assert linked(renderer, f"<p>{text}</p>") == f"<p>{text}</p>"
