"""The sheet of the months: each monthly formula over the longest horizon, nothing flowing beyond the one chosen."""

from collections.abc import Callable

from ...records.roi import SCENARIOS
from ...roi import finance
from ...roi.engine import rows_by_flow
from ...roi.model import MOVED
from .cells import Cell, Sheet, Style, address, letters, text
from .maker import FACTOR, WHOLE, Maker

FIRST = 2  # column of the first month, behind a label and a sum
NUMBER, YEAR = "5", "6"  # rows that say which month it is
COLUMN = "@"  # in a formula that is the same in each month: the letters of its column


def cash_flow(maker: Maker) -> Sheet:
    """What all scenarios share, then the flows of each."""
    sheet = maker.sheet("cash_flow", 44, 14, *(10,) * maker.months)
    sheet.frozen, sheet.pages = (int(YEAR), FIRST), 0
    horizon = Cell(
        formula="=INT(horizon_years*months_per_year)", key="base.horizon", pattern="0", name="horizon_months"
    )
    sheet.row(text(maker.word("horizon"), "label"), horizon)
    months = Months(maker, sheet)
    sheet.row(text(maker.word("month"), "corner"), text(maker.word("total"), "head"), *months.numbers())
    months.line(maker.word("year"), in_each(f"=INT(({COLUMN}${NUMBER}-1)/months_per_year)"), "base.months.y")
    months.named("month_numbers", int(NUMBER))
    months.named("month_years", int(YEAR))
    for scenario, word in zip(SCENARIOS, maker.scenario_words(), strict=True):
        rate = Cell(
            formula=f"=(1+{maker.live.name('discount_rate', scenario)})^(1/{finance.MONTHS})-1",
            key=f"{scenario}.rate",
            pattern="0.0000%",
            name=f"monthly_rate_{scenario}",
        )
        sheet.row(text(f"{maker.word('rate')} ({word})", "label"), rate)
    months.line(
        maker.word("discount_factor"),
        in_each(f"=1/(1+monthly_rate_base)^{COLUMN}${NUMBER}"),
        "base.factors",
        FACTOR,
    )
    drawn = months.line(maker.word("drawn"), in_each(f"=MIN({COLUMN}${NUMBER},horizon_months)"), "base.drawn")
    months.named("months_drawn", drawn)
    maker.section(sheet, maker.word("all_scenarios"))
    for id in maker.model.monthly:
        if id not in maker.live.moved:
            months.formula(id, "base")
    for scenario in SCENARIOS:
        maker.section(sheet, maker.set(maker.record.scenarios[scenario]))
        months.scenario(scenario)
    return sheet


def in_each(formula: str) -> Callable[[int], str]:
    """A formula written once, in the column of each month."""
    return lambda place: formula.replace(COLUMN, letters(place))


