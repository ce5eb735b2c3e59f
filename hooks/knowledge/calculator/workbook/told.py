"""The sheets that tell: the answer, and what the page computed beside it."""

from ...records.roi import SCENARIOS
from ...roi.engine import defaults
from ...roi.sensitivity import spans
from ..example import DETAILS, HEADLINES
from .amounts import year_rows
from .cells import Cell, Chart, Sheet, Style, address, text
from .maker import COUNT, PERCENT, WHOLE, Maker

MOST = 3  # cases side by side
AFTER_TAX = ("npv_after_tax",)
DRAWN = ("p10", "p50", "p90")


def answer(maker: Maker) -> Sheet:
    """Whose case it is, what it gives, year by year, drawn."""
    sheet = maker.sheet("answer", 52, 18, 18, 18, 18, 18, 18, 18)
    for key in ("name", "situation", "industry", "date", "address"):
        group, word = {"situation": ("roi", "situation"), "industry": ("roi_live", "preset")}.get(
            key, ("workbook", key)
        )
        label = maker.word("case" if key == "name" else word, group)
        pattern = "yyyy-mm-dd" if key == "date" else ""
        said = "situation" if key == "situation" else ""
        cell = Cell(formula=f"={said}" if said else "", key=f"case.{key}", style="name", pattern=pattern)
        sheet.row(text(label, "label"), cell)
    sheet.row(text(maker.word("edition"), "label"), Cell(float(maker.record.version), style="name", pattern="0"))
    sheet.row()
    maker.heads(sheet, "", maker.scenario_words(), [maker.word("unit")])
    for id in dict.fromkeys((*HEADLINES["first"], *HEADLINES["more"], *AFTER_TAX, *DETAILS)):
        links(maker, sheet, id)
    year_rows(maker, sheet)
    legend(maker, sheet)
    lines = [(maker.set(maker.record.scenarios[scenario]), f"flow_cumulative_{scenario}") for scenario in SCENARIOS]
    sheet.chart = Chart(maker.word("cash_flow", "roi"), maker.word("month"), "months_drawn", lines)
    return sheet


def links(maker: Maker, sheet: Sheet, id: str) -> None:
    """A figure of another sheet in each scenario; the same for all where it does not move."""
    cells = [
        Cell(
            formula=f"={maker.live.name(id, scenario)}",
            key=f"{scenario}.values.{id}",
            style="total" if id == "npv" else "number",
            pattern=maker.pattern(maker.model.units[id]),
        )
        for scenario in SCENARIOS
    ]
    sheet.row(text(maker.label(id), "label"), *cells, maker.unit(id))


def legend(maker: Maker, sheet: Sheet) -> None:
    """What the looks of a cell say."""
    maker.section(sheet, maker.word("legend"))
    sheet.row(Cell(maker.word("legend_typed"), style="chosen"))
    for key in ("legend_formula", "legend_page"):
        sheet.row(text(maker.word(key), "lead"))


def sensitivity(maker: Maker) -> Sheet:
    """The page's one-by-one changes and its draws, which a workbook cannot make."""
    sheet = maker.sheet("sensitivity", 60, 20, 20, 18, 18, 18)
    sheet.frozen = (5, 1)
    page_date(maker, sheet)
    maker.heads(sheet, maker.word("figure"), map(maker.word, ("low_end", "high_end", "npv_low", "npv_high", "swing")))
    for number in range(bars(maker)):
        patterns = ("", "", "", WHOLE, WHOLE, WHOLE)
        sheet.row(
            *(
                Cell(key=f"tornado.{number}", place=place, pattern=pattern, style="number" if place else "label")
                for place, pattern in enumerate(patterns)
            )
        )
    maker.section(sheet, maker.word("distribution", "roi"))
    for key in DRAWN:
        value = Cell(key=f"draws.{key}", pattern=WHOLE)
        sheet.row(text(maker.word(key, "roi"), "label"), value, text(maker.unit_words("EUR"), "note"))
    sheet.row(text(maker.word("positive", "roi"), "label"), Cell(key="draws.positive", pattern=PERCENT))
    sheet.row(text(maker.word("draws"), "label"), Cell(key="draws.number", pattern=COUNT))
    return sheet


def page_date(maker: Maker, sheet: Sheet) -> None:
    """When the page computed what stands below."""
    sheet.row(text(maker.word("date"), "label"), Cell(key="case.date", pattern="yyyy-mm-dd", style="name"))


def bars(maker: Maker) -> int:
    """How many figures the page changes one by one."""
    return len(spans(maker.model, defaults(maker.model, next(iter(maker.record.situations)))))


def cases(maker: Maker) -> Sheet:
    """The reader's cases side by side, as the page has them."""
    sheet = maker.sheet("cases", 60, 22, 22, 22, 22)
    sheet.frozen = (5, 1)
    page_date(maker, sheet)
    sheet.row(text(maker.word("case"), "corner"), *case_cells("name", "", "head"))
    sheet.row(text(maker.word("situation", "roi"), "label"), *case_cells("situation", "", "text"))
    sheet.row(text(maker.word("preset", "roi_live"), "label"), *case_cells("industry", "", "text"))
    for title, names in sections(maker).items():
        maker.section(sheet, title)
        for id in names:
            pattern = maker.pattern(maker.model.units[id])
            sheet.row(text(maker.label(id), "label"), *case_cells(f"values.{id}", pattern), maker.unit(id))
    return sheet


def sections(maker: Maker) -> dict[str, list[str]]:
    record = maker.record
    return {
        maker.word("results"): list(record.results),
        maker.word("inputs"): list(record.inputs),
        maker.word("improvements", "roi"): list(record.improvements),
    }


