"""Writes what an editor is offered while typing, and the guide to every field: `make schemas`."""

import json
import sys
from pathlib import Path

from knowledge.book import read_records
from knowledge.records.decode import kind_of
from knowledge.records.fieldguide import guide
from knowledge.records.problems import DataError
from knowledge.records.schemas import schemas

ROOT = Path(__file__).resolve().parent.parent
SIGN = "# yaml-language-server: $schema="


def written(root: Path) -> dict[Path, str]:
    """The schemas, the guide and the data files with the line that names their schema.

    Raises DataError for data that cannot be read.
    """
    records = read_records(root)
    if records.faults:
        raise DataError(records.faults)
    made = schemas(records.book)
    return {
        **{root / f"data/schemas/{kind}.json": as_text(schema) for kind, schema in made.items()},
        root / "data/README.md": guide(made),
        **{
            path: signed(path, root / "data")
            for path in (root / name for name in records.files if name.endswith(".yml"))
        },
    }


def as_text(schema: dict[str, object]) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def signed(path: Path, data: Path) -> str:
    """The text of a data file, its first line the way to its schema."""
    up = "../" * (len(path.relative_to(data).parts) - 1)
    text = path.read_text(encoding="utf-8-sig")
    below = text.partition("\n")[2] if text.startswith(SIGN) else text
    return f"{SIGN}{up}schemas/{kind_of(f'data/{path.relative_to(data).as_posix()}')}.json\n{below}"


def write(root: Path) -> str:
    """Writes the files that are not as they should be; says what it did. DataError for data that cannot be read."""
    files = written(root)
    (root / "data/schemas").mkdir(exist_ok=True)
    stale = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        path.write_text(files[path], encoding="utf-8")
    return "\n".join(
        [*(f"Written: {path.relative_to(root)}" for path in stale), f"{len(stale)} of {len(files)} files."]
    )


if __name__ == "__main__":
    try:
        print(write(ROOT))
    except DataError as error:
        sys.exit(str(error))
