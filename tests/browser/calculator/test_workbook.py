"""The workbook as the page's button offers it."""

import re

import pytest
from knowledge.calculator.workbook.live import Live
from knowledge.records.roi import SCENARIOS
from knowledge.roi.engine import evaluate
from knowledge.roi.sensitivity import scenario, sceptical_drivers
from playwright.sync_api import expect

from tests.support.calculator import NOW, opened
from tests.support.roi import distance, random_inputs
from tests.support.workbook import BUTTON, Workbook, fragment, taken

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "<b>&amp;</b>",
    "_x0041_",
    "a\x0b\x00z",
    "\ud800",
    "  œ é  ",
]
OF_THE_DAY = {"date", "address"}


def filled_by(file: Workbook, site) -> dict[str, tuple[str, str]]:
    """Key of a figure of the case → (sheet, cell)."""
    script = (site / "assets/javascripts/workbook.js").read_text(encoding="utf-8")
    found = re.findall(r'\["(\w+)","(case\.\w+|draws\.\w+)"\]', script)
    titles = list(file.sheets)
    return {f"{title}!{cell}": key for title in titles for cell, key in found if cell in file.sheets[title]}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_example_is_the_file_of_the_build(page, server, site, lang):
    mine = Workbook(taken(opened(page, server, lang)))
    built = Workbook((site / f"assets/workbook/{lang}.xlsx").read_bytes())
    assert mine.names == built.names and list(mine.sheets) == list(built.sheets)
    odd = {}
    for title, cells in built.sheets.items():
        assert cells.keys() == mine.sheets[title].keys()
        for address, cell in cells.items():
            other = mine.sheets[title][address]
            assert other.formula == cell.formula
            numbers = isinstance(cell.value, float) and isinstance(other.value, float)
            same = distance(cell.value, other.value) <= 1e-12 if numbers else cell.value == other.value
            if not same:
                odd[f"{title}!{address}"] = (cell.value, other.value)
    drawn = {place for place in odd if odd[place][0] is not None}
    assert (
        len(drawn) == 5 and len({place.split("!")[0] for place in drawn}) == 1
    )  # the page draws more often than the build
    assert len(odd) - len(drawn) == 5  # the date on four sheets, and the address


@pytest.mark.parametrize("number", range(2))
def test_the_results_in_it_are_those_of_the_engine(page, server, model, number):
    situation, inputs = list(random_inputs(model, 2, seed=37))[number]
    view = {"view": "cfo"} if number else {}
    file = Workbook(taken(opened(page, server, "en", fragment(model, situation, inputs, **view))))
    counted, live = sceptical_drivers(model) if number else None, Live(model, "")
    for at in SCENARIOS:
        expected = evaluate(model, scenario(model, inputs, situation, at), situation, counted)
        for id in (*model.record.scalars, *model.record.results):
            found, value = file[live.name(id, at)].value, expected[id]
            assert isinstance(found, str) if value is None else distance(value, found) <= 1e-9, (id, at)
    assert file["situation"].value == model.record.situations[situation].en


def test_a_name_is_a_text_whatever_it_says(page, server):
    opened(page, server)
    for name in HOSTILE:
        page.fill("[name=case-name]", name)
        file = Workbook(taken(page))
        cells = [cell for sheet in file.sheets.values() for cell in sheet.values() if cell.kind == "inlineStr"]
        said = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffd]", "", name.strip()).replace(
            "_x0041_", "_x005F_x0041_"
        )
        assert sum(cell.value.replace("\ufffd", "") == said for cell in cells) == 2, name  # the answer, and the cases
        assert not [cell for cell in cells if cell.formula]


def test_cases_stand_side_by_side(page, server, model):
    address = f"#{NOW}&name=Today&store_count=7&2.name=Tomorrow&2.situation=legacy-oms&2.store_count=9&at=2"
    file = Workbook(taken(opened(page, server, fragment=address)))
    rows = file.sheets["Cases"]
    heads = {cell.value: place[0] for place, cell in rows.items() if cell.value in ("Today", "Tomorrow")}
    assert heads == {"Today": "B", "Tomorrow": "C"}
    label = model.record.inputs["store_count"].label.en
    row = next(place[1:] for place, cell in rows.items() if cell.value == label)
    assert [rows[f"{column}{row}"].value for column in "BCD"] == [7, 9, None]
    assert file["store_count"].value == 9


def test_a_template_that_does_not_come_is_said_and_asked_for_again(page, server):
    opened(page, server)
    page.route("**/en.xlsx", lambda route: route.fulfill(status=500))
    page.click(BUTTON)
    expect(page.locator("[data-part=workbook-notes]")).to_contain_text("could not be made")
    page.unroute("**/en.xlsx")
    assert Workbook(taken(page)).sheets
    expect(page.locator("[data-part=workbook-notes]")).to_contain_text("in your downloads")


def test_nothing_of_the_workbook_comes_before_it_is_asked_for(page, server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, server)
    assert not [url for url in asked if "workbook" in url]
    taken(page)
    assert sorted(url.rsplit("/", 1)[1] for url in asked if "workbook" in url) == ["en.xlsx", "workbook.js"]
