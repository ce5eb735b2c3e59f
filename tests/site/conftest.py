import pytest

from tests.site.pages import read_site


@pytest.fixture(scope="session")
def every_page(site):
    """All pages, those that only lead on to a new address included."""
    return read_site(site)


@pytest.fixture(scope="session")
def pages(every_page):
    """The pages that stand."""
    return {url: page for url, page in every_page.items() if not page.moved_to}
