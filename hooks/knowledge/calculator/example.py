"""The worked example of the calculator: its results, what they rest on, what the page draws of them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field

from ..records.book import Book
from ..records.roi import SCENARIOS, Scenario
from ..roi.engine import defaults, evaluate
from ..roi.finance import add_up
from ..roi.late import late_payback
from ..roi.model import Model, model_of
from ..roi.results import Results
from ..roi.sensitivity import (
    Ranges,
    Sensitivity,
    fewest_drivers,
    overlap,
    switching_values,
    tier_of,
    to_measure,
    tornado,
    warnings,
)
from ..roi.simulation import Distribution, simulate
from ..roi.waiting import Waiting, waiting
from ..roi.waterfall import Step, waterfall
from ..roi.yearly import Yearly, yearly
from ..words.wording import filled
from .charts import Bar, lengths
from .figures import about, no_finer

Keep = Callable[[str, str, Callable[[], bytes]], bytes]  # a name, what it depends on, how it is made → its bytes
HEADLINES = {  # what the answer shows, and what it leaves to the detail
    "first": ("annual_benefit", "one_off_cost", "npv", "payback_month"),
    "more": ("roi", "irr", "payback_discounted_month"),
}
DETAILS = (
    "one_off_cost",
    "licence_year_1",
    "run_cost",
    "roi_discounted",
    "break_even_share",
    "extra_sales",
)
DELAYS = ("cost_of_delay_month", "npv_lost_one_month")  # below nought, there is no cost of delay
WIDEST = 15  # how many bars of the tornado are shown
GOALS = (12, 18, 24, 36)  # months to be paid back in, for which the reader may ask what it would take
LARGEST = 3  # how many drivers and teams a sentence names
LONGEST_NAME = 60  # characters of what a reader calls a case


@dataclass(frozen=True)
class Case:
    """One situation of the default retailer: its results in each scenario, and what the page draws of them."""

    situation: str
    start: Mapping[str, float]  # every input and improvement before the reader types anything
    estimated: frozenset[str]  # the inputs among them that follow from others
    results: Mapping[Scenario, Results]
    late: Mapping[Scenario, float | None]  # months from the horizon to the payback, where it comes later
    warnings: Mapping[str, float]  # the guard rails that the example is beyond
    tiers: Mapping[str, str]  # driver → the evidence of its weakest part
    missing: Mapping[str, list[str]]  # driver → what to measure before the CFO view counts it, the largest first
    earned: Mapping[str, str]  # driver → the improvement that earns it
    drivers: tuple[str, ...]  # by what they bring, greatest first
    bars: Mapping[str, Bar]
    teams: Mapping[str, Bar]
    answered: Mapping[str, float]  # TCO row → what the drivers that answer it keep
    tornado: tuple[Sensitivity, ...]  # the widest first
    trials: Distribution
    years: Yearly
    steps: tuple[Step, ...]  # to the net present value
    overlap: Mapping[str, float]  # pool → EUR a year that the rules took off it
    switching: Mapping[str, float]  # driver → share of its forecast that the case needs, the most critical first
    fewest: tuple[str, ...] | None
    waiting: Waiting
    waits: tuple[Bar, ...]  # what each wait loses
    ranges: Ranges = field(default_factory=dict)  # those that the reader typed
    own: frozenset[str] = frozenset()  # what the reader typed or measured

    @property
    def base(self) -> Results:
        return self.results["base"]

    @property
    def needed(self) -> Mapping[str, float]:
        """Driver → the share of its forecast that it must reach, of those that a case worth doing cannot lose."""
        return self.switching if self.base.number("npv") >= 0 else {}

    @property
    def shown(self) -> dict[str, float]:
        """What the form shows: an estimate no more exactly than it is known."""
        return {name: no_finer(value) if name in self.estimated else value for name, value in self.start.items()}


def worked_case(model: Model, situation: str, trials: Distribution) -> Case:
    """The default retailer in a situation."""
    record = model.record
    asked = {scenario: defaults(model, situation, scenario) for scenario in SCENARIOS}
    results = {scenario: evaluate(model, inputs, situation) for scenario, inputs in asked.items()}
    base = results["base"]
    adjusted = base.adjusted
    years = yearly(model, base)
    fewest = fewest_drivers(model, base)
    waited = waiting(model, base, record.calendar.seasons["any"], record.calendar.go_live)
    return Case(
        situation,
        defaults(model, situation),
        frozenset(model.estimates[situation]),
        results,
        {scenario: late_payback(model, inputs, results[scenario]) for scenario, inputs in asked.items()},
        warnings(model, base),
        tiers={id: tier_of(model, id) for id in record.drivers},
        missing=to_measure(model, base),
        earned={id: driver.improvement for id, driver in record.drivers.items()},
        drivers=tuple(sorted(adjusted, key=lambda id: -adjusted[id])),
        bars=lengths(adjusted),
        teams=lengths(base.teams),
        answered={id: add_up(adjusted[driver] for driver in answer.drivers) for id, answer in record.tco.rows.items()},
        tornado=tuple(tornado(model, {}, situation)),
        trials=trials,
        years=years,
        steps=tuple(waterfall(model, base, {}, years)),
        overlap=overlap(model, {}, situation).pools,
        switching=critical(switching_values(model, base)),
        fewest=None if fewest is None else tuple(fewest),
        waiting=waited,
        waits=tuple(lengths({str(wait): lost or 0.0 for wait, lost in enumerate(waited.lost)}).values()),
    )


def critical(shares: Mapping[str, float | None]) -> dict[str, float]:
    """The drivers that the case cannot lose, the most critical first; none where it holds without any single one."""
    needed = [(id, share) for id, share in shares.items() if share is not None and share > 0]
    return dict(sorted(needed, key=lambda item: -item[1]))


def made_now(name: str, depends: str, make: Callable[[], bytes]) -> bytes:
    return make()


def example(book: Book, keep: Keep = made_now) -> Case:
    """The default retailer in the model's first situation; its trials, most of the work, are kept where they can be."""
    model = model_of(book)
    situation, trials = next(iter(model.record.situations)), model.record.risk.trials["live"]
    drawn = keep(
        "trials",
        repr((book.roi, book.tco)),
        lambda: json.dumps(asdict(simulate(model, {}, situation, trials))).encode(),
    )
    return worked_case(model, situation, Distribution(**json.loads(drawn)))


@dataclass(frozen=True)
class Worth:
    """What a KPI's page says of its money, and the driver it leads to."""

    driver: str
    sentence: str


def worth_of(book: Book, lang: str, kpi: str, case: Case) -> Worth | None:
    """The amount of the driver that owns the KPI's money in the example, or the driver that it feeds.

    None for a KPI that has neither.
    """
    guide, record = book.guides[kpi], book.roi
    driver = guide.driver or guide.feeds
    if driver is None:
        return None
    amount = about(case.base.adjusted[driver], record.drivers[driver].unit, record, lang)
    sentence = book.ui["kpi"]["worth_owned" if guide.driver else "worth_fed"][lang]
    return Worth(driver, filled(sentence, {"driver": record.drivers[driver].label[lang], "amount": amount}))
