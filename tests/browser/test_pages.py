"""Every page in a real Chromium: accessibility, policy, width, keyboard, no JavaScript."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT

AXE = (ROOT / "tests/tools/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"light": TAGS, "dark": ["color-contrast"]}  # the second scheme has other colours and nothing else
URLS = sorted(
    {
        line.strip().split("#")[0]
        for line in (Path(__file__).parents[1] / "golden/urls.txt").read_text(encoding="utf-8").split()
    }
)
SAMPLE = [
    "/fr/",
    "/en/kpi/",
    "/fr/kpi/on-time-in-full/",
    "/en/outcome/",
    "/fr/tco/",
    "/en/method/",
    "/fr/glossary/",
    "/en/team/stores/",
    "/fr/industry/home/",
]


def violations(page, only: list[str] = TAGS) -> list[str]:
    """What axe finds against WCAG 2.2 AA, or by some of its rules. It is evaluated, not injected: the page's policy stays as it is."""
    page.evaluate(AXE)
    found = page.evaluate("only => axe.run(document, { runOnly: only, resultTypes: ['violations'] })", only)[
        "violations"
    ]
    return [
        f"{item['id']}: {node['target']} {node.get('failureSummary', '')}" for item in found for node in item["nodes"]
    ]


@dataclass
class Tab:
    """A page that is kept, and what it complained of or asked of other hosts since the last visit."""

    page: Page
    server: str
    complaints: list[str] = field(default_factory=list)

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


@pytest.fixture(scope="module")
def tabs(browser, server):
    """One tab a colour scheme, kept for the whole file: a context a page would take most of the time."""
    contexts = {scheme: browser.new_context(color_scheme=scheme) for scheme in ("light", "dark")}
    yield {scheme: Tab(context.new_page(), server) for scheme, context in contexts.items()}
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", URLS)
def test_accessible_with_nothing_blocked_and_nothing_from_elsewhere(tabs, url, scheme):
    tab = tabs[scheme]
    tab.visit(url)
    assert violations(tab.page, RULES[scheme]) == []
    assert tab.complaints == []
    assert tab.page.context.cookies() == []


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("url", SAMPLE)
def test_nothing_is_cut_off_on_a_narrow_screen(page, server, url, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(server + url[1:])
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("url", SAMPLE)
def test_reads_without_javascript(browser, server, url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + url[1:])
    assert page.locator("h1").is_visible()
    assert page.locator("nav.md-tabs a").first.is_visible()
    assert not page.locator(".search-button").is_visible()
    assert page.locator("form:visible").count() == 0
    context.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page, server):
    page.goto(f"{server}fr/kpi/csat/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_appearance_is_kept_in_the_browser_only(page, server):
    page.goto(f"{server}en/")
    for theme in ("light", "dark"):
        page.locator("form[data-md-component=palette] label:visible").click()
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == theme
    page.goto(f"{server}en/kpi/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.locator("form[data-md-component=palette] label:visible").click()
    page.goto(f"{server}fr/kpi/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light dark"
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('palette'))") == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_systems_appearance_holds_without_javascript(browser, server, scheme):
    context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{server}fr/")
    paper = {"light": "rgb(251, 249, 244)", "dark": "rgb(18, 23, 21)"}[scheme]
    assert page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor") == paper
    context.close()


def test_the_language_link_keeps_the_section_and_the_filters(page, server):
    page.goto(f"{server}fr/kpi/csat/#formula")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/kpi/csat/#formula")
    page.goto(f"{server}fr/outcome/#industry=luxury")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/outcome/#industry=luxury")
    assert page.locator("select[name=industry]").input_value() == "luxury"


def test_a_lost_reader_is_told_so_in_the_language_of_the_address(page, server):
    response = page.goto(f"{server}fr/kpi/nowhere/at/all/")
    assert response.status == 404
    assert page.locator("h1").inner_text() == "Page introuvable"
    page.locator(".page").get_by_role("link", name="Rechercher dans le site").click()
    assert page.locator("dialog#search").is_visible()
    page.keyboard.press("Escape")
    page.locator(".page").get_by_role("link", name="KPI", exact=True).click()
    assert page.url == f"{server}fr/kpi/"


def test_a_phone_reaches_sections_and_contents_in_the_drawer_by_touch(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}fr/kpi/csat/")
    drawer = page.locator(".md-sidebar--primary")
    assert not drawer.is_visible()
    page.locator(".drawer-label").click()
    assert drawer.get_by_role("link", name="Calculateur").is_visible()
    assert drawer.get_by_role("link", name="Net Promoter Score (NPS)").is_visible()
    assert violations(page) == []
    drawer.get_by_role("link", name="Questions à poser en réunion").click()
    expect(drawer).not_to_be_visible()
    assert page.url.endswith("#questions")


def test_the_drawer_works_by_keyboard_and_closes_with_escape(page, server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{server}en/kpi/csat/")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    drawer = page.locator(".md-sidebar--primary")
    expect(drawer).to_be_visible()
    assert drawer.evaluate("(drawer) => drawer.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    assert page.evaluate("document.activeElement.id") == "__drawer"


def test_the_contents_mark_the_section_being_read(page, server):
    page.goto(f"{server}en/kpi/csat/")
    page.locator(".md-nav--secondary").get_by_role("link", name="Causes and effects").click()
    expect(page.locator(".md-nav--secondary .md-nav__link--active")).to_have_text("Causes and effects")


def test_what_stands_beside_a_kpi_is_its_team_and_not_the_site(page, server, book):
    page.goto(f"{server}en/kpi/csat/")
    own = [kpi.name["en"] for kpi in book.kpis.values() if kpi.team == "customer-service"]
    assert sorted(page.locator(".nav-leaves > li > a").all_inner_texts()) == sorted(own)
    assert page.locator(".md-nav--primary [aria-current=page]").inner_text() == book.kpis["csat"].name["en"]


def test_a_definition_shows_on_focus_and_leaves_with_escape(page, server):
    page.goto(f"{server}en/tco/")
    term = page.locator("a.term").first
    term.focus()
    tip = page.locator("[role=tooltip]")
    assert tip.is_visible()
    assert tip.inner_text() == term.get_attribute("data-definition")
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert not tip.is_visible()


def test_a_definition_shows_at_the_first_tap_and_the_second_leads_to_the_glossary(browser, server):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{server}fr/tco/")
    term = page.locator("a.term").first
    term.tap()
    expect(page.locator("[role=tooltip]")).to_have_text(term.get_attribute("data-definition"))
    assert page.url == f"{server}fr/tco/"
    term.tap()
    page.wait_for_url("**/fr/glossary/#*")
    context.close()


@pytest.mark.parametrize("url", ["/fr/kpi/csat/", "/en/tco/"])
def test_prints_without_menus(page, server, url):
    page.goto(server + url[1:])
    page.emulate_media(media="print")
    assert not page.locator("header.md-header").is_visible()
    assert not page.locator(".md-sidebar--primary").is_visible()
    assert page.locator("h1").is_visible()
    assert re.fullmatch(r"rgb\(255, 255, 255\)", page.evaluate("getComputedStyle(document.body).backgroundColor"))
