"""The rules of the ROI model: its names are known, a euro has one owner, numbers are possible, texts can be filled."""

from ...records.book import Book
from ...records.problems import Problem
from ..formulas import check_formulas
from .bounds import BOUND_RULES, estimates_lie_within_their_bounds
from .explained import EXPLAINED_RULES
from .owners import OWNER_RULES
from .references import ROI_REFERENCE_RULES

RULES = (*ROI_REFERENCE_RULES, *OWNER_RULES, *BOUND_RULES, *EXPLAINED_RULES)


def check_roi(book: Book) -> list[Problem]:
    """Every problem of every rule; none where the model could not be decoded."""
    if not book.model:
        return []
    unsound = check_formulas(book)
    rules = RULES if unsound else (*RULES, estimates_lie_within_their_bounds)
    return unsound + [fault for rule in rules for fault in rule(book)]
