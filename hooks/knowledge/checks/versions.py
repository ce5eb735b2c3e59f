"""Rules for the versions of the model: none changes in silence, and each is kept."""

from collections.abc import Iterator

from ..records.book import Book
from ..records.problems import Problem
from ..roi.packs import FOLDER, changed, former_models, pack
from .formulas import PATH
from .rules import problem

NEXT = (
    "Run `make version`: it gives the model its next number, or keeps this one anew if it is not published yet. "
    "Then say under `versions:` what changed and why, in both languages."
)

BACK = "Bring it back from the last good version."


def check_versions(book: Book) -> list[Problem]:
    """To be asked of a sound book only."""
    return [fault for rule in RULES for fault in rule(book)]


def every_version_is_told(book: Book) -> Iterator[Problem]:
    told, version = len(book.roi.versions), book.roi.version
    if told != version:
        message = f"The model has version {version}; {told} versions are told here."
        yield problem(
            book, PATH, ("versions",), message, "Add the next one: its date, and under `changes:` what and why."
        )


def not_what_was_kept(version: int) -> Problem:
    return Problem(f"{FOLDER}{version}.json", 1, 1, "", "This is not what was kept.", BACK)


def every_version_is_kept(book: Book) -> Iterator[Problem]:
    for number in sorted({*range(1, book.roi.version)} - former_models(book).keys()):
        if str(number) in book.packs:
            yield not_what_was_kept(number)
        else:
            yield problem(book, PATH, ("version",), f"{FOLDER}{number}.json is missing.", BACK)
    if str(book.roi.version) not in book.packs:
        message = f"{FOLDER}{book.roi.version}.json, which keeps this version, is missing."
        yield problem(book, PATH, ("version",), message, "Run `make version`.")


def no_figure_changes_within_a_version(book: Book) -> Iterator[Problem]:
    kept = book.packs.get(str(book.roi.version))
    try:
        places = changed(kept, pack(book.roi)) if kept is not None else []
    except ValueError:
        yield not_what_was_kept(book.roi.version)
        return
    if places:
        more = f", and {len(places) - 1} more" if len(places) > 1 else ""
        message = (
            f"Figures or formulas changed since version {book.roi.version} ({FOLDER}{book.roi.version}.json): "
            f"{places[0]}{more}."
        )
        yield problem(book, PATH, ("version",), message, NEXT)


RULES = (every_version_is_told, every_version_is_kept, no_figure_changes_within_a_version)
