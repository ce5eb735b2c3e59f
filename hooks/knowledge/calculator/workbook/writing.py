"""Sheets → an .xlsx file, by XlsxWriter. No clock: the same sheets give the same bytes."""

import re
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from .cells import Allowed, Cell, Chart, Sheet, Style, Value

INK, PAPER, LINE, ACCENT, TYPED = "#1A1A1A", "#FFFFFF", "#C9C9C9", "#1F4E79", "#FFF8DC"
BASIC = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}
HEAD = {"bold": True, "bottom": 1, "bottom_color": INK, "text_wrap": True, "valign": "bottom"}
INPUT = {"bg_color": TYPED, "border": 1, "border_color": LINE, "font_color": "#0000C0"}
LOOKS: dict[Style, dict[str, Any]] = {
    "title": {"font_size": 18, "bold": True, "font_color": ACCENT},
    "lead": {"text_wrap": True, "font_color": "#595959"},
    "section": {"font_size": 12, "bold": True, "font_color": ACCENT},
    "head": {**HEAD, "align": "right"},
    "corner": {**HEAD, "align": "left"},
    "heading": {**HEAD, "align": "left", "indent": 1},
    "label": {"text_wrap": True},
    "text": {"text_wrap": True, "align": "left", "indent": 1},
    "note": {"font_color": "#595959", "text_wrap": True, "align": "left", "indent": 1},
    "number": {"align": "right"},
    "typed": {**INPUT, "align": "right"},
    "chosen": {**INPUT, "align": "left", "shrink": True},
    "total": {"bold": True, "top": 1, "top_color": INK},
    "name": {"align": "left", "quote_prefix": True},
}
CREATED = datetime(2026, 1, 1)  # a file says when it was made; the browser writes the reader's date over this one
DATED = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can hold
LINES = ("#9E9E9E", ACCENT, "#5B9BD5")  # low, base, high
STALE = re.compile(r"<c:(num|str)Cache>.*?</c:\1Cache>", re.S)  # a chart's own copy of its numbers; the cells have them
HELD = re.compile(r"<f>_xlfn\.(\d+)</f>")
A4 = 9
LEAD = 4  # columns to the right that a sentence runs over
LINE_HEIGHT, HEIGHTS = 13.5, {"title": 27, "section": 20}  # points
NARROWER = 1.2  # letters stand closer than the digits that widths are counted in
WRAPPED = ("lead", "head", "heading", "corner", "label", "text", "note")


def write_file(sheets: list[Sheet], figure: Callable[[Cell], Value], none: str) -> bytes:
    """The file; `figure` gives what stands in cells with a key, `none` the result of a formula without value."""
    file = BytesIO()
    workbook = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": sheets[0].title, "created": CREATED})
    writer = Writer(workbook, figure, none)
    writer.write(sheets)
    workbook.close()
    return packed(file, writer.formulas)


def part(number: int) -> str:
    """Where the file holds a sheet, the first of which is 1."""
    return f"xl/worksheets/sheet{number}.xml"


def packed(file: BytesIO, formulas: list[str]) -> bytes:
    """The same file with its formulas, and nothing in it that the cells do not say."""
    target = BytesIO()
    with ZipFile(file) as source, ZipFile(target, "w") as zipped:
        for name in source.namelist():
            text = source.read(name)
            if name.startswith("xl/charts/"):
                text = STALE.sub("", text.decode()).encode()
            if name.startswith("xl/worksheets/"):
                text = HELD.sub(lambda found: f"<f>{escape(formulas[int(found[1])])}</f>", text.decode()).encode()
            zipped.writestr(ZipInfo(name, DATED), text, ZIP_DEFLATED, 9)
    return target.getvalue()


