"""What the report of a pull request says."""

import re
from html import unescape
from types import SimpleNamespace

import pytest
from knowledge.compared.report import addresses, fitting, report, told, unreadable
from knowledge.records.catalogue import Redirect


@pytest.fixture(scope="module")
def reports(sites):
    """(of no change, of the change)"""
    before, after = sites
    return report(before, before), report(before, after)


def test_nothing_changed_is_said(reports):
    assert reports[0] == "## What this change does for the reader\n\nNothing: no page reads otherwise.\n"


def test_a_figure_is_reported_as_it_is_printed_in_both_languages(reports):
    said = plain(reports[1])
    assert "· luxury-cross-channel**\n- figure\n  - fr: +50 % → +45 %\n  - en: +50% → +45%\n- text\n" in said
    assert "- industry/luxury/ (fr, en)\n" in said


def test_a_text_is_reported_where_it_differs(reports):
    said = plain(reports[1])
    assert re.search(
        r"csat.yml\*\* \(.*\)\n- definition\n  - fr: \S.{0,50}… → Mesure faite chaque mois\..{0,50}…\n", said
    ), said
    assert "- kpi/csat/ (fr)\n" in said


def test_a_default_of_the_model_is_reported_with_the_headline_result(reports):
    said = plain(reports[1])
    assert "- default\n  - fr: 30 % → 35 %\n  - en: 30% → 35%\n" in said
    assert re.search(r"\| Net present value \(NPV\) \| (.+ k€ · €.+k) \| (?!\1).+ k€ · €.+k \|\n", said)
    assert re.search(r"\| Payback \| .* ans · .* years \|", said)


def test_new_addresses_are_reported(reports):
    added = plain(reports[1]).partition("### Addresses added: 5\n\n")[2].partition("###")[0]
    assert "- method/roi/#version-3 (fr, en)\n" in added


def test_an_address_is_gone_or_moved_and_never_both():
    old = {"fr/kpi/a/": '<h2 id="one">', "fr/kpi/b/": "", "fr/kpi/c/": '<p id="two">'}
    before, after = (SimpleNamespace(redirects=moves) for moves in ({}, {"a": Redirect(old="kpi/a/", new="kpi/b/")}))
    assert list(addresses(old, {"fr/kpi/b/": "", "fr/kpi/c/": ""}, before, after)) == [
        *("### Addresses moved: 1", "", "- kpi/a/ → kpi/b/", ""),
        *("### Addresses gone: 1", "", "- kpi/c/&#35;two (fr)", ""),
    ]


def plain(said):
    """The report as it reads."""
    return unescape(said).replace("\u202f", " ").replace("\u00a0", " ")


def test_a_base_that_today_refuses_is_said_to_be_one():
    assert unreadable(1).endswith("Not compared: by the rules of this change, the data of the base has 1 problem.\n")


def test_a_report_has_room_in_a_comment():
    assert len(fitting(["x" * 1000] * 100)) < 65_536
    assert fitting(["x" * 1000] * 100).endswith("…and more: it has no room in a comment.\n")


@pytest.mark.parametrize(
    "mark",
    ["@team", "<img src=x>", "[a](b)", "https://evil.example", "www.evil.example", "#12", "`x`", "*x*", "_x_", "a|b"],
)
def test_nothing_in_a_report_is_a_mark(mark):
    assert not re.search(r"[@<>\[\]`*|]|://|www\.|(?<!&)#|(?<!\w)_", told(f"A {mark} b"))
