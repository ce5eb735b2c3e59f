"""Written pages: what `content/` holds, and the rules that keep its two languages equal."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .fragments import FRAGMENTS, fragment
from .model import LANGUAGES, Book
from .plan import Page
from .problems import Problem, did_you_mean
from .source import Document, read_text
from .text_checks import numbers_in

BLOCK = re.compile(r"<!--\s*data:([a-z-]+)(?:\s+([a-z0-9-]+))?\s*-->")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{\s*#([a-z0-9-]+)\s*\})?\s*$", re.M)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PAGE_NAME = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")
FRONT = re.compile(r"---\n(.*?\n)---\n", re.S)


@dataclass(frozen=True)
class Prose:
    """One written page. `first` is the line of the file on which the body starts."""

    path: str
    lang: str
    name: str
    title: str
    description: str
    body: str
    first: int

    def line_of(self, position: int) -> int:
        return self.first + self.body.count("\n", 0, position)

    @property
    def uri(self) -> str:
        """ "method.md" → "method/", "index.md" → "" """
        return (self.name.removesuffix(".md") + "/").removesuffix("index/")

    def page(self) -> Page:
        kind = "home" if self.uri == "" else "tco" if self.uri == "tco/" else "page"
        return Page(self.lang, self.uri, kind, self.title, self.description, self.path)


def read_prose(root: Path) -> tuple[list[Prose], list[Problem]]:
    """Every Markdown file of `content/<language>/`, and what is wrong with its head."""
    pages: list[Prose] = []
    problems = [
        Problem(
            f"{root.name}/{path.relative_to(root).as_posix()}",
            1,
            1,
            "",
            "The file is in no language's folder.",
            "Move it to content/fr/ or content/en/.",
        )
        for path in sorted(root.rglob("*.md"))
        if path.relative_to(root).parts[0] not in LANGUAGES
    ]
    for lang in LANGUAGES:
        for path in sorted((root / lang).rglob("*.md")):
            name = path.relative_to(root / lang).as_posix()
            shown = f"{root.name}/{lang}/{name}"
            if not PAGE_NAME.fullmatch(name):
                problems.append(
                    Problem(
                        shown, 1, 1, "", "The file's name cannot be an address.", "Use lower-case letters and digits joined by hyphens."
                    )
                )
            page, faults = prose_of(path.read_text(encoding="utf-8-sig", errors="replace"), shown, lang, name)
            problems += faults
            if page:
                pages.append(page)
    return pages, problems


def prose_of(text: str, path: str, lang: str, name: str) -> tuple[Prose | None, list[Problem]]:
    front = FRONT.match(text)
    if not front:
        return None, [
            Problem(
                path,
                1,
                1,
                "",
                "The page does not start with its title and description.",
                "Start the file with ---, title: …, description: …, and --- again.",
            )
        ]
    head, problems = read_text(front[1], path)
    problems = [shifted(problem) for problem in problems]
    value: dict[str, Any] = head.value if head and isinstance(head.value, dict) else {}
    if not problems:
        problems += [fault for field in ("title", "description") for fault in head_faults(head, value, path, field)]
    if problems:
        return None, problems
    return Prose(path, lang, name, value["title"], value["description"], text[front.end() :], front[0].count("\n") + 1), []


def head_faults(head: Document | None, value: dict, path: str, field: str) -> Iterator[Problem]:
    if field not in value:
        yield Problem(path, 1, 1, field, f'The field "{field}" is missing.', f'Add a line "{field}: …" between the two lines of dashes.')
    elif not isinstance(value[field], str):
        yield shifted(
            Problem(
                path, *head.at((field,)), field, "This must be text.", "Write text; put it in quotes if it looks like a number or a date."
            )
        )


def shifted(problem: Problem) -> Problem:
    """A problem of the head, counted from the first line of the file, which holds the dashes."""
    return Problem(problem.path, problem.line + 1, problem.column, problem.field, problem.message, problem.fix)


# --- rules --------------------------------------------------------------------------------------------------------


def check_prose(pages: list[Prose], planned: list[Page], book: Book) -> list[Problem]:
    """Both languages have the same pages, headings, links, blocks and numbers; no page stands on a generated one."""
    return [problem for rule in (pages_come_in_pairs, blocks_are_known, headings_have_ids) for problem in rule(pages, book)] + [
        *pages_stand_alone(pages, planned),
        *redirects_lead_to_a_page(pages, planned, book),
        *(problem for french, english in pairs(pages) for problem in pair_is_equal(french, english)),
    ]


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
            if name not in FRAGMENTS:
                yield Problem(
                    page.path, page.line_of(hit.start()), 1, f"data:{name}", f'"{name}" is not a block.', did_you_mean(name, FRAGMENTS)
                )
                continue
            try:
                fragment(book, page.lang, name, argument)
            except (KeyError, TypeError):
                known = book.tco if name == "tco" else []
                fix = did_you_mean(argument, known) if known else "Write the block without a second word."
                yield Problem(
                    page.path, page.line_of(hit.start()), 1, f"data:{name}", f'"{argument}" is not something this block can show.', fix
                )


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


def pages_stand_alone(pages: list[Prose], planned: Iterable[Page]) -> Iterator[Problem]:
    made = {page.url: page.source for page in planned}
    for page in pages:
        url = page.page().url
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
                yield Problem("data/redirects.yml", *here, f"{id}.{field}", f"There is no page {address}.", did_you_mean(address, uris))
            if field == "old" and not anchor and address in uris:
                yield Problem(
                    "data/redirects.yml", *here, f"{id}.{field}", f"{address} is still a page.", "Delete the redirect, or the page."
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


def headings(page: Prose) -> Counter:
    return Counter(f"{hit[1]} #{hit[3]}" for hit in HEADING.finditer(page.body) if hit[3])


def links(page: Prose) -> Counter:
    return Counter(LINK.findall(page.body))


def blocks(page: Prose) -> Counter:
    return Counter(f"{hit[1]} {hit[2] or ''}".strip() for hit in BLOCK.finditer(page.body))
