"""The calculator as a reader uses it, and as somebody tries to break it."""

import random

import pytest
from knowledge import formats
from knowledge.business_case import measure
from knowledge.roi import evaluate, model_of
from playwright.sync_api import expect

from tests.browser.test_pages import violations

FRAGMENTS, SEED = 2000, 20261123
HOSTILE = (
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "NaN",
    "Infinity",
    "-0",
    "1e999",
    "0x10",
    "', ', '",
    "\u0000",
    "٣",
    "9" * 400,
    "%",
    "..",
    "{}",
    "[]",
    "null",
)


@pytest.fixture(scope="module")
def model(book):
    return model_of(book)


def opened(page, server, lang="en", fragment=""):
    page.goto(f"{server}{lang}/calculator/{fragment}")
    expect(page.locator("form.calculator-form")).to_be_visible()
    return page


def npv(page) -> str:
    return page.locator("[data-result=npv][data-scenario=base]").inner_text()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_browser_repeats_the_figures_that_the_build_printed(browser, server, lang):
    static = browser.new_context(java_script_enabled=False).new_page()
    static.goto(f"{server}{lang}/calculator/")
    live = opened(browser.new_page(), server, lang)
    for selector in (
        "[data-result]",
        "[data-part=kept]",
        "[data-part=gross]",
        "[data-part=scaled]",
        "[data-part=answered]",
        "[data-part=years] td",
    ):
        built, shown = ([text.strip() for text in page.locator(selector).all_text_contents()] for page in (static, live))
        assert built
        assert built == shown


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_numbers_are_printed_alike_in_python_and_in_the_browser(page, server, model, lang):
    opened(page, server, lang)
    values = [0, -0.0, 0.005, 0.125, 1, 1.5, 2, 99.995, 100, 1234.5, 1234567.891, -3.14159, 5e-7, 999999.5, 1e9, -1e6]
    cases = [[value, unit] for value in values for unit in model.record.units]
    found = page.evaluate(
        """async ([cases, lang]) => {
        const { measure } = await import("/assets/javascripts/roi/format.js");
        const { model } = await import("/assets/javascripts/roi/generated.js");
        const words = await (await fetch(`/${lang}/roi.json`)).json();
        return cases.map(([value, unit]) => measure(value, unit, model.units[unit], words, lang, "–"));
        }""",
        [cases, lang],
    )
    assert found == [measure(value, unit, model.record, lang) for value, unit in cases]


@pytest.mark.parametrize(
    ("lang", "typed", "value"),
    [
        ("fr", "2,5", 2.5),
        ("fr", "2.5", 2.5),
        ("fr", "250 M", 250e6),
        ("fr", "250M€", 250e6),
        ("fr", "1 234,5", 1234.5),
        ("fr", "1\u202f234,5", 1234.5),
        ("fr", "45 %", 45),
        ("fr", "1.234,5", 1234.5),
        ("fr", "1,2 Md", 1.2e9),
        ("en", "1,234", 1234),
        ("en", "1,234.5", 1234.5),
        ("en", "€250k", 250e3),
        ("en", "2,5", 2.5),
        ("en", "1.5bn", 1.5e9),
        ("en", "−3", -3),
        ("fr", "douze", None),
        ("en", "1.2.3", None),
        ("en", "", None),
        ("en", "1e5", None),
    ],
)
def test_numbers_are_read_as_people_type_them(page, server, lang, typed, value):
    page.goto(f"{server}{lang}/")
    found = page.evaluate("async ([typed, lang]) => (await import('/assets/javascripts/roi/format.js')).read(typed, lang)", [typed, lang])
    assert found == pytest.approx(value) if value is not None else found != found


def test_a_figure_typed_changes_the_result_and_the_address(page, server, model):
    opened(page, server, "fr").fill("#in-gmv_total", "100 M€")
    expected = evaluate(model, {"gmv_total": 100e6}, "erp-custom")["npv"]
    assert npv(page) == formats.typeset(measure(expected, "EUR", model.record, "fr"), "fr")
    expect(page).to_have_url(f"{server}fr/calculator/#v=1&gmv_total=100000000")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/calculator/#v=1&gmv_total=100000000")
    expect(page.locator("[data-result=npv][data-scenario=base]")).to_have_text(measure(expected, "EUR", model.record, "en"))


@pytest.mark.parametrize(("typed", "message"), [("abc", "not a number"), ("3", "at least"), ("99 bn", "at most")])
def test_a_bad_value_gets_a_message_at_the_field_and_the_last_result_stays(page, server, typed, message):
    before = npv(opened(page, server))
    page.fill("#in-gmv_total", typed)
    expect(page.locator("#error-gmv_total")).to_contain_text(message)
    assert page.locator("#in-gmv_total").get_attribute("aria-invalid") == "true"
    assert npv(page) == before
    assert violations(page) == []


