"""Rules for the records that the model names, and for the drivers that guides name."""

from collections.abc import Collection, Iterable, Iterator

from ...records.book import Book
from ...records.problems import Problem, did_you_mean
from ...records.source import Place
from ..formulas import PATH
from ..rules import problem, unknown


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
            odd = [f'"{id}"' for id in item.default if id not in roi.situations]
            message = f"{', '.join(odd)} is no situation." if odd else "The default is not given for every situation."
            yield problem(book, PATH, (*place, "default"), message, fix)
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
    """Of the rows that stand in all tables; nothing is said where an answer names no row: it may mean this one."""
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


ROI_REFERENCE_RULES = (
    inputs_refer_to_known_records,
    improvements_refer_to_known_records,
    drivers_refer_to_known_records,
    the_reconciliation_refers_to_known_rows,
    every_row_of_a_table_is_answered,
    guides_name_the_driver_of_their_kpi,
)
