"""What the form asks, in which order and where: a few questions first, then every input beside its kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..records.roi import RoiModel

FIRST = 3  # of the quick inputs: with the situation and the industry, what tells the reader's size


@dataclass(frozen=True)
class Group:
    """`above`: inputs of the group that were asked before; `improvements`: those of which the team is the group's."""

    above: Sequence[str]
    inputs: Sequence[str]
    improvements: Sequence[str]


@dataclass(frozen=True)
class Asked:
    """Names of inputs and improvements; those with choices stand beside the answer."""

    first: Sequence[str]
    more: Sequence[str]
    groups: dict[str, Group]


def asked(record: RoiModel) -> Asked:
    quick = [id for id, item in record.inputs.items() if item.quick]
    teams = teams_of_improvements(record)
    named = dict.fromkeys([*(item.group for item in record.inputs.values()), *teams.values()])
    return Asked(quick[:FIRST], quick[FIRST:], {group: group_of(record, group, teams) for group in named})


def teams_of_improvements(record: RoiModel) -> dict[str, str]:
    """Improvement → the team of the first driver that it moves."""
    found: dict[str, str] = {}
    for driver in record.drivers.values():
        found.setdefault(driver.improvement, driver.team)
    return found


def group_of(record: RoiModel, group: str, teams: dict[str, str]) -> Group:
    own = {id: item.quick or bool(item.choices) for id, item in record.inputs.items() if item.group == group}
    return Group(
        [id for id, above in own.items() if above],
        [id for id, above in own.items() if not above],
        [id for id in record.improvements if teams[id] == group],
    )
