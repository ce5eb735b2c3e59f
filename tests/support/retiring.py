"""Retiring a record as an editor does."""

from pathlib import Path

REASON = {"fr": "Cette mesure disait deux choses.", "en": "This measure said two things."}


def retire(path: Path, above: str, successors: str) -> None:
    """Adds `retired:` below the line that names the record; "" for a file that is one record."""
    text = path.read_text(encoding="utf-8")
    deep = " " * (len(above) - len(above.lstrip()) + 2) if above else ""
    lines = (
        f"{deep}retired:",
        f"{deep}  on: 2026-11-23",
        f'{deep}  why: {{fr: "{REASON["fr"]}", en: "{REASON["en"]}"}}',
        f"{deep}  successors: [{successors}]",
    )
    path.write_text(text.replace(above, above + "\n".join(lines) + "\n", 1), encoding="utf-8")
