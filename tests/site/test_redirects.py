"""An address that moved still leads to what it named."""

import pytest

from tests.conftest import build, copied
from tests.site.pages import addresses, read_site

MOVES = """
csat-renamed: {old: kpi/satisfaction-score/, new: kpi/csat/}
nps-of-home: {old: "outcome/#home-recommendation", new: "outcome/#home-nps"}
"""


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("moved")
    copied(folder / "project")
    (folder / "project/data/redirects.yml").write_text(MOVES, encoding="utf-8")
    result = build(folder / "site", root=folder / "project")
    assert result.returncode == 0, result.stderr
    return read_site(folder / "site")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_old_page_leads_to_the_new_one_with_its_anchors(moved, lang):
    page = moved[f"{lang}/kpi/satisfaction-score/"]
    assert page.moved_to == "../csat/"
    assert "../csat/" in page.links
    assert page.lang == lang
    assert {f"/{lang}/kpi/satisfaction-score/", f"/{lang}/kpi/satisfaction-score/#formula"} <= addresses(moved)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_old_anchor_stands_inside_what_it_named(moved, lang):
    html = moved[f"{lang}/outcome/"].html
    assert '<span id="home-recommendation"></span>' in html.split('id="home-nps"')[1][:60]
