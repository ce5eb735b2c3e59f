"""What runs at the host: pinned, allowed little, and nothing that a person could not run."""

import re

import pytest
import yaml

from tests.support.building import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
WRITES = {"preview.comment": {"pull-requests"}, "publish.publish": {"pages", "id-token"}}


def jobs(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_action_is_pinned_by_its_commit_with_its_version_beside(path):
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert used and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line) for line in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_job_may_only_read_unless_it_comments_or_publishes(path):
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {}
    for name, job in jobs(path):
        written = {right for right, how in job["permissions"].items() if how == "write"}
        assert written == WRITES.get(f"{path.stem}.{name}", set())
        if written:  # runs nothing of the change
            assert not [
                step for step in job["steps"] if "checkout" in step.get("uses", "") or "make" in step.get("run", "")
            ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_code_of_a_fork_meets_a_right_or_a_secret(path):
    text = path.read_text(encoding="utf-8")
    assert "pull_request_target" not in text and "workflow_run" not in text and "secrets." not in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_step_is_a_target_that_a_person_can_run(path):
    runs = [step["run"] for _, job in jobs(path) for step in job["steps"] if "run" in step and "permissions" in job]
    for run in runs:
        assert "${{" not in run
        command = re.match(r"make (?:--silent )?([a-z]+)\b", run)
        assert command[1] in TARGETS if command else run.startswith("gh pr comment ")
