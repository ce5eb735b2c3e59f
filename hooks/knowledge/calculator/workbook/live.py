"""The model's formulas as a workbook writes them: a name for each figure, one a scenario where the scenarios differ.

What the engine counts itself is a formula here, over the ranges that the sheets name.
"""

from collections.abc import Callable, Mapping

from ...records.roi import SCENARIOS, Scenario
from ...roi.formula import Call, Choice, Comparison, Negation, Operation, Tree, Variable, names_in
from ...roi.model import BUCKETS, Model
from ...roi.notation import excel
from ...roi.sensitivity import ranged, releasing

GUESSES = (
    0.05,
    0.01,
    0.002,
    0.2,
    1,
    5,
    25,
    125,
    1000,
)  # a month; a spreadsheet finds a rate of return from near it only
WITHOUT_VALUE = ("irr", "payback_month", "payback_discounted_month")  # what the engine may count as nothing


class Live:
    """`none` is what a result says that has no value."""

    def __init__(self, model: Model, none: str):
        self.model, self.none = model, none
        self.said = '"{}"'.format(none.replace('"', '""'))  # as a formula writes it
        self.moved = names_by_scenario(model)
        self.releasing = releasing(model)

    def scenarios(self, id: str) -> tuple[Scenario, ...]:
        """Those in which a figure has a cell of its own."""
        return SCENARIOS if id in self.moved else ("base",)

    def name(self, id: str, scenario: str) -> str:
        """An input is known by its own name; what it is in the two other scenarios has theirs."""
        own = scenario == "base" and id in self.model.record.inputs
        return f"{id}_{scenario}" if id in self.moved and not own else id

    def formula(self, tree: Tree, scenario: str) -> str:
        return "=" + excel(tree, lambda id: self.name(id, scenario))

    def counting(self, id: str, scenario: str) -> str:
        """An improvement as the months take it: nothing of it where no driver that it earns counts."""
        drivers = [name for name, driver in self.model.record.drivers.items() if driver.improvement == id]
        return f"=IF(SUM({','.join(f'counts_{name}' for name in drivers)})>0,{self.name(id, scenario)},0)"

    def month(self, tree: Tree, scenario: str, cell: Callable[[str], str | None]) -> str:
        """A monthly formula without "="; `cell` gives the cell of what has one in the month."""

        def name(id: str) -> str:
            return cell(id) or self.name(f"counted_{id}" if id in self.releasing else id, scenario)

        return excel(tree, name)

    def result(self, id: str, scenario: str) -> str:
        """A result, or what is said where it has no value."""
        trees = self.model.results
        return self.measured(trees[id], scenario) if id in trees else COUNTED[id](self, scenario)

    def measured(self, tree: Tree, scenario: str) -> str:
        """The formula of a result or a guard, which says so where a figure of it has no value."""
        uncertain = [self.name(id, scenario) for id in dict.fromkeys(names_in(tree)) if not self.certain(Variable(id))]
        written = self.formula(tree, scenario)
        if self.certain(tree):
            return written
        found = f"IFERROR({written[1:]},{self.said})"
        return f"=IF(COUNT({','.join(uncertain)})<{len(uncertain)},{self.said},{found})" if uncertain else f"={found}"

    def certain(self, tree: Tree | Comparison) -> bool:
        """Whether it has a value in every calculation."""
        match tree:
            case Variable(id):
                return id not in WITHOUT_VALUE and (
                    id not in self.model.results or self.certain(self.model.results[id])
                )
            case Operation("/"):
                return False
            case Negation(operand):
                return self.certain(operand)
            case Operation(_, left, right) | Comparison(_, left, right):
                return self.certain(left) and self.certain(right)
            case Choice(test, yes, no):
                return all(map(self.certain, (test, yes, no)))
            case Call(_, arguments):
                return all(map(self.certain, arguments))
        return True


def names_by_scenario(model: Model) -> set[str]:
    """The names whose figures differ between the scenarios."""
    record = model.record
    found = {
        *ranged(model),
        *record.improvements,
        *BUCKETS,
        *record.results,
        *(f"counted_{id}" for id in record.improvements),
    }
    for section in (model.scalars, model.monthly):
        for name, tree in section.items():
            if found & set(names_in(tree)):
                found |= {name, f"month_{name}"}
    return found


# --- what the engine counts itself --------------------------------------------------------------------------------


def sum_range(what: str) -> Callable[[Live, str], str]:
    return lambda live, scenario: f"=SUM({what}_{scenario})"


def present(flow: str) -> Callable[[Live, str], str]:
    return lambda live, scenario: f"=NPV(monthly_rate_{scenario},{flow}_{scenario})"


def irr(live: Live, scenario: str) -> str:
    """The yearly rate of return, where the sum of the flows goes from below nought to above it exactly once."""
    rate, flows = "NA()", f"flow_net_{scenario}"
    for guess in reversed(GUESSES):
        found = f"IRR({flows},{guess:g})"
        rate = f"IFERROR(IF({found}>0,{found},NA()),{rate})"
    once = f"AND(SUM(turns_{scenario})=1,SUM(last_sign_{scenario})=1)"
    return f"=IF({once},IFERROR((1+{rate})^months_per_year-1,{live.said}),{live.said})"


def payback(flow: str) -> Callable[[Live, str], str]:
    """The month after the last one whose sum is below nought."""

    def written(live: Live, scenario: str) -> str:
        last = f"SUMPRODUCT(MAX(({flow}_{scenario}<0)*month_numbers))"
        return f"=IF({last}=0,0,IF({last}<horizon_months,{last}+1,{live.said}))"

    return written


def lost_in_a_month(live: Live, scenario: str) -> str:
    """The present value, less that of the same flows a month later; the last one falls out of the horizon."""
    rate = f"monthly_rate_{scenario}"
    worth = f"NPV({rate},flow_net_{scenario})"
    last = f"INDEX(flow_net_{scenario},1,horizon_months)/(1+{rate})^horizon_months"
    return f"={worth}-({worth}-{last})/(1+{rate})"


def left_at_default(live: Live, scenario: str) -> str:
    """Of what the reader typed: no scenario changes it."""
    return "=SUM(inputs_left)/COUNT(inputs_left)" if scenario == "base" else "=default_share_base"


COUNTED: Mapping[str, Callable[[Live, str], str]] = {
    "annual_gross": lambda live, scenario: f"=SUMPRODUCT(driver_counts,gross_{scenario})",
    "annual_benefit": sum_range("kept"),
    "largest_driver": lambda live, scenario: f"=MAX(0,kept_{scenario})",
    "total_benefit": sum_range("flow_benefit"),
    "total_cost": sum_range("flow_cost"),
    "total_inflow": sum_range("flow_inflow"),
    "pv_benefit": present("flow_benefit"),
    "pv_cost": present("flow_cost"),
    "pv_inflow": present("flow_inflow"),
    "irr": irr,
    "payback_month": payback("flow_cumulative"),
    "payback_discounted_month": payback("flow_discounted_cumulative"),
    "npv_lost_one_month": lost_in_a_month,
    "default_share": left_at_default,
}
