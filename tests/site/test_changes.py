"""What changed between two editions of the data: the page and the feed, from the keeping of an edition on."""

import re
import shutil
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from edition import keep
from knowledge.records.base import LANGUAGES

from tests.support.building import build, copied, once
from tests.support.pages import Pages

ATOM = "{http://www.w3.org/2005/Atom}"
RETIRED = "retired: {on: 2027-02-05, why: {fr: Plus personne ne le dit., en: Nobody says it now.}}"
EDITS = (  # a figure, a definition in one language, a term that is retired
    ("outcomes/fashion.yml", "change: -33", "change: -35"),
    ("kpis/csat.yml", "The share of respondents", "The proportion of respondents"),
    ("glossary.yml", "acd:\n", f"acd:\n  {RETIRED}\n"),
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """(what was said of each keeping, the folder of the site, its pages) after a few edits and an edition kept."""

    def make(folder):
        root = copied(folder / "project", "tests")
        shutil.rmtree(root / "data/editions")
        said = [keep(root, date(2027, month, 5)) for month in (1, 2)]
        for name, before, after in EDITS:
            path = root / "data" / name
            text = path.read_text(encoding="utf-8")
            assert before in text
            path.write_text(text.replace(before, after, 1), encoding="utf-8")
        said.append(keep(root, date(2027, 3, 5)))
        build(folder / "site", root, TODAY="2027-03-05")
        return said

    folder, said = once(tmp_path_factory, "shared-edited", make)
    return said, folder / "site", Pages(folder / "site")


def test_an_edition_is_kept_when_something_moved(edited):
    assert edited[0] == ["Edition 1 is kept.", "Nothing moved since edition 1.", "Edition 2 is kept: 3 changes."]


@pytest.mark.parametrize(("lang", "old", "new"), [("fr", "−33", "−35"), ("en", "−33%", "−35%")])
def test_the_page_shows_what_moved(edited, lang, old, new):
    page = edited[2][f"{lang}/changes/"]
    assert {"edition-2", "edition-2-figures", "edition-1", "next"} <= set(page.ids)
    assert re.search(rf"<del>{old}[^<]*</del>", page.html)
    assert re.search(rf"<ins>{new}[^<]*</ins>", page.html)
    assert "../outcome/#fashion-mean-delivery-time" in page.links


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_feed_has_an_entry_an_edition(edited, lang):
    feed = ET.parse(edited[1] / lang / "changes/feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2027-03-05T00:00:00Z"]
    assert feed.findtext(f"{ATOM}updated") == "2027-03-05T00:00:00Z"
    assert "−35" in entries[0].findtext(f"{ATOM}content")
    assert entries[0].find(f"{ATOM}link").get("href").endswith(f"/{lang}/changes/#edition-2")


@pytest.mark.parametrize(
    ("lang", "definition", "why"),
    [
        ("fr", "(Mêmes mots en français)", "Pourquoi\nACD : Plus personne ne le dit."),
        (
            "en",
            "… the response rate belongs beside it. → The proportion of respondents",
            "Why\nACD: Nobody says it now.",
        ),
    ],
)
def test_the_feed_says_why_and_what_moved_in_the_other_language_only(edited, lang, definition, why):
    feed = ET.parse(edited[1] / lang / "changes/feed.xml").getroot()
    said = feed.find(f"{ATOM}entry").findtext(f"{ATOM}content").replace("\u00a0", " ")
    assert definition in said and why in said, said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_in_the_menu_of_the_method_and_names_its_feed(pages, lang):
    assert f"../../{lang}/changes/" in pages[f"{lang}/glossary/"].links
    assert 'type="application/atom+xml"' in pages[f"{lang}/changes/"].html
