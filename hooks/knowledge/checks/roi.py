"""Rules for the numbers and the references of data/roi/, and for the drivers that guides name."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from ..records.book import Book
from ..records.problems import Problem, did_you_mean
from ..records.roi import RoiModel
from ..records.source import Place
from ..roi.compiled import function_of
from ..roi.engine import filled
from ..roi.finance import MONTHS
from ..roi.formula import parse
from ..roi.model import Model, model_of, usable
from ..words.proof import bound_of
from .formulas import PATH, check_formulas, typed_estimates, whole_situations
from .rules import plainly, problem, unknown
from .texts import figure_names, placeholders_of

ROUNDING = 1e-9


def check_roi(book: Book) -> list[Problem]:
    """Every problem of every rule; none where the model could not be decoded."""
    if not book.model:
        return []
    unsound = check_formulas(book)
    rules = RULES if unsound else (*RULES, estimates_lie_within_their_bounds)
    return unsound + [fault for rule in rules for fault in rule(book)]


# --- references ---------------------------------------------------------------------------------------------------


def all_known(
    book: Book, place: Place, values: Iterable[str], known: Collection[str], where: str, kind: str = ""
) -> Iterator[Problem]:
    for index, value in enumerate(values):
        yield from unknown(book, PATH, (*place, index), value, known, where, kind)


def outcomes_are_known(book: Book, place: Place, ids: Iterable[str]) -> Iterator[Problem]:
    yield from all_known(book, place, ids, book.outcomes, "data/outcomes/", "outcomes")


def inputs_refer_to_known_records(book: Book) -> Iterator[Problem]:
    roi = book.roi
    groups = {*roi.groups, *(id for id, team in book.teams.items() if team.team)}
    for name, item in roi.inputs.items():
        place = ("inputs", name)
        yield from unknown(book, PATH, (*place, "group"), item.group, groups, "`groups:` or teams.yml", "teams")
        yield from outcomes_are_known(book, (*place, "source", "outcomes"), item.source.outcomes)
        if isinstance(item.default, dict) and set(item.default) != set(roi.situations):
            fix = f"Write one number, or one for each of: {', '.join(roi.situations)}."
            yield problem(book, PATH, (*place, "default"), "The default is not given for every situation.", fix)
    for id in roi.situations:
        yield from unknown(book, PATH, ("situations", id), id, book.tco, "data/tco/", "tco")
    yield from unknown(book, PATH, ("risk", "duration", "input"), roi.risk.duration.input, roi.inputs, "`inputs:`")
    yield from unknown(book, PATH, ("risk", "duration", "sets"), roi.risk.duration.sets, roi.costs, "`costs:`")
    costs = [name for name, row in roi.monthly.items() if row.flow == "cost"]
    for group, names in roi.risk.costs.rows.items():
        yield from all_known(book, ("risk", "costs", "rows", group), names, costs, "the costs of `monthly:`")


def improvements_refer_to_known_records(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.improvements.items():
        place = ("improvements", name)
        yield from unknown(book, PATH, (*place, "kpi"), item.kpi, book.kpis, "data/kpis/", "kpis")
        yield from outcomes_are_known(book, (*place, "outcomes"), item.outcomes)
        yield from outcomes_are_known(book, (*place, "context"), item.context)


def drivers_refer_to_known_records(book: Book) -> Iterator[Problem]:
    teams = [id for id, team in book.teams.items() if team.team]
    for id, driver in book.roi.drivers.items():
        place = ("drivers", id)
        yield from unknown(book, PATH, (*place, "team"), driver.team, teams, "teams.yml", "teams")
        yield from all_known(book, (*place, "kpis"), driver.kpis, book.kpis, "data/kpis/", "kpis")
        yield from all_known(book, (*place, "also"), driver.also, book.kpis, "data/kpis/", "kpis")
        yield from unknown(
            book, PATH, (*place, "improvement"), driver.improvement, book.roi.improvements, "`improvements:`"
        )
    for id, pool in book.roi.pools.items():
        yield from all_known(book, ("pools", id, "drivers"), pool.drivers, book.roi.drivers, "`drivers:`")


def the_reconciliation_refers_to_known_rows(book: Book) -> Iterator[Problem]:
    roi, rows = book.roi, {row for table in book.tco.values() for row in table.rows}
    behind = roi.tco.order_value
    yield from unknown(book, PATH, ("tco", "order_value", "row"), behind.row, rows, "the rows of data/tco/")
    yield from unknown(book, PATH, ("tco", "order_value", "reader"), behind.reader, roi.formulas, "`formulas:`")
    for id, table in book.tco.items():
        if behind.row in table.rows:
            where = f"the figures of {behind.row} in data/tco/{id}.yml"
            yield from unknown(
                book, PATH, ("tco", "order_value", "figure"), behind.figure, table.rows[behind.row].figures, where
            )
    for id, answer in roi.tco.rows.items():
        place = ("tco", "rows", id)
        yield from unknown(book, PATH, place, id, rows, "the rows of data/tco/")
        yield from all_known(book, (*place, "drivers"), answer.drivers, roi.drivers, "`drivers:`")


def every_row_of_a_table_is_answered(book: Book) -> Iterator[Problem]:
    """Of the rows that stand in all tables; nothing is said where an answer has a name that is none: it may mean the row."""
    answered, tables = book.roi.tco.rows.keys(), book.tco.values()
    shared = {row for table in tables for row in table.rows if all(row in other.rows for other in tables)}
    if not answered <= {row for table in tables for row in table.rows}:
        return
    for id in book.tco:
        for row in shared - answered:
            message = "data/roi/tco.yml does not say which drivers answer this row."
            fix = f"Write there, under `rows:`, {row}: {{drivers: [...]}} with the drivers that do; [] if none does."
            yield problem(book, f"data/tco/{id}.yml", ("rows", row), message, fix)


def guides_name_the_driver_of_their_kpi(book: Book) -> Iterator[Problem]:
    for id, guide in book.guides.items():
        for field, side in (("driver", "kpis"), ("feeds", "also")):
            name = getattr(guide, field)
            holders = [driver for driver, item in book.roi.drivers.items() if id in getattr(item, side)]
            if name is not None and name not in holders:
                message = f'The driver "{name}" does not name {id} under `{side}:` in {PATH}.'
                fix = did_you_mean(name, holders) if holders else f"Delete the line, or add {id} to the driver."
                yield problem(book, f"data/guides/{id}.yml", (field,), message, fix)


# --- one euro, one owner ------------------------------------------------------------------------------------------


def declared_kpis_are_known(book: Book) -> Iterator[Problem]:
    for kpi in book.roi.shared_kpis:
        yield from unknown(book, PATH, ("shared_kpis", kpi), kpi, book.kpis, "data/kpis/", "kpis")
    yield from all_known(book, ("not_monetised",), book.roi.not_monetised, book.kpis, "data/kpis/", "kpis")


def no_kpi_owns_money_twice(book: Book) -> Iterator[Problem]:
    for kpi in book.kpis:
        owners = [id for id, driver in book.roi.drivers.items() if kpi in driver.kpis]
        if len(owners) > 1 and kpi not in book.roi.shared_kpis:
            message = f"{kpi} owns money in {' and in '.join(owners)}: it would be counted twice."
            fix = "Keep it in one of them, under `also:` in the other, or say under `shared_kpis:` why no euro is in both."
            yield problem(book, PATH, ("drivers", owners[1], "kpis"), message, fix)


def kpis_of_drivers(roi: RoiModel) -> set[str]:
    """Those whose money a driver counts, and those that feed one."""
    return {kpi for driver in roi.drivers.values() for kpi in (*driver.kpis, *driver.also)}


def every_kpi_has_a_place_for_its_money(book: Book) -> Iterator[Problem]:
    placed = kpis_of_drivers(book.roi) | set(book.roi.not_monetised)
    for kpi in book.kpis:
        if kpi not in placed:
            message = f"{kpi} owns no money, feeds no driver, and is not declared as not monetised."
            fix = "Add it to the `kpis:` or `also:` of a driver, or to `not_monetised:`."
            yield problem(book, PATH, ("drivers",), message, fix)


def no_driver_names_a_kpi_that_is_not_monetised(book: Book) -> Iterator[Problem]:
    named = kpis_of_drivers(book.roi) & book.kpis.keys()
    for index, kpi in enumerate(book.roi.not_monetised):
        if kpi in named:
            message = f"{kpi} is declared as not monetised, but a driver names it."
            yield problem(book, PATH, ("not_monetised", index), message, "Delete it here, or in the driver.")


# --- numbers ------------------------------------------------------------------------------------------------------


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


def industry_guides_explain_their_preset(book: Book) -> Iterator[Problem]:
    """The page of an industry says why of each figure that its preset sets, and of no other."""
    for id, guide in book.industry_guides.items():
        path, values, why = f"data/industry_guides/{id}.yml", book.roi.presets.get(id, {}), guide.preset.why
        if not values and id in book.industries:
            yield problem(book, path, (), f"The calculator has no preset for {id}.", "Add one to data/roi/presets.yml.")
            continue
        for name in why.keys() - values.keys():
            message = f"The preset of {id} in data/roi/ does not set {name}."
            yield problem(book, path, ("preset", "why", name), message, did_you_mean(name, values))
        for name in values.keys() - why.keys():
            message = f"The preset of {id} in data/roi/ sets {name}, and nothing says why."
            yield problem(book, path, ("preset", "why"), message, f"Add `{name}:` with one sentence a language.")


def industries_with_a_preset_have_a_guide(book: Book) -> Iterator[Problem]:
    for id in book.roi.presets:
        if id in book.industries and id not in book.industry_guides and not book.is_broken("industry_guides", id):
            message, fix = "The industry has no guide.", f"Write data/industry_guides/{id}.yml."
            yield problem(book, "data/industries.yml", (id,), message, fix)


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
        name = str(place[1])
        function = function_of(parse(text, usable(record, "estimates")))
        for words, values in ends_of(model, str(place[3]) if len(place) > 3 else next(iter(record.situations))).items():
            value, item = function(constants | values), record.inputs[name]
            if not item.min <= value <= item.max:
                message = f"With {words}, this gives {plainly(value)}: not between min ({plainly(item.min)}) and max ({plainly(item.max)})."
                yield problem(book, PATH, place, message, "Correct the formula, or the bounds of the input.")
                break


def ends_of(model: Model, situation: str) -> dict[str, dict[str, float]]:
    inputs = model.record.inputs
    plain = [name for name, item in inputs.items() if not isinstance(item.default_in(situation), str)]
    return {
        "the defaults": filled(model, {}, situation),
        "every input at its min": filled(model, {name: inputs[name].min for name in plain}, situation),
        "every input at its max": filled(model, {name: inputs[name].max for name in plain}, situation),
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


def evidence_can_be_filled(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.improvements.items():
        known = figure_names(book, (*item.outcomes, *item.context))
        yield from placeholders_of(book, PATH, ("improvements", name, "evidence"), item.evidence, known)


def notes_can_be_filled(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.inputs.items():
        place = ("inputs", name, "source", "note")
        yield from placeholders_of(book, PATH, place, item.source.note, figure_names(book, item.source.outcomes))


RULES = (
    inputs_refer_to_known_records,
    improvements_refer_to_known_records,
    drivers_refer_to_known_records,
    the_reconciliation_refers_to_known_rows,
    every_row_of_a_table_is_answered,
    guides_name_the_driver_of_their_kpi,
    declared_kpis_are_known,
    no_kpi_owns_money_twice,
    every_kpi_has_a_place_for_its_money,
    no_driver_names_a_kpi_that_is_not_monetised,
    defaults_lie_within_their_bounds,
    improvements_are_in_order,
    improvements_stay_within_their_outcomes,
    industry_guides_explain_their_preset,
    industries_with_a_preset_have_a_guide,
    outcomes_without_a_target_bound_nothing,
    seasons_make_a_year,
    evidence_can_be_filled,
    notes_can_be_filled,
)
