"""What is retired, where it stood: its place says why it went and leads to what stands there now."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.base import Retired
from ..records.book import Book
from ..words.wording import headline


@dataclass(frozen=True)
class Notice:
    """What a page says of one retired record; `id` is its anchor, none where the page itself is the record's."""

    id: str
    name: str
    retired: Retired
    successors: list[tuple[str, str]]  # name, uri


def notices_on(book: Book, lang: str, uri: str) -> list[Notice]:
    """The notices of a page, in the order of the data."""
    whole = book.entire
    found = []
    for kind, retired in book.retired.items():
        for id, reason in retired.items():
            if uri in places_of(whole, kind, id):
                leads = [(retired_name(whole, kind, other, lang), uri_of(kind, other)) for other in reason.successors]
                anchor = "" if kind == "kpis" else id
                found.append(Notice(anchor, retired_name(whole, kind, id, lang), reason, leads))
    return found


def places_of(book: Book, kind: str, id: str) -> Iterator[str]:
    """The pages on which a record stands or stood."""
    yield uri_of(kind, id).partition("#")[0]
    if kind == "outcomes":
        outcome = book.outcomes[id]
        yield f"industry/{book.industry_of(id)}/"
        yield from (f"team/{outcome.topic}/", f"outcome/{outcome.topic}/", *(f"kpi/{kpi}/" for kpi in outcome.kpis))


def uri_of(kind: str, id: str) -> str:
    return {"kpis": f"kpi/{id}/", "outcomes": f"outcome/#{id}", "glossary": f"glossary/#{id}"}[kind]


def retired_name(book: Book, kind: str, id: str, lang: str) -> str:
    """A KPI's name, a term, or the figure of an outcome and its industry."""
    if kind == "outcomes":
        trade = book.industries[book.industry_of(id)].name[lang]
        return ", ".join(
            filter(None, (headline(book.outcomes[id].figure, book, lang), trade))
        )  # a statement has no figure
    return book.kpis[id].name[lang] if kind == "kpis" else book.glossary[id].term[lang]
