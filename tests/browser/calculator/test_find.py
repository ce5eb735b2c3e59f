"""An assumption is found by its name, in place."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import opened

FOUND = "[data-part=inputs] :is([data-field], [data-find]):visible"


@pytest.mark.parametrize(
    ("lang", "sought"),
    [
        ("fr", {"panier": "average_order_value", "ANNULEES": "cancelled_rate"}),
        ("en", {"basket": "second_basket_rate", "IT": "it_support_cost"}),
    ],
)
def test_an_assumption_is_found_by_a_word_of_its_name(page, server, lang, sought):
    opened(page, server, lang)
    for typed, name in sought.items():
        page.fill("#find", typed)
        names = page.locator(FOUND).evaluate_all("(all) => all.map(({ dataset }) => dataset.field ?? dataset.find)")
        assert name in names and len(names) < 15
    page.evaluate("scrollTo(0, 0)")  # a link half behind the header would be too small for axe
    assert violations(page) == []


def test_what_was_asked_above_leads_there(page, server):
    opened(page, server, "fr").fill("#find", "panier moyen")
    page.locator(FOUND).locator("a").click()
    expect(page.locator("#in-average_order_value")).to_be_focused()


def test_nothing_found_is_said_and_an_empty_field_shows_every_group_again(page, server):
    opened(page, server).fill("#find", "zzz")
    expect(page.locator("[data-part=found]")).to_have_text("No assumption of that name.")
    page.fill("#find", "")
    expect(page.locator("[data-part=found]")).to_be_empty()
    expect(page.locator("[data-group]:visible")).to_have_count(page.locator("[data-group]").count())


def test_an_improvement_stands_beside_the_team_it_belongs_to(page, server, model):
    opened(page, server)
    for driver in model.record.drivers.values():
        expect(page.locator(f"#inputs-{driver.team} #in-{driver.improvement}")).to_have_count(1)
