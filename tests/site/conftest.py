import pytest

from tests.support.building import build, copied, once
from tests.support.pages import Pages

MOVES = """
csat-renamed: {old: kpi/satisfaction-score/, new: kpi/csat/}
nps-of-home: {old: "outcome/#home-recommendation", new: "outcome/#home-nps"}
"""


@pytest.fixture(scope="session")
def every_page(site, tmp_path_factory):
    """All pages, those that only lead on to a new address included."""
    return once(tmp_path_factory, "shared-pages", lambda _: dict(Pages(site)))[1]


@pytest.fixture(scope="session")
def pages(every_page):
    """The pages that stand."""
    return {url: page for url, page in every_page.items() if not page.moved_to}


@pytest.fixture(scope="session")
def moved_site(tmp_path_factory):
    """A site in a folder of its host, with a demo and a repository, two moved addresses, and nobody who reviews it."""

    def make(folder):
        root = copied(folder / "project", "tests")
        (root / "data/redirects.yml").write_text(MOVES, encoding="utf-8")
        addresses = {"DEMO_URL": "https://demo.example/ask", "REPOSITORY_URL": "https://code.example/owner/name"}
        build(folder / "site", root, SITE_URL="https://host.example/folder/", TODAY="2029-06-01", **addresses)

    return once(tmp_path_factory, "shared-moved", make)[0] / "site"


@pytest.fixture(scope="session")
def moved(moved_site):
    """Every page of that site."""
    return Pages(moved_site)
