"""The rules across records, one function each, named by what is true. Knows the rooms that read and calculate."""

from ..records.book import Book
from ..records.problems import Problem
from .benchmarks import BENCHMARK_RULES
from .cases import CASE_RULES
from .figures import FIGURE_RULES
from .identity import IDENTITY_RULES
from .lengths import LENGTH_RULES
from .passages import PASSAGE_RULES
from .queries import QUERY_RULES
from .references import LASTING_RULES, REFERENCE_RULES
from .retiring import RETIRING_RULES
from .reviews import REVIEW_RULES
from .texts import TEXT_RULES


def check_records(book: Book) -> list[Problem]:
    """Every problem of every rule. The book may lack records that could not be decoded: no rule complains of those."""
    rules = (
        *REFERENCE_RULES,
        *BENCHMARK_RULES,
        *IDENTITY_RULES,
        *FIGURE_RULES,
        *TEXT_RULES,
        *LENGTH_RULES,
        *PASSAGE_RULES,
        *QUERY_RULES,
        *CASE_RULES,
        *REVIEW_RULES,
    )
    found = [problem for rule in rules for problem in rule(book)]
    if book.whole:  # what is retired has a page too, and so must be sound
        rules = (*LASTING_RULES, *FIGURE_RULES, *TEXT_RULES, *LENGTH_RULES, *RETIRING_RULES)
        found += [problem for rule in rules for problem in rule(book.whole)]
    return found
