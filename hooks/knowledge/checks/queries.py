"""Rules on SQL: comments in both languages, each line for another database under the one it replaces, tables filled."""

import csv
from collections.abc import Iterator
from itertools import pairwise

from ..records.base import LANGUAGES
from ..records.book import Book
from ..records.problems import Problem, did_you_mean
from ..records.query import DIALECTS, Line, Query
from ..words.languages import language_instead
from ..words.wording import numbers_in
from .rules import Rule

SCHEMA = "data/sample/schema.sql"
NOWHERE = Line(0, "sql", "")  # before the first line and after the last


def sql_files(book: Book) -> Iterator[tuple[str, Query]]:
    for id, query in book.queries.items():
        yield f"data/guides/{id}.sql", query
    yield SCHEMA, Query(book.sample.schema)


def queries_hold_sql(book: Book) -> Iterator[Problem]:
    for path, query in sql_files(book):
        if path != SCHEMA and not any(run[0].kind == "sql" and text_of(run).strip() for run in query.runs):
            yield Problem(path, 1, 1, "", "The file holds no SQL.", "Write the query, or bring it back.")


def comments_stand_alone_and_say_whom_they_are_for(book: Book) -> Iterator[Problem]:
    for path, query in sql_files(book):
        for line in (line for run in query.runs for line in run):
            if line.kind == "":
                fix = 'Start its lines with "-- fr: " in French, then with "-- en: " in English.'
                yield at(path, line, "The comment does not say its language.", fix)
            elif line.kind == "sql" and "--" in line.text:
                fix = "Put it on lines of its own above, in French and in English."
                yield at(path, line, "The comment shares its line with SQL.", fix)


def comments_stand_in_both_languages(book: Book) -> Iterator[Problem]:
    for path, query in sql_files(book):
        for above, below in pairwise([[NOWHERE], *query.runs, [NOWHERE]]):
            here, there = above[-1], below[0]
            if here.kind == "fr" and there.kind not in ("en", ""):
                fix = 'Say the same in English on the lines below, each starting with "-- en: ".'
                yield at(path, here, "The comment stands in French only.", fix)
            if there.kind == "en" and here.kind not in ("fr", ""):
                fix = 'Say the same in French on the lines above, each starting with "-- fr: ".'
                yield at(path, there, "The comment stands in English only.", fix)


def comments_say_the_same_numbers(book: Book) -> Iterator[Problem]:
    for path, query in sql_files(book):
        for above, below in pairwise(query.runs):
            if (above[0].kind, below[0].kind) == LANGUAGES:
                french, english = (numbers_in(text_of(run), run[0].kind) for run in (above, below))
                if french != english:
                    odd = ", ".join(sorted((french - english) | (english - french)))
                    message = f"The comment says {odd} in one language only."
                    yield at(path, below[0], message, "Write the same numbers in French and in English.")


def comments_are_in_their_language(book: Book) -> Iterator[Problem]:
    for path, run in comments(book):
        if language_instead(text_of(run), run[0].kind):
            message = f"The comment is not in the language of its mark, -- {run[0].kind}."
            yield at(path, run[0], message, "Write it in that language; the two may be swapped.")


def comments(book: Book) -> Iterator[tuple[str, list[Line]]]:
    """(path, lines) of each comment in French or in English."""
    for path, query in sql_files(book):
        yield from ((path, run) for run in query.runs if run[0].kind in LANGUAGES)


def text_of(run: list[Line]) -> str:
    return " ".join(line.text for line in run)


def lines_for_another_database_replace_one(book: Book) -> Iterator[Problem]:
    for path, query in sql_files(book):
        for above, below in pairwise([[NOWHERE], *query.runs]):
            line = below[0]
            if line.kind in DIALECTS and (above[0] is NOWHERE or above[0].kind not in ("sql", *DIALECTS)):
                fix = "Put it right under the line of SQL that it replaces."
                yield at(path, line, f"The line for {line.kind} replaces nothing.", fix)
            if line.kind in DIALECTS and len(below) > 1:
                message = f"One line of SQL is replaced by several for {line.kind}."
                yield at(path, below[1], message, "Write what replaces it on one line.")


def every_table_of_the_sample_has_its_rows(book: Book) -> Iterator[Problem]:
    created, filled = book.sample.created, book.sample.tables
    if filled and not created:
        yield Problem(
            SCHEMA, 1, 1, "", "The schema creates no table.", "Bring it back: it says what the CSV files hold."
        )
        return
    for name in sorted(set(created) - filled.keys()):
        line = book.sample.schema.count("\n", 0, book.sample.schema.index(f"CREATE TABLE {name} ")) + 1
        yield Problem(SCHEMA, line, 1, "", f"The table {name} has no rows.", f"Write data/sample/{name}.csv.")
    for name in sorted(filled.keys() - set(created)):
        message = f"The schema creates no table {name}."
        yield Problem(f"data/sample/{name}.csv", 1, 1, "", message, did_you_mean(name, created))


def rows_fill_the_columns_of_their_table(book: Book) -> Iterator[Problem]:
    for name in book.sample.created:
        path, text = f"data/sample/{name}.csv", book.sample.tables.get(name)
        columns = book.sample.columns(name)
        if text is not None and text.partition("\n")[0].split(",") != columns:
            message = "The first line is not the columns of the table."
            yield Problem(path, 1, 1, "", message, f"Write {','.join(columns)}, as in {SCHEMA}.")
        elif text is not None:
            yield from odd_rows(path, text, len(columns))


def odd_rows(path: str, text: str, width: int) -> Iterator[Problem]:
    """The first row that has more or fewer cells than there are columns, or none where there is nothing else."""
    rows = csv.reader(text.splitlines())
    try:
        for row in rows:
            if len(row) != width:
                message = f"This row has {len(row)} cells; the table has {width} columns."
                yield Problem(path, rows.line_num, 1, "", message, "Write a cell for each column, empty or not.")
                return
    except csv.Error:
        yield Problem(path, rows.line_num, 1, "", "This row cannot be read.", 'Check its "quotes".')
        return
    if rows.line_num < 2:
        yield Problem(path, 1, 1, "", "The table has no row.", "Bring its rows back.")


def at(path: str, line: Line, message: str, fix: str) -> Problem:
    """A problem of a comment, at its two dashes."""
    return Problem(path, line.number, (line.indent + line.text).index("--") + 1, "", message, fix)


QUERY_RULES: tuple[Rule, ...] = (
    queries_hold_sql,
    comments_stand_alone_and_say_whom_they_are_for,
    comments_stand_in_both_languages,
    comments_say_the_same_numbers,
    comments_are_in_their_language,
    lines_for_another_database_replace_one,
    every_table_of_the_sample_has_its_rows,
    rows_fill_the_columns_of_their_table,
)
