"""One default and one formula changed in data/roi/, and nothing else: everything follows."""

from datetime import date

import pytest
from knowledge.book import read_project
from knowledge.calculator.figures import about, measure
from knowledge.records.base import LANGUAGES
from knowledge.roi.engine import evaluate
from knowledge.roi.model import model_of
from knowledge.words import formats
from playwright.sync_api import expect
from version import keep

from tests.support.building import build, copied, once, tell
from tests.support.pages import Pages
from tests.support.serving import serving

ERP = "erp-custom"
DEFAULT = ("inputs/1_profile.yml", "    default: 0.45\n", "    default: 0.5\n")
FORMULA = (
    "drivers.yml",
    'expr: "incident_probability * incident_cost * x_security"',
    'expr: "incident_probability * incident_cost * x_security / 2"',
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """(the book, the folder of the site) of a copy of the project with another default and another formula."""

    def make(folder):
        root = copied(folder / "project", "tests")
        for name, old, new in (DEFAULT, FORMULA):
            path = root / "data/roi" / name
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), encoding="utf-8")
        keep(root, date(2026, 11, 27))
        tell(root)
        build(folder / "site", root)

    folder, _ = once(tmp_path_factory, "shared-changed", make)
    return read_project(folder / "project").book, folder / "site"


@pytest.fixture(scope="module")
def after(changed):
    """The pages of that site."""
    return Pages(changed[1])


def shown(book, results, lang, id, unit, read=measure):
    return formats.typeset(read(results[id], unit, book.roi, lang), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_the_method_and_the_kpi_pages_follow(changed, after, pages, book, lang):
    new, _ = changed
    results = {False: evaluate(model_of(book), {}, ERP), True: evaluate(model_of(new), {}, ERP)}
    assert results[True].drivers["security"] == results[False].drivers["security"] / 2
    for uri, id, unit, read in (
        ("calculator/", "security", "EUR/year", about),
        ("method/roi/results/", "npv", "EUR", measure),
        ("method/roi/technology/", "security", "EUR/year", measure),
        ("method/roi/common/", "contribution_rate", "share", measure),
    ):
        for built, is_new in ((pages, False), (after, True)):
            text = "".join(built[f"{lang}/{uri}"].text)
            assert shown(new, results[is_new], lang, id, unit, read) in text, (uri, id)
            assert is_new or shown(new, results[True], lang, id, unit, read) not in text, (uri, id)
    assert pages[f"{lang}/kpi/cancelled-order-rate/"].text != after[f"{lang}/kpi/cancelled-order-rate/"].text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_browser_follows(changed, page, lang):
    new, site = changed
    with serving(site) as address:
        page.goto(f"{address}{lang}/calculator/")
        page.locator("#in-average_order_value").fill("90")
        expected = evaluate(model_of(new), {"average_order_value": 90}, ERP)
        expect(page.locator("#case [data-result=npv][data-scenario=base]")).to_have_text(
            shown(new, expected, lang, "npv", "EUR", about)
        )
