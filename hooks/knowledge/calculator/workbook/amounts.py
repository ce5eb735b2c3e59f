"""Three sheets: what the drivers bring, what the project costs, what follows from both."""

from ...records.roi import SCENARIOS
from ...roi.engine import rows_by_flow
from ...roi.model import BUCKETS
from .cells import Cell, Sheet, Style, address, letters, text
from .maker import WHOLE, Maker

COUNTS, GROSS, KEPT, SUM = 1, 3, 6, 9  # columns of the drivers
TEAM, NATURE, TIER = 10, 11, 12


def benefits(maker: Maker) -> Sheet:
    """Each driver before and after prudence, whether it counts, the sums that the months take, the steps before."""
    sheet = maker.sheet("benefits", 46, 11, 11, 13, 13, 13, 13, 13, 13, 36, 20, 18, 9)
    sheet.frozen = (5, 1)
    record, words = maker.record, maker.scenario_words()
    gross, kept = (maker.word(key, "roi") for key in ("gross", "kept"))
    sheet.row(*(text(word, "section") for word in ("", "", "", gross, "", "", kept)))
    texts = [maker.word("sum"), maker.word("team", "kpi"), maker.word("hardness", "roi"), maker.word("tier", "roi")]
    maker.heads(sheet, maker.word("driver", "roi"), [maker.word("counts"), maker.word("share"), *words, *words], texts)
    first = len(sheet.rows) + 1
    for id in record.drivers:
        driver_row(maker, sheet, id)
    columns = {"driver_counts": COUNTS, "driver_sums": SUM, "driver_teams": TEAM}
    for place, scenario in enumerate(SCENARIOS):
        columns |= {f"gross_{scenario}": GROSS + place, f"kept_{scenario}": KEPT + place}
    for name, place in columns.items():
        sheet.column(name, place, first, len(sheet.rows))
    total_rows(maker, sheet, first)
    teams(maker, sheet)
    sums(maker, sheet)
    maker.section(sheet, maker.word("steps"))
    maker.heads(sheet, "", words, [maker.word("unit")])
    maker.scalars(sheet, record.formulas)
    return sheet


def driver_row(maker: Maker, sheet: Sheet, id: str) -> None:
    record, row = maker.record, len(sheet.rows) + 1
    driver, tree = record.drivers[id], maker.model.scalars[id]
    counts, prudence = address(COUNTS, row), f"risk_adjust_{driver.kind}"
    gross = [
        Cell(
            formula=maker.live.formula(tree, scenario),
            key=f"{scenario}.values.{id}",
            pattern=WHOLE,
            name=maker.live.name(id, scenario),
        )
        for scenario in SCENARIOS
    ]
    kept = [
        Cell(
            formula=kept_of(address(GROSS + place, row), counts, maker.live.name(prudence, scenario)),
            key=f"{scenario}.kept.{id}",
            pattern=WHOLE,
            name=f"kept_of_{id}_{scenario}",
        )
        for place, scenario in enumerate(SCENARIOS)
    ]
    sheet.row(
        text(maker.set(driver.label), "label"),
        Cell(key=f"counts.{id}", style="typed", pattern="0", name=f"counts_{id}", allowed=maker.yes_or_no()),
        Cell(formula=f"={prudence}", key=f"base.values.{prudence}", pattern=maker.pattern("share")),
        *gross,
        *kept,
        text(maker.set(record.given[driver.bucket].label), "note"),
        text(maker.set(maker.book.teams[driver.team].name), "note"),
        text(maker.set(record.hardness[driver.hardness]), "note"),
        Cell(key=f"tiers.{id}", style="text"),
    )


def kept_of(gross: str, counts: str, share: str) -> str:
    """`engine.kept_of` of the cells of a driver that counts."""
    return f"=IF({counts}=1,IF({gross}>0,{gross}*{share},{gross}),0)"


def total_rows(maker: Maker, sheet: Sheet, first: int) -> None:
    """The sums of the columns, of the drivers that count."""
    last = len(sheet.rows)
    cells: list[Cell | None] = [text(maker.word("total"), "total"), None, None]
    for place in (*range(GROSS, GROSS + 3), *range(KEPT, KEPT + 3)):
        scenario = SCENARIOS[place % 3]
        column = f"{letters(place)}{first}:{letters(place)}{last}"
        formula, id = f"=SUM({column})", "annual_benefit"
        if place < KEPT:
            formula, id = f"=SUMPRODUCT(driver_counts,{column})", "annual_gross"
        cells.append(Cell(formula=formula, key=f"{scenario}.values.{id}", style="total", pattern=WHOLE))
    sheet.row(*cells)


def teams(maker: Maker, sheet: Sheet) -> None:
    """What the drivers of each team keep."""
    maker.section(sheet, maker.word("team", "kpi"))
    maker.heads(sheet, "", maker.scenario_words(), [maker.word("unit")])
    for id in dict.fromkeys(driver.team for driver in maker.record.drivers.values()):
        row = len(sheet.rows) + 1
        cells = [
            Cell(
                formula=f"=SUMPRODUCT((driver_teams={address(0, row)})*kept_{scenario})",
                key=f"{scenario}.teams.{id}",
                pattern=WHOLE,
            )
            for scenario in SCENARIOS
        ]
        name = maker.set(maker.book.teams[id].name)
        sheet.row(text(name, "label"), *cells, text(maker.unit_words("EUR/year"), "note"))


