"""The site as it stands if nobody reviews it."""

import re

import pytest


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("fr/calculator", ("À relire", "27 novembre 2028", "23 novembre 2028", "vue du directeur financier")),
        ("en/calculator", ("Review overdue", "23 November 2028", "CFO view leaves it out")),
        ("fr/kpi/csat", ("À relire", "23 novembre 2028")),
        ("en/guide/order-flows", ("Review overdue", "27 November 2028")),
        ("en/tco", ("Review overdue", "23 November 2028")),
    ],
)
def test_a_late_page_says_so_in_words(moved_site, page, words):
    text = (moved_site / page / "index.html").read_text(encoding="utf-8")
    badge = re.search(r'<p class="overdue" role="note">.*?</p>', text, re.S)[0].replace("\N{NO-BREAK SPACE}", " ")
    assert any(word in badge for word in words[1:])
    assert words[0] in badge


def test_the_browser_gets_no_late_evidence(moved_site):
    script = (moved_site / "assets/javascripts/engine.js").read_text(encoding="utf-8")
    tiers = set(re.findall(r'"?tier"?:\s*"([ABCD])"', script))
    assert tiers == {"D"}


def test_a_page_in_time_says_nothing(site):
    assert 'class="overdue"' not in (site / "fr/calculator/index.html").read_text(encoding="utf-8")