class Months:
    """Adds lines of one cell a month, and remembers where each formula stands."""

    def __init__(self, maker: Maker, sheet: Sheet):
        self.maker, self.sheet, self.live = maker, sheet, maker.live
        self.rows: dict[str, int] = {}  # name of a monthly formula or a step → its row
        self.places = range(FIRST, FIRST + maker.months)

    def numbers(self) -> list[Cell]:
        return [Cell(float(place - FIRST + 1), style="head", pattern="0") for place in self.places]

    def line(
        self,
        label: str,
        written: Callable[[int], str],
        key: str,
        pattern: str = "0",
        style: Style = "number",
        sum: bool = False,
    ) -> int:
        """`written` gives the formula in a column; of what flows, the sum stands before the months."""
        row = len(self.sheet.rows) + 1
        ends = address(FIRST, row), address(self.places[-1], row)
        total = Cell(formula=f"=SUM({ends[0]}:{ends[1]})", key=f"{key}_sum", style=style, pattern=pattern)
        cells = [
            Cell(formula=written(place), key=key, place=index, style=style, pattern=pattern)
            for index, place in enumerate(self.places)
        ]
        return self.sheet.row(text(label, "label"), total if sum else None, *cells)

    def named(self, name: str, row: int) -> None:
        """A name for the months of a row."""
        ends = (address(place, row, fixed=True) for place in (FIRST, self.places[-1]))
        self.sheet.name(name, ":".join(ends))

    def formula(self, id: str, scenario: str) -> None:
        """The line of a monthly formula, and that of its step where months ask for it."""
        item, tree = self.maker.record.monthly[id], self.maker.model.monthly[id]

        expression = self.live.month(tree, scenario, self.cell)
        flowing = f"=IF({COLUMN}${NUMBER}>horizon_months,0,{expression})" if item.flow else f"={expression}"
        pattern = WHOLE if item.flow else FACTOR
        self.rows[id] = row = self.line(
            self.maker.label(id), in_each(flowing), f"{scenario}.months.{id}", pattern, sum=bool(item.flow)
        )
        if item.flow:
            self.named(self.live.name(f"month_{id}", scenario), row)
        if id in MOVED:
            self.step(id, MOVED[id], scenario)

    def step(self, id: str, step: str, scenario: str) -> None:
        """How far a line has moved within each month."""
        row = self.rows[id]

        def written(place: int) -> str:
            before = f"-{address(place - 1, row)}" if place > FIRST else ""
            return f"={address(place, row)}{before}"

        self.rows[step] = self.line(self.maker.label(step), written, f"{scenario}.months.{step}", FACTOR)

    def cell(self, id: str) -> str | None:
        """Where a month's figure stands in its column."""
        row = {"m": f"${NUMBER}", "y": f"${YEAR}"}.get(id) or self.rows.get(id)
        return f"{COLUMN}{row}" if row else None

    def scenario(self, scenario: str) -> None:
        """What flows in a scenario, its sums, and what payback and return are read from."""
        for id in self.maker.model.monthly:
            if id in self.live.moved:
                self.formula(id, scenario)
        flows = rows_by_flow(self.maker.model)
        self.total("benefit", scenario, lambda at: "+".join(at(id) for id in flows["benefit"]))
        self.total("cost", scenario, lambda at: "+".join(at(id) for id in flows["cost"]))
        self.total("inflow", scenario, lambda at: "+".join([at("flow_benefit"), *(at(id) for id in flows["cash"])]))
        self.total("net", scenario, lambda at: f"{at('flow_inflow')}-{at('flow_cost')}", "total")
        self.running("cumulative", "flow_net", scenario)
        self.total("discounted", scenario, lambda at: f"{at('flow_net')}/(1+monthly_rate_{scenario})^{at('m')}")
        self.running("discounted_cumulative", "flow_discounted", scenario)
        self.signs(scenario)

    def total(
        self, flow: str, scenario: str, written: Callable[[Callable[[str], str]], str], style: Style = "number"
    ) -> None:
        """A sum of what flows in each month; `written` is given where the others stand."""

        formula = in_each("=" + written(lambda id: self.cell(id) or ""))
        label, key = self.maker.word(flow), f"{scenario}.flows.{flow}"
        self.rows[f"flow_{flow}"] = row = self.line(label, formula, key, WHOLE, style, sum=True)
        self.named(f"flow_{flow}_{scenario}", row)

    def running(self, name: str, flow: str, scenario: str) -> None:
        """The sum of a flow up to each month."""
        row, own = self.rows[flow], len(self.sheet.rows) + 1

        def formula(place: int) -> str:
            before = f"{address(place - 1, own)}+" if place > FIRST else ""
            return f"={before}{address(place, row)}"

        self.rows[f"flow_{name}"] = self.line(self.maker.word(name), formula, f"{scenario}.flows.{name}", WHOLE)
        self.named(f"flow_{name}_{scenario}", own)

    def signs(self, scenario: str) -> None:
        """On which side of nought the sum stands, the last one where it is nought; and each turn to the other side."""
        source, own = self.rows["flow_cumulative"], len(self.sheet.rows) + 1

        def sign(place: int) -> str:
            here, before = address(place, source), address(place - 1, own) if place > FIRST else "0"
            return f"=IF({here}=0,{before},SIGN({here}))"

        def turn(place: int) -> str:
            if place == FIRST:
                return "=0"
            here, before = address(place, own), address(place - 1, own)
            return f"=IF({before}=0,0,IF({here}={before},0,1))"

        self.line(self.maker.word("sign"), sign, f"{scenario}.signs")
        self.sheet.name(f"last_sign_{scenario}", address(self.places[-1], own, fixed=True))
        self.named(f"turns_{scenario}", self.line(self.maker.word("turns"), turn, f"{scenario}.turns"))