def sums(maker: Maker, sheet: Sheet) -> None:
    """What the months take: the drivers that count by ramp and scale, and the improvements that release cash."""
    maker.section(sheet, maker.word("sums"))
    maker.heads(sheet, "", maker.scenario_words(), [maker.word("unit")])
    for bucket in BUCKETS:
        row = len(sheet.rows) + 1
        formulas = {scenario: f"=SUMPRODUCT((driver_sums={address(0, row)})*kept_{scenario})" for scenario in SCENARIOS}
        maker.line(sheet, bucket, formulas)
    for id in maker.live.releasing:
        pattern = maker.pattern(maker.model.units[id])
        cells = [
            Cell(
                formula=maker.live.counting(id, scenario),
                key=f"{scenario}.counted.{id}",
                pattern=pattern,
                name=maker.live.name(f"counted_{id}", scenario),
            )
            for scenario in SCENARIOS
        ]
        sheet.row(text(f"{maker.label(id)}{maker.word('counted')}", "label"), *cells, maker.unit(id))


def costs(maker: Maker) -> Sheet:
    """What the project costs, once and every year."""
    sheet = maker.sheet("costs", 46, 15, 15, 15, 15, 15, 15, 15)
    sheet.frozen = (4, 1)
    maker.heads(sheet, "", maker.scenario_words(), [maker.word("unit")])
    maker.scalars(sheet, maker.record.costs)
    year_heads(maker, sheet)
    for id in rows_by_flow(maker.model)["cost"]:
        by_year(maker, sheet, maker.label(id), maker.live.name(f"month_{id}", "base"), f"spent.{id}")
    by_year(maker, sheet, maker.word("total"), "flow_cost_base", "years.cost", "total")
    return sheet


def results(maker: Maker) -> Sheet:
    """What follows, the warnings beside it, and the years."""
    sheet = maker.sheet("results", 46, 16, 16, 16, 18, 70)
    sheet.frozen = (4, 1)
    maker.heads(sheet, "", maker.scenario_words(), map(maker.word, ("unit", "definition")))
    for id, item in maker.record.results.items():
        formulas = {scenario: maker.live.result(id, scenario) for scenario in SCENARIOS}
        maker.line(sheet, id, formulas)
        if item.definition:
            sheet.rows[-1].append(text(maker.set(item.definition), "note"))
    guards(maker, sheet)
    return sheet


def guards(maker: Maker, sheet: Sheet) -> None:
    """A mark where the base scenario is beyond a limit, and what is then said."""
    maker.section(sheet, maker.word("warning"))
    maker.heads(sheet, "", map(maker.word, ("measure", "limit", "over")), map(maker.word, ("unit", "warning")))
    for id, guard in maker.record.guards.items():
        value, limit = (address(place, len(sheet.rows) + 1) for place in (1, 2))
        pattern, sign = maker.pattern(guard.unit), ">" if guard.when == "above" else "<"
        formula = maker.live.measured(maker.model.guards[id], "base")
        over = f"=IF(ISNUMBER({value}),IF({value}{sign}{limit},1,0),0)"
        sheet.row(
            text(maker.set(guard.label), "label"),
            Cell(formula=formula, key=f"guards.{id}", pattern=pattern),
            Cell(guard.limit, pattern=pattern),
            Cell(formula=over, key=f"warned.{id}", pattern="0"),
            text(maker.unit_words(guard.unit), "note"),
            text(maker.set(guard.text), "note"),
        )


YEARLY: dict[str, Style] = {"benefit": "number", "inflow": "number", "cost": "number", "net": "total"}


def year_rows(maker: Maker, sheet: Sheet) -> None:
    """The base scenario year by year, over the horizon, and at its present value."""
    year_heads(maker, sheet)
    for flow, style in YEARLY.items():
        by_year(maker, sheet, maker.word(flow), f"flow_{flow}_base", f"years.{flow}", style)


def year_heads(maker: Maker, sheet: Sheet) -> None:
    maker.section(sheet, maker.word("yearly"))
    words = [maker.word("year_n").replace("{n}", str(year + 1)) for year in range(maker.longest())]
    maker.heads(sheet, "", [*words, maker.word("whole"), maker.word("present")])


def by_year(maker: Maker, sheet: Sheet, label: str, cells: str, key: str, style: Style = "number") -> None:
    """A line of the months: each year, over the horizon, at its present value. `cells` is the name of its months."""
    found = [f"=SUMPRODUCT((month_years={year})*{cells})" for year in range(maker.longest())]
    found += [f"=SUM({cells})", f"=NPV(monthly_rate_base,{cells})"]
    row = [
        Cell(formula=formula, key=key, place=place, style=style, pattern=WHOLE) for place, formula in enumerate(found)
    ]
    sheet.row(text(label, "label"), *row)
