"""The model of data/roi/ with its formulas read, each after those it needs."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from graphlib import TopologicalSorter

from ..records.book import Book
from ..records.roi import SCENARIOS, RoiModel, Scenario
from ..records.tco import TcoTable
from .compiled import Function, function_of, function_of_all
from .dimensions import Dimension, dimension, dimension_of
from .formula import Number, Tree, Variable, names_in, parse

COUNTED = (  # results without a formula
    "annual_gross",
    "annual_benefit",
    "largest_driver",
    "total_benefit",
    "total_cost",
    "total_inflow",
    "pv_benefit",
    "pv_cost",
    "pv_inflow",
    "irr",
    "payback_month",
    "payback_discounted_month",
    "npv_lost_one_month",
    "default_share",
)
STEPS = {"ramp_slow_step": "ramp_slow"}  # how far the second has moved within the month
MOVED = {moved: step for step, moved in STEPS.items()}
BUCKETS = tuple(f"b_{ramp}_{scale}" for ramp in ("fast", "medium", "slow") for scale in ("volume", "fixed"))
GIVEN = ("m", "y", *STEPS, *BUCKETS)
BY_VOLUME = tuple(name for name in BUCKETS if name.endswith("_volume"))
NEEDED = (
    "risk_adjust_cost",
    "risk_adjust_revenue",
    "discount_rate",
    "horizon_years",
    "months_per_year",
    *STEPS.values(),
)


@dataclass(frozen=True, eq=False)
class Model:
    """A sound model, its formulas read and put in an order in which each can be evaluated."""

    record: RoiModel
    tco: Mapping[str, TcoTable]

    @cached_property
    def units(self) -> dict[str, str]:
        return {name: item.unit for name, item in self.record.named.items()}

    @cached_property
    def dimensions(self) -> dict[str, Dimension]:
        return {name: dimension(unit) for name, unit in self.units.items()}

    @cached_property
    def sizes(self) -> dict[str, Dimension]:
        """Unit → its dimension."""
        return {unit: dimension(unit) for unit in self.record.units}

    def unit_of(self, tree: Tree) -> str:
        """The unit a part of a formula reads in; a number has none.

        The one typed for a name, otherwise the first of the model with the dimension of the tree.
        """
        if isinstance(tree, Variable | Number):
            return self.units[tree.id] if isinstance(tree, Variable) else ""
        found = dimension_of(tree, self.dimensions)
        return next((unit for unit, size in self.sizes.items() if size == found), "")

    @cached_property
    def constants(self) -> dict[str, float]:
        return {name: constant.value for name, constant in self.record.constants.items()}

    @cached_property
    def untyped(self) -> dict[tuple[str, Scenario], dict[str, float]]:
        """(situation, scenario) → every improvement and input as nobody typed it; 0 where it follows from others."""
        return {
            (one, scenario): before_typing(self.record, one, scenario)
            for one in self.record.situations
            for scenario in SCENARIOS
        }

    @cached_property
    def estimates(self) -> dict[str, dict[str, Tree]]:
        """Situation → the defaults that are formulas, each after those it needs."""
        return {situation: ordered(estimates_of(self.record, situation)) for situation in self.record.situations}

    @cached_property
    def scalars(self) -> dict[str, Tree]:
        return trees(self.record, "scalars")

    @cached_property
    def monthly(self) -> dict[str, Tree]:
        return trees(self.record, "monthly")

    @cached_property
    def results(self) -> dict[str, Tree]:
        return trees(self.record, "results")

    @cached_property
    def guards(self) -> dict[str, Tree]:
        return trees(self.record, "guards")

    @cached_property
    def ceilings(self) -> dict[str, Tree]:
        """What the drivers of each pool cannot exceed together."""
        return {id: parse(pool.ceiling, usable(self.record, "scalars")) for id, pool in self.record.pools.items()}

    @cached_property
    def own_rows(self) -> dict[str, Tree]:
        """The rows of the cost of inaction that are worked out from the reader's figures."""
        rows = self.record.tco.rows.items()
        return {id: parse(row.own, usable(self.record, "scalars")) for id, row in rows if row.own is not None}

    @cached_property
    def functions(self) -> dict[str, dict[str, Function]]:
        """The formulas of each section, ready to be evaluated in their order."""
        names = ("scalars", "monthly", "results", "guards", "ceilings", "own_rows")
        return {section: functions_of(getattr(self, section)) for section in names}

    @cached_property
    def every_scalar(self) -> Callable[[Mapping[str, float]], dict[str, float]]:
        """The formulas that give one number, as one function: the tornado asks for them thousands of times."""
        return function_of_all(self.scalars)

    @cached_property
    def estimators(self) -> dict[str, dict[str, Function]]:
        """`estimates`, ready to be evaluated."""
        return {situation: functions_of(trees) for situation, trees in self.estimates.items()}

    @cached_property
    def behind(self) -> dict[str, frozenset[str]]:
        """Driver → the inputs that its formula comes from, at any depth, and the improvement that earns it."""
        found: dict[str, frozenset[str]] = {name: frozenset((name,)) for name in self.record.inputs}
        for name, tree in self.scalars.items():
            found[name] = frozenset().union(*(found.get(other, frozenset()) for other in names_in(tree)))
        return {id: found[id] | {item.improvement} for id, item in self.record.drivers.items()}


