"""Written pages as pages of the site, and the rules that keep their two languages equal."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

from ..checks.rules import unknown
from ..records.book import Book
from ..records.problems import Problem, did_you_mean
from ..records.prose import BLOCK, HEADING, Prose
from ..words.languages import language_instead
from ..words.wording import numbers_in
from .anchors import redirects_lead_to_an_anchor
from .fragments import BLOCKS, SECOND_WORDS
from .markup import CODE, SCHEME, blanked, pages_hold_nothing_that_runs
from .page import Page

PARAGRAPH = re.compile(r"(?:.+\n?)+")
LINK = re.compile(r"\]\(([^)\s]+)\)")
KINDS = {
    "": "home",
    "tco/": "tco",
    "guide/objections/": "objections",
    "guide/roles/": "roles",
}  # the others are plain pages


def page_of(prose: Prose) -> Page:
    kind = KINDS.get(prose.uri, "page")
    return Page(prose.lang, prose.uri, kind, prose.title, prose.description, prose.path)


def check_written(pages: list[Prose], planned: list[Page], book: Book) -> list[Problem]:
    """Both languages have the same pages, headings, links, blocks and numbers; no page stands on a generated one."""
    if problems := list(pages_hold_nothing_that_runs(pages, book)):
        return problems  # the other language lacks it, and is right to
    problems = [problem for rule in RULES for problem in rule(pages, book)] + [
        *pages_stand_alone(pages, planned),
        *redirects_lead_to_a_page(pages, planned, book),
        *redirects_lead_to_an_anchor(pages, book),
        *contradictions_point_at_a_heading(pages, book),
        *links_lead_to_a_page(pages, planned, book),
        *(problem for french, english in pairs(pages) for problem in pair_is_equal(french, english)),
    ]
    return problems or list(cost_tables_are_shown(pages, book))  # a misspelt block shows nothing, and has been told


def pairs(pages: list[Prose]) -> list[tuple[Prose, Prose]]:
    by_name = {(page.lang, page.name): page for page in pages}
    return [(page, by_name["en", page.name]) for page in pages if page.lang == "fr" and ("en", page.name) in by_name]


def pages_come_in_pairs(pages: list[Prose], book: Book) -> Iterator[Problem]:
    names = {(page.lang, page.name) for page in pages}
    for page in pages:
        other = "en" if page.lang == "fr" else "fr"
        if (other, page.name) not in names:
            yield Problem(
                page.path,
                1,
                1,
                "",
                f"The page has no {'English' if other == 'en' else 'French'} version.",
                f"Write content/{other}/{page.name}.",
            )


def blocks_are_known(pages: list[Prose], book: Book) -> Iterator[Problem]:
    for page in pages:
        for hit in BLOCK.finditer(page.body):
            name, argument = hit[1], hit[2] or ""
            for field, message, fix in block_faults(book, name, argument):
                yield Problem(page.path, page.line_of(hit.start()), 1, f"data:{field}", message, fix)


def block_faults(book: Book, name: str, argument: str) -> Iterator[tuple[str, str, str]]:
    """(the block, what is wrong, what to type) of a block that cannot be filled."""
    if name not in BLOCKS:
        yield name, f'"{name}" is not a block.', did_you_mean(name, BLOCKS)
        return
    known = SECOND_WORDS[name](book) if name in SECOND_WORDS else ("",)
    if argument not in known:
        fix = did_you_mean(argument, known) if name in SECOND_WORDS else "Write the block without a second word."
        yield name, f'"{argument}" is not something this block can show.', fix


def headings_have_ids(pages: list[Prose], book: Book) -> Iterator[Problem]:
    for page in pages:
        for hit in HEADING.finditer(page.body):
            if not hit[3]:
                yield Problem(
                    page.path,
                    page.line_of(hit.start()),
                    1,
                    hit[2],
                    "The heading has no id, so no link to it would last.",
                    "Add one after it, the same in both languages: { #short-english-name }.",
                )


def pages_are_in_their_language(pages: list[Prose], book: Book) -> Iterator[Problem]:
    for page in pages:
        fix = "Write it in that language; the two pages may be swapped."
        if language_instead(f"{page.title} {page.description}", page.lang):
            message = f"Title and description are not in the language of content/{page.lang}/."
            yield Problem(page.path, 1, 1, "description", message, fix)
        paragraphs = PARAGRAPH.finditer(blanked(CODE, page.body))
        if odd := next((hit for hit in paragraphs if language_instead(hit[0], page.lang)), None):
            message = f"This paragraph is not in the language of content/{page.lang}/."
            yield Problem(page.path, page.line_of(odd.start()), 1, "", message, fix)


def pages_stand_alone(pages: list[Prose], planned: Iterable[Page]) -> Iterator[Problem]:
    made = {page.url: page.source for page in planned}
    for page in pages:
        url = page_of(page).url
        if url in made:
            yield Problem(
                page.path,
                1,
                1,
                "",
                f"/{url} is already made from {made[url]}; this file would hide it.",
                "Delete the file, or give it another name.",
            )


def redirects_lead_to_a_page(pages: list[Prose], planned: Iterable[Page], book: Book) -> Iterator[Problem]:
    uris = {page.uri for page in planned} | {page.uri for page in pages}
    for id, redirect in book.redirects.items():
        old, _, anchor = redirect.old.partition("#")
        for field, address in (("new", redirect.new.partition("#")[0]), ("old", old)):
            here = book.documents["data/redirects.yml"].at((id, field))
            if field == "new" and address not in uris:
                yield Problem(
                    *here,
                    f"{id}.{field}",
                    f"There is no page {address}.",
                    did_you_mean(address, uris),
                )
            if field == "old" and not anchor and address in uris:
                yield Problem(
                    *here,
                    f"{id}.{field}",
                    f"{address} is still a page.",
                    "Delete the redirect, or the page.",
                )


def contradictions_point_at_a_heading(pages: list[Prose], book: Book) -> Iterator[Problem]:
    """Those of the method page; the others point at records (`references.contradictions_point_at_something`)."""
    ids = {hit[3] for page in pages if page.uri == "method/" for hit in HEADING.finditer(page.body)}
    for id, record in book.contradictions.items():
        if record.page == "method" and record.anchor is not None:
            place = (id, "anchor")
            yield from unknown(
                book, "data/contradictions.yml", place, record.anchor, ids, "the headings of the method page"
            )


def links_lead_to_a_page(pages: list[Prose], planned: Iterable[Page], book: Book) -> Iterator[Problem]:
    """By the file of a page, and not by what has moved."""
    files = {page.name: page.uri for page in pages} | {file_of(page): page.uri for page in planned}
    moves = {redirect.old: redirect.new for redirect in book.redirects.values()}
    for page in pages:
        for hit in LINK.finditer(blanked(CODE, page.body)):
            if hit[1].partition("#")[0].endswith(".md") and not SCHEME.match(hit[1]):
                for message, fix in link_faults(hit[1], dirname(page.name), files, moves):
                    yield Problem(
                        page.path, page.line_of(hit.start(1)), page.column_of(hit.start(1)), hit[1], message, fix
                    )


def link_faults(
    link: str, folder: str, files: Mapping[str, str], moves: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a link from a folder, and what to write. `files`: file → address; `moves`: old → new."""
    name, mark, anchor = link.partition("#")
    file = normpath(join(folder, name))
    uri = files.get(file, file.removesuffix(".md") + "/")
    old = uri if uri in moves else f"{uri}#{anchor}"
    if old not in moves and file in files:
        return
    shown = {page: relpath(known, folder or ".") for known, page in files.items()}
    if old in moves:
        page, _, new_anchor = moves[old].partition("#")
        yield f"{old} has moved.", f"Write {shown.get(page, name)}{mark}{new_anchor or anchor}."
    else:
        yield f"There is no page {file}.", did_you_mean(name, shown.values())


