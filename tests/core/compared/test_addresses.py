"""What a change leaves behind of the addresses, and the lines that lead on from there."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from knowledge.compared.addresses import bodies, followers, lost
from knowledge.compared.findings import findings
from knowledge.compared.state import read_state
from knowledge.records.catalogue import Redirect

from tests.core.compared.test_findings import FOOD, TODAY
from tests.core.test_messages import changed, copy_project

MOVED = {"outcome/#home-nps", "industry/home/#home-nps", "kpi/nps/#home-nps", "team/customer-service/#home-nps"}


def test_what_stands_in_its_place_comes_after_it():
    assert followers("abc", "abc") == {}
    assert followers(["a", "one", "c"], ["a", "two", "c"]) == {"one": "two"}
    assert followers(["a", "one", "b"], ["a", "b"]) == {"one": ""}
    assert followers(["rate-old", "a", "b", "c"], ["a", "b", "c", "x", "rate-new"]) == {"rate-old": "rate-new"}


def test_an_outcome_that_is_renamed_leaves_each_of_its_places(sites):
    before, after = sites
    assert lost(before, after) == {old: old.replace("home-nps", "home-recommendation") for old in MOVED}


class Site:
    """Stands for a renderer: pages with a body each, and redirects."""

    def __init__(self, moves=(), **texts):
        pages = {
            f"fr/{name}/": SimpleNamespace(url=f"fr/{name}/", title="", template="-", text=texts[name])
            for name in texts
        }
        redirects = {str(number): Redirect(old=old, new=new) for number, (old, new) in enumerate(moves)}
        self.site = SimpleNamespace(pages=pages, prose=[], book=SimpleNamespace(redirects=redirects))

    def page(self, page):
        return page.text


def test_the_places_of_a_page_move_along():
    before = Site(one='<h2 id="a"><h2 id="b">', other="")
    assert bodies(before)["fr/one/"].endswith('<h2 id="b">')
    moved = {"two": '<h2 id="a"><h2 id="c">', "other": ""}
    assert lost(before, Site(**moved)) == {"one/": "two/", "two/#b": "two/#c"}
    assert lost(before, Site([("one/", "two/")], **moved)) == {"two/#b": "two/#c"}
    assert lost(before, Site([("one/", "two/"), ("two/#b", "two/#c")], **moved)) == {}


def test_a_heading_written_by_hand_is_a_place():
    assert lost(Site(one="## One { #a }\n"), Site(one="## One { #b }\n")) == {"one/#a": "one/#b"}


@pytest.fixture
def told(tmp_path):
    """What an editor of the small project is told of addresses that lead nowhere."""
    copy_project(tmp_path / "before")
    copy_project(tmp_path / "after")
    changed(tmp_path / "after", {FOOD: {"  food-rejections:\n": "  food-refusals:\n"}})

    def told(left):
        return findings(read_state(tmp_path / "before"), replace(read_state(tmp_path / "after"), lost=left), TODAY)

    return told


def test_the_lines_to_paste_stand_at_the_end_of_the_redirects(told):
    redirects, record = told({"outcome/#food-rejections": "outcome/#food-refusals", "kpi/a/": "", "kpi/b/#x_y": ""})
    assert record.path == FOOD and "paste the lines given at data/redirects.yml" in record.fix
    assert (redirects.path, redirects.message) == ("data/redirects.yml", "3 addresses lead nowhere any more.")
    assert (
        redirects.fix.partition("\n")[2]
        == """\
outcome-food-rejections:
  old: outcome/#food-rejections
  new: outcome/#food-refusals
kpi-a:
  old: kpi/a/
  new: …
kpi-b-x-y:
  old: kpi/b/#x_y
  new: kpi/b/#…"""
    )


def test_the_home_page_moves_no_anchor(told):
    home, _ = told({"#home-x": "#home-y"})
    assert home.message == "The home page has no #home-x any more." and home.fix.startswith("Bring it back:")
