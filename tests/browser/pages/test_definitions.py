"""A term shows its definition."""

from playwright.sync_api import expect

from tests.support.axe import violations


def test_a_definition_shows_on_focus_and_leaves_with_escape(page, server):
    page.goto(f"{server}en/tco/")
    term = page.locator("a.term").first
    term.focus()
    tip = page.locator("[role=tooltip]")
    expect(tip).to_be_visible()
    assert tip.inner_text() == term.get_attribute("data-definition")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(tip).not_to_be_visible()


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
