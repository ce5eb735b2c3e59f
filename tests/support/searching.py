"""The search index as the browser reads it."""

import json
from typing import Any


def index_of(content: bytes) -> dict[str, Any]:
    """The index with its entries one by one, each with the fields that it has."""
    index: dict[str, Any] = json.loads(content)
    fields, rows = index["entries"].keys(), zip(*index["entries"].values(), strict=True)
    shown = ({field: value for field, value in zip(fields, row, strict=True) if value is not None} for row in rows)
    return index | {"entries": list(shown)}
