"""One state of the data, as typed: it can be compared even where today's rules would refuse it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..records.base import LANGUAGES
from ..records.files import Files, read_files, texts_in
from ..records.homes import gathered
from ..records.passages import FOLDER, mark, passages_in
from ..records.prose import HEADING, Prose, prose_in
from ..records.source import Document, Place, documents_of
from ..roi.packs import FOLDER as KEPT

PUBLISHED = "tests/golden/urls.txt"
TIMES = r"# ([0-9]{1,3})"  # after the day of a review: how many times on that day
REVIEWED = re.compile(rf"^(?:# |<!-- )?reviewed: ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?: {TIMES})?(?: -->)?\s*$", re.M)
AGAIN = re.compile(rf"\breviewed: [0-9-]{{10}}[ }}]*{TIMES}[ \t]*$", re.M)
Review = tuple[str, int]  # the day, and how many times on it
NEVER: Review = ("", 0)


@dataclass(frozen=True)
class State:
    """`documents` by path, a folder that is read as one under "data/ui/"; what is written by hand under "content/".

    `heads`: file → the review that stands at its head, for the files whose records have none; `again`: file and line of
    a day → how many times on it. `addresses` are those ever published: "/fr/kpi/csat/#formula"; `lost` those that lead
    nowhere any more → where they seem to be (`addresses.lost`);
    `packs` the versions of the model: number → what was kept.
    """

    documents: Mapping[str, Document]
    heads: Mapping[str, Review]
    again: Mapping[tuple[str, int], int]
    addresses: tuple[str, ...] = ()
    lost: Mapping[str, str] = field(default_factory=dict)
    packs: Mapping[str, str] = field(default_factory=dict)

    def reviewed(self, path: str, place: Place) -> Review:
        """When a place was last reviewed, in its record or its file; NEVER where no day is written."""
        document = self.documents[path]
        found, value = [], document.value
        for steps, step in enumerate((None, *place)):
            value = value if step is None else value[step]
            # What `reviewed` says by language is words, and no day.
            if isinstance(value, dict) and not isinstance(value.get("reviewed", {}), dict):
                file, line, _ = document.at((*place[:steps], "reviewed"))
                found.append((str(value["reviewed"]), self.again.get((file, line), 1)))
        return found[-1] if found else max(self.heads.get(file, NEVER) for file in files_of(document.at(place)[0]))


def files_of(path: str) -> tuple[str, ...]:
    """The file; of a page or passages written by hand, both languages."""
    return tuple(path.replace("content/fr/", f"content/{lang}/", 1) for lang in LANGUAGES)


def read_state(root: Path) -> State:
    """The state of the project in a folder; what cannot be read is left out, as the check tells it."""
    (data, _), (content, _) = read_files(root, "data"), read_files(root, "content")
    documents, _ = gathered(documents_of(data)[0])
    texts = {path: text for path, text in {**data, **content}.items() if path.endswith((".yml", ".md"))}
    heads = {path: (hit[1], int(hit[2] or 1)) for path, text in texts.items() if (hit := REVIEWED.search(text))}
    again = {
        (path, text.count("\n", 0, hit.start()) + 1): int(hit[1])
        for path, text in texts.items()
        for hit in AGAIN.finditer(text)
    }
    published = root / PUBLISHED
    addresses = published.read_text(encoding="utf-8").split() if published.is_file() else []
    return State(
        {**documents, FOLDER: written(content)}, heads, again, tuple(addresses), packs=texts_in(data, KEPT, ".json")
    )


def written(content: Files) -> Document:
    """What is written by hand: passages by file and name, pages by file and section, each in its languages."""
    whole, _ = passages_in(content)
    for page in prose_in(content)[0]:
        mark(whole, (page.name,), page.path, 1)
        sections = whole.value.setdefault(page.name, {})
        for name, line, text in sections_of(page):
            for place in ((page.name, name), (page.name, name, page.lang)):
                mark(whole, place, page.path, line)
            sections.setdefault(name, {})[page.lang] = text
    return whole


def sections_of(page: Prose) -> Iterator[tuple[str, int, str]]:
    """(name, line, text) of a page's title, description and sections; one without an anchor has its number as name."""
    yield "title", 1, page.title
    yield "description", 1, page.description
    hits = [*HEADING.finditer(page.body)]
    starts = [0, *(hit.start() for hit in hits)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(page.body)], strict=True)):
        anchor = hits[number - 1][3] if number else ""
        yield f"#{anchor or number}", page.line_of(start), page.body[start:end].strip()
