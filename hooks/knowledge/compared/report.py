"""What a change does for the reader, as Markdown for a pull request."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from ..calculator.example import HEADLINES
from ..calculator.sentences import result_words
from ..records.base import LANGUAGES
from ..records.book import Book
from ..roi.engine import defaults, evaluate
from ..roi.model import model_of
from ..site.render import Renderer
from .addresses import Bodies, bodies, places
from .pairs import difference
from .printed import Changed, Line, changed_records

TAG = re.compile(r"<[^>]+>")
MARKS = re.compile(r"""[^\w\s,.;:?%()«»“”’'"€→–−…·/+-]|\b_|_\b|:(?=//)|(?<=www)\.""")
LONGEST = 400  # characters of a text
SHORT = 100  # of one that is shown whole
MOST = 40  # records, pages or addresses that are listed one by one
LENT = (
    "Words of the interface, of the search and of passages are not compared: "
    "the pages ask for others than the base has."
)
ROOM = 60_000  # characters that a comment may have


def report(before: Renderer, after: Renderer, lent: bool = False) -> str:
    """The whole report; a sentence where a reader sees no difference. `lent`: both show the words of the change."""
    old, new = bodies(before), bodies(after)
    records = changed_records(before.site.book, after.site.book)
    parts = [
        *calculator(before.site.book, after.site.book),
        *each_record(records),
        *touched(old, new),
        *addresses(old, new, before.site.book, after.site.book),
    ]
    heading = ["## What this change does for the reader", "", *([LENT, ""] if lent else [])]
    return fitting([*heading, *(parts or ["Nothing: no page reads otherwise."])])


def fitting(lines: list[str]) -> str:
    """The lines that have room in a comment, and a last one where some have not."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    kept = [line for line, end in zip(lines, ends, strict=True) if end <= ROOM]
    return "\n".join(kept if len(kept) == len(lines) else [*kept, "", "…and more: it has no room in a comment."]) + "\n"


def unreadable(problems: int) -> str:
    """What is said where the former state cannot be read."""
    return (
        "## What this change does for the reader\n\n"
        "Not compared: by the rules of this change, the data of the base has "
        f"{problems} problem{'s' if problems > 1 else ''}.\n"
    )


# --- the calculator -----------------------------------------------------------------------------------------------


def calculator(before: Book, after: Book) -> Iterator[str]:
    """The headline results of the worked example in the base scenario that read otherwise."""
    old, new = headlines(before), headlines(after)
    if moved := [name for name in new if old.get(name) != new[name]]:
        yield from ("### The example of the calculator", "", "| | before | after |", "|---|---|---|")
        for name in moved:
            yield f"| {told(label(after, name))} | {both(old.get(name, {}))} | {both(new[name])} |"
        yield ""


def headlines(book: Book) -> dict[str, Mapping[str, str]]:
    """Result → how the answer prints it in each language."""
    model = model_of(book)
    situation = next(iter(model.record.situations))
    results = evaluate(model, defaults(model, situation), situation)
    return {name: {lang: result(book, name, results[name], lang) for lang in LANGUAGES} for name in HEADLINES["first"]}


def result(book: Book, name: str, value: float | None, lang: str) -> str:
    return result_words(value, name, book.roi, lang, lambda key: book.ui["roi_live"][key][lang])


def label(book: Book, name: str) -> str:
    return book.roi.named[name].label["en"]


# --- records ------------------------------------------------------------------------------------------------------


def each_record(records: list[Changed]) -> Iterator[str]:
    if records:
        yield from (f"### Records: {len(records)}", "")
    for record in records[:MOST]:
        id = f" · {told(record.id)}" if record.id else ""
        name = f" ({both(record.name)})" if any(record.name.values()) else ""
        yield f"**{told(record.path)}{id}**{name}"
        yield from (f"- {told(line.field or 'all of it')}{way(line)}" for line in record.lines[:MOST])
        yield from more(len(record.lines), "  - …and {n} more fields")
        yield ""
    yield from more(len(records), "…and {n} more records\n")


def way(line: Line) -> str:
    """Old → new in each language; once where both read alike."""
    said = {lang: f"{told(was)} → {told(now)}" for lang in LANGUAGES for was, now in [shortened(line, lang)]}
    if len(set(said.values())) == 1:
        return f": {said[LANGUAGES[0]]}"
    moved = [lang for lang in LANGUAGES if line.before[lang] != line.after[lang]]
    return "".join(f"\n  - {lang}: {said[lang]}" for lang in moved)


def shortened(line: Line, lang: str) -> tuple[str, str]:
    """What was and what is; of two long texts, the part that differs."""
    was, now = line.before[lang], line.after[lang]
    return difference(was, now) if min(len(was), len(now)) > SHORT else (was, now)


def both(said: Mapping[str, str]) -> str:
    return " · ".join(dict.fromkeys(told(said[lang]) for lang in LANGUAGES if lang in said)) or "–"


# --- pages and addresses ------------------------------------------------------------------------------------------


def touched(old: Bodies, new: Bodies) -> Iterator[str]:
    """Pages whose words changed: a link that goes elsewhere is told with the addresses."""
    urls = [url for url in new if url in old and TAG.sub("", new[url]) != TAG.sub("", old[url])]
    if urls:
        yield from (f"### Pages that read otherwise: {len(urls)}", "")
        yield from listed(by_page(urls))


def by_page(urls: Iterable[str]) -> list[str]:
    """ "kpi/csat/ (fr, en)": each page once, with its languages."""
    pages: dict[str, list[str]] = {}
    for url in urls:
        lang, _, uri = url.partition("/")
        pages.setdefault(uri or "home", []).append(lang)
    return [f"{uri} ({', '.join(lang for lang in LANGUAGES if lang in langs)})" for uri, langs in pages.items()]


def addresses(old: Bodies, new: Bodies, before: Book, after: Book) -> Iterator[str]:
    was, now = places(old), places(new)
    leading = tuple(f"{lang}/{it.old}" for it in after.redirects.values() for lang in LANGUAGES if "#" not in it.old)
    moved = [it for id, it in after.redirects.items() if before.redirects.get(id) != it]
    led = {f"{lang}/{it.new}" for it in moved for lang in LANGUAGES} - was
    new_places = sorted(place for place in now - was if not led.intersection((place, place.partition("#")[0])))
    for title, found in (
        ("Addresses added", by_page(new_places)),
        ("Addresses moved", [f"{it.old} → {it.new}" for it in moved]),
        ("Addresses gone", by_page(sorted(place for place in was - now if not place.startswith(leading)))),
    ):
        if found:
            yield from (f"### {title}: {len(found)}", "")
            yield from listed(found)


# --- how it is written --------------------------------------------------------------------------------------------


def listed(items: list[str]) -> Iterator[str]:
    yield from (f"- {told(item)}" for item in items[:MOST])
    yield from more(len(items), "- …and {n} more")
    yield ""


def more(number: int, text: str) -> Iterator[str]:
    if number > MOST:
        yield text.format(n=number - MOST)


def told(text: str) -> str:
    """A text of the data on one line, in which nothing is a mark of Markdown, a link or somebody's name."""
    text = " ".join(text.split("\n")).strip()
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return MARKS.sub(lambda hit: f"&#{ord(hit[0])};", short) or "–"
