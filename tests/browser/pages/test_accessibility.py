"""Every page: accessible in both schemes, nothing blocked, nothing from elsewhere."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.pages import SAMPLE
from tests.support.axe import violations
from tests.support.building import ROOT

CONTRAST = ["color-contrast"]  # the second scheme has other colours and nothing else
# An element in its parent, by names and classes: nothing else gives a colour, for the policy allows no style in a page.
KINDS = """() => {
  const kind = ({ localName, classList }) => [localName, ...[...classList].sort()].join(".");
  return [...new Set([...document.querySelectorAll("body *")].map((one) => `${kind(one.parentElement)} > ${kind(one)}`))];
}"""
LISTED = (ROOT / "tests/golden/urls.txt").read_text(encoding="utf-8").split()
URLS = sorted({url for address in LISTED if not (url := address.split("#")[0]).startswith("/data/")})  # files are none


@dataclass
class Tab:
    """A page that is kept, and what it complained of or asked of other hosts since the last visit."""

    page: Page
    server: str
    complaints: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)  # in the dark

    def __post_init__(self):
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"
        )
        self.page.on(
            "console", lambda message: self.complain(message.text) if message.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.complain(str(error)))
        self.page.on(
            "request",
            lambda request: None if request.url.startswith(self.server) else self.complain(f"asks {request.url}"),
        )

    def complain(self, text: str) -> None:
        self.complaints.append(text)

    def visit(self, url: str) -> None:
        self.complaints.clear()
        self.page.goto(self.server + url[1:])

    def shows_new(self) -> bool:
        """Whether the page has a kind of element that no page before it had."""
        kinds = set(self.page.evaluate(KINDS))
        new = kinds - self.seen
        self.seen |= kinds
        return bool(new)

    def turn(self, scheme: str) -> None:
        """The system changes its appearance; colours do not fade into one another."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.evaluate("document.getAnimations().forEach((one) => one.finish())")


@pytest.fixture(scope="module")
def tab(browser, server):
    """One tab, kept for the whole file: a context a page would take most of the time."""
    context = browser.new_context()
    yield Tab(context.new_page(), server)
    context.close()


@pytest.mark.parametrize("url", URLS)
def test_accessible_with_nothing_blocked_and_nothing_from_elsewhere(tab, url):
    tab.turn("light")
    tab.visit(url)
    if (
        url.startswith("/fr/") and url != "/fr/"
    ):  # the frame is that of the French home page, the colours are the English page's
        assert violations(tab.page, within="main", but=CONTRAST) == []
    else:
        assert violations(tab.page) == []
        if tab.shows_new():
            tab.turn("dark")
            assert violations(tab.page, CONTRAST) == []
    assert tab.complaints == []
    assert tab.page.context.cookies() == []


@pytest.mark.parametrize("url", SAMPLE)
def test_a_page_opened_in_the_dark_is_as_good(tab, url):
    tab.turn("dark")
    tab.visit(url)
    assert violations(tab.page, CONTRAST) == []
    assert tab.complaints == []
