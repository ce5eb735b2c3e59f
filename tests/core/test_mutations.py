"""A part of the slips of `make mutations`, on the small project: each is told where it was made, or shown."""

import pytest

from tests.core.test_messages import copy_project
from tests.mutations.judging import FAULTS
from tests.mutations.table import run

SEED, SHARES, SLIPS = 1, 2, 50  # the workers take a share each


@pytest.mark.parametrize("share", range(SHARES))
def test_every_slip_is_told_or_shown(tmp_path, share):
    copy_project(tmp_path / "project")
    table, wrong = run(tmp_path / "project", SLIPS, SEED + share)
    assert wrong == []
    assert sum(count for counts in table.values() for name, count in counts.items() if name not in FAULTS) == SLIPS
