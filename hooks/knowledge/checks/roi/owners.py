"""Rules for the money of KPIs: one euro, one owner."""

from collections.abc import Iterator

from ...records.book import Book
from ...records.problems import Problem
from ...records.roi import RoiModel
from ..formulas import PATH
from ..rules import problem, unknown
from .references import all_known


def declared_kpis_are_known(book: Book) -> Iterator[Problem]:
    for kpi in book.roi.shared_kpis:
        yield from unknown(book, PATH, ("shared_kpis", kpi), kpi, book.kpis, "data/kpis/", "kpis")
    yield from all_known(book, ("not_monetised",), book.roi.not_monetised, book.kpis, "data/kpis/", "kpis")


def no_kpi_owns_money_twice(book: Book) -> Iterator[Problem]:
    for kpi in book.kpis:
        owners = [id for id, driver in book.roi.drivers.items() if kpi in driver.kpis]
        if len(owners) > 1 and kpi not in book.roi.shared_kpis:
            message = f"{kpi} owns money in {' and in '.join(owners)}: it would be counted twice."
            fix = (
                "Keep it in one of them, under `also:` in the other, "
                "or say under `shared_kpis:` why no euro is in both."
            )
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


OWNER_RULES = (
    declared_kpis_are_known,
    no_kpi_owns_money_twice,
    every_kpi_has_a_place_for_its_money,
    no_driver_names_a_kpi_that_is_not_monetised,
)
