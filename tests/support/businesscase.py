"""The business case as the tests open and read it."""

from playwright.sync_api import Page, expect

from tests.support.calculator import NOW

NPV = "[data-part=paper] [data-result=npv][data-scenario=base]"
CASE = f"{NOW}&average_order_value=90"
HEADING = "paper.title=An+OMS&paper.prospect=The+board&paper.author=C.+Martin&paper.date=2026-12-01"


def opened(page: Page, server: str, lang: str = "en", fragment: str = "") -> Page:
    """The page once its scripts show the case of the address."""
    page.goto(f"{server}{lang}/business-case/{fragment}")
    expect(page.locator("[data-part=address]")).to_contain_text("/business-case/")
    return page
