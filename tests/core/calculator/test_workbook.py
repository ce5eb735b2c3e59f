"""The workbook that the build writes: its sheets, its names, and what its formulas give."""

import random
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from knowledge.calculator.example import example
from knowledge.calculator.workbook.cells import Sheet, address, letters
from knowledge.calculator.workbook.live import Live
from knowledge.calculator.workbook.maker import Maker
from knowledge.calculator.workbook.template import SHEETS, cells_script, fills, workbook
from knowledge.records.roi import SCENARIOS
from knowledge.roi.engine import evaluate
from knowledge.roi.sensitivity import scenario
from knowledge.words import formats

from tests.support.roi import distance, random_inputs, random_ranges
from tests.support.spreadsheet import Calculation
from tests.support.workbook import SPACE, Workbook

TOLERANCE = 1e-9
CELL_LIKE = re.compile(r"[A-Za-z]{1,3}\d+|[rRcC]\d*|[rR]\d+[cC]\d+")


@pytest.fixture(scope="module")
def files(book, model):
    """Language → the file."""
    case = example(book)
    return {lang: workbook(book, model, case, lang) for lang in ("fr", "en")}


@pytest.fixture(scope="module")
def english(files) -> Workbook:
    return Workbook(files["en"])


def test_the_sheets_stand_in_reading_order_in_both_languages(files, book):
    for lang, content in files.items():
        keys = ("answer", "inputs", "assumptions", "benefits", "costs", "cash_flow", "results")
        keys += ("sensitivity", "cases", "double_counting", "status_quo")
        titles = [formats.typeset(book.ui["workbook"][key][lang], lang) for key in keys]
        assert list(Workbook(content).sheets) == titles


def test_figures_stand_at_the_same_places_in_both_languages(book, model):
    french, english = (fills([make(Maker(book, model, lang)) for make in SHEETS]) for lang in ("fr", "en"))
    assert french == english
    script = cells_script(book, model)
    assert all(key in script for part in english.values() for _, key, *_ in part)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_figure_of_the_model_has_a_name_that_formulas_can_use(files, model, lang):
    names, live = Workbook(files[lang]).names, Live(model, "")
    record = model.record
    wanted = {
        live.name(id, at)
        for id in (*record.inputs, *record.constants, *record.improvements, *record.scalars, *record.results)
        for at in SCENARIOS
    }
    assert wanted <= names.keys()
    assert not [name for name in names if CELL_LIKE.fullmatch(name)]
    assert len({name.lower() for name in names}) == len(names)


def test_the_example_is_in_it_without_being_calculated_again(english, book, model):
    live, results = Live(model, ""), example(book).results
    none = book.ui["roi_live"]["none"]["en"]
    for at in SCENARIOS:
        for id in (*model.record.scalars, *model.record.results):
            expected, found = results[at][id], english[live.name(id, at)].value
            assert found == none if expected is None else found == expected, (id, at)


def test_no_cell_shows_an_error(files):
    for content in files.values():
        cells = [cell for sheet in Workbook(content).sheets.values() for cell in sheet.values()]
        assert len(cells) > 4000
        assert not [cell for cell in cells if cell.kind == "e" or str(cell.value).startswith("#")]
        assert not [cell for cell in cells if cell.formula and cell.value is None]


def test_what_a_reader_may_type_is_held_within_the_bounds_of_the_model(english, model):
    title = english.names[next(iter(model.record.inputs))].split("!")[0].strip("'")
    sheet = english.tree(f"xl/worksheets/sheet{list(english.sheets).index(title) + 1}.xml")
    rules = {rule.get("sqref"): [part.text for part in rule] for rule in sheet.iter(f"{SPACE}dataValidation")}
    for id, item in model.record.inputs.items():
        bounds = rules[f"B{english.names[id].split('$')[-1]}"]
        choices = item.choices or ([0, 1] if item.switch else [])
        if choices:
            assert bounds == [f'"{",".join(f"{choice:g}" for choice in choices)}"']
        else:
            assert [float(bound) for bound in bounds] == [item.min, item.max]


def test_its_parts_carry_no_time_and_no_copy_of_numbers(files):
    for content in files.values():
        with ZipFile(BytesIO(content)) as file:
            assert {part.date_time for part in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            charts = [file.read(name).decode() for name in file.namelist() if "/charts/" in name]
        assert len(charts) == 1 and "<c:pt" not in charts[0]


def typed(workbook: Workbook, model, situation: str, inputs, counted, ends) -> dict:
    """What a reader types: (sheet, cell) → value; `ends`: what the low and the high scenario take of the ranges."""
    cells = {}
    for column, values in zip("BKL", (inputs, *ends), strict=True):
        for id, value in values.items():
            title, _, cell = workbook.names[id if id in model.record.inputs else f"{id}_base"].rpartition("!")
            cells[title.strip("'"), f"{column}{cell.split('$')[-1]}"] = value
    chosen = {"situation": model.record.situations[situation].en}
    chosen |= {f"counts_{id}": int(id in counted) for id in model.record.drivers}
    for name, value in chosen.items():
        title, _, cell = workbook.names[name].rpartition("!")
        cells[title.strip("'"), cell.replace("$", "")] = value
    return cells


@pytest.mark.parametrize("number", range(4))
def test_the_formulas_give_what_the_engine_gives(english, model, number):
    situation, inputs = list(random_inputs(model, 4, seed=31))[number]
    drivers = list(model.record.drivers)
    counted = drivers if number < 2 else random.Random(number).sample(drivers, 7)
    ranges = random_ranges(model, inputs, 5 * number, seed=number)
    cases = {at: scenario(model, inputs, situation, at, ranges, counted) for at in SCENARIOS}
    ends = [{id: cases[at][id] for id in ranges} for at in ("low", "high")]
    calculation = Calculation(english, typed(english, model, situation, inputs, counted, ends))
    live, worst = Live(model, ""), 0.0
    for at in SCENARIOS:
        expected = evaluate(model, cases[at], situation, counted)
        for id in (*model.record.scalars, *model.record.results):
            found = calculation[live.name(id, at)]
            value = expected[id] if id != "default_share" else evaluate(model, inputs, situation)[id]
            assert isinstance(found, str) == (value is None), (id, at)
            worst = max(worst, 0 if value is None else distance(value, found))
    assert worst <= TOLERANCE
    rows = evaluate(model, inputs, situation, counted).tco.rows
    low, high = (
        [calculation.cell("Status quo", f"{column}{row}") for row in range(6, 6 + len(rows))] for column in "DE"
    )
    for place, row in enumerate(rows.values()):
        assert distance(row.scaled[0], low[place]) <= TOLERANCE and distance(row.scaled[1], high[place]) <= TOLERANCE


def test_a_sheet_is_called_what_a_sheet_may_be_called():
    assert Sheet("Costs: once / a year, 'all' of [them] *?", ()).tab == "Costs  once   a year,  all  of"


def test_columns_are_counted_as_a_spreadsheet_does():
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    assert (address(2, 5), address(2, 5, fixed=True)) == ("C5", "$C$5")
