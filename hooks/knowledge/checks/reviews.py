"""Rules on the dates of reviews, and of rules of law."""

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


def a_wording_applies_after_its_text_and_before_it_is_read(book: Book) -> Iterator[Problem]:
    for id, law in book.laws.items():
        for index, text in enumerate(law.texts):
            if text.applies_since is not None and not text.date <= text.applies_since <= text.reviewed:
                place = (id, "texts", index, "applies_since")
                message = (
                    f"{text.applies_since} is not between the text, {text.date}, and its reading, {text.reviewed}."
                )
                fix = "Write the day since which the wording that was read has applied, or delete the line."
                yield problem(book, "data/laws.yml", place, message, fix)


REVIEW_RULES: tuple[Rule, ...] = (
    no_review_is_in_the_future,
    the_next_review_comes_after_the_last,
    a_wording_applies_after_its_text_and_before_it_is_read,
)
