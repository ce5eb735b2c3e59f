import pytest

from tests.support.building import build, copied, once
from tests.support.pages import read_site

MOVES = """
csat-renamed: {old: kpi/satisfaction-score/, new: kpi/csat/}
nps-of-home: {old: "outcome/#home-recommendation", new: "outcome/#home-nps"}
"""


@pytest.fixture(scope="session")
def every_page(site, tmp_path_factory):
    """All pages, those that only lead on to a new address included."""
    return once(tmp_path_factory, "shared-pages", lambda _: read_site(site))[1]


@pytest.fixture(scope="session")
def pages(every_page):
    """The pages that stand."""
    return {url: page for url, page in every_page.items() if not page.moved_to}


@pytest.fixture(scope="session")
def moved(tmp_path_factory):
    """Every page of a site that is in a folder of its host, has a demo and a repository, and moved two addresses."""

    def make(folder):
        root = copied(folder / "project", "tests")
        (root / "data/redirects.yml").write_text(MOVES, encoding="utf-8")
        addresses = {"DEMO_URL": "https://demo.example/ask", "REPOSITORY_URL": "https://code.example/owner/name"}
        build(folder / "site", root, SITE_URL="https://host.example/folder/", **addresses)

    folder, _ = once(tmp_path_factory, "shared-moved", make)
    return read_site(folder / "site")
