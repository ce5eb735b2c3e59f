"""Rules that hold across records: one small function each, named by what is true when the data is right."""

from .figure_checks import FIGURE_RULES
from .model import Book
from .problems import Problem
from .reference_checks import REFERENCE_RULES
from .text_checks import TEXT_RULES


def check(book: Book) -> list[Problem]:
    """Every problem of every rule. The book may lack records that could not be decoded: no rule complains of those."""
    return [problem for rule in (*REFERENCE_RULES, *FIGURE_RULES, *TEXT_RULES) for problem in rule(book)]
