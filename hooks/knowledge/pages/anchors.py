"""The anchors of a page that are known before it is built: ids of records, names of the model, headings of prose.

What no rule here knows, a test of the built site does.
"""

from collections.abc import Collection, Iterable, Iterator

from ..calculator.places import anchor_of, anchors, rules_of
from ..checks.rules import unknown
from ..records.book import Book
from ..records.problems import Problem
from ..records.prose import BLOCK, HEADING, Prose

METHOD = "method/roi/"


def redirects_lead_to_an_anchor(prose: Iterable[Prose], book: Book) -> Iterator[Problem]:
    for id, redirect in book.redirects.items():
        page, _, anchor = redirect.new.partition("#")
        known = anchors_like(book, prose, page, anchor) if anchor else ()
        yield from unknown(book, "data/redirects.yml", (id, "new"), anchor, known, f"the anchors of {page}")


def anchors_like(book: Book, prose: Iterable[Prose], page: str, anchor: str) -> Collection[str]:
    """The anchors of a page among which this one must be; none where that is not known."""
    whole, start = book.entire, anchor.partition("-")[0] + "-"
    if page == "glossary/":
        return whole.glossary
    if page == "outcome/":
        return {*whole.outcomes, "outcomes"}
    named = model_anchors(book) if page.startswith(METHOD) else form_anchors(book) if page == "calculator/" else set()
    return {name for name in named if name.startswith(start)} or headings_of(prose, page)


def model_anchors(book: Book) -> set[str]:
    """Those of the method of the calculator that begin by what they name: "i-return-rate"."""
    return {anchor for anchor in anchors(book.roi).values() if "-" in anchor[:2]} | {
        anchor for anchor, _ in rules_of(book.roi)
    }


def form_anchors(book: Book) -> set[str]:
    """Those of the calculator's fields and drivers: "in-return_rate"."""
    fields = {f"{start}-{name}" for start in ("in", "hint", "error") for name in book.roi.typed}
    return fields | {f"driver-{anchor_of(name)}" for name in book.roi.drivers}


def headings_of(prose: Iterable[Prose], page: str) -> set[str]:
    """The headings of a written page; none where a block may hold others."""
    pages = [written for written in prose if written.uri == page and not BLOCK.search(written.body)]
    return {hit[3] for written in pages for hit in HEADING.finditer(written.body) if hit[3]}
