"""Published outcomes → what they allow an improvement to be, and the targets that a reader may take from them."""

from .figures import published_size
from .model import Book, Outcome
from .roi_model import Improvement


def bound_of(item: Improvement, outcome: Outcome) -> float | None:
    """The improvement that an outcome publishes, as a fraction; None where it cannot be compared."""
    size = published_size(outcome)
    if size is None or item.unit != "share":
        return None
    return 1 - 1 / (1 + size) if item.inverse else size


def targets_of(book: Book) -> dict[str, dict[str, float]]:
    """Outcome → {improvement: target}: what it publishes, shrunk, for each improvement that it bounds."""
    found: dict[str, dict[str, float]] = {}
    for name, item in book.roi.improvements.items():
        for id in item.outcomes:
            bound = bound_of(item, book.outcomes[id])
            target = round(bound * book.roi.proof.shrink, 3) if bound is not None else 0
            if 0 < target <= item.max:
                found.setdefault(id, {})[name] = target
    return found
