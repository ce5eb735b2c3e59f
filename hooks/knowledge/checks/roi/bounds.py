"""Rules for the numbers of the model: each lies where its bounds, its order and its outcomes allow."""

from collections.abc import Iterator
from itertools import pairwise

from ...records.book import Book
from ...records.problems import Problem
from ...records.source import Place
from ...roi.compiled import function_of
from ...roi.engine import complete_inputs
from ...roi.finance import MONTHS
from ...roi.formula import parse
from ...roi.model import Model, model_of, usable
from ...words.proof import bound_of
from ..formulas import PATH, typed_estimates, whole_situations
from ..rules import plainly, problem, unknown

ROUNDING = 1e-9


def defaults_lie_within_their_bounds(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.inputs.items():
        each_value = item.default.items() if isinstance(item.default, dict) else [(None, item.default)]
        for situation, value in each_value:
            place = ("inputs", name, "default", *([situation] if situation else []))
            if not isinstance(value, str):
                yield from within_bounds(book, place, value, name)
    for industry, values in book.roi.presets.items():
        yield from unknown(book, PATH, ("presets", industry), industry, book.industries, "industries.yml", "industries")
        for name, value in values.items():
            yield from unknown(book, PATH, ("presets", industry, name), name, book.roi.inputs, "`inputs:`")
            yield from within_bounds(book, ("presets", industry, name), value, name)


def within_bounds(book: Book, place: Place, value: float, name: str) -> Iterator[Problem]:
    item = book.roi.inputs.get(name)
    if item and item.choices and value not in item.choices:
        yield problem(
            book,
            PATH,
            place,
            f"{plainly(value)} is not one of the choices.",
            f"Write one of: {', '.join(map(plainly, item.choices))}.",
        )
    elif item and not item.min <= value <= item.max:
        message = f"{plainly(value)} is not between min ({plainly(item.min)}) and max ({plainly(item.max)})."
        yield problem(
            book,
            PATH,
            place,
            message,
            "Correct the value or the bounds; a share is typed as a fraction (0.3 for 30 %).",
        )


def estimates_lie_within_their_bounds(book: Book) -> Iterator[Problem]:
    """Whatever the inputs that an estimate is made of, a reader could have typed it; asked of sound formulas only."""
    record, model = book.roi, model_of(book)
    if whole_situations(record) != [*record.situations]:
        return
    constants = {name: item.value for name, item in record.constants.items()}
    for place, text in typed_estimates(record):
        name, situation = str(place[1]), str(place[3]) if len(place) > 3 else next(iter(record.situations))
        if situation not in record.situations:  # told by another rule
            continue
        function = function_of(parse(text, usable(record, "estimates")))
        for words, values in ends_of(model, situation).items():
            value, item = function(constants | values), record.inputs[name]
            if not item.min <= value <= item.max:
                message = (
                    f"With {words}, this gives {plainly(value)}: "
                    f"not between min ({plainly(item.min)}) and max ({plainly(item.max)})."
                )
                yield problem(book, PATH, place, message, "Correct the formula, or the bounds of the input.")
                break


def ends_of(model: Model, situation: str) -> dict[str, dict[str, float]]:
    inputs = model.record.inputs
    plain = [name for name, item in inputs.items() if not isinstance(item.default_in(situation), str)]
    return {
        "the defaults": complete_inputs(model, {}, situation),
        "every input at its min": complete_inputs(model, {name: inputs[name].min for name in plain}, situation),
        "every input at its max": complete_inputs(model, {name: inputs[name].max for name in plain}, situation),
    }


def improvements_are_in_order(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.improvements.items():
        steps = (("zero", 0.0), ("low", item.low), ("base", item.base), ("high", item.high), ("max", item.max))
        for (less, first), (more, second) in pairwise(steps):
            if first > second:
                message = f"{more} ({plainly(second)}) is below {less} ({plainly(first)})."
                yield problem(
                    book,
                    PATH,
                    ("improvements", name, more),
                    message,
                    "Write low, base, high and max from the smallest to the largest.",
                )


def outcomes_without_a_target_bound_nothing(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.improvements.items():
        for index, id in enumerate(item.outcomes):
            if id in book.outcomes and book.outcomes[id].no_target:
                place = ("improvements", name, "outcomes", index)
                message = f"{id} says under `no_target:` why no target is taken from it; here it bounds one."
                yield problem(book, PATH, place, message, "Put it under `context:`, or delete its `no_target:`.")


def improvements_stay_within_their_outcomes(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.improvements.items():
        for id in item.outcomes:
            size = bound_of(item, book.outcomes[id]) if id in book.outcomes else None
            for field, bound in (("base", 0.5), ("high", 1)):
                value = getattr(item, field)
                if size is not None and value > size * bound + ROUNDING:
                    share = "half of " if bound < 1 else ""
                    message = f"{field} ({plainly(value)}) is above {share}what {id} publishes ({plainly(size)})."
                    fix = (
                        "Lower it: a testimonial bounds the range and does not set it. "
                        "Put an outcome that is not comparable under `context:`."
                    )
                    yield problem(book, PATH, ("improvements", name, field), message, fix)


def seasons_make_a_year(book: Book) -> Iterator[Problem]:
    roi = book.roi
    for industry, shares in roi.calendar.seasons.items():
        place = ("calendar", "seasons", industry)
        yield from unknown(book, PATH, place, industry, {"any", *roi.presets}, "`presets:`")
        if len(shares) != MONTHS:
            yield problem(
                book, PATH, place, f"{len(shares)} months are given.", f"Write {MONTHS} shares, January first."
            )
        elif min(shares) < 0 or abs(sum(shares) - 1) > ROUNDING:
            message = f"The shares sum to {plainly(sum(shares))}, or one is negative."
            yield problem(book, PATH, place, message, "Write twelve fractions that sum to 1 (0.08 for 8 %).")
    for industry in ("any", *roi.presets):
        if industry not in roi.calendar.seasons:
            yield problem(
                book,
                PATH,
                ("calendar", "seasons"),
                f"There is no season for {industry}.",
                f"Add `{industry}:` with twelve shares.",
            )


BOUND_RULES = (
    defaults_lie_within_their_bounds,
    improvements_are_in_order,
    improvements_stay_within_their_outcomes,
    outcomes_without_a_target_bound_nothing,
    seasons_make_a_year,
)
