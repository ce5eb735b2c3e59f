"""Rules on the dates of reviews."""

from collections.abc import Iterator

from ..records.book import Book
from ..records.problems import Problem
from ..words.reviews import reviews
from .rules import Rule, problem


def no_review_is_in_the_future(book: Book) -> Iterator[Problem]:
    for review in reviews(book):
        if review.record.reviewed > book.today:
            message = f"{review.record.reviewed} is after today, {book.today}."
            fix = "Write the day on which someone last held this against its source."
            yield problem(book, review.path, (*review.place, "reviewed"), message, fix)


def the_next_review_comes_after_the_last(book: Book) -> Iterator[Problem]:
    for review in reviews(book):
        record = review.record
        if record.review_by is not None and record.review_by <= record.reviewed:
            message = f"The next review, {record.review_by}, does not come after the last, {record.reviewed}."
            fix = "Write a later day, or delete the line: two years is what holds without it."
            yield problem(book, review.path, (*review.place, "review_by"), message, fix)


REVIEW_RULES: tuple[Rule, ...] = (no_review_is_in_the_future, the_next_review_comes_after_the_last)