def test_an_emptied_field_is_not_zero(page, server):
    before = npv(opened(page, server, fragment="#v=1&gmv_total=100000000"))
    page.fill("#in-gmv_total", "")
    assert npv(page) != before
    expect(page).to_have_url(f"{server}en/calculator/")


def test_the_cfo_view_sets_drivers_aside_and_keeps_them_in_sight(page, server):
    before = npv(opened(page, server))
    page.check("[name=cfo]")
    assert npv(page) != before
    assert page.locator("tr.set-aside").count() > 15
    assert page.locator("tr.set-aside").first.is_visible()
    expect(page).to_have_url(f"{server}en/calculator/#v=1&view=cfo")
    assert violations(page) == []


def test_a_preset_and_a_situation_are_kept_in_the_link(page, server):
    opened(page, server).select_option("[name=preset]", "fashion")
    page.check("[name=situation][value=legacy-oms]")
    shown = npv(page)
    page.reload()
    expect(page.locator("[data-result=npv][data-scenario=base]")).to_have_text(shown)
    page.click("button[type=reset]")
    expect(page).to_have_url(f"{server}en/calculator/")


def test_every_figure_opens(page, server):
    opened(page, server)
    page.locator("button.open[data-opens=npv]").click()
    dialog = page.locator("dialog.trace")
    expect(dialog.locator("tbody tr")).to_have_count(2)
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    for place in page.locator("button.open").all():
        place.click()
        expect(dialog.locator("h2")).not_to_be_empty()
        page.keyboard.press("Escape")


def test_the_detailed_form_is_accessible(page, server):
    opened(page, server).locator(".detailed summary").click()
    assert page.locator("[data-field]").count() == 100
    assert violations(page) == []


def hostile_fragments(model):
    """Names and values that a link should not hold, good ones among them; the same for the same seed."""
    chance = random.Random(SEED)
    names = [*model.record.inputs, *model.record.improvements, "v", "situation", "preset", "view", "", *HOSTILE]
    for _ in range(FRAGMENTS):
        pairs = [
            (chance.choice(names), chance.choice([*HOSTILE, "0.5", "1", "1000000", "-1", "fashion", "legacy-oms", "cfo"]))
            for _ in range(chance.randint(1, 12))
        ]
        yield "&".join(f"{name}={value}" for name, value in pairs)


def test_two_thousand_hostile_fragments_break_nothing(page, server, model):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, server)
    bad = page.evaluate(
        """async (fragments) => {
        const { model } = await import("/assets/javascripts/roi/generated.js");
        const { readFragment, written, boundsOf } = await import("/assets/javascripts/roi/state.js");
        const { evaluate } = await import("/assets/javascripts/roi/model.js");
        const bad = [];
        for (const fragment of fragments) {
          const { state } = readFragment(model, `#${fragment}`);
          const sound = Object.entries(state.inputs).every(([name, value]) => value >= boundsOf(model, name).min && value <= boundsOf(model, name).max);
          const again = readFragment(model, `#${written(model, state)}`);
          const same = JSON.stringify(again.state) === JSON.stringify(state) && !again.ignored.length;
          const results = evaluate(model, state.inputs, state.situation);
          if (!sound || !same || !Number.isFinite(results.npv) || {}.polluted !== undefined) bad.push(fragment);
        }
        return bad;
        }""",
        list(hostile_fragments(model)),
    )
    assert bad == []
    for fragment in list(hostile_fragments(model))[:25]:
        page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
        assert "NaN" not in page.locator("#case").inner_text()
    assert errors == []


def test_a_link_says_what_it_ignored_and_that_it_is_of_another_version(page, server):
    opened(page, server, fragment="#v=0&gmv_total=-5&nothing=1")
    expect(page.locator(".form-notes")).to_have_text(
        "This link comes from another version of the model. ignored in the address: gmv_total=-5, nothing=1"
    )


def test_the_keyboard_is_enough(page, server):
    opened(page, server)
    page.locator("#in-gmv_total").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("80m")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "in-online_share"
    expect(page.locator(".form-status")).to_contain_text("Yearly benefit")


@pytest.mark.parametrize("width", [320, 390])
def test_fits_a_phone(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, server, "fr").locator(".detailed summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_minus_zero_is_printed():
    assert formats.number(-0.0, "fr") == "0"
