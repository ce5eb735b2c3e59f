"""The method page: all of the model has its place, and its figures can be worked out again from those it prints."""

import re
from dataclasses import dataclass
from html import unescape
from operator import add, mul, sub, truediv

import pytest
from knowledge.calculator.figures import measure
from knowledge.calculator.places import anchor_of, places
from knowledge.records.base import LANGUAGES
from knowledge.roi.engine import defaults
from knowledge.roi.model import model_of
from knowledge.words import formats

from tests.support.pages import Parsed

SIGNS = {"×": mul, "÷": truediv, "+": add, "−": sub}
ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.S)
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.S)


@dataclass(frozen=True)
class Method:
    """The pages of the method in one language, by what follows the address of their index."""

    lang: str
    parts: dict[str, Parsed]

    @property
    def html(self) -> str:
        return "".join(page.html for part, page in self.parts.items() if part)


@pytest.fixture(params=LANGUAGES)
def method(request, pages):
    start = f"{request.param}/method/roi/"
    return Method(
        request.param, {url.removeprefix(start): page for url, page in pages.items() if url.startswith(start)}
    )


@pytest.fixture
def where(book):
    """Name of the model → (its page, its anchor)."""
    return {name: place.split("#") for name, place in places(model_of(book)).items()}


def place(html: str, id: str, tag: str) -> str:
    """The HTML of the element with this id."""
    return re.search(rf'<{tag}[^>]* id="{id}".*?</{tag}>', html, re.S)[0]


def table(method, caption: str) -> list[list[str]]:
    """The rows of the table with this caption, as plain texts."""
    html = re.search(rf'<caption id="{caption}-caption">.*?</table>', method.html, re.S)[0]
    return [[plain(cell) for cell in CELL.findall(row)] for row in ROW.findall(html)]


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html)).strip()


def figure(text: str) -> float:
    """The first number of a text in either language; 45 % is 0.45."""
    found = re.search(r"(−?)(?:×|€)?(\d[\d\u202f,.]*)", text)
    digits = found[2].rstrip(".,").replace("\u202f", "")
    french = "\u202f" in found[2] or not re.search(r",\d{3}(\D|$)", found[2])
    number = float(digits.replace(",", ".") if french else digits.replace(",", ""))
    return number * (-1 if found[1] else 1) / (100 if "%" in text else 1)


# --- completeness -------------------------------------------------------------------------------------------------


def test_everything_of_the_model_has_its_place(method, where):
    for part, anchor in where.values():
        assert anchor in method.parts[part].ids


def test_the_index_keeps_every_address_and_leads_to_its_place(method, where, book):
    index = method.parts[""]
    formulas = [f"f-{anchor_of(id)}" for id, result in book.roi.results.items() if result.expr]
    assert {*(anchor for _, anchor in where.values()), *formulas} <= set(index.ids)
    for part, anchor in where.values():
        assert f'href="{part}#{anchor}"' in place(index.html, anchor, "li")


def test_both_languages_have_the_same_places_in_the_same_order(pages):
    found = [
        {url.partition("/")[2]: page.ids for url, page in pages.items() if url.startswith(f"{lang}/method/roi/")}
        for lang in LANGUAGES
    ]
    assert found[0] == found[1]


def test_an_input_that_depends_on_the_situation_shows_both_defaults(method, where, book):
    for id, item in book.roi.inputs.items():
        if isinstance(item.default, dict):
            part, anchor = where[id]
            row = place(method.parts[part].html, anchor, "tr")
            assert all(book.roi.situations[situation][method.lang] in plain(row) for situation in item.default)
            shown = plain(CELL.findall(row)[1])
            for situation in item.default:
                value = defaults(model_of(book), situation)[id]
                assert formats.typeset(measure(value, item.unit, book.roi, method.lang), method.lang) in shown


def test_an_improvement_leads_to_its_drivers_and_to_the_outcomes_that_bound_it(method, where, book):
    for id, item in book.roi.improvements.items():
        part, anchor = where[id]
        row = place(method.parts[part].html, anchor, "tr")
        for outcome in (*item.outcomes, *item.context):
            assert f"outcome/#{outcome}" in row
        for driver, record in book.roi.drivers.items():
            assert (f'"../{"#".join(where[driver])}"' in row) == (record.improvement == id)


def test_a_formula_in_mathematical_notation_scrolls_in_its_own_region(method):
    regions = re.findall(r'<div class="maths" tabindex="0" role="region" aria-label="[^"]+"><math[^>]*>', method.html)
    assert len(regions) == method.html.count("<math") > 10


# --- the example worked out again ---------------------------------------------------------------------------------


def test_the_discounted_net_flows_of_the_months_sum_to_the_net_present_value(method, book):
    *months, total = table(method, "months")[1:]
    npv = figure(plain(re.search(r'id="r-npv">.*?class="hint">(.*?)</span>', method.html, re.S)[1]))
    assert len(months) == 12 * 3
    assert abs(sum(figure(row[-1]) for row in months) - npv) <= len(months) / 2
    assert figure(total[-1]) == npv
    assert table(method, "years")[-1][-1] == total[-1]


def test_each_month_follows_from_its_own_figures(method):
    cumulative = 0.0
    for row in table(method, "months")[1:-1]:
        benefit, cost, net, running, factor, discounted = map(figure, row[1:])
        cumulative += net
        assert abs(benefit - cost - net) <= 1
        assert abs(cumulative - running) <= 20
        assert abs(net * factor - discounted) <= 1.5


def test_the_years_sum_to_their_total(method):
    for _, *years, total in table(method, "years")[1:]:
        assert abs(sum(map(figure, years)) - figure(total)) <= len(years) / 2


def test_every_stacked_table_gives_the_value_below_it(method):
    """With the figures as printed, sign by sign, as on a pocket calculator."""
    checked = 0
    for html in re.findall(r'<table class="factors">(.*?)</table>', method.html, re.S):
        rows = [CELL.findall(row) for row in ROW.findall(html)]
        if sum(not sign for sign, *_ in rows) > 1 or rows[0][1].startswith('<span class="put">'):
            continue  # a formula in mathematical notation or the smallest, the largest of several figures
        running = figure(plain(rows[0][2]))
        for sign, words, value in rows[1:]:
            shown = figure(plain(value))
            running = SIGNS[sign](running, shown) if sign != "=" else running
            assert sign != "=" or running == pytest.approx(shown, rel=1e-3, abs=1), plain(words)
            running = shown if sign == "=" else running
        checked += 1
    assert checked > 50
