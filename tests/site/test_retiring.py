"""What is retired keeps its address, with the reason and what stands in its place; no list, search or sum holds it."""

import json
import re

import pytest
from knowledge.records.base import LANGUAGES

from tests.support.building import build, copied, once
from tests.support.pages import Pages, addresses
from tests.support.retiring import REASON, retire

KPI, OUTCOME, TERM = "store-traffic", "electronics-record-nps", "acd"


@pytest.fixture(scope="module")
def retired(tmp_path_factory):
    """(the folder of the site, its pages) after a KPI became two, an outcome went and a term went into another."""

    def make(folder):
        root = copied(folder / "project", "tests")
        retire(root / "data/kpis/store-traffic.yml", "", "conversion-rate, click-and-collect")
        retire(root / "data/outcomes/electronics.yml", f"  {OUTCOME}:\n", "")
        retire(root / "data/glossary.yml", f"{TERM}:\n", "aht")
        for name, old, new in (
            ("journey.yml", f", {KPI}", ""),
            ("roi/drivers.yml", f", {KPI}", ""),
            ("case_studies.yml", re.escape(f"alone: [{OUTCOME}]"), "alone: []"),
            ("flows.yml", rf"(?m)^  {KPI}:\n(    .*\n)+", ""),
        ):
            path = root / "data" / name
            path.write_text(re.sub(old, new, path.read_text(encoding="utf-8")), encoding="utf-8")
        build(folder / "site", root)

    site = once(tmp_path_factory, "shared-retired", make)[0] / "site"
    return site, Pages(site)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_retired_kpi_keeps_its_page_and_leads_to_its_successors(retired, lang):
    page = retired[1][f"{lang}/kpi/{KPI}/"]
    assert REASON[lang] in page.html
    assert {"../conversion-rate/", "../click-and-collect/"} <= set(page.links)
    assert "formula" in page.ids


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_retired_record_is_in_no_list_but_that_of_changes(retired, lang):
    listing = {url for url, page in retired[1].items() if any(f"kpi/{KPI}/" in link for link in page.links)}
    assert {url for url in listing if url.startswith(f"{lang}/")} == {f"{lang}/kpi/{KPI}/", f"{lang}/changes/"}
    assert f'data-kpi="{KPI}"' not in retired[1][f"{lang}/kpi/"].html


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("uri", "anchor"),
    [
        ("outcome", OUTCOME),
        ("industry/electronics", OUTCOME),
        ("team/customer-service", OUTCOME),
        ("kpi/nps", OUTCOME),
        ("glossary", TERM),
    ],
)
def test_a_retired_anchor_says_why_it_went(retired, lang, uri, anchor):
    after = retired[1][f"{lang}/{uri}/"].html.split(f'id="{anchor}"')
    assert len(after) == 2
    assert REASON[lang] in after[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_search_finds_what_is_retired(retired, lang):
    urls = json.loads((retired[0] / lang / "search.json").read_text(encoding="utf-8"))["entries"]["url"]
    assert len(urls) > 300
    assert not [url for url in urls if url and (KPI in url or url.endswith((f"#{OUTCOME}", f"#{TERM}")))]


def test_no_address_of_what_is_retired_is_lost(retired, every_page):
    """A heading over a group that it leaves empty does go: its anchor is for data/redirects.yml (test of addresses)."""
    lost = addresses(every_page) - addresses(retired[1])
    assert not [url for url in lost if f"/kpi/{KPI}/" in url or url.endswith((f"#{OUTCOME}", f"#{TERM}", f"#{KPI}"))]