@lru_cache(maxsize=8)  # all pages ask for the same
def model_of(book: Book) -> Model:
    """The model of a sound book."""
    return Model(book.roi, book.tco)


# --- reading the formulas -----------------------------------------------------------------------------------------


def functions_of(trees: Mapping[str, Tree]) -> dict[str, Function]:
    return {name: function_of(tree) for name, tree in trees.items()}


def before_typing(record: RoiModel, situation: str, scenario: Scenario) -> dict[str, float]:
    improvements = {name: getattr(item, scenario) for name, item in record.improvements.items()}
    typed = {name: item.default_in(situation) for name, item in record.inputs.items()}
    return improvements | {name: 0.0 if isinstance(value, str) else value for name, value in typed.items()}


def estimates_of(record: RoiModel, situation: str) -> dict[str, Tree]:
    """The defaults that are formulas, as typed, or that the situation decides; they may name constants and inputs."""
    names, found = usable(record, "estimates"), {}
    for name, item in record.inputs.items():
        default = item.default_in(situation)
        if isinstance(default, str):
            found[name] = parse(default, names)
        elif isinstance(item.default, dict):
            found[name] = Number(default)
    return found


def formulas_of(record: RoiModel, section: str) -> dict[str, str]:
    """The texts of a section (scalars, monthly, results, guards); what the engine counts itself has none."""
    return {name: item.expr for name, item in getattr(record, section).items() if item.expr is not None}


def usable(record: RoiModel, section: str) -> set[str]:
    """The names that the formulas of a section may hold."""
    names = {*record.constants, *record.inputs}
    if section != "estimates":
        names |= {*record.improvements, *record.scalars}
    own: dict[str, Collection[str]] = {
        "estimates": (),
        "scalars": (),
        "monthly": (*record.given, *record.monthly),
        "results": record.results,
        "guards": record.results,
    }
    return names | set(own[section])


def trees(record: RoiModel, section: str) -> dict[str, Tree]:
    """The trees of a section, each after those it needs.

    Raises FormulaError, or CycleError where there is no such order.
    """
    names = usable(record, section)
    return ordered({name: parse(text, names) for name, text in formulas_of(record, section).items()})


def ordered(found: Mapping[str, Tree]) -> dict[str, Tree]:
    """The trees, each after those it needs; CycleError where there is no such order."""
    needs = {name: [STEPS.get(other, other) for other in names_in(tree)] for name, tree in found.items()}
    order = TopologicalSorter({name: [other for other in others if other in found] for name, others in needs.items()})
    return {name: found[name] for name in order.static_order()}
