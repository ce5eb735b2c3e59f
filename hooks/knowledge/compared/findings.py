"""What an editor must mend or account for when the data is compared with a former state of it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ..records.base import LANGUAGE_NAMES, LANGUAGES, LONGEST_ID
from ..records.homes import ADDRESSES
from ..records.passages import FOLDER
from ..records.problems import Problem
from ..records.prose import PASSAGES
from ..records.source import Document, Place
from ..roi.packs import FOLDER as KEPT
from .pairs import ABSENT, Pair, changed_pairs, difference
from .state import PUBLISHED, State

FIELD = "calculator/#in-{id}"  # of an input
ROI, UI, REDIRECTS = "data/roi/", "data/ui/", "data/redirects.yml"
BACK_HOME = "Bring it back: the home page moves no anchor."
LONGEST = 160  # characters of a text that a message quotes


def findings(before: State, after: State, today: date) -> list[Problem]:
    """Every problem that shows only beside the former state; `today` is the day that an editor types."""
    found = [*addresses_stay(before, after), *addresses_lead_on(after), *versions_stay(before, after)]
    for path, document in before.documents.items():
        if path in after.documents:
            for pair in changed_pairs(document.value, after.documents[path].value):
                found += drift(before, after, path, pair, today)
                found += gone(before, after, path, pair, today)
        else:
            found += gone_file(after, document)
    return found


# --- one language without the other -------------------------------------------------------------------------------


def drift(before: State, after: State, path: str, pair: Pair, today: date) -> Iterator[Problem]:
    """A text that changed in one language only, unless its record was reviewed since."""
    if not pair.is_text or reviewed_since(before, after, path, pair):
        return
    moved = [lang for lang in LANGUAGES if pair.before[lang] != pair.after[lang]]
    if len(moved) == 1:
        (lang,), (other,) = moved, [it for it in LANGUAGES if it not in moved]
        was, now = difference(pair.before[lang], pair.after[lang])
        message = (
            f"The {LANGUAGE_NAMES[lang]} text changed, the {LANGUAGE_NAMES[other]} did not. {lang} was: {quoted(was)}; "
            f"{lang} is: {quoted(now)}; {other} is still: {quoted(pair.after[other])}."
        )
        fix = (
            f"Change the {LANGUAGE_NAMES[other]} text too; or, if it still says the same, "
            f"{review(after, path, pair.place, today)}"
        )
        yield at(after.documents[path], (*pair.place, lang), message, fix)


def reviewed_since(before: State, after: State, path: str, pair: Pair) -> bool:
    return after.reviewed(path, standing(after, path, pair.place)) > before.reviewed(path, pair.was)


def standing(state: State, path: str, place: Place) -> Place:
    """The place, or the nearest enclosing one that this state holds."""
    marks = state.documents[path].marks
    while place and place not in marks:
        place = place[:-1]
    return place


def review(state: State, path: str, place: Place, today: date) -> str:
    """What to type to say that it is right as it is. A day that cannot move on is counted."""
    place = standing(state, path, place)
    home = state.documents[path].at(place)[0]
    day, times = state.reviewed(path, place)
    if day:
        where = f" at the head of {home}" if home in state.heads and home.startswith((UI, FOLDER)) else ""
        if day < str(today):
            return f"move `reviewed:`{where} on to the day on which you checked it."
        return f"write that you checked it once more on that day{where}: `reviewed: {day} # {times + 1}`."
    head = head_of(home, today)
    where = "between the --- at the head" if head.startswith("reviewed") else "at the head"
    return f"write the day on which you checked it {where} of {home}: `{head}`."


def head_of(path: str, today: date) -> str:
    """How the day of the review stands at the head of a file."""
    if path.startswith(FOLDER):
        return f"<!-- reviewed: {today} -->" if f"/{PASSAGES}/" in path else f"reviewed: {today}"
    return f"# reviewed: {today}"


# --- what is gone -------------------------------------------------------------------------------------------------


def gone(before: State, after: State, path: str, pair: Pair, today: date) -> Iterator[Problem]:
    """A record, an item, a text or a list that stood in the former state, unless the data accounts for it."""
    if pair.after is not ABSENT or not (isinstance(pair.before, dict | list) or isinstance(pair.was[-1], int)):
        return
    around = pair.place[:-1]
    if isinstance(pair.before, str) and accounted(after, pair.before):
        return  # of a list of ids: its record says what became of it
    if path == REDIRECTS:
        yield from redirect_gone(after, pair)
    elif path == ROI:
        if version(after) <= version(before):
            fix = "Bring it back; or run `make version`, which keeps the model that had it, and say why it went."
            yield at(after.documents[path], around, f"{named(pair)} is gone from the model.", fix, pair.place)
    elif old := address_of(path, pair.was):
        yield from unless_moved(after, path, around, pair.place, old)
    elif path == FOLDER and len(pair.was) == 1:
        return  # passages of a page that is no more: the check knows which are asked for
    elif not reviewed_since(before, after, path, pair) and not is_renamed(after, path, pair):
        fix = f"Bring it back; or, if it is to go, {review(after, path, around, today)}"
        yield at(after.documents[path], around, f"{named(pair)} is gone.", fix, pair.place)


def is_renamed(after: State, path: str, pair: Pair) -> bool:
    """Whether the same stands beside it under another name."""
    around = after.documents[path].value
    for step in pair.place[:-1]:
        around = around[step]
    return isinstance(around, dict) and pair.before in around.values()


def redirect_gone(after: State, pair: Pair) -> Iterator[Problem]:
    old = pair.before.get("old", "") if isinstance(pair.before, dict) else ""
    if not moved(after, old):
        fix = "Bring it back: links to the old address are still out there."
        yield at(after.documents[REDIRECTS], pair.place[:-1], f"The redirect from {old} is gone.", fix, pair.place)


def gone_file(after: State, document: Document) -> Iterator[Problem]:
    """A file of data/ that is gone, by the addresses of what it held."""
    held = document.value.get("outcomes", {}) if isinstance(document.value, dict) else {}
    places: list[Place] = [("outcomes", id) for id in held] or [()]
    for place in places:
        old = address_of(document.path, place)
        if not old:
            yield Problem(document.path, 1, 1, "", "The file is gone.", "Bring it back from the last good version.")
        elif not moved(after, old):
            yield Problem(document.path, 1, 1, "", f"The file is gone, and with it {old}.", leads_on(after, old))


def unless_moved(after: State, path: str, around: Place, place: Place, old: str) -> Iterator[Problem]:
    if not moved(after, old):
        yield at(
            after.documents[path], around, f'"{place[-1]}" is gone, and with it {old}.', leads_on(after, old), place
        )


def moved(state: State, old: str) -> bool:
    """Whether a redirect leads on from this address."""
    redirects = state.documents[REDIRECTS].value if REDIRECTS in state.documents else None
    return isinstance(redirects, dict) and any(
        isinstance(redirect, dict) and redirect.get("old") == old for redirect in redirects.values()
    )


def accounted(state: State, id: str) -> bool:
    """Whether a record of this id has moved on or is retired, or is told itself."""
    addresses = [pattern.format(id=id) for pattern in (*ADDRESSES.values(), FIELD)]
    return any(old in state.lost or moved(state, old) for old in addresses) or any(
        (path.endswith(f"/{id}.yml") and is_retired(document.value)) or retired_within(document.value, id)
        for path, document in state.documents.items()
    )


def retired_within(value: Any, id: str) -> bool:
    """Whether a file that holds several records holds this one, retired."""
    groups = (value, value.get("outcomes")) if isinstance(value, dict) else ()
    return any(isinstance(group, dict) and is_retired(group.get(id)) for group in groups)


def is_retired(record: Any) -> bool:
    return isinstance(record, dict) and "retired" in record


def leads_on(state: State, old: str) -> str:
    if old.startswith("#"):
        return BACK_HOME
    if old in state.lost:
        return f"Bring it back; or paste the lines given at {REDIRECTS}, which lead on from its addresses."
    return f"Bring it back; or say in {REDIRECTS} where it is now, under any id: `old: {old}` and `new: …`."


def address_of(path: str, place: Place) -> str:
    """The address of the record that stands at a place, relative to the language's root; "" for what has none."""
    if path == FOLDER:
        return written_address(*map(str, place))
    folder, _, name = path.removeprefix("data/").rpartition("/")
    pattern = ADDRESSES.get(folder or name.removesuffix(".yml"), "")
    if folder == "outcomes":
        return pattern.format(id=place[1]) if place[:1] == ("outcomes",) and len(place) == 2 else ""
    if folder:
        return "" if place else pattern.format(id=name.removesuffix(".yml"))
    return pattern.format(id=place[0]) if len(place) == 1 else ""


