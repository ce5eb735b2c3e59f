"""What all tests share: the project's data, the built site, its address, a browser."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from knowledge.roi.model import Model, model_of
from playwright.sync_api import Browser, BrowserContext

from tests.support import building, chromium
from tests.support.building import ROOT, build, copied, once
from tests.support.marking import QUERY, Marks, mark
from tests.support.serving import serving

NO_MOUSE = """addEventListener("pointermove", (event) => {
  if (event.clientX === 0 && event.clientY === 0) event.stopImmediatePropagation();
}, true)"""  # a browser without windows says now and then that a mouse lies in the corner
LONGEST = ("parity", "site")  # rooms with tests of several seconds


def pytest_collection_modifyitems(items):
    """The longest tests first, so that short ones keep both cores busy to the end."""
    items.sort(key=lambda item: not any(item.path.is_relative_to(ROOT / "tests" / room) for room in LONGEST))


def pytest_collection_finish():
    """Thousands of tests stay to the end, copies of the data come and go: Python's collector looks for garbage less."""
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)


@pytest.fixture(scope="session")
def project():
    """What the repository holds."""
    return building.project()


@pytest.fixture(scope="session")
def book(project):
    return project.book


@pytest.fixture(scope="session")
def model(book) -> Model:
    """The model of the return on investment."""
    return model_of(book)


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """(the folder of the built site, what was said while it was built)"""
    folder, said = once(tmp_path_factory, "shared-site", lambda folder: build(folder / "site"))
    return folder / "site", said


@pytest.fixture(scope="session")
def site(built) -> Path:
    """The folder of the built site."""
    return built[0]


@pytest.fixture(scope="session")
def marked(tmp_path_factory):
    """(the folder of a site in which every text of every record carries markup, the marks)"""

    def make(folder: Path) -> Marks:
        marks = mark(copied(folder / "project", "tests"))
        addresses = {name: f"https://{name.lower()}.example/{QUERY}" for name in ("DEMO_URL", "REPOSITORY_URL")}
        build(folder / "site", folder / "project", **addresses)
        return marks

    folder, marks = once(tmp_path_factory, "shared-marked", make)
    return folder / "site", marks


@pytest.fixture(scope="session")
def server(site):
    """The address of the served site, with a slash at its end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = chromium.find()
    assert path, chromium.HELP
    return {**browser_type_launch_args, "executable_path": path, "args": chromium.FLAGS + chromium.FRUGAL}


@contextmanager
def staying(browser: Browser, server: str, **options: Any) -> Iterator[BrowserContext]:
    """A context with a page that stays open: a cache, a window and a process a test would take half of the time."""
    context = browser.new_context(**options)
    context.add_init_script(NO_MOUSE)
    context.new_page().goto(f"{server}robots.txt")
    yield context
    context.close()


@pytest.fixture(scope="session")
def kept(browser, server):
    with staying(browser, server) as context:
        yield context


@pytest.fixture(scope="session")
def scriptless(browser, server):
    with staying(browser, server, java_script_enabled=False) as context:
        yield context


@pytest.fixture
def page(kept):
    """A page of its own, which leaves nothing behind in the browser."""
    page = kept.new_page()
    yield page
    if page.url.startswith("http"):
        page.evaluate("localStorage.clear()")
    kept.clear_cookies()
    page.close()


@pytest.fixture
def page_without_scripts(scriptless):
    """A page of a browser in which JavaScript is turned off."""
    page = scriptless.new_page()
    yield page
    page.close()
