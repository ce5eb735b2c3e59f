"""Numbers are printed alike in both languages of the code, and read as people type them."""

import pytest
from knowledge.calculator.figures import about, measure
from knowledge.records.base import LANGUAGES


@pytest.fixture(scope="module")
def words(browser, server):
    """A page that may import the words of the calculator."""
    page = browser.new_page()
    page.goto(f"{server}en/")
    yield page
    page.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_are_printed_alike_in_python_and_in_the_browser(words, model, lang):
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
    found = words.evaluate(
        """async ([cases, lang]) => {
        const { $format: { about, measure } } = await import("/assets/javascripts/words.js");
        const { $generated: { model } } = await import("/assets/javascripts/engine.js");
        const words = await (await fetch(`/${lang}/roi.json`)).json();
        return cases.map(([value, unit]) => [
          measure(value, unit, model.factors[unit] ?? 1, words, lang, "–"),
          about(value, unit, model.factors, words, lang, "–"),
        ]);
        }""",
        [cases, lang],
    )
    expected = [[read(value, unit, model.record, lang) for read in (measure, about)] for value, unit in cases]
    assert found == expected


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
def test_numbers_are_read_as_people_type_them(words, lang, typed, value):
    found = words.evaluate(
        "async ([typed, lang]) => (await import('/assets/javascripts/words.js')).$format.read(typed, lang)",
        [typed, lang],
    )
    assert found == pytest.approx(value) if value is not None else found != found
