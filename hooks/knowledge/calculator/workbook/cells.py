"""Sheets as data: what stands in which cell, how it looks, what may be typed there, and its name in formulas."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Literal

Style = Literal[
    "title",
    "lead",
    "section",
    "head",
    "heading",
    "corner",
    "label",
    "text",
    "note",
    "number",
    "typed",
    "chosen",
    "total",
    "name",
]
LONGEST = 31  # characters of a sheet's name
Value = float | str | None


@dataclass(frozen=True)
class Allowed:
    """What a reader may type: a number between two bounds, or one of a list (numbers, or the name of a range of texts).

    `hint` is said when the cell is chosen.
    """

    low: float = 0.0
    high: float = 0.0
    choices: tuple[float, ...] | str = ()
    hint: str = ""


@dataclass(frozen=True)
class Cell:
    """What stands there: a `value`, or a `formula`; `key` names the figure of a case that fills it, or the result.

    Of a figure that is a list, the cell takes the one at `place`. Formulas know it by its `name`.
    """

    value: Value = None
    formula: str = ""
    key: str = ""
    place: int = 0
    style: Style = "number"
    pattern: str = ""  # how a number reads
    name: str = ""
    allowed: Allowed | None = None


def text(value: str, style: Style = "text") -> Cell:
    return Cell(value, style=style)


@dataclass(frozen=True)
class Chart:
    """Lines over the months, each with its label; `months` and the lines are names of cells."""

    title: str
    across: str
    months: str
    lines: list[tuple[str, str]]


@dataclass
class Sheet:
    """`rows` hold a cell or nothing at each place; `widths` are those of the first columns, in characters.

    The first `frozen` (rows, columns) stay in sight and are repeated on each page.
    """

    title: str
    widths: Sequence[float]
    rows: list[list[Cell | None]] = field(default_factory=list)
    ranges: dict[str, str] = field(default_factory=dict)  # name → its cells, with their sheet
    frozen: tuple[int, int] = (0, 0)
    pages: int = 1  # how many stand side by side when printed; 0 breaks at each year
    chart: Chart | None = None  # below the rows

    @property
    def tab(self) -> str:
        """Its name in the workbook: without the signs that no sheet may be called, and no longer than they may be."""
        return re.sub(r"[][:*?/\\']", " ", self.title)[:LONGEST].strip()

    def row(self, *cells: Cell | None) -> int:
        """Adds a row; its number."""
        self.rows.append(list(cells))
        number = len(self.rows)
        for place, cell in enumerate(cells):
            if cell and cell.name:
                self.name(cell.name, address(place, number, fixed=True))
        return number

    def name(self, name: str, cells: str) -> None:
        """`cells` by their fixed address."""
        assert name not in self.ranges, name
        self.ranges[name] = f"{quoted(self.tab)}!{cells}"

    def column(self, name: str, place: int, first: int, last: int) -> None:
        """A name for the cells of a column, from one row to another."""
        self.name(name, f"{address(place, first, fixed=True)}:{address(place, last, fixed=True)}")


def quoted(tab: str) -> str:
    """A sheet as formulas name it."""
    return f"'{tab}'"


def address(place: int, row: int, fixed: bool = False) -> str:
    """(2, 5) → "C5", or "$C$5"."""
    mark = "$" if fixed else ""
    return f"{mark}{letters(place)}{mark}{row}"


def letters(place: int) -> str:
    """0 → "A", 26 → "AA"."""
    before, last = divmod(place, len(ascii_uppercase))
    return (letters(before - 1) if before else "") + ascii_uppercase[last]
