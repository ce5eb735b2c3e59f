"""The addresses of two states of the site: which of them a change leaves behind, and where each seems to be now."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches

from ..pages.page import Page
from ..records.prose import HEADING, Prose
from ..site.hosting import moved_anchors
from ..site.render import Renderer

ANCHOR = re.compile(r' id="([^"]+)"')
Bodies = Mapping[str, str]  # address of a page → what stands on it
Anchors = Mapping[str, Sequence[str]]  # page, without its language → the anchors on it, in their order


def bodies(renderer: Renderer) -> Bodies:
    """What stands on each page; of a written page, its Markdown with its blocks filled."""
    written = {prose.path: prose for prose in renderer.site.prose}
    return {page.url: f"{page.title}\n{body(renderer, page, written)}" for page in renderer.site.pages.values()}


def body(renderer: Renderer, page: Page, written: Mapping[str, Prose]) -> str:
    return renderer.page(page) if page.template else renderer.prose(written[page.source].body, page)


def places(pages: Bodies) -> set[str]:
    """Every page, and every anchor on it: "fr/kpi/csat/#formula"."""
    return {*pages, *(f"{url}#{anchor}" for url, text in pages.items() for anchor in anchors_in(text))}


def anchors_in(text: str) -> list[str]:
    """The anchors of a body in their order: of what is made from data, or else of headings written by hand."""
    return ANCHOR.findall(text) + [hit[3] for hit in HEADING.finditer(text) if hit[3]]


def lost(before: Renderer, after: Renderer) -> dict[str, str]:
    """Every address of the former state that leads nowhere now → where it seems to be ("" if nothing took its place).

    Without the language, as redirects are typed. An anchor of a page that moved is sought where that page is now.
    """
    old, new = anchors_of(before), anchors_of(after)
    moves = {redirect.old: redirect.new for redirect in after.site.book.redirects.values()}
    found = {uri: follower for uri, follower in followers([*old], [*new]).items() if uri not in moves}
    for uri, anchors in old.items():
        page = moves.get(uri) or found.get(uri, uri)
        if page in new:
            there = followers(anchors, new[page]).items()
            found |= {f"{page}#{anchor}": follower and f"{page}#{follower}" for anchor, follower in there}
    return found


def anchors_of(renderer: Renderer) -> Anchors:
    """The anchors of each page in any language, those that have moved among them."""
    found: dict[str, list[str]] = {}
    for url, text in bodies(renderer).items():
        uri = url.partition("/")[2]
        here = [*anchors_in(text), *moved_anchors(renderer.site.book, uri)]
        found[uri] = [*dict.fromkeys([*found.get(uri, ()), *here])]
    return found


def followers(old: Sequence[str], new: Sequence[str]) -> dict[str, str]:
    """What of one sequence is not in the other → what stands there instead, or is called most like it; else ""."""
    gone, added = [it for it in old if it not in new], [it for it in new if it not in old]
    placed = dict(in_place(old, new)) if gone and added else {}
    return {it: placed.get(it) or next(iter(get_close_matches(it, added, n=1)), "") for it in gone}


def in_place(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands between the same neighbours, one for one."""
    for _, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if end - start == last - first:
            yield from zip(old[start:end], new[first:last], strict=True)