class Writer:
    """Puts cells into a workbook."""

    def __init__(self, workbook: Workbook, figure: Callable[[Cell], Value], none: str):
        self.workbook, self.figure, self.none = workbook, figure, none
        self.formats: dict[tuple[str, str], Format] = {}
        self.formulas: list[str] = []  # without "="

    def write(self, sheets: list[Sheet]) -> None:
        for sheet in sheets:
            self.sheet(sheet, self.workbook.add_worksheet(sheet.tab))
        for sheet in sheets:
            for name, cells in sheet.ranges.items():
                self.workbook.define_name(name, f"={cells}")
        ranges = {name: cells for sheet in sheets for name, cells in sheet.ranges.items()}
        for sheet, worksheet in zip(sheets, self.workbook.worksheets(), strict=True):
            if sheet.chart:
                self.chart(sheet.chart, worksheet, len(sheet.rows) + 1, ranges)

    def looks(self, style: Style, pattern: str) -> Format:
        key = (style, pattern)
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format({**BASIC, **LOOKS[style], "num_format": pattern or "General"})
        return self.formats[key]

    def sheet(self, sheet: Sheet, worksheet: Worksheet) -> None:
        for place, width in enumerate(sheet.widths):
            worksheet.set_column(place, place, width)
        for row, cells in enumerate(sheet.rows):
            worksheet.set_row(row, height(sheet, cells))
            for place, cell in enumerate(cells):
                if cell:
                    self.cell(worksheet, row, place, cell)
        self.view(sheet, worksheet)

    def cell(self, worksheet: Worksheet, row: int, place: int, cell: Cell) -> None:
        looks, value = self.looks(cell.style, cell.pattern), self.figure(cell) if cell.key else cell.value
        if cell.style == "lead":
            worksheet.merge_range(row, place, row, place + LEAD, value, looks)
            return
        if cell.formula:
            worksheet.write_formula(row, place, self.held(cell.formula), looks, self.none if value is None else value)
        elif value is None:
            worksheet.write_blank(row, place, None, looks)
        elif isinstance(value, str):
            worksheet.write_string(row, place, value, looks)
        else:
            worksheet.write_number(row, place, value, looks)
        if cell.allowed:
            worksheet.data_validation(row, place, row, place, validation(cell.allowed))

    def held(self, formula: str) -> str:
        """What stands for a formula until the file is packed: XlsxWriter seeks thirty functions that ours lack."""
        self.formulas.append(formula.removeprefix("="))
        return f"=_xlfn.{len(self.formulas) - 1}"

    def view(self, sheet: Sheet, worksheet: Worksheet) -> None:
        """What stays in sight, and how the sheet is printed."""
        rows, columns = sheet.frozen
        worksheet.hide_gridlines(2)
        worksheet.set_landscape()
        worksheet.set_paper(A4)
        worksheet.set_margins(0.5, 0.5, 0.6, 0.6)
        worksheet.set_footer("&L&A&R&P / &N")
        if rows:
            worksheet.freeze_panes(rows, columns)
            worksheet.repeat_rows(rows - 1 if sheet.pages else 0, rows - 1)
        if sheet.pages:
            worksheet.fit_to_pages(sheet.pages, 0)
        else:
            self.years(sheet, worksheet, columns)

    def years(self, sheet: Sheet, worksheet: Worksheet, columns: int) -> None:
        """A page a year, each with its labels."""
        last = max(map(len, sheet.rows))
        worksheet.repeat_columns(0, columns - 1)
        worksheet.set_print_scale(52)
        worksheet.set_v_pagebreaks(range(columns + 12, last, 12))

    def chart(self, drawn: Chart, worksheet: Worksheet, row: int, ranges: dict[str, str]) -> None:
        """Lines over the months; `ranges` are the cells of each name."""
        chart = self.workbook.add_chart({"type": "scatter", "subtype": "straight"})
        for (label, cells), colour in zip(drawn.lines, LINES, strict=True):
            chart.add_series(
                {
                    "name": label,
                    "categories": f"={ranges[drawn.months]}",
                    "values": f"={ranges[cells]}",
                    "line": {"color": colour, "width": 2.25},
                }
            )
        chart.set_legend({"position": "top"})
        chart.set_size({"width": 900, "height": 320})
        chart.set_title({"name": drawn.title, "name_font": {"size": 11, "color": ACCENT}, "overlay": False})
        chart.set_x_axis(
            {"name": drawn.across, "major_unit": 6, "label_position": "low", "major_gridlines": {"visible": False}}
        )
        chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#E0E0E0"}}})
        worksheet.insert_chart(row, 0, chart)


def height(sheet: Sheet, cells: list[Cell | None]) -> float:
    """Of a row, in points: viewers do not all fit it to its texts."""
    there = {place: cell for place, cell in enumerate(cells) if cell}
    tall = [HEIGHTS[cell.style] for cell in there.values() if cell.style in HEIGHTS]
    return max(
        [*tall, *(LINE_HEIGHT * count_lines(sheet, place, cell) for place, cell in there.items())], default=LINE_HEIGHT
    )


def count_lines(sheet: Sheet, place: int, cell: Cell) -> int:
    """How many lines a text takes in its column."""
    if cell.style not in WRAPPED or not isinstance(cell.value, str):
        return 1
    last = place + LEAD if cell.style == "lead" else place
    return ceil(len(cell.value) / NARROWER / sum(sheet.widths[place : last + 1]))


def validation(allowed: Allowed) -> dict[str, Any]:
    """As XlsxWriter takes it."""
    said = {"input_message": allowed.hint[:255], "error_message": allowed.hint[:255]}
    if isinstance(allowed.choices, str):
        return {"validate": "list", "source": f"={allowed.choices}", **said}
    if allowed.choices:
        return {"validate": "list", "source": [f"{choice:g}" for choice in allowed.choices], **said}
    return {"validate": "decimal", "criteria": "between", "minimum": allowed.low, "maximum": allowed.high, **said}