def case_cells(key: str, pattern: str, style: Style = "number") -> list[Cell]:
    return [Cell(key=f"cases.{key}", place=place, pattern=pattern, style=style) for place in range(MOST)]


def double_counting(maker: Maker) -> Sheet:
    """Pools of money that drivers share, what the rules took off them, the KPIs that own no money."""
    sheet = maker.sheet("double_counting", 46, 18, 18, 18, 70)
    page_date(maker, sheet)
    record = maker.record
    numbers = map(maker.word, ("sum_of_pool", "ceiling_of_pool", "removed"))
    maker.heads(sheet, maker.word("pool"), numbers, [maker.word("rule")])
    for id, pool in record.pools.items():
        drivers = "+".join(maker.live.name(driver, "base") for driver in pool.drivers)
        ceiling = maker.live.formula(maker.model.ceilings[id], "base")
        sheet.row(
            text(maker.set(pool.label), "label"),
            Cell(formula=f"={drivers}", key=f"pools.{id}.sum", pattern=WHOLE),
            Cell(formula=ceiling, key=f"pools.{id}.ceiling", pattern=WHOLE),
            Cell(key=f"pools.{id}.removed", pattern=WHOLE),
            text(maker.set(pool.rule), "note"),
        )
    maker.section(sheet, maker.word("drivers", "roi"))
    maker.heads(sheet, maker.word("driver", "roi"), map(maker.word, ("alone", "together", "removed")))
    for id in record.drivers:
        kept = Cell(formula=f"={maker.live.name(id, 'base')}", key=f"base.values.{id}", pattern=WHOLE)
        alone = (Cell(key=f"overlap.{side}.{id}", pattern=WHOLE) for side in ("alone", "removed"))
        sheet.row(text(maker.label(id), "label"), next(alone), kept, next(alone))
    unowned(maker, sheet)
    return sheet


def unowned(maker: Maker, sheet: Sheet) -> None:
    """The KPIs that own no money, and those whose money two drivers share."""
    maker.section(sheet, maker.word("without"))
    for id in maker.record.not_monetised:
        sheet.row(text(maker.set(maker.book.kpis[id].name), "label"))
    for id, reason in maker.record.shared_kpis.items():
        sheet.row(text(maker.set(maker.book.kpis[id].name), "label"), None, None, None, text(maker.set(reason), "note"))


def status_quo(maker: Maker) -> Sheet:
    """What doing nothing costs a year: as published for the situation chosen, the reader's, and what answers it."""
    sheet = maker.sheet("status_quo", 46, 15, 15, 15, 15, 15, 15, 50)
    sheet.frozen = (5, 1)
    published, reader = maker.word("published"), maker.word("reader")
    sheet.row(*(text(word, "section") for word in ("", published, "", reader)))
    ends = maker.scenario_words()[::2]
    maker.heads(sheet, "", [*ends, *ends, maker.word("answered")], [maker.word("unit"), maker.word("drivers", "roi")])
    first = len(sheet.rows) + 1
    for id in rows(maker):
        cost_row(maker, sheet, id)
    last = len(sheet.rows)
    ends_of = [(f"tco.total.{side}", end) for side in ("published", "scaled") for end in (0, 1)]
    cells = [
        Cell(
            formula=f"=SUM({address(place, first)}:{address(place, last)})",
            key=key,
            place=end,
            style="total",
            pattern=WHOLE,
        )
        for place, (key, end) in enumerate(ends_of, start=1)
    ]
    sheet.row(text(maker.word("total"), "total"), *cells)
    return sheet


def rows(maker: Maker) -> list[str]:
    """The rows of the published tables, the same in each situation."""
    return list(next(iter(maker.model.tco.values())).rows)


def cost_row(maker: Maker, sheet: Sheet, id: str) -> None:
    tables, answer, row = list(maker.model.tco.values()), maker.record.tco.rows.get(id), len(sheet.rows) + 1
    published = [
        Cell(
            formula=chosen([getattr(table.rows[id], end) for table in tables]),
            key=f"tco.rows.{id}.published",
            place=place,
            pattern=WHOLE,
        )
        for place, end in enumerate(("low", "high"))
    ]
    scaled = [
        Cell(
            formula=readers(maker, id, end, address(place + 1, row)),
            key=f"tco.rows.{id}.scaled",
            place=place,
            pattern=WHOLE,
        )
        for place, end in enumerate(("low", "high"))
    ]
    drivers = answer.drivers if answer else []
    kept = "+".join(f"kept_of_{driver}_base" for driver in drivers) or "0"
    sheet.row(
        text(maker.set(tables[0].rows[id].name), "label"),
        *published,
        *scaled,
        Cell(formula=f"={kept}", key=f"tco.answered.{id}", pattern=WHOLE),
        text(maker.unit_words("EUR/year"), "note"),
        text(", ".join(maker.label(driver) for driver in drivers), "note"),
    )


def chosen(values: list[float]) -> str:
    """The value of the situation chosen."""
    return f"=CHOOSE(situation_number,{','.join(map(repr, values))})"


def readers(maker: Maker, id: str, end: str, published: str) -> str:
    """The row at the reader's size: the published one in proportion to order value, or from the reader's figures."""
    record = maker.record.tco
    if id in maker.model.own_rows:
        return maker.live.formula(maker.model.own_rows[id], "base")
    if id in record.rows and record.rows[id].scaled:
        behind = [
            getattr(table.rows[record.order_value.row].figures[record.order_value.figure], end)
            for table in maker.model.tco.values()
        ]
        return f"={published}/{chosen(behind)[1:]}*{maker.live.name(record.order_value.reader, 'base')}"
    return f"={published}"
