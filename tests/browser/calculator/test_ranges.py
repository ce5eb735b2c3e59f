"""A low and a high beside a field."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, npv, opened, unfold

TYPED = f"#{NOW}&net_sales_total=80000000"
RANGED = f"{TYPED}&low.net_sales_total=70000000&high.net_sales_total=100000000"


def field(page, name="net_sales_total"):
    return page.locator(f"[data-field={name}]")


def worth(page):
    return page.locator("#case [data-range=npv]").inner_text()


def test_a_range_widens_what_follows_and_stays_in_the_link(page, server):
    opened(page, server, fragment=TYPED)
    before, base = worth(page), npv(page)
    field(page).locator("[data-do=range]").click()
    low, high = field(page).get_by_label("Low"), field(page).get_by_label("High")
    expect(low).to_be_focused()
    low.fill("70m")
    assert worth(page) == before  # one end alone is no range
    high.fill("100m")
    assert worth(page) != before and npv(page) == base
    expect(page).to_have_url(f"{server}en/calculator/{RANGED}")
    expect(page.locator("[data-say=ranges]")).to_contain_text("Total net sales excl. VAT (from €70M")
    assert violations(page) == []
    low.fill("")
    high.fill("")
    assert worth(page) == before
    expect(page).to_have_url(f"{server}en/calculator/{TYPED}")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        ("100m", "70m", "The low end is above the high end."),
        ("90m", "100m", "The range must include the value of the field"),
        ("1", "100m", "Too small: at least"),
        ("abc", "100m", "This is not a number"),
    ],
)
def test_a_fault_stands_beside_the_range_and_the_last_result_stays(page, server, low, high, said):
    opened(page, server, fragment=RANGED)
    before = worth(page)
    field(page).get_by_label("Low").fill(low)
    field(page).get_by_label("High").fill(high)
    expect(field(page).locator("[data-part=range-error]")).to_contain_text(said)
    assert worth(page) == before


def test_a_value_outside_its_range_is_refused_at_the_field(page, server):
    opened(page, server, fragment=RANGED)
    before = npv(page)
    page.fill("#in-net_sales_total", "120m")
    expect(page.locator("#error-net_sales_total")).to_contain_text("Outside your range")
    assert npv(page) == before


def test_a_link_with_a_range_that_cannot_be_says_so(page, server):
    for wrong in (
        "low.net_sales_total=90000000&high.net_sales_total=100000000",
        "low.return_rate=0.1",
        "low.x=1&high.x=2",
    ):
        opened(page, server, fragment=f"{TYPED}&{wrong}")
        expect(page.locator("[data-part=link-notes]")).to_contain_text(wrong.split("&")[0])
        page.goto("about:blank")


def test_an_estimate_that_leaves_its_range_says_so(page, server):
    opened(page, server, fragment=f"#{NOW}&low.implementation_weeks=20&high.implementation_weeks=30")
    page.fill("#in-net_sales_total", "20m")
    unfold(page, "implementation_weeks")
    expect(field(page, "implementation_weeks").locator("[data-part=range-error]")).to_contain_text(
        "has left this range"
    )


def test_a_figure_typed_as_its_default_is_the_readers(page, server):
    opened(page, server).fill("#in-net_sales_total", "250m")
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&net_sales_total=250000000")
    expect(page.locator("[data-say=basis]")).to_contain_text("Your own figures: 1 out of")


def test_the_only_driver_left_is_named(page, server, model):
    names = [*model.behind["vendor"] & model.record.inputs.keys(), "x_vendor"]
    start = {"vendor_support_cost": 200000.0}
    typed = "&".join(f"{name}={value}" for name, value in start.items())
    improvement = model.record.drivers["vendor"].improvement
    assert set(names) >= set(start)
    opened(page, server, fragment=f"#{NOW}&{typed}&own={improvement}&view=cfo")
    expect(page.locator("[data-part=only-driver]")).to_contain_text("rests on it")
    expect(page.locator("[data-guard=one_driver]")).to_be_hidden()
