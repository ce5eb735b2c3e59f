"""Lists that are filtered and sorted."""

from playwright.sync_api import Locator, Page


def shown(page: Page) -> Locator:
    """The items of the list that are to be seen."""
    return page.locator("[data-item]:visible")
