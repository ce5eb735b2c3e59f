"""What all sheets of one language are made with: words, labels, units, how numbers read, lines of three scenarios."""

from collections.abc import Iterable, Mapping

from ...records.base import Localized
from ...records.book import Book
from ...records.roi import SCENARIOS, Scenario
from ...roi import finance
from ...roi.model import Model
from ...words import formats
from .cells import Allowed, Cell, Sheet, Style, text
from .live import Live

WORDS = (  # keys of `workbook` in data/ui/
    *("answer", "inputs", "assumptions", "benefits", "costs", "cash_flow", "results", "sensitivity"),
    *("cases", "double_counting", "status_quo", "answer_note", "inputs_note", "assumptions_note"),
    *("benefits_note", "costs_note", "cash_flow_note", "results_note", "sensitivity_note", "cases_note"),
    *("double_counting_note", "status_quo_note", "case", "date", "edition", "address", "unit", "yours"),
    *("default", "used", "from", "to", "left", "where", "model_low", "model_base", "model_high", "choose"),
    *("kpi", "source", "situations", "constants", "steps", "counts", "counts_hint", "sum", "sums", "share"),
    *("counted", "measure", "definition", "warning", "limit", "over", "total", "figure", "low_end"),
    *("high_end", "npv_low", "npv_high", "swing", "draws", "pool", "rule", "sum_of_pool"),
    *("ceiling_of_pool", "alone", "together", "removed", "without", "published", "reader", "answered"),
    *("horizon", "rate", "month", "year", "discount_factor", "drawn", "all_scenarios", "benefit", "cost", "inflow"),
    *("net", "cumulative", "discounted", "discounted_cumulative", "sign", "turns", "yearly", "year_n"),
    *("in_low", "in_high", "range_low", "range_high"),
    *("whole", "present", "legend", "legend_typed", "legend_formula", "legend_page"),
)
MOSTLY_WHOLE = ("month", "year", "store", "times", "1")  # mostly without decimals
MONEY = ("EUR", "EUR/year", "EUR/month", "EUR/week")
WHOLE, PRICE = "#,##0", "[>=100]#,##0;[<=-100]-#,##0;0.00"
PERCENT, COUNT, PLAIN, FACTOR = "0.0%", "[>=100]#,##0;[<=-100]-#,##0;0.0#", "General", "0.0000"


class Maker:
    """Makes the sheets of one language."""

    def __init__(self, book: Book, model: Model, lang: str):
        self.book, self.model, self.record, self.lang = book, model, model.record, lang
        self.live = Live(model, self.set(book.ui["roi_live"]["none"]))
        self.months = self.longest() * finance.MONTHS

    def set(self, words: Localized) -> str:
        return self.set_text(words[self.lang])

    def set_text(self, words: str) -> str:
        return formats.typeset(words, self.lang)

    def word(self, key: str, group: str = "workbook") -> str:
        return self.set(self.book.ui[group][key])

    def label(self, id: str) -> str:
        return self.set(self.record.named[id].label)

    def unit(self, id: str) -> Cell:
        """What a figure is counted in."""
        return text(self.unit_words(self.model.units[id]), "note")

    def unit_words(self, unit: str) -> str:
        return self.set(self.record.units[unit].beside)

    def pattern(self, unit: str) -> str:
        """How numbers of a unit read; the spreadsheet puts the signs of its reader's country."""
        if self.record.units[unit].factor != 1:
            return PERCENT
        if unit.startswith("EUR"):
            return WHOLE if unit in MONEY else PRICE
        return PLAIN if unit in MOSTLY_WHOLE else COUNT

    def yes_or_no(self) -> Allowed:
        return Allowed(choices=(1, 0), hint=self.word("counts_hint"))

    def longest(self) -> int:
        """The years of the longest horizon."""
        item = self.record.inputs["horizon_years"]
        return int(max((item.max, *item.choices)))

    def sheet(self, key: str, *widths: float) -> Sheet:
        """A sheet with its title and what it is for."""
        sheet = Sheet(self.word(key), widths)
        sheet.row(text(sheet.title, "title"))
        sheet.row(text(self.word(f"{key}_note"), "lead"))
        sheet.row()
        return sheet

    def section(self, sheet: Sheet, title: str) -> None:
        sheet.row()
        sheet.row(text(title, "section"))

    def heads(self, sheet: Sheet, label: str, numbers: Iterable[str], texts: Iterable[str] = ()) -> int:
        """Words above the labels, above columns of numbers, and above texts behind them."""
        right = [text(word, "head") for word in numbers]
        left = [text(word, "heading") for word in texts]
        return sheet.row(text(label, "corner"), *right, *left)

    def scenario_words(self) -> list[str]:
        return [self.set(self.record.scenarios[scenario]) for scenario in SCENARIOS]

    def line(self, sheet: Sheet, id: str, formulas: Mapping[Scenario, str], style: Style = "number") -> int:
        """A figure in each scenario; `formulas` are those of its own cells, which the other scenarios take."""
        pattern = self.pattern(self.model.units[id])
        cells = [
            Cell(
                formula=formulas.get(scenario, f"={self.live.name(id, scenario)}"),
                key=f"{scenario}.values.{id}",
                style=style,
                pattern=pattern,
                name=self.live.name(id, scenario) if scenario in formulas else "",
            )
            for scenario in SCENARIOS
        ]
        return sheet.row(text(self.label(id), "label"), *cells, self.unit(id))

    def scalars(self, sheet: Sheet, ids: Iterable[str]) -> None:
        """Formulas that give one number."""
        for id in ids:
            tree = self.model.scalars[id]
            found = {scenario: self.live.formula(tree, scenario) for scenario in self.live.scenarios(id)}
            self.line(sheet, id, found)
