"""What leads to the repository: links, where one is set, and nothing else."""

import pytest
from knowledge.records.base import LANGUAGES

from tests.support.building import ROOT

HOST = "https://code.example/owner/name"


def leading(page):
    return [link for link in page.links if link.startswith(HOST)]


def test_nothing_leads_to_a_repository_that_is_not_set(pages):
    assert not [url for url, page in pages.items() for link in page.links if "/edit/" in link or "/issues/" in link]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_leads_to_its_file_and_to_an_issue(moved, lang):
    edit, issue = leading(moved[f"{lang}/kpi/csat/"])[-2:]
    assert edit.partition("#")[0] == f"{HOST}/edit/main/data/kpis/csat.yml"
    assert issue.startswith(f"{HOST}/issues/new?title=") and "kpi%2Fcsat%2F" in issue


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_outcome_leads_to_its_line_and_to_an_issue(moved, book, lang):
    links = leading(moved[f"{lang}/outcome/"])
    edits = {link for link in links if "/edit/main/data/outcomes/" in link}
    assert len(edits) == len(book.outcomes) and all("#L" in link for link in edits)
    assert sum("/issues/new?" in link for link in links) == len(book.outcomes) + 1
    assert all(link.isascii() and len(link) <= 2_000 for link in links)


def test_every_edit_link_leads_to_a_file(moved):
    found = {
        link.partition("/edit/main/")[2].partition("#")[0]
        for page in moved.values()
        for link in leading(page)
        if "/edit/" in link
    }
    assert {"content/en/method.md", "data/kpis/csat.yml"} < found
    assert all((ROOT / path).is_file() for path in found)


def test_the_repository_is_asked_for_nothing(moved):
    assert not [url for url, page in moved.items() for load in page.loads if load.startswith(HOST)]
