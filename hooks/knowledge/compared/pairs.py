"""The same thing in two states of a document: fields by name, items of a list by what they say, wherever they stand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from posixpath import commonprefix
from typing import Any

from ..records.base import LANGUAGES
from ..records.source import Place

AROUND = 40  # characters that show where in a text it differs
ABSENT = object()  # there is no such thing in this state


@dataclass(frozen=True)
class Pair:
    """A leaf, a text in both languages or a whole thing one state lacks: where it was and is, what it was and is."""

    was: Place
    place: Place
    before: Any
    after: Any

    @property
    def is_text(self) -> bool:
        return is_text(self.before) and is_text(self.after)


def is_text(value: Any) -> bool:
    """A text in both languages. Lists of search words are none: each language has its own."""
    return (
        isinstance(value, dict) and value.keys() == {*LANGUAGES} and all(isinstance(it, str) for it in value.values())
    )


def difference(before: str, after: str) -> tuple[str, str]:
    """Both texts from a little before their first difference to a little after their last."""
    start = len(commonprefix([before, after]))
    rest = min(len(before), len(after)) - start
    end = min(len(commonprefix([before[::-1], after[::-1]])), rest)
    return cut(before, start, end), cut(after, start, end)


def cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), len(text) - max(0, end - AROUND)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def changed_pairs(before: Any, after: Any, was: Place = (), place: Place = ()) -> Iterator[Pair]:
    """Everything that differs. Of what is gone, `place` is where it would stand."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and not (is_text(before) and is_text(after)):
        matched = [(key, key) for key in {**before, **after}]
    elif isinstance(before, list) and isinstance(after, list):
        matched = list(matched_items(before, after))
    else:
        yield Pair(was, place, before, after)
        return
    for old, new in matched:
        yield from changed_pairs(held(before, old), held(after, new), (*was, old), (*place, new))


def held(value: Any, key: Any) -> Any:
    if isinstance(value, dict):
        return value.get(key, ABSENT)
    return value[key] if 0 <= key < len(value) else ABSENT


def matched_items(before: list[Any], after: list[Any]) -> Iterator[tuple[int, int]]:
    """(index before, index after) of each item, wherever it stands now; -1 where a state lacks it."""
    old, new = list(range(len(before))), list(range(len(after)))
    for same in SAME:
        for index in list(old):
            found = next((other for other in new if same(before[index], after[other])), None)
            if found is not None:
                old.remove(index)
                new.remove(found)
                yield index, found
    yield from ((index, -1) for index in old)
    yield from ((-1, index) for index in new)


def equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def sharing_a_sentence(one: Any, other: Any) -> bool:
    """Whether a text of one stands in the other: an item that changed in one language is still that item."""
    return not sentences(one).isdisjoint(sentences(other))


def of_one_subject(one: Any, other: Any) -> bool:
    """Whether all fields but the texts are the same, as of a relation whose note was written anew."""
    return isinstance(one, dict) and isinstance(other, dict) and plain(one) == plain(other)


SAME: tuple[Callable[[Any, Any], bool], ...] = (equal, sharing_a_sentence, of_one_subject)


def sentences(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {text for part in value.values() for text in sentences(part)}
    return {value} if isinstance(value, str) and " " in value else set()


def plain(value: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in value.items() if not isinstance(part, dict | list) and name not in LANGUAGES}