def written_address(name: str, section: str = "", *within: str) -> str:
    """That of a written page, or of a heading with one; "" for passages, and for what stands under no such heading."""
    page, dot, _ = name.partition(".md")
    carries = not within and (not section or (section.startswith("#") and not section[1:].isdigit()))
    return f"{page}/".removesuffix("index/") + section if dot and carries else ""


def addresses_stay(before: State, after: State) -> Iterator[Problem]:
    """The list of published addresses only grows."""
    left = set(after.addresses)
    for address in before.addresses:
        if address not in left:
            fix = f"Write it back; if the page or the anchor moved, {REDIRECTS} says where to."
            yield Problem(PUBLISHED, 1, 1, "", f"{address} is no longer in the list of published addresses.", fix)


def addresses_lead_on(after: State) -> Iterator[Problem]:
    """What stood at an address is still found from there. The home page moves no anchor."""
    home = [old for old in after.lost if old.startswith("#")]
    moving = {old: new for old, new in after.lost.items() if old not in home}
    if home:
        yield at_the_end(after, f"The home page has no {', '.join(home)} any more.", BACK_HOME)
    if moving:
        message = f"{len(moving)} addresses lead" if len(moving) > 1 else "1 address leads"
        lines = (line for old, new in moving.items() for line in redirect(old, new))
        fix = "Bring back what stood there; or paste these lines at the end, and look where each one leads:"
        yield at_the_end(after, f"{message} nowhere any more.", "\n".join((fix, *lines)))


