"""What stands around a page."""

import pytest
from knowledge.site.frame import frame, relative


@pytest.fixture(scope="module")
def site(renderer):
    return renderer.site


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("fr/kpi/", "fr/kpi/csat/#formula", "csat/#formula"),
        ("fr/kpi/csat/", "fr/kpi/", "../"),
        ("fr/kpi/csat/", "en/tco/", "../../../en/tco/"),
        ("fr/", "fr/", "./"),
        ("fr/kpi/csat/", "", "../../../"),
        ("", "fr/", "fr/"),
        ("fr/", "assets/site.css", "../assets/site.css"),
    ],
)
def test_a_link_is_seen_from_its_page(here, there, link):
    assert relative(here, there) == link


def open_tab(site, uri):
    tabs = frame(site, site.page("en", uri), "")["tabs"]
    (one,) = [tab for tab in tabs if tab.current]
    return one


@pytest.mark.parametrize(
    ("uri", "tab"),
    [
        ("kpi/csat/", "en/kpi/"),
        ("industry/home/", "en/outcome/"),
        ("glossary/", "en/method/"),
        ("method/roi/", "en/method/"),
        ("calculator/", "en/calculator/"),
    ],
)
def test_a_page_belongs_to_one_tab(site, uri, tab):
    assert open_tab(site, uri).url == tab


def test_home_belongs_to_none(site):
    assert not any(tab.current for tab in frame(site, site.page("en", ""), "")["tabs"])


def test_what_stands_beside_a_page_marks_it(site):
    entries = [entry for each in open_tab(site, "industry/home/").children for entry in (each, *each.children)]
    assert [entry.url for entry in entries if entry.current] == ["en/industry/home/"]


@pytest.mark.parametrize(
    ("uri", "sections", "left_out"),
    [("method/", 3, []), ("method/", 2, ["toc"]), ("tco/", 5, ["navigation"]), ("kpi/", 9, ["toc"])],
)
def test_lists_that_would_hold_nothing_are_left_out(site, uri, sections, left_out):
    body = "".join(f'<h2 id="s{number}">Section</h2>' for number in range(sections))
    assert frame(site, site.page("en", uri), body)["hide"] == left_out


def test_a_page_without_an_editor_or_a_demo_offers_neither(site):
    shown = frame(site, site.page("fr", "kpi/csat/"), "")
    assert (shown["edit_url"], shown["challenge_url"], shown["demo_url"]) == ("", "", "")
