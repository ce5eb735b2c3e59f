"""Every page: accessible in both schemes, nothing blocked, nothing from elsewhere."""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.pages import SAMPLE
from tests.support import chromium
from tests.support.axe import violations
from tests.support.building import ROOT

CONTRAST = ["color-contrast"]  # looked at in both schemes, on what is new
# An element by the names and classes of all it stands in: nothing else gives a colour,
# for the policy allows no style in a page.
MARK_NEW = """(seen) => {
  const known = new Set(seen), kinds = new Set(), standing = new Map([[document.documentElement, ""]]);
  for (const one of document.body.querySelectorAll("*")) {
    const kind = `${standing.get(one.parentElement) ?? ""} ${[one.localName, ...[...one.classList].sort()].join(".")}`;
    standing.set(one, kind);
    one.toggleAttribute("data-new", !known.has(kind));
    kinds.add(kind);
  }
  return [...kinds].filter((kind) => !known.has(kind));
}"""
LISTED = (ROOT / "tests/golden/urls.txt").read_text(encoding="utf-8").split()
URLS = sorted({url for address in LISTED if not (url := address.split("#")[0]).startswith("/data/")})  # files are none


@dataclass
class Tab:
    """A page that is kept, and what it complained of or asked of other hosts since the last visit."""

    page: Page
    server: str
    complaints: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self):
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>"
            " console.error(`policy: ${violatedDirective} ${blockedURI}`))"
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

    def mark_new(self) -> bool:
        """Marks the elements of kinds that no page before had; whether there are any."""
        new = self.page.evaluate(MARK_NEW, [*self.seen])
        self.seen.update(new)
        return bool(new)

    def turn(self, scheme: str) -> None:
        """The system changes its appearance; colours do not fade into one another."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.evaluate("document.getAnimations().forEach((one) => one.finish())")


@pytest.fixture(scope="module")
def tab(browser_type, browser_type_launch_args, server):
    """One tab of a browser of its own, kept for the whole file: a context a page would take most of the time."""
    browser = browser_type.launch(**{**browser_type_launch_args, "args": chromium.FLAGS + chromium.HASTY})
    yield Tab(browser.new_page(), server)
    browser.close()


@pytest.mark.parametrize("url", URLS)
def test_accessible_with_nothing_blocked_and_nothing_from_elsewhere(tab, url):
    tab.turn("light")
    tab.visit(url)
    if (
        url.startswith("/fr/") and url != "/fr/"
    ):  # the frame is that of the French home page, the colours are the English page's
        assert violations(tab.page, within="main", but=CONTRAST) == []
    else:
        assert violations(tab.page, but=CONTRAST) == []
        if tab.mark_new():
            for scheme in ("light", "dark"):
                tab.turn(scheme)
                assert violations(tab.page, CONTRAST, within="[data-new]") == []
    assert tab.complaints == []
    assert tab.page.context.cookies() == []


@pytest.mark.parametrize("url", SAMPLE)
def test_a_page_opened_in_the_dark_is_as_good(tab, url):
    tab.turn("dark")
    tab.visit(url)
    assert violations(tab.page, CONTRAST) == []
    assert tab.complaints == []
