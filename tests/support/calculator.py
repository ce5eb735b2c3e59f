"""The calculator as the tests open and read it."""

from playwright.sync_api import Page, expect

NPV = "#case [data-result=npv][data-scenario=base]"


def opened(page: Page, server: str, lang: str = "en", fragment: str = "") -> Page:
    page.goto(f"{server}{lang}/calculator/{fragment}")
    expect(page.locator("form.calculator-form")).to_be_visible()
    return page


def npv(page: Page) -> str:
    return page.locator(NPV).inner_text()
