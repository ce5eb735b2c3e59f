"""Narrow screens, no JavaScript, either appearance, paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import SAMPLE


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("url", SAMPLE)
def test_nothing_is_cut_off_on_a_narrow_screen(page, server, url, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(server + url[1:])
    page.evaluate(
        "document.documentElement.toggleAttribute('data-back', true)"
    )  # laid out whole, not the first screens alone
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("url", ["fr/kpi/csat/", "en/outcome/", "fr/tco/"])
def test_on_a_phone_a_page_is_laid_out_as_it_is_read_and_who_comes_back_finds_their_place(page, server, url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server + url)
    before = page.evaluate("document.documentElement.scrollHeight")
    last = page.locator("#content [id]").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    page.goto(f"{server}en/about/")
    page.go_back()
    expect(last).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollHeight") != before


@pytest.mark.parametrize("url", ["fr/kpi/csat/", "en/outcome/", "fr/tco/"])
def test_on_a_phone_an_anchor_far_down_is_reached_exactly(page, server, url):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(server + url)
    id = page.locator("#content :is(section, div, h2, li, tr)[id]").last.get_attribute("id")
    page.goto(f"{server}{url}#{id}")
    expect(page.locator(f"#{id}")).to_be_in_viewport()
    page.reload()
    expect(page.locator(f"#{id}")).to_be_in_viewport()


@pytest.mark.parametrize("url", SAMPLE)
def test_reads_without_javascript(page_without_scripts, server, url):
    page = page_without_scripts
    page.goto(server + url[1:])
    assert page.locator("h1").is_visible()
    assert page.locator("nav.md-tabs a").first.is_visible()
    assert not page.locator(".search-button").is_visible()
    assert page.locator("form:visible").count() == 0


def test_the_appearance_is_kept_in_the_browser_only(page, server):
    page.goto(f"{server}en/")
    for theme in ("light", "dark"):
        page.locator("form[data-md-component=palette] label:visible").click()
        expect(page.locator("html")).to_have_css("color-scheme", theme)
    page.goto(f"{server}en/kpi/")
    expect(page.locator("html")).to_have_css("color-scheme", "dark")
    page.locator("form[data-md-component=palette] label:visible").click()
    expect(page.locator("html")).to_have_css("color-scheme", "light dark")
    page.goto(f"{server}fr/kpi/")
    expect(page.locator("html")).to_have_css("color-scheme", "light dark")
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


@pytest.mark.parametrize("url", ["/fr/kpi/csat/", "/en/tco/"])
def test_prints_without_menus(page, server, url):
    page.goto(server + url[1:])
    page.emulate_media(media="print")
    assert not page.locator("header.md-header").is_visible()
    assert not page.locator(".md-sidebar--primary").is_visible()
    assert page.locator("h1").is_visible()
    assert re.fullmatch(r"rgb\(255, 255, 255\)", page.evaluate("getComputedStyle(document.body).backgroundColor"))
