"""What an address may hold, and what it leaves alone."""

import pytest
from playwright.sync_api import expect

from tests.support.calculator import NOW, NPV, npv, opened


def test_a_link_says_what_it_ignored_and_that_it_is_of_another_version(page, server):
    opened(page, server, fragment="#v=0&net_sales_total=-5&nothing=1")
    expect(page.locator(".link-notes")).to_have_text(
        "This link comes from a version of the model that this page does not know. "
        "Ignored in the address: net_sales_total=-5, nothing=1"
    )


def test_a_link_within_the_page_leaves_the_case_alone(page, server):
    opened(page, server).fill("#in-net_sales_total", "80m")
    shown = npv(page)
    page.locator(".live p a").first.click()
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&net_sales_total=80000000")
    assert npv(page) == shown
    expect(page.locator("#results")).to_be_in_viewport()
    page.reload()
    expect(page.locator(NPV)).to_have_text(shown)


def test_a_section_of_the_example_can_be_linked_to(page, server):
    opened(page, server, fragment="#driver-wismo")
    expect(page).to_have_url(f"{server}en/calculator/#driver-wismo")
    page.locator("#in-net_sales_total").fill("80m")
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&net_sales_total=80000000")


def test_an_address_refused_by_the_browser_is_written_later(page, server):
    opened(page, server)
    page.evaluate("""() => {
      const real = history.replaceState.bind(history);
      let refused = 3;
      history.replaceState = (...given) => { if (refused-- > 0) throw new DOMException("too often"); real(...given); };
    }""")
    for value in ("100m", "101m", "102m"):
        page.fill("#in-net_sales_total", value)
    expect(page.locator(NPV)).not_to_have_text("€1.5M")
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&net_sales_total=102000000")


@pytest.mark.parametrize(
    ("fragment", "said"), [("#search=stock", ""), ("#search=stock&nothing=1", "Ignored in the address: nothing=1")]
)
def test_a_search_in_the_address_is_nothing_that_was_ignored(page, server, fragment, said):
    opened(page, server, fragment=fragment)
    expect(page.locator("#search[data-ready]")).to_be_visible()
    expect(page.locator("button[data-opens=npv]")).to_be_enabled()
    expect(page.locator(".link-notes")).to_have_text(said)
