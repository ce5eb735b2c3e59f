"""What the report of a pull request says."""

import re
from dataclasses import replace
from html import unescape
from types import SimpleNamespace

import pytest
from knowledge.compared.moves import brought, moves, renamed
from knowledge.compared.printed import NOTHING, Changed, Line, changed_records
from knowledge.compared.report import addresses, fitting, report, told, unreadable
from knowledge.records.base import LANGUAGES
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
    assert "| Payback |" not in said  # rounded, it reads as before


def test_new_addresses_are_reported(reports):
    added = plain(reports[1]).partition("### Addresses added: 5\n\n")[2].partition("###")[0]
    assert "- method/roi/#version-3 (fr, en)\n" in added


def test_what_moved_is_one_record_with_both_its_ids(sites):
    before, after = (site.site.book for site in sites)
    moves = {"a": Redirect(old="outcome/#home-nps", new="outcome/#home-recommendation")}
    told = changed_records(before, replace(after, redirects=moves))
    ids = dict.fromkeys(LANGUAGES, "home-nps"), dict.fromkeys(LANGUAGES, "home-recommendation")
    moved = Changed("data/outcomes/home.yml", "home-recommendation", NOTHING, (Line("id", *ids),))
    assert [record for record in told if record.path == "data/outcomes/home.yml"] == [moved]
    assert not [record for record in told if record.path in ("data/case_studies.yml", "data/contradictions.yml")]


def test_what_moved_takes_the_names_that_others_have_for_it_along(book):
    path = "data/kpis/csat.yml"
    documents = {**book.documents, "data/kpis/satisfaction.yml": book.documents[path]}
    kpis = {"satisfaction" if id == "csat" else id: kpi for id, kpi in book.kpis.items()}
    after = replace(book, kpis=kpis, redirects={"a": Redirect(old="kpi/csat/", new="kpi/satisfaction/")})
    found = moves(book, after)
    assert {kind: ids for kind, ids in found.items() if ids} == {"kpis": {"csat": "satisfaction"}}
    now = brought(book, found)
    assert now["data/kpis/satisfaction.yml"] == documents[path].value and path not in now
    assert now["data/glossary.yml"]["csat"]["kpi"] == "satisfaction"
    assert "{kpi:satisfaction}" in now["data/guides/goodwill-cost.yml"]["reading"]["fall"]["fr"]


def test_ids_are_renamed_where_they_are_named_and_in_no_text():
    value = {"a": ["a", "x * a", "b-a"], "fr": "a {a} {kpi:a.value}", "c": {"en": ["a"]}}
    assert renamed(value, {"a": "z"}) == {"z": ["z", "x * z", "b-a"], "fr": "a {z} {kpi:z.value}", "c": {"en": ["a"]}}


def test_an_address_is_gone_or_moved_and_never_both():
    old = {"fr/kpi/a/": '<h2 id="one">', "fr/kpi/b/": "", "fr/kpi/c/": '<p id="two">'}
    before, after = (SimpleNamespace(redirects=moves) for moves in ({}, {"a": Redirect(old="kpi/a/", new="kpi/b/")}))
    assert list(addresses(old, {"fr/kpi/b/": "", "fr/kpi/c/": ""}, before, after)) == [
        *("### Addresses moved: 1", "", "- kpi/a/ → kpi/b/", ""),
        *("### Addresses gone: 1", "", "- kpi/c/&#35;two (fr)", ""),
    ]


def test_where_something_moved_is_no_address_that_was_added():
    old, new = {"fr/kpi/a/": '<h2 id="one">'}, {"fr/kpi/b/": '<h2 id="one">'}
    before, after = (SimpleNamespace(redirects=moves) for moves in ({}, {"a": Redirect(old="kpi/a/", new="kpi/b/")}))
    assert list(addresses(old, new, before, after)) == ["### Addresses moved: 1", "", "- kpi/a/ → kpi/b/", ""]


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
