"""The workbook of a language: its sheets in order, the example's figures in them, and where the browser puts a case."""

from collections.abc import Iterator
from functools import reduce
from itertools import takewhile
from typing import Any

from ...records.base import LANGUAGES
from ...records.book import Book
from ...roi.model import Model
from ..example import Case
from ..script import HEAD
from ..script_functions import literal, object_of, of_values
from . import amounts, flows, told, typed
from .cells import Cell, Sheet, Value, address
from .filling import Figures, figures_of
from .maker import Maker
from .writing import part, write_file

SHEETS = (
    told.answer,
    typed.inputs,
    typed.assumptions,
    amounts.benefits,
    amounts.costs,
    flows.cash_flow,
    amounts.results,
    told.sensitivity,
    told.cases,
    told.double_counting,
    told.status_quo,
)
Fill = tuple[str, str] | tuple[str, str, int]  # the first cell, the key, and how many to the right where there are more


def workbook(book: Book, model: Model, case: Case, lang: str) -> bytes:
    """The .xlsx file of the example, the same bytes for the same data."""
    maker = Maker(book, model, lang)
    figures = figures_of(maker, case)
    return write_file([make(maker) for make in SHEETS], lambda cell: figure(figures, cell), maker.live.none)


def figure(figures: Figures, cell: Cell) -> Value:
    """What a case puts into a cell; nothing where a list ends before its place."""
    found: Any = reduce(lambda part, name: part[name], cell.key.split("."), figures)
    if isinstance(found, list | tuple):
        found = found[cell.place] if cell.place < len(found) else None
    value: Value = found
    return value


# --- for the browser ----------------------------------------------------------------------------------------------


def cells_script(book: Book, model: Model) -> str:
    """The text of assets/javascripts/workbook/cells.js: where figures stand in every language, and what they need."""
    maker = Maker(book, model, LANGUAGES[0])
    parts = {
        "cells": literal(fills([make(maker) for make in SHEETS])),
        "ceilings": object_of({id: of_values(tree) for id, tree in model.ceilings.items()}),
        "answers": literal({id: answer.drivers for id, answer in model.record.tco.rows.items()}),
        "months": str(maker.months),
    }
    return HEAD + "".join(f"export const {name} = {value};\n" for name, value in parts.items())


def fills(sheets: list[Sheet]) -> dict[str, list[Fill]]:
    """Part of the file → its cells that a case fills."""
    return {part(number): list(fills_of(sheet)) for number, sheet in enumerate(sheets, start=1)}


def fills_of(sheet: Sheet) -> Iterator[Fill]:
    for number, row in enumerate(sheet.rows, start=1):
        keys = [cell.key if cell else "" for cell in row]
        places = [place for place, key in enumerate(keys) if key and (place == 0 or keys[place - 1] != key)]
        for place in places:
            width = len(list(takewhile(keys[place].__eq__, keys[place:])))
            yield (address(place, number), keys[place], *((width,) if width > 1 else ()))
