"""Which addresses are asked, and what is said of those that do not answer."""

import pytest
from knowledge.records.source import Document

from tests.links import LIST, addresses, answer, judged, known_hosts
from tests.support.building import ROOT
from tests.support.serving import serving

LAW, SHOP = "https://law.example/a", "https://shop.example/b"
PLACES = {LAW: ("data/laws.yml", 3, 5), SHOP: ("content/fr/a.md", 7, 2)}
GOOD = {"since": "2026-11-27", "reason": "Asks for proof."}


def known(hosts):
    return Document(LIST, hosts, {(host,): (4, 1) for host in hosts})


def test_addresses_are_found_in_data_and_on_pages_with_their_line(tmp_path):
    for name, text in (
        ("data/a.yml", "one:\n  read_at: https://law.example/a\n  where: shop.example/x\n"),
        ("content/fr/a.md", "\nVoir [le texte](https://page.example/b).\n"),
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert addresses(tmp_path) == {
        "https://law.example/a": ("data/a.yml", 2, 3),
        "https://shop.example/x": ("data/a.yml", 3, 3),
        "https://page.example/b": ("content/fr/a.md", 2, 17),
    }


def test_the_project_names_addresses():
    assert len(addresses(ROOT)) >= 10


@pytest.mark.parametrize(
    ("failed", "hosts", "said"),
    [
        ({}, {}, []),
        ({LAW: "it answers 404"}, {}, ["data/laws.yml:3", "The address leads nowhere: it answers 404."]),
        ({LAW: "it answers 403"}, {"law.example": GOOD}, []),
        ({}, {"law.example": GOOD}, [f"{LIST}:4", "All addresses of this host answer again."]),
        ({}, {"gone.example": GOOD}, [f"{LIST}:4", "No address of this host is named any more."]),
        ({LAW: "it answers 403"}, {"law.example": {"since": "2026-11-27"}}, [f"{LIST}:4", "The line lacks"]),
    ],
)
def test_an_address_that_fails_is_told_and_so_is_a_line_no_longer_needed(failed, hosts, said):
    problems = judged(PLACES, failed, known(hosts))
    assert len(problems) == bool(said)
    assert all(part in str(problem) for problem in problems for part in said)


def test_the_list_says_where_each_host_stands():
    assert known_hosts(ROOT).path == LIST


def test_an_address_answers_or_says_why_not(tmp_path):
    for name in ("index.html", "404.html", "_headers"):
        (tmp_path / name).write_text("here", encoding="utf-8")
    with serving(tmp_path) as server:
        assert answer(server) == ""
        assert answer(f"{server}lost/") == "it answers 404"
    assert answer(server).startswith("it does not answer (")
