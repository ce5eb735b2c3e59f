"""The versions of the model: each is kept whole in data/roi/versions/, so that a link is understood years later."""

import json
from collections.abc import Iterator
from typing import Any

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.roi import RoiFolder, RoiModel, kept_folder
from .model import Model

FOLDER = "data/roi/versions/"
FIGURES = (  # the sections that decide a result
    *("constants", "inputs", "improvements", "formulas", "drivers", "costs", "given", "monthly", "results", "pools"),
    *("tco", "presets", "calendar", "risk", "proof", "guards", "cfo"),
)
NEUTRAL = {
    "kpi",
    "kpis",
    "also",
    "outcomes",
    "benchmark",
    "context",
    "quick",
    "group",
    "was",
    "better",
}  # fields that decide none, besides texts


def pack(record: RoiFolder) -> str:
    """The model as it is kept."""
    kept = record.model_dump(mode="json", exclude_defaults=True, exclude={"units", "versions"})
    return json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def figures(text: str) -> dict[str, Any]:
    """ "inputs.return_rate.default" → 0.2, of all in a pack that decides a result. ValueError for what is no pack."""
    try:
        whole = json.loads(text)
        if not isinstance(whole, dict):
            raise ValueError("no pack")
        return dict(leaves({section: whole[section] for section in FIGURES if section in whole}, ""))
    except RecursionError:
        raise ValueError("no pack") from None


def leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in NEUTRAL and not is_text(part):
                yield from leaves(part, f"{path}.{name}" if path else name)
    else:
        yield path, value


def is_text(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {*LANGUAGES}


def changed(before: str, after: str) -> list[str]:
    """The places of the figures and formulas that differ between two packs."""
    old, new = figures(before), figures(after)
    return [path for path in {**old, **new} if old.get(path) != new.get(path)]


def former_models(book: Book) -> dict[int, Model]:
    """The earlier versions by number; what cannot be read is left out."""
    folders = {number: kept_folder(book.packs.get(str(number), "")) for number in range(1, book.roi.version)}
    return {
        number: Model(RoiModel(**dict(folder), units=book.roi.units), book.tco)
        for number, folder in folders.items()
        if folder
    }
