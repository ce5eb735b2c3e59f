"""Where a record is edited and where it is doubted."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from knowledge.pages.page import Settings
from knowledge.records.base import LANGUAGES
from knowledge.site.files import assemble
from knowledge.site.frame import frame
from knowledge.site.render import Renderer
from knowledge.site.repository import LONGEST, Doubted, challenge_url, edit_url

HOST = "https://host.example/owner/name"


@pytest.fixture(scope="module")
def mended(project):
    """The site of a project that has a repository."""
    return Renderer(assemble(project, Settings("https://site.example/", HOST)))


def test_a_file_is_edited_at_its_line():
    assert edit_url(HOST + "/", "data/a b#.yml", 7) == f"{HOST}/edit/main/data/a%20b%23.yml#L7"


@pytest.mark.parametrize(("repository", "path"), [("", "data/teams.yml"), (HOST, "data/kpis/")])
def test_nothing_is_edited_without_a_repository_or_in_a_folder(repository, path):
    assert edit_url(repository, path) == ""


def asked(url):
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", {
        name: value for name, (value,) in parse_qs(parts.query).items()
    }


def doubt(book, lang="en", **other):
    doubted = Doubted("home-nps", "https://site.example/en/outcome/#home-nps", "86 → 117", {"fr": "Été", "en": "A & B"})
    words = {key: text[lang] for key, text in book.ui["challenge"].items()}
    return challenge_url(HOST, replace(doubted, **other), words)


def test_an_issue_is_filled_in_but_for_the_new_value_and_its_source(book):
    address, said = asked(doubt(book))
    assert (address, said["title"]) == (f"{HOST}/issues/new", "To be corrected: home-nps")
    assert said["body"].splitlines() == [
        "Record: home-nps",
        "Page: https://site.example/en/outcome/#home-nps",
        "Current value: 86 → 117",
        "French text: Été",
        "English text: A & B",
        "",
        "New value:",
        "",
        "Source (document, page, date):",
    ]


def test_nothing_of_a_record_breaks_out_of_the_address(book):
    url = doubt(book, value='&body=x#"<script>\n', texts={"fr": "{id} %41", "en": "a+b"})
    assert url.isascii() and not set(url) & set("\"<> \n#{}'")
    assert asked(url)[1]["body"].count("&body=x") == 1


def test_an_address_is_never_long(book):
    url = doubt(book, value="é" * 5000, texts=dict.fromkeys(LANGUAGES, "à" * 5000))
    assert 500 < len(url) <= LONGEST
    assert "ààà…" in asked(url)[1]["body"]


def test_every_outcome_leads_to_its_line_and_to_an_issue(mended, book):
    for lang in LANGUAGES:
        html = mended.page(mended.site.page(lang, "outcome/")).replace("&amp;", "&")
        for id in book.outcomes:
            path = f"data/outcomes/{book.industry_of(id)}.yml"
            line = book.documents[path].at(("outcomes", id))[1]
            assert f'href="{HOST}/edit/main/{path}#L{line}"' in html and line > 1
            assert f"outcome%2F%23{id}%0A" in html


def test_no_outcome_leads_anywhere_without_a_repository(renderer):
    html = renderer.page(renderer.site.page("fr", "outcome/"))
    assert 'class="mend"' not in html and "/edit/" not in html


def test_every_page_may_be_doubted_and_leads_to_the_line_of_its_record(mended, book):
    for page in mended.site.pages.values():
        shown = frame(mended.site, page, "")
        assert shown["challenge_url"].startswith(f"{HOST}/issues/new?") and len(shown["challenge_url"]) < 2 * LONGEST
        assert shown["edit_url"] or page.source.endswith("/")
    team = frame(mended.site, mended.site.page("en", "team/stores/"), "")
    assert team["edit_url"] == f"{HOST}/edit/main/data/teams.yml#L{book.documents['data/teams.yml'].at(('stores',))[1]}"


def test_a_kpi_is_doubted_by_its_definition(mended, book):
    url = frame(mended.site, mended.site.page("fr", "kpi/csat/"), "")["challenge_url"].unescape()
    assert book.kpis["csat"].definition.en[:30] in asked(url)[1]["body"]
