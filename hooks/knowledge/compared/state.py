"""One state of the data, as typed: it can be compared even where today's rules would refuse it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..records.homes import gathered
from ..records.source import Document, Place, read_folder

ADDRESSES = "tests/golden/urls.txt"
REVIEWED = re.compile(r"^# reviewed: ([0-9]{4}-[0-9]{2}-[0-9]{2})\s*$", re.M)


@dataclass(frozen=True)
class State:
    """`documents` by path, a folder that is read as one under "data/ui/"; `comments`: file → the day of its `# reviewed:`.

    `addresses` are those ever published: "/fr/kpi/csat/#formula".
    """

    documents: Mapping[str, Document]
    comments: Mapping[str, str]
    addresses: tuple[str, ...] = ()

    def reviewed(self, path: str, place: Place) -> str:
        """The day on which a place was last reviewed, in its record or its file; "" where none is written."""
        document = self.documents[path]
        found, value = [], document.value
        for step in (None, *place):
            value = value if step is None else value[step]
            if isinstance(value, dict) and "reviewed" in value:
                found.append(str(value["reviewed"]))
        return found[-1] if found else self.comments.get(document.at(place)[0], "")


def read_state(root: Path) -> State:
    """The state of the project in a folder; what cannot be read is left out, as the check tells it."""
    documents, _ = gathered(read_folder(root / "data")[0])
    texts = {path: path.read_text(encoding="utf-8-sig", errors="replace") for path in (root / "data").rglob("*.yml")}
    found = {path: REVIEWED.search(text) for path, text in texts.items()}
    comments = {path.relative_to(root).as_posix(): hit[1] for path, hit in found.items() if hit}
    published = root / ADDRESSES
    addresses = published.read_text(encoding="utf-8").split() if published.is_file() else []
    return State(documents, comments, tuple(addresses))
