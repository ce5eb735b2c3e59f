"""The command that compares a branch, as an editor and a workflow run it."""

import subprocess
import sys

from knowledge.compared.report import LENT
from knowledge.records.problems import Problem, annotation

from tests.core.test_messages import changed
from tests.support.building import copied


def test_the_command_compares_with_the_state_from_which_it_went_apart(tmp_path):
    root = copied(tmp_path / "project", "tests")
    (root / "tests/golden").mkdir(parents=True)

    def git(*words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@a.example", *words], cwd=root, check=True)

    def compare(*words):
        command = [sys.executable, str(root / "hooks/compare.py"), *words]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return run.returncode, run.stdout, run.stderr

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "a")
    assert compare("main") == (0, "Nothing changed in one language only, and nothing is gone.\n", "")
    code, said, wrong = compare("nowhere")
    assert (code, said) == (2, "") and wrong.startswith("No state of the project to compare with:")
    changed(root, {"data/kpis/csat.yml": {"definition:\n  fr: >-\n": "definition:\n  fr: >-\n    Une phrase.\n"}})
    code, said, wrong = compare("main", "--github")
    assert (
        code == 1
        and said.startswith("::error file=data/kpis/csat.yml,line=")
        and wrong.startswith("1 problem in data/")
    )
    changed(
        root,
        {
            "data/ui/challenge.yml": {"  edit:": "  again: {fr: Encore, en: Again}\n  edit:"},
            "hooks/knowledge/templates/fragments/macros.html": {'"mend">': '"mend">{{ ui.challenge.again }}'},
        },
    )
    code, said, wrong = compare("main", "--report")
    assert (code, wrong) == (0, "") and LENT in said and "- kpi/csat/ (fr)\n" in said


def test_an_annotation_is_written_as_the_runner_reads_it():
    problem = Problem("data/a,b:c.yml", 3, 5, "x", "100 %: wrong,\nreally.", "Type 99.")
    assert annotation(problem) == (
        "::error file=data/a%2Cb%3Ac.yml,line=3,col=5,title=x::100 %25: wrong,%0Areally.%0AType 99."
    )
