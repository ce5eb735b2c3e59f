"""`make build` never leaves half a site: what fails, is killed or runs twice at once leaves a whole one."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from tests.support.building import ROOT, copied


@pytest.fixture
def project(tmp_path):
    """A copy of the project with a former site of one file."""
    copy = copied(tmp_path / "project", "tests")
    (copy / "site").mkdir()
    (copy / "site/former.txt").write_text("former")
    return copy


def start(project, **environment):
    return subprocess.Popen(
        [sys.executable, "hooks/build.py"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def left(project):
    """What a build left beside what is kept."""
    return [path.name for path in (project / ".cache").glob("site.*")]


BUILDER = """import sys, pathlib
site = pathlib.Path(sys.argv[sys.argv.index("--site-dir") + 1])
site.mkdir()
(site / "half.html").touch()
pathlib.Path("begun").write_text(".")  # waits for a reader
open("go").close()  # waits for a writer
(site / "index.html").touch()
"""


@pytest.fixture
def slow(tmp_path):
    """A project whose builder waits in the middle, with a former site; it is met at `begun`, and told to `go`."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/former.txt").touch()
    (tmp_path / "mkdocs.py").write_text(BUILDER)
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for name in ("begun", "go"):
        os.mkfifo(tmp_path / name)
    return tmp_path


def meet(project, builds):
    """Returns once so many builds have written half of their sites."""
    met = 0
    while met < builds:
        met += len((project / "begun").read_text())


def finish(project, *builds):
    """What the builds say, which may now go on."""
    with (project / "go").open("w"):
        return [build.communicate()[1] for build in builds]


def test_a_build_that_is_killed_leaves_the_former_site(slow):
    build = start(slow)
    meet(slow, 1)
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    assert [path.name for path in (slow / "site").iterdir()] == ["former.txt"]
    assert left(slow)  # it had no time to clear its desk
    again = start(slow)
    meet(slow, 1)
    finish(slow, again)
    assert sorted(path.name for path in (slow / "site").iterdir()) == ["half.html", "index.html"]
    assert not left(slow)


def test_two_builds_at_once_leave_a_whole_site(slow):
    two = [start(slow), start(slow)]
    meet(slow, 2)
    said = finish(slow, *two)
    assert [build.returncode for build in two] == [0, 0], said
    assert sorted(path.name for path in (slow / "site").iterdir()) == ["half.html", "index.html"]
    assert not left(slow)


def test_a_build_that_fails_leaves_the_former_site(project):
    (project / "overrides/main.html").write_text("{% block nothing %}")
    build = start(project)
    build.communicate()
    assert build.returncode != 0
    assert [path.name for path in (project / "site").iterdir()] == ["former.txt"] and not left(project)


@pytest.mark.parametrize(
    "name, value", [("SITE_URL", ""), ("DEMO_URL", "javascript:x"), ("REPOSITORY_URL", "//x.example")]
)
def test_an_address_that_leads_nowhere_is_told_before_the_build(project, name, value):
    build = start(project, **{name: value})
    words = build.communicate()[1]
    assert build.returncode == 1 and f'{name} is "{value}", which is no address of the web.' in words
    assert "Traceback" not in words and (project / "site/former.txt").exists()
