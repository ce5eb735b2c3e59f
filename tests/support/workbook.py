"""The workbook as the tests take it from the page, read it, and have it recalculated."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, ZipFile

from knowledge.roi.model import Model
from playwright.sync_api import Page

BATCH = 50  # files that LibreOffice is given in one start
BUTTON = "[data-do=workbook]"
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KEPT = re.compile(rb"(</f>)<v[^>]*>[^<]*</v>")
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


@dataclass(frozen=True)
class Cell:
    """`value` is a number, a text, or nothing; `kind` is what the file says of it ("inlineStr", "str", "n" …)."""

    value: float | str | None
    formula: str
    kind: str


class Workbook:
    """`sheets` by title: address → cell; `names` as the file defines them."""

    def __init__(self, content: bytes):
        with ZipFile(BytesIO(content)) as file:
            assert file.testzip() is None
            self.parts = {name: file.read(name) for name in file.namelist()}
        book = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        shared = [text_of(item) for item in self.tree("xl/sharedStrings.xml")]
        titles = [sheet.get("name", "") for sheet in book.iter(f"{SPACE}sheet")]
        self.sheets = {
            title: cells_of(self.tree(f"xl/worksheets/sheet{number}.xml"), shared)
            for number, title in enumerate(titles, start=1)
        }
        self.names = {item.get("name", ""): item.text or "" for item in book.iter(f"{SPACE}definedName")}

    def texts(self) -> list[str]:
        """What stands in its cells, and what is said when one is chosen."""
        parts = [self.tree(f"xl/worksheets/sheet{number}.xml") for number in range(1, len(self.sheets) + 1)]
        prompts = [rule.get("prompt", "") for part in parts for rule in part.iter(f"{SPACE}dataValidation")]
        cells = [cell.value for sheet in self.sheets.values() for cell in sheet.values()]
        return [*prompts, *(value for value in cells if isinstance(value, str))]

    def tree(self, part: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[part])

    def __getitem__(self, name: str) -> Cell:
        """The cell that formulas know by a name."""
        title, _, address = self.names[name].rpartition("!")
        return self.sheets[title.strip("'").replace("''", "'")][address.replace("$", "")]


def text_of(item: ElementTree.Element) -> str:
    return "".join(part.text or "" for part in item.iter(f"{SPACE}t"))


def cells_of(sheet: ElementTree.Element, shared: list[str]) -> dict[str, Cell]:
    return {item.get("r", ""): cell_of(item, shared) for item in sheet.iter(f"{SPACE}c")}


def cell_of(item: ElementTree.Element, shared: list[str]) -> Cell:
    kind, said = item.get("t", "n"), item.findtext(f"{SPACE}v")
    value: float | str | None = said
    if kind == "inlineStr":
        value = text_of(item)
    elif kind == "s":
        value = shared[int(said or 0)]
    elif said is not None and kind == "n":
        value = float(said)
    return Cell(value, item.findtext(f"{SPACE}f") or "", kind)


def taken(page: Page) -> bytes:
    """What the button of the page offers."""
    with page.expect_download() as offered:
        page.click(BUTTON)
    return Path(offered.value.path()).read_bytes()


def fragment(model: Model, situation: str, inputs: Mapping[str, float], **more: str) -> str:
    """The address of a case."""
    typed = {name: repr(value) for name, value in inputs.items()}
    return "#" + urlencode({"v": model.record.version, "situation": situation, **typed, **more})


def blanked(content: bytes) -> bytes:
    """The workbook without the results of its formulas."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for name in source.namelist():
            sheet = name.startswith("xl/worksheets/sheet")
            zipped.writestr(name, KEPT.sub(rb"\1", source.read(name)) if sheet else source.read(name))
    return target.getvalue()


def recalculated(soffice: str, files: Mapping[str, bytes], folder: Path) -> Iterator[tuple[str, Workbook]]:
    """(name, the workbook as LibreOffice calculates it from blank results), as many in one start as it bears."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    (folder / "blank").mkdir()
    for name, content in files.items():
        (folder / f"blank/{name}.xlsx").write_bytes(blanked(content))
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir"]
    sources = [folder / f"blank/{name}.xlsx" for name in files]
    for start in range(0, len(sources), BATCH):
        subprocess.run([*command, folder / "done", *sources[start : start + BATCH]], check=True, capture_output=True)
    for name in files:
        yield name, Workbook((folder / f"done/{name}.xlsx").read_bytes())