def file_of(page: Page) -> str:
    """The file by which written pages link to a page of data, as the host names it: "kpi/index.md", "kpi/csat.md"."""
    return f"{page.uri}index.md" if page.kind.endswith("-index") else f"{page.uri.rstrip('/')}.md"


def cost_tables_are_shown(pages: list[Prose], book: Book) -> Iterator[Problem]:
    """A written page shows each, whatever the pages made from data do with it."""
    shown = {hit[2] for page in pages for hit in BLOCK.finditer(page.body) if hit[1] == "tco"}
    for id in book.tco:
        if id not in shown:
            message, fix = (
                "No written page shows this table.",
                f"Write <!-- data:tco {id} --> where it belongs, or delete it.",
            )
            yield Problem(f"data/tco/{id}.yml", 1, 1, "", message, fix)


RULES = (
    pages_come_in_pairs,
    blocks_are_known,
    headings_have_ids,
    pages_are_in_their_language,
)


def pair_is_equal(french: Prose, english: Prose) -> Iterator[Problem]:
    for what, of in (("headings", headings), ("links", links), ("blocks", blocks)):
        if of(french) != of(english):
            odd = ", ".join(sorted(map(str, (of(french) - of(english)) + (of(english) - of(french))))) or "their order"
            yield Problem(
                english.path,
                english.first,
                1,
                what,
                f"The {what} are not those of the French page: {odd}.",
                f"Give both pages the same {what}, in {french.path} or here.",
            )
    numbers = {
        lang: numbers_in(LINK.sub("]", HEADING.sub(r"\2", BLOCK.sub("", page.body))), lang)
        for lang, page in (("fr", french), ("en", english))
    }
    if numbers["fr"] != numbers["en"]:
        odd = ", ".join(sorted((numbers["fr"] - numbers["en"]) + (numbers["en"] - numbers["fr"])))
        yield Problem(
            english.path,
            english.first,
            1,
            "numbers",
            f"These numbers stand in one language only: {odd}.",
            f"Write the same numbers in {french.path} and here.",
        )


def headings(page: Prose) -> Counter[str]:
    return Counter(f"{hit[1]} #{hit[3]}" for hit in HEADING.finditer(page.body) if hit[3])


def links(page: Prose) -> Counter[str]:
    return Counter(LINK.findall(page.body))


def blocks(page: Prose) -> Counter[str]:
    return Counter(f"{hit[1]} {hit[2] or ''}".strip() for hit in BLOCK.finditer(page.body))
