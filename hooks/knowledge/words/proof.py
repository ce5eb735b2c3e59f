"""Published outcomes → what they allow an improvement to be, and the targets that a reader may take from them."""

from ..records.book import Book
from ..records.inputs import Improvement
from ..records.outcome import Outcome
from .published import published_size


def bound_of(item: Improvement, outcome: Outcome) -> float | None:
    """The improvement that an outcome publishes, as a fraction; None where it cannot be compared."""
    size = published_size(outcome)
    if size is None or item.unit != "share":
        return None
    return 1 - 1 / (1 + size) if item.inverse else size


def targets_of(book: Book) -> dict[str, dict[str, float]]:
    """Outcome → {improvement: target}: the smallest of the outcomes that bound the improvement, shrunk.

    It is the same, whichever of them the reader takes it from.
    """
    found: dict[str, dict[str, float]] = {}
    for name, item in book.roi.improvements.items():
        bounds = [bound for id in item.outcomes if (bound := bound_of(item, book.outcomes[id])) is not None]
        target = round(min(bounds) * book.roi.proof.shrink, 3) if bounds else 0
        for id in item.outcomes if 0 < target <= item.max else ():
            found.setdefault(id, {})[name] = target
    return found
