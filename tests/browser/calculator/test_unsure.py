"""A percentage typed as a fraction is asked about, and nothing is taken in silence."""

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import NOW, npv, opened, unfold


def asked(page, server, lang="en", text="0.3", name="return_rate"):
    return typed(opened(page, server, lang), text, name)


def typed(page, text="0.3", name="return_rate"):
    """Types a figure; gives where it is asked about."""
    unfold(page, name)
    page.fill(f"#in-{name}", text)
    return page.locator(f"[data-field={name}] [data-part=question]")


def test_a_fraction_typed_for_a_percentage_is_asked_about(page, server):
    before = npv(opened(page, server))
    expect(typed(page)).to_contain_text("0.3% or 30%?")
    assert npv(page) == before
    expect(page).to_have_url(f"{server}en/calculator/")
    assert violations(page) == []


@pytest.mark.parametrize(("answer", "value"), [("0.3%", "0.003"), ("30%", "0.3")])
def test_the_answer_is_taken_and_stands_in_the_link(page, server, answer, value):
    question = asked(page, server)
    question.get_by_role("button", name=answer, exact=True).click()
    expect(question).to_have_count(0)
    expect(page.locator("#in-return_rate")).to_be_focused()
    expect(page.locator("#in-return_rate")).to_have_value(answer.removesuffix("%"))
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&return_rate={value}")


def test_the_question_is_the_next_stop_of_the_keyboard(page, server):
    question = asked(page, server, "fr", "0,2")
    page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="0,2")).to_be_focused()


@pytest.mark.parametrize("text", ["0.2%", "1.5", "20", "0"])
def test_what_can_only_mean_one_thing_is_taken(page, server, text):
    expect(asked(page, server, text=text)).to_have_count(0)


def test_a_small_percentage_where_small_ones_are_usual_is_taken(page, server, model):
    small = next(
        name
        for name, item in model.record.inputs.items()
        if item.unit == "share" and item.default and item.default <= 0.01 and not item.quick
    )
    opened(page, server)
    unfold(page, small)
    page.fill(f"#in-{small}", "0.4")
    expect(page.locator(f"[data-field={small}] [data-part=question]")).to_have_count(0)
    expect(page).to_have_url(f"{server}en/calculator/#{NOW}&{small}=0.004")
