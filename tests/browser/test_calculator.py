"""The calculator as a reader uses it, and as somebody tries to break it."""

import random

import pytest
from knowledge.calculator.example import measure
from knowledge.roi.engine import evaluate
from knowledge.roi.model import Model, model_of
from knowledge.roi.simulation import simulate
from knowledge.roi.waiting import waiting
from knowledge.words import formats
from playwright.sync_api import expect

from tests.browser.test_pages import violations

NPV = "#case [data-result=npv][data-scenario=base]"
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
    return page.locator(NPV).inner_text()


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
        "[data-part=overlap] dd",
        "[data-part=switching] dd",
        "[data-part=tornado] td",
        "[data-part=waits] td",
        ".months .share",
        "[data-say]:not([data-say=set_aside]):not([data-say=trials])",
    ):
        built, shown = (
            [text.strip() for text in page.locator(selector).all_text_contents()] for page in (static, live)
        )
        assert built or selector == "[data-part=switching] dd"  # the example needs no single driver
        assert built == shown


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_numbers_are_printed_alike_in_python_and_in_the_browser(page, server, model, lang):
    opened(page, server, lang)
    values = [
        0,
        -0.0,
        0.005,
        0.125,
        1,
        1.0000001,
        1.5,
        1.9999,
        2,
        99.995,
        100,
        1234.5,
        1234567.891,
        -3.14159,
        5e-7,
        999999.5,
        1e6,
        1e9,
        -1e6,
    ]
    cases = [[value, unit] for value in values for unit in model.record.units]
    found = page.evaluate(
        """async ([cases, lang]) => {
        const { $format: { measure } } = await import("/assets/javascripts/words.js");
        const { $generated: { model } } = await import("/assets/javascripts/engine.js");
        const words = await (await fetch(`/${lang}/roi.json`)).json();
        return cases.map(([value, unit]) => measure(value, unit, model.factors[unit] ?? 1, words, lang, "–"));
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
    found = page.evaluate(
        "async ([typed, lang]) => (await import('/assets/javascripts/words.js')).$format.read(typed, lang)",
        [typed, lang],
    )
    assert found == pytest.approx(value) if value is not None else found != found


def test_a_figure_typed_changes_the_result_and_the_address(page, server, model):
    opened(page, server, "fr").fill("#in-gmv_total", "100 M€")
    expected = evaluate(model, {"gmv_total": 100e6}, "erp-custom")["npv"]
    assert npv(page) == formats.typeset(measure(expected, "EUR", model.record, "fr"), "fr")
    expect(page).to_have_url(f"{server}fr/calculator/#v=1&gmv_total=100000000")
    page.locator("a.language").click()
    page.wait_for_url(f"{server}en/calculator/#v=1&gmv_total=100000000")
    expect(page.locator(NPV)).to_have_text(measure(expected, "EUR", model.record, "en"))


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


def test_one_field_goes_back_to_its_default(page, server):
    opened(page, server, fragment="#v=1&preset=fashion&return_rate=0.1&store_count=7")
    field = page.locator("[data-field=return_rate]")
    field.locator(".restore").click()
    expect(field.locator("input")).to_have_value("35")
    expect(field.locator("input")).to_be_focused()
    expect(field.locator(".restore")).to_be_hidden()
    expect(page).to_have_url(f"{server}en/calculator/#v=1&preset=fashion&store_count=7")
    expect(page.locator("[data-field=store_count] .restore")).to_have_text("Back to 100 stores")


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
    expect(page.locator(NPV)).to_have_text(shown)
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
    choices = [
        "v",
        "situation",
        "preset",
        "view",
        "name",
        "golive",
        "season",
        "seed",
        "at",
        "from.x_cancel",
        "own",
        "",
        *HOSTILE,
    ]
    names = [
        prefix + name
        for prefix in ("", "", "2.", "3.", "4.")
        for name in [*model.record.inputs, *model.record.improvements, *choices]
    ]
    good = [
        "0.5",
        "1",
        "1000000",
        "-1",
        "fashion",
        "legacy-oms",
        "cfo",
        "home-cancelled-orders",
        "x_cancel.x_otif",
        "_".join("1" * 12),
        "_".join("0" * 12),
    ]
    for _ in range(FRAGMENTS):
        pairs = [(chance.choice(names), chance.choice([*HOSTILE, *good])) for _ in range(chance.randint(1, 12))]
        yield "&".join(f"{name}={value}" for name, value in pairs)


def test_two_thousand_hostile_fragments_break_nothing(page, server, model, capsys):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, server)
    bad, ignored, cases = page.evaluate(
        """async (fragments) => {
        const { $generated: { model }, $model: { evaluate } } = await import("/assets/javascripts/engine.js");
        const { $state: { readFragment, written, boundsOf } } = await import("/assets/javascripts/state.js");
        const bad = [], within = ([name, value]) => value >= boundsOf(model, name).min && value <= boundsOf(model, name).max;
        let ignored = 0, cases = 0;
        for (const fragment of fragments) {
          const { state, ignored: left } = readFragment(model, `#${fragment}`);
          ignored += left.length;
          cases += state.cases.length;
          const sound = state.cases.every((each) => Object.entries(each.inputs).every(within)) && state.at < state.cases.length && state.cases.length <= 3;
          const again = readFragment(model, `#${written(model, state)}`);
          const same = JSON.stringify(again.state) === JSON.stringify(state) && !again.ignored.length;
          const finite = state.cases.every((each) => Number.isFinite(evaluate(model, each.inputs, each.situation).npv));
          if (!sound || !same || !finite || {}.polluted !== undefined) bad.push(fragment);
        }
        return [bad, ignored, cases];
        }""",
        list(hostile_fragments(model)),
    )
    with capsys.disabled():
        print(
            f"\nHostile fragments: {FRAGMENTS} read, {cases} cases made of them, {ignored} parts ignored, {len(bad)} broke something"
        )
    assert bad == []
    for fragment in list(hostile_fragments(model))[:25]:
        page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
        assert "NaN" not in page.locator("#case").inner_text()
    assert errors == []


def test_a_link_says_what_it_ignored_and_that_it_is_of_another_version(page, server):
    opened(page, server, fragment="#v=0&gmv_total=-5&nothing=1")
    expect(page.locator(".link-notes")).to_have_text(
        "This link comes from another version of the model. Ignored in the address: gmv_total=-5, nothing=1"
    )


@pytest.mark.parametrize(
    ("fragment", "said"), [("#search=stock", ""), ("#search=stock&nothing=1", "Ignored in the address: nothing=1")]
)
def test_a_search_in_the_address_is_nothing_that_was_ignored(page, server, fragment, said):
    opened(page, server, fragment=fragment)
    expect(page.locator("#search[data-ready]")).to_be_visible()
    expect(page.locator("button[data-opens=npv]")).to_be_enabled()
    expect(page.locator(".link-notes")).to_have_text(said)


def tab_to(page, selector):
    """Presses Tab until the focus is on the element, which must not be hidden behind the figures that stay on the screen."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            box = page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
            top = page.evaluate(
                "([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('.live'))", [box["x"] + 2, box["y"] + 2]
            )
            assert not top or selector.startswith(".live"), selector
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.mark.parametrize("width", [390, 1440])
def test_the_keyboard_is_enough(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, server)
    tab_to(page, "#in-gmv_total")
    page.keyboard.press("Control+a")
    page.keyboard.type("80m")
    expect(page.locator(".form-status")).to_contain_text("Yearly benefit")
    tab_to(page, ".detailed summary")
    page.keyboard.press("Enter")
    tab_to(page, "#in-x_cancel")
    page.keyboard.press("Control+a")
    page.keyboard.type("30")
    tab_to(page, "[data-do=duplicate]")
    page.keyboard.press("Enter")
    tab_to(page, "[name=cfo]")
    page.keyboard.press("Space")
    tab_to(page, "[data-result=npv].open")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.trace tbody tr")).to_have_count(2)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.result") == "npv"
    tab_to(page, "[name=golive]")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(
        f"{server}en/calculator/#v=1&gmv_total=80000000&x_cancel=0.3&2.name=&2.golive=10&2.gmv_total=80000000&2.x_cancel=0.3&at=2&view=cfo"
    )
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_fits_a_phone(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, server, "fr").locator(".detailed summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_minus_zero_is_printed():
    assert formats.number(-0.0, "fr") == "0"


def test_the_page_names_its_scripts_at_once(page, server):
    """No script waits until another one asks for it, but for those of the worker and of an opened figure."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith(".js") else None)
    opened(page, server)
    preloaded = page.eval_on_selector_all("link[rel=modulepreload]", "(links) => links.map((link) => link.href)")
    named = page.eval_on_selector_all("script[src]", "(scripts) => scripts.map((script) => script.src)")
    assert len(preloaded) > 3
    assert set(asked) == {*preloaded, *named}


# --- cases --------------------------------------------------------------------------------------------------------


def test_cases_stand_side_by_side_and_in_the_link(page, server, model):
    opened(page, server).fill("[name=case-name]", "Today")
    page.click("[data-do=duplicate]")
    page.fill("[name=case-name]", "Half the stores")
    page.fill("#in-store_count", "50")
    expect(page.locator("table.compare thead th")).to_have_text(["Quantity", "Today", "Half the stores"])
    for place, inputs in enumerate(({}, {"store_count": 50})):
        shown = measure(evaluate(model, inputs, "erp-custom")["npv"], "EUR", model.record, "en")
        expect(
            page.locator("table.compare tbody tr", has_text="Net present value").locator("td").nth(place)
        ).to_have_text(shown)
    expect(page.locator("table.compare tr.differs")).to_have_text(["Number of stores100 stores50 stores"])
    expect(page).to_have_url(f"{server}en/calculator/#v=1&name=Today&2.name=Half+the+stores&2.store_count=50&at=2")
    assert violations(page) == []
    page.locator("a.language").click()
    expect(page.locator("table.compare thead th")).to_have_text(["Grandeur", "Today", "Half the stores"])
    page.locator("[name=case]").first.check()
    assert page.locator("#in-store_count").input_value() == "100"


def test_there_are_at_most_three_cases_and_the_last_one_stays(page, server):
    opened(page, server)
    for _ in range(2):
        page.click("[data-do=duplicate]")
    expect(page.locator("[data-do=duplicate]")).to_be_disabled()
    expect(page.locator("[name=case]")).to_have_count(3)
    for _ in range(2):
        page.click("[data-do=remove]")
    expect(page.locator("[data-do=remove]")).to_be_hidden()
    expect(page.locator("table.compare")).to_be_hidden()


def test_what_was_removed_comes_back_with_the_back_button(page, server):
    opened(page, server).fill("#in-gmv_total", "80m")
    shown = npv(page)
    page.click("button[type=reset]")
    assert npv(page) != shown
    page.go_back()
    expect(page.locator(NPV)).to_have_text(shown)


def test_a_browser_keeps_cases_only_when_it_is_asked_to(page, server):
    opened(page, server).fill("#in-gmv_total", "80m")
    shown = npv(page)
    assert page.evaluate("localStorage.getItem('calculator-cases')") is None
    page.click("[data-do=keep]")
    opened(page, server, fragment="?again")
    assert npv(page) != shown
    page.click("[data-do=reopen]")
    expect(page.locator(NPV)).to_have_text(shown)
    page.click("[data-do=forget]")
    expect(page.locator("[data-do=reopen]")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


# --- proof and waiting --------------------------------------------------------------------------------------------


def test_an_outcome_becomes_a_target_that_says_where_it_comes_from(page, server):
    page.goto(f"{server}en/outcome/")
    page.locator("#home-cancelled-orders .target a").click()
    field, tier = page.locator("[data-field=x_cancel]"), page.locator("[data-driver=cancellations] [data-part=tier]")
    expect(page.locator("#in-x_cancel")).to_have_value("42.5")
    expect(field.locator(".from")).to_contain_text("50% of the smallest comparable result")
    page.locator(".detailed summary").click()
    assert violations(page) == []
    page.locator("#in-x_cancel").fill("30")
    expect(field.locator(".from")).to_be_hidden()
    expect(page).to_have_url(f"{server}en/calculator/#v=1&x_cancel=0.3")
    assert tier.inner_text() == "C"  # a figure typed is not yet a figure measured
    field.get_by_label("Measured at your company").check()
    expect(tier).to_have_text("A")
    expect(page).to_have_url(f"{server}en/calculator/#v=1&x_cancel=0.3&own=x_cancel")


def test_a_link_cannot_claim_a_source_for_another_figure(page, server):
    opened(page, server, fragment="#v=1&x_cancel=0.9&from.x_cancel=home-cancelled-orders")
    expect(page.locator(".link-notes")).to_contain_text("from.x_cancel=home-cancelled-orders")
    expect(page.locator("[data-field=x_cancel] .from")).to_be_hidden()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_waiting_is_counted_for_the_month_and_the_orders_chosen(page, server, model, lang):
    opened(page, server, lang).locator(".months label").nth(4).click()
    page.fill("#in-season", "100\t90\t90\t90\t90\t90\t90\t90\t90\t90\t300\t200")
    page.keyboard.press("Tab")
    orders = [100, *[90] * 9, 300, 200]
    results = evaluate(model, {}, "erp-custom")
    found = waiting(model, results, [month / sum(orders) for month in orders], 5)
    missed = formats.typeset(measure(found.peak_missed, "EUR", model.record, lang), lang)
    expect(page.locator("[data-part=peak]")).to_have_text(formats.month(11, lang))
    expect(page.locator("[data-part=peak-missed]")).to_have_text(missed)
    expect(page).to_have_url(f"{server}{lang}/calculator/#v=1&golive=5&season=100_90_90_90_90_90_90_90_90_90_300_200")


def test_orders_that_are_not_twelve_get_a_message_and_change_nothing(page, server):
    opened(page, server)
    before = page.locator("[data-part=waits]").inner_text()
    page.fill("#in-season", "1; 2; 3")
    page.keyboard.press("Tab")
    expect(page.locator("#error-season")).to_contain_text("3 read")
    assert page.locator("[data-part=waits]").inner_text() == before
    assert violations(page) == []


def test_no_cost_of_delay_is_said_so(page, server):
    opened(page, server, fragment="#v=1&view=cfo")
    expect(page.locator("#case [data-result=cost_of_delay_month]")).to_have_text("no cost of delay")
    expect(page.locator("[data-say=waiting]")).to_contain_text("waiting costs nothing")


# --- the draws ----------------------------------------------------------------------------------------------------


def test_the_full_number_of_trials_follows_and_its_seed_is_in_the_link(page, server, model):
    opened(page, server, fragment="#v=1&seed=7")
    full = model.record.risk.trials["full"]
    expect(page.locator("[data-say=trials]")).to_contain_text(formats.number(full, "en"))
    risk = model.record.risk.model_copy(update={"seed": 7})
    drawn = simulate(Model(model.record.model_copy(update={"risk": risk}), model.tco), {}, "erp-custom", full)
    expect(page.locator("[data-part=p10]")).to_have_text(measure(drawn.p10, "EUR", model.record, "en"))
    page.click("[data-do=redraw]")
    expect(page.locator("[data-part=p10]")).not_to_have_text(measure(drawn.p10, "EUR", model.record, "en"))
    assert page.url.rpartition("seed=")[2] not in ("", "7")


def test_evidence_and_inputs_are_one_step_from_a_figure(page, server):
    opened(page, server).locator("[data-driver=cancellations] [data-part=gross]").click()
    dialog = page.locator("dialog.trace")
    expect(dialog.locator(".evidence a")).not_to_have_count(0)
    expect(dialog.locator(".evidence-note")).to_contain_text("cancelled orders (home)")
    dialog.locator(".deeper button", has_text="avoided cancellations").click()
    dialog.locator(".deeper button", has_text="Orders cancelled").click()
    expect(dialog.locator("h2")).to_be_focused()
    dialog.locator(".change").click()
    expect(page.locator("#in-cancelled_rate")).to_be_focused()


def test_a_driver_set_aside_is_hatched(page, server):
    opened(page, server, fragment="#v=1&view=cfo")
    fill = page.locator("tr.set-aside .mark").first.evaluate("(mark) => getComputedStyle(mark).fill")
    assert "#hatch" in fill
    expect(page.locator("[data-say=set_aside]")).to_contain_text("1 out of 26")


# --- what goes wrong ----------------------------------------------------------------------------------------------


def test_a_link_within_the_page_leaves_the_case_alone(page, server):
    opened(page, server).fill("#in-gmv_total", "80m")
    shown = npv(page)
    page.locator(".live p a").click()
    expect(page).to_have_url(f"{server}en/calculator/#v=1&gmv_total=80000000")
    assert npv(page) == shown
    expect(page.locator("#results")).to_be_in_viewport()
    page.reload()
    expect(page.locator(NPV)).to_have_text(shown)


def test_a_section_of_the_example_can_be_linked_to(page, server):
    opened(page, server, fragment="#driver-wismo")
    expect(page).to_have_url(f"{server}en/calculator/#driver-wismo")
    page.locator("#in-gmv_total").fill("80m")
    expect(page).to_have_url(f"{server}en/calculator/#v=1&gmv_total=80000000")


@pytest.mark.parametrize(
    "script", ["delete window.Worker", "window.Worker = class { constructor() { throw new DOMException('no'); } }"]
)
def test_without_a_worker_the_live_draws_stay(page, server, script):
    page.add_init_script(script)
    opened(page, server)
    expect(page.locator("[data-say=trials]")).to_contain_text("2,000")


@pytest.mark.parametrize("missing", ["**/roi.json", "**/calculator.js"])
def test_a_part_that_does_not_come_is_said_and_the_example_is_not_taken_for_the_readers(page, server, missing):
    page.route(missing, lambda route: route.fulfill(status=500))
    page.goto(f"{server}en/calculator/#v=1&gmv_total=80000000")
    expect(page.locator("[data-only=failed]")).to_contain_text("not yours")
    expect(page.locator("[data-only=static]")).to_be_hidden()


def test_a_figure_that_could_not_open_opens_the_next_time(page, server):
    opened(page, server)
    page.route("**/roi-opening.json", lambda route: route.fulfill(status=500), times=1)
    page.locator("button[data-opens=npv]").click()
    expect(page.locator("dialog.trace .definition")).to_contain_text("could not be loaded")
    page.keyboard.press("Escape")
    page.locator("button[data-opens=npv]").click()
    expect(page.locator("dialog.trace tbody tr")).to_have_count(2)


def test_an_address_refused_by_the_browser_is_written_later(page, server):
    opened(page, server)
    page.evaluate("""() => {
      const real = history.replaceState.bind(history);
      let refused = 3;
      history.replaceState = (...given) => { if (refused-- > 0) throw new DOMException("too often"); real(...given); };
    }""")
    for value in ("100m", "101m", "102m"):
        page.fill("#in-gmv_total", value)
    expect(page.locator(NPV)).not_to_have_text("€1,481,231")
    expect(page).to_have_url(f"{server}en/calculator/#v=1&gmv_total=102000000")


def test_the_focus_is_never_lost(page, server):
    opened(page, server)
    for _ in range(2):
        page.locator("[data-do=duplicate]").press("Enter")
        expect(page.locator("[name=case-name]")).to_be_focused()
    for _ in range(2):
        page.locator("[data-do=remove]").press("Enter")
        expect(page.locator("[name=case]:checked")).to_be_focused()
    page.locator("[data-do=keep]").press("Enter")
    page.locator("[data-do=forget]").press("Enter")
    expect(page.locator("[data-do=keep]")).to_be_focused()


def test_a_fault_is_read_out(page, server):
    opened(page, server).fill("#in-gmv_total", "abc")
    expect(page.locator(".form-status")).to_contain_text("Total sales excl. VAT (GMV). This is not a number")


def test_what_is_said_of_a_figure_goes_with_it(page, server):
    opened(page, server, fragment="#v=1&x_cancel=0.3&own=x_cancel").locator(".detailed summary").click()
    field = page.locator("[data-field=x_cancel]")
    expect(field.get_by_label("Cancellations avoided").nth(1)).to_be_checked()
    field.locator(".restore").click()
    expect(page).to_have_url(f"{server}en/calculator/")
    expect(field.locator("[name=own]")).not_to_be_checked()


def test_every_figure_that_opens_says_what_it_is(page, server):
    opened(page, server)
    for figure in page.locator("button.open").all():
        name = figure.get_attribute("aria-describedby")
        assert page.locator(f"#{name}").inner_text()


@pytest.mark.parametrize(
    "pasted",
    ["1\t2\t\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13", "1\t2\t\t4\t5\t6\t7\t8\t9\t10\t11\t12", "0;0;0;0;0;0;0;0;0;0;0;0"],
)
def test_months_that_are_missing_are_not_shifted(page, server, pasted):
    opened(page, server).fill("#in-season", pasted)
    page.keyboard.press("Tab")
    expect(page.locator("#error-season")).to_be_visible()
    expect(page).to_have_url(f"{server}en/calculator/")


@pytest.mark.parametrize("width", [320, 768])
def test_a_long_name_does_not_widen_the_page(page, server, width):
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, server, fragment=f"#v=1&name={'X' * 60}&2.name={'Y' * 60}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
