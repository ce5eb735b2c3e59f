"""Every link leads somewhere; every address that was ever published still does."""

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.pages.fragments import GUIDES
from knowledge.records.base import LANGUAGES

from tests.support.pages import addresses, data_files, resolve

LOCK = Path(__file__).parents[1] / "golden" / "urls.txt"


def test_no_link_and_no_anchor_is_broken(pages, site):
    broken = []
    for url, page in pages.items():
        for link in page.links + page.loads:
            if urlsplit(link).scheme:
                continue
            target, anchor = resolve(url, link)
            found = target in pages or (site / target).is_file()
            if not found or (anchor and "=" not in anchor and anchor not in pages[target].ids):
                broken.append(f"{url} → {link}")
    assert not broken, broken[:20]


def test_no_published_address_is_lost(every_page, site):
    lost = sorted(set(LOCK.read_text(encoding="utf-8").split()) - addresses(every_page) - data_files(site))
    assert not lost, f"{lost[:10]}: an address never dies. Bring it back, or add a line to data/redirects.yml."


def test_every_new_address_is_in_the_list(every_page, site):
    new = sorted((addresses(every_page) | data_files(site)) - set(LOCK.read_text(encoding="utf-8").split()))
    assert not new, f"{new[:10]}: add them with: make addresses"


def test_both_languages_have_the_same_pages_and_anchors(pages):
    french, english = (
        {address[4:] for address in addresses(pages) if address.startswith(f"/{lang}/")} for lang in LANGUAGES
    )
    assert french == english


def test_no_id_stands_twice_on_a_page(pages):
    twice = [(url, id) for url, page in pages.items() for id, times in Counter(page.ids).items() if times > 1]
    assert not twice


def test_the_pages_are_counted(pages, book):
    kinds = Counter(url.split("/")[1] or "home" for url in pages if url.startswith("fr/"))
    assert kinds == {
        "kpi": 41,
        "team": 7,
        "outcome": 2,
        "case-study": 1,
        "industry": 10,
        "tco": 1,
        "method": 12,
        "calculator": 1,
        "business-case": 1,
        "value": 1,
        "guide": len(GUIDES) + 1,  # and their list
        "about": 1,
        "glossary": 1,
        "changes": 1,
        "home": 1,
        "404.html": 1,
    }


def test_every_outcome_has_its_anchor(pages, book):
    assert set(book.outcomes) <= set(pages["fr/outcome/"].ids)
    assert set(book.outcomes) <= set(pages["en/outcome/"].ids)


def test_each_page_names_its_other_language(pages):
    for url, page in pages.items():
        if url.startswith(LANGUAGES) and not url.endswith("404.html"):
            path = url[3:]
            assert {lang: page.alternates[lang] for lang in LANGUAGES} == {
                lang: f"https://oms-value.example/{lang}/{path}" for lang in LANGUAGES
            }
            assert "x-default" in page.alternates
            assert page.lang == url[:2]


def test_the_sitemap_lists_every_page(pages, site):
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    for url in pages:
        if url.startswith(LANGUAGES) and not url.endswith("404.html"):
            assert f"<loc>https://oms-value.example/{url}</loc>" in listed


def test_the_front_door_offers_both_languages_without_javascript(pages):
    assert {"fr/", "en/"} <= set(pages[""].links)
