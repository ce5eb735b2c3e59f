"""Rules on figures: what is published must agree with itself, or say that it does not."""

from collections.abc import Iterator

from ..records.book import Book
from ..records.outcome import Absolute, BeforeAfter, Duration, Figure, Multiple, Points, Range, Relative
from ..records.problems import Problem
from ..records.source import Place
from ..records.tco import Bounds, TcoRow
from ..words.published import IN_SECONDS, agrees, conversion, recomputed, total
from .rules import Rule, each_outcome, plainly, problem


def published_changes_agree_with_before_and_after(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        figure = outcome.figure
        if isinstance(figure, BeforeAfter) and not agrees(figure) and outcome.disputed is None:
            changes = " to ".join(f"{change:+.0f} %" for change in recomputed(figure))
            computed = f"{figure.before:g} → {figure.after:g} is {changes}"
            message = f"{figure.change:+g} % is published, but {computed}."
            yield problem(
                book,
                path,
                ("outcomes", id, "figure", "change"),
                message,
                "Correct the figure, or add `disputed:` with a sentence that says why it is kept.",
            )


def units_of_before_and_after_convert(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        figure = outcome.figure
        if not isinstance(figure, BeforeAfter) or figure.before_unit is None:
            continue
        if figure.before_unit in book.units and conversion(figure.before_unit, figure.unit) is None:
            message = f'"{figure.before_unit}" does not convert into "{figure.unit}".'
            yield problem(
                book,
                path,
                ("outcomes", id, "figure", "before_unit"),
                message,
                "Give both in the same unit, or both in units of time.",
            )


NEEDED_UNITS = ("percent", "point", "multiple", "eur-million")  # the site prints these without any record naming them


def the_words_of_numbers_are_there(book: Book) -> Iterator[Problem]:
    for unit in NEEDED_UNITS:
        if book.units and unit not in book.units and not book.is_broken("units", unit):
            yield problem(
                book,
                "data/units.yml",
                (unit,),
                "The site prints numbers in this unit, and it is missing.",
                "Bring it back.",
            )


def ranges_of_outcomes_are_in_order(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        figure = outcome.figure
        if isinstance(figure, Range) and figure.low > figure.high:
            yield problem(
                book,
                path,
                ("outcomes", id, "figure", "low"),
                f"low ({plainly(figure.low)}) is above high ({plainly(figure.high)}).",
                "Swap the two.",
            )
        if lowest_change(figure) < -100:
            yield problem(
                book, path, ("outcomes", id, "figure"), "Nothing can fall by more than 100 %.", "Correct the figure."
            )


def lowest_change(figure: Figure) -> float:
    """In percent; 0 of a figure that is no relative change."""
    match figure:
        case Relative():
            return figure.change
        case Range(relative=True):
            return figure.low
    return 0


def bounds_are_in_order(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        for row_id, row in table.rows.items():
            typed: dict[Place, TcoRow | Bounds] = {
                (): row,
                **{("figures", name): figure for name, figure in row.figures.items()},
            }
            for place, bounds in typed.items():
                if bounds.low > bounds.high:
                    yield problem(
                        book,
                        f"data/tco/{id}.yml",
                        ("rows", row_id, *place, "low"),
                        f"low ({plainly(bounds.low)}) is above high ({plainly(bounds.high)}).",
                        "Swap the two.",
                    )


def published_totals_lie_within_the_sums(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        sums = total(table.rows.values())
        if sums.low <= sums.high and not sums.low <= table.published_total <= sums.high:
            found = f"{plainly(sums.low)} – {plainly(sums.high)}"
            message = f"The published total is {plainly(table.published_total)}, but the rows add up to {found}."
            yield problem(
                book,
                f"data/tco/{id}.yml",
                ("published_total",),
                message,
                "Correct the total or the rows; money is typed in plain euros (13000000 for 13 million).",
            )


def tables_have_the_same_rows(book: Book) -> Iterator[Problem]:
    for id, table in book.tco.items():
        first_id, first = next(iter(book.tco.items()))
        for row in sorted(set(first.rows) ^ set(table.rows)):
            lacking = id if row in first.rows else first_id
            yield problem(
                book,
                f"data/tco/{lacking}.yml",
                ("rows",),
                f'The row "{row}" is missing; the other table has it.',
                f"Add the row {row}, or take it out of the other table.",
            )


TIMES = {*IN_SECONDS, "month", "year"}


def units_fit_their_kind(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        figure, period, here = outcome.figure, outcome.period, ("outcomes", id)
        fix = f"Write one of: {', '.join(sorted(TIMES & book.units.keys()))}."
        if isinstance(figure, Duration) and figure.unit in book.units and figure.unit not in TIMES:
            message = f'A length of time is not counted in "{figure.unit}".'
            yield problem(book, path, (*here, "figure", "unit"), message, fix)
        if period and period.type != "per" and period.unit in book.units and period.unit not in TIMES:
            message = f'A period is not counted in "{period.unit}".'
            yield problem(book, path, (*here, "period", "unit"), message, fix)
        if isinstance(figure, Range) and figure.relative and figure.unit != "percent":
            message = f'A relative change is in percent, not in "{figure.unit}".'
            yield problem(book, path, (*here, "figure", "unit"), message, "Write percent, or delete `relative`.")


def shares_lie_within_the_whole(book: Book) -> Iterator[Problem]:
    for path, id, outcome in each_outcome(book):
        figure = outcome.figure
        if isinstance(figure, BeforeAfter | Absolute) and figure.unit == "percent":
            for name in ("before", "before_high", "after", "value"):
                value = getattr(figure, name, None)
                if value is not None and not 0 <= value <= 100:
                    message = f"{value:g} % is no share of a whole."
                    fix = "Correct it; a change in percent is a figure of type `relative`."
                    yield problem(book, path, ("outcomes", id, "figure", name), message, fix)


def changes_go_the_way_of_their_kpis(book: Book) -> Iterator[Problem]:
    """A fall of what should rise is a misprint, a figure that the site disputes, or a measure of the opposite."""
    for path, id, outcome in each_outcome(book):
        kpis, change = [book.kpis[kpi] for kpi in outcome.kpis if kpi in book.kpis], change_of(outcome.figure)
        if not kpis or not change or outcome.disputed:
            continue
        wanted = "up" if (change > 0) != outcome.inverse else "down"
        if all(kpi.direction not in (wanted, "balance") for kpi in kpis):
            going = "rises" if change > 0 else "falls"
            message = f"The figure {going} by {abs(change):g}, and its KPIs should go the other way."
            fix = (
                "Delete `inverse`, or correct the sign."
                if outcome.inverse
                else "Correct the sign or the KPIs; add `inverse: true` if it counts the opposite, "
                "`disputed:` if it is doubtful."
            )
            yield problem(book, path, ("outcomes", id, "figure"), message, fix)


def change_of(figure: Figure) -> float | None:
    """The change that a figure tells, in percent, points or (a factor) above 1; None of a level."""
    match figure:
        case Relative() | Points():
            return figure.change
        case BeforeAfter():
            return figure.change if figure.change is not None else next(iter(recomputed(figure)), None)
        case Range(relative=True):
            return figure.low
        case Multiple():
            return figure.factor - 1
    return None


FIGURE_RULES: tuple[Rule, ...] = (
    the_words_of_numbers_are_there,
    units_of_before_and_after_convert,
    bounds_are_in_order,
    ranges_of_outcomes_are_in_order,
    published_changes_agree_with_before_and_after,
    published_totals_lie_within_the_sums,
    tables_have_the_same_rows,
    units_fit_their_kind,
    shares_lie_within_the_whole,
    changes_go_the_way_of_their_kpis,
)
