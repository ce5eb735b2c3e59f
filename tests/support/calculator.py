"""The calculator as the tests open and read it."""

from playwright.sync_api import Page, expect

from tests.support.building import project

NOW = f"v={project().book.roi.version}"  # the start of a link that the model of today wrote
NPV = "#case [data-result=npv][data-scenario=base]"


def opened(page: Page, server: str, lang: str = "en", fragment: str = "") -> Page:
    """The page once its scripts have come and show the cases of the address."""
    page.goto(f"{server}{lang}/calculator/{fragment}")
    expect(page.locator("button[data-opens=npv]")).to_be_enabled()
    expect(page.locator("html[data-choices]")).to_have_count(0)
    return page


def npv(page: Page) -> str:
    return page.locator(NPV).inner_text()


def unfold(page: Page, name: str) -> None:
    """Opens the fold in which a field stands."""
    page.locator("main details", has=page.locator(f"#in-{name}")).locator("> summary").click()


def unfold_all(page: Page) -> None:
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
