import pytest

from tests.site.pages import read_site


@pytest.fixture(scope="session")
def pages(site):
    return read_site(site)
