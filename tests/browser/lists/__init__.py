"""Lists that are filtered and sorted."""

from playwright.sync_api import Page


def shown(page: Page) -> int:
    """How many items of the list are to be seen."""
    return page.locator("[data-item]:visible").count()