def at_the_end(after: State, message: str, fix: str) -> Problem:
    """A problem at the last redirect."""
    redirects = after.documents[REDIRECTS]
    return at(redirects, tuple([*redirects.value][-1:]), message, fix, ())


def redirect(old: str, new: str) -> tuple[str, str, str]:
    """The lines that lead on from an address; where to is left open where nobody can know."""
    id = re.sub(r"[^a-z0-9]+", "-", old).strip("-")[:LONGEST_ID].strip("-")
    page, mark, _ = old.partition("#")
    return f"{id}:", f"  old: {old}", f"  new: {new or (page + '#…' if mark else '…')}"


def versions_stay(before: State, after: State) -> Iterator[Problem]:
    """What was kept of the model is not kept otherwise: links of readers rest on it."""
    for number, text in before.packs.items():
        if number in after.packs and after.packs[number] != text:
            message = f"This is not version {number} of the model as it was published."
            fix = "Bring it back from there, then run `make version`: what changed is the next version."
            yield Problem(f"{KEPT}{number}.json", 1, 1, "", message, fix)


def version(state: State) -> int:
    """The number of the model; 0 while none can be read."""
    value = state.documents[ROI].value.get("version") if ROI in state.documents else None
    return value if isinstance(value, int) else 0


# --- how it is said -----------------------------------------------------------------------------------------------


def at(document: Document, where: Place, message: str, fix: str, field: Place | None = None) -> Problem:
    return Problem(*document.at(where), ".".join(map(str, where if field is None else field)), message, fix)


def named(pair: Pair) -> str:
    """ "questions.2 (« Quelle part … »)": what is gone, by its place and how it began."""
    said: Any = pair.before
    while isinstance(said, dict | list) and said:
        said = next(iter(said.values() if isinstance(said, dict) else said))
    return f'"{".".join(map(str, pair.was))}" ({quoted(str(said))})'


def quoted(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}”"
