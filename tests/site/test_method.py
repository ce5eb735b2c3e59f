"""The method page: everything of the model has its place, and its figures can be worked out again from those it prints."""

import re
from html import unescape
from operator import add, mul, sub, truediv

import pytest
from knowledge.calculator.example import measure
from knowledge.calculator.explainer import anchor_of, anchors
from knowledge.records.base import LANGUAGES
from knowledge.roi.engine import defaults
from knowledge.roi.model import model_of
from knowledge.words import formats

SIGNS = {"×": mul, "÷": truediv, "+": add, "−": sub}
ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.S)
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.S)


@pytest.fixture(params=LANGUAGES)
def page(request, pages):
    return pages[f"{request.param}/method/roi/"]


def place(page, id: str, tag: str) -> str:
    """The HTML of the element with this id."""
    return re.search(rf'<{tag}[^>]* id="{id}".*?</{tag}>', page.html, re.S)[0]


def table(page, caption: str) -> list[list[str]]:
    """The rows of the table with this caption, as plain texts."""
    html = re.search(rf'<caption id="{caption}-caption">.*?</table>', page.html, re.S)[0]
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


def test_everything_of_the_model_has_its_place(page, book):
    record = book.roi
    formulas = {f"f-{id}" for id, result in record.results.items() if result.expr}
    others = {*(f"g-{id}" for id in record.guards), *(f"pool-{id}" for id in record.pools), *formulas}
    assert {*anchors(record).values(), *(anchor_of(id) for id in others)} <= set(page.ids)


def test_both_languages_have_the_same_places_in_the_same_order(pages):
    french, english = (pages[f"{lang}/method/roi/"].ids for lang in LANGUAGES)
    assert french == english


def test_an_input_that_depends_on_the_situation_shows_both_defaults(page, book):
    for id, item in book.roi.inputs.items():
        if isinstance(item.default, dict):
            row = plain(place(page, anchors(book.roi)[id], "tr"))
            assert all(book.roi.situations[situation][page.lang] in row for situation in item.default)
            shown = plain(CELL.findall(place(page, anchors(book.roi)[id], "tr"))[1])
            for situation in item.default:
                value = defaults(model_of(book), situation)[id]
                assert formats.typeset(measure(value, item.unit, book.roi, page.lang), page.lang) in shown


def test_an_improvement_leads_to_its_drivers_and_to_the_outcomes_that_bound_it(page, book):
    for id, item in book.roi.improvements.items():
        row = place(page, anchors(book.roi)[id], "tr")
        for outcome in (*item.outcomes, *item.context):
            assert f"outcome/#{outcome}" in row
        for driver, record in book.roi.drivers.items():
            assert (f'"#{anchors(book.roi)[driver]}"' in row) == (record.improvement == id)


def test_a_formula_in_mathematical_notation_scrolls_in_its_own_region(page):
    regions = re.findall(r'<div class="maths" tabindex="0" role="region" aria-label="[^"]+"><math[^>]*>', page.html)
    assert len(regions) == page.html.count("<math") > 10


# --- the example worked out again ---------------------------------------------------------------------------------


def test_the_discounted_net_flows_of_the_months_sum_to_the_net_present_value(page, book):
    *months, total = table(page, "months")[1:]
    npv = figure(plain(re.search(r'id="r-npv">.*?class="hint">(.*?)</span>', page.html, re.S)[1]))
    assert len(months) == 12 * 3
    assert abs(sum(figure(row[-1]) for row in months) - npv) <= len(months) / 2
    assert figure(total[-1]) == npv
    assert table(page, "years")[-1][-1] == total[-1]


def test_each_month_follows_from_its_own_figures(page):
    cumulative = 0.0
    for row in table(page, "months")[1:-1]:
        benefit, cost, net, running, factor, discounted = map(figure, row[1:])
        cumulative += net
        assert abs(benefit - cost - net) <= 1
        assert abs(cumulative - running) <= 20
        assert abs(net * factor - discounted) <= 1.5


def test_the_years_sum_to_their_total(page):
    for _, *years, total in table(page, "years")[1:]:
        assert abs(sum(map(figure, years)) - figure(total)) <= len(years) / 2


def test_every_stacked_table_gives_the_value_below_it(page):
    """With the figures as printed, sign by sign, as on a pocket calculator."""
    checked = 0
    for html in re.findall(r'<table class="factors">(.*?)</table>', page.html, re.S):
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
