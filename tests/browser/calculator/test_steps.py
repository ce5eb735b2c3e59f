"""Three steps: questions, the answer, the detail. A narrow screen shows one at a time."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import opened

STEPS = ("questions", "results", "depth")


def shown(page):
    """Which steps are on the screen."""
    return [step for step in STEPS if page.locator(f"#{step}").is_visible()]


def on_phone(page, server, lang="en", fragment=""):
    page.set_viewport_size({"width": 390, "height": 844})
    return opened(page, server, lang, fragment)


def test_a_phone_shows_one_step_at_a_time(page, server):
    on_phone(page, server)
    assert shown(page) == ["questions"]
    for step in STEPS[1:]:
        page.locator(f".step-list a[href='#{step}']").click()
        expect(page.locator(".step-list [aria-current=step]")).to_have_attribute("href", f"#{step}")
        expect(page.locator(f"#{step}")).to_be_visible()
        assert shown(page) == [step]
        assert violations(page) == []


def test_a_phone_shows_the_section_of_the_detail_that_was_asked_for(page, server):
    on_phone(page, server).locator(".step-list a[href='#depth']").click()
    expect(page.locator("[data-section]:visible")).to_have_count(0)
    for link in page.locator(".section-list a").all():
        link.click()
        expect(page.locator("[data-section]:visible")).to_have_count(1)
        expect(page.locator(link.get_attribute("href"))).to_be_in_viewport()


def test_a_phone_asks_for_little_scrolling(page, server):
    on_phone(page, server)
    heights = []
    for link in page.locator(".step-list a").all():
        link.click()
        heights.append(page.evaluate("document.querySelector('main').scrollHeight / innerHeight"))
    assert max(heights) < 5


@pytest.mark.parametrize("anchor", ["tornado", "in-x_cancel", "driver-wismo", "legend"])
def test_an_address_leads_to_its_place_in_whatever_step(page, server, anchor):
    on_phone(page, server, fragment=f"#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_wide_screen_shows_all_steps_in_order(page, server):
    opened(page, server)
    assert shown(page) == list(STEPS)
    tops = [page.locator(f"#{step}").bounding_box()["y"] for step in STEPS]
    assert tops == sorted(tops)


def test_without_scripts_everything_reads_in_order(page_without_scripts, server):
    page = page_without_scripts
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{server}en/calculator/")
    for place in ("results", "cash-flow", "changes", "depth", "teams", "costs", "tornado", "waiting", "status-quo"):
        expect(page.locator(f"#{place}")).to_be_visible()


def test_scripts_that_do_not_come_hide_no_step(page, server):
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/roi.json", lambda route: route.fulfill(status=500))
    page.goto(f"{server}en/calculator/")
    expect(page.locator("[data-only=failed]")).to_be_visible()
    assert shown(page) == ["results", "depth"]


def test_figures_are_exact_where_the_reader_chooses_so(page, server):
    opened(page, server)
    amount = page.locator("[data-driver=cancellations] [data-part=kept]")
    rounded = amount.inner_text()
    assert "k" in rounded
    page.get_by_label("Exact figures").check()
    expect(amount).not_to_have_text(rounded)
    assert "k" not in amount.inner_text()
    expect(page.locator("[data-say=answer]")).to_contain_text("about")


def test_a_minus_stays_with_its_amount(page, server):
    opened(page, server)
    page.evaluate("""() => {
      const place = document.querySelector("[data-say=worth]");
      place.textContent = "\u2212\u2060\u20ac1M ".repeat(40);
      place.style.width = "5.3em";
    }""")
    lines = page.evaluate("""() => {
      const text = document.querySelector("[data-say=worth]").firstChild, range = document.createRange();
      return [...text.data].flatMap((sign, at) => {
        if (sign !== "\u2212") return [];
        range.setStart(text, at); range.setEnd(text, at + 1);
        const minus = range.getBoundingClientRect().top;
        range.setStart(text, at + 2); range.setEnd(text, at + 3);
        return [Math.abs(minus - range.getBoundingClientRect().top)];
      });
    }""")
    assert max(lines) < 5
