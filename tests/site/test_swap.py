"""`make build` never leaves half a site: what fails, is killed or runs twice at once leaves a whole one."""

import os
import select
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


@pytest.fixture
def start():
    """Starts a build of a project; none outlives its test."""
    started = []

    def run(project, **environment):
        build = subprocess.Popen(
            [sys.executable, "hooks/build.py"],
            cwd=project,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(build)
        return build

    yield run
    for build in started:
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
            build.communicate()


def left(project):
    """What a build left beside what is kept."""
    return [path.name for path in (project / ".cache").glob("site.*")]


PATIENCE = 60  # seconds
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


def meet(project, *builds):
    """Returns once each of the builds has written half of its site."""
    met = 0
    with (project / "begun").open("r+b", buffering=0) as begun:  # opened for both, it waits for nobody
        for _ in range(PATIENCE):
            assert [build.poll() for build in builds] == [None] * len(builds), "a build ended before it was met"
            met += len(begun.read(len(builds))) if select.select([begun], [], [], 1)[0] else 0
            if met == len(builds):
                return
    pytest.fail("a build never came to its middle")


def finish(project, *builds):
    """What the builds say, which may now go on."""
    with (project / "go").open("r+b", buffering=0):
        return [build.communicate(timeout=PATIENCE)[1] for build in builds]


def test_a_build_that_is_killed_leaves_the_former_site(slow, start):
    build = start(slow)
    meet(slow, build)
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    assert [path.name for path in (slow / "site").iterdir()] == ["former.txt"]
    assert left(slow)  # it had no time to clear its desk
    again = start(slow)
    meet(slow, again)
    finish(slow, again)
    assert sorted(path.name for path in (slow / "site").iterdir()) == ["half.html", "index.html"]
    assert not left(slow)


def test_two_builds_at_once_leave_a_whole_site(slow, start):
    two = [start(slow), start(slow)]
    meet(slow, *two)
    said = finish(slow, *two)
    assert [build.returncode for build in two] == [0, 0], said
    assert sorted(path.name for path in (slow / "site").iterdir()) == ["half.html", "index.html"]
    assert not left(slow)


def test_a_build_that_fails_leaves_the_former_site(project, start):
    (project / "overrides/main.html").write_text("{% block nothing %}")
    build = start(project)
    build.communicate()
    assert build.returncode != 0
    assert [path.name for path in (project / "site").iterdir()] == ["former.txt"] and not left(project)


@pytest.mark.parametrize(
    "name, value", [("SITE_URL", ""), ("DEMO_URL", "javascript:x"), ("REPOSITORY_URL", "//x.example")]
)
def test_an_address_that_leads_nowhere_is_told_before_the_build(project, start, name, value):
    build = start(project, **{name: value})
    words = build.communicate()[1]
    assert build.returncode == 1 and f'{name} is "{value}", which is no address of the web.' in words
    assert "Traceback" not in words and (project / "site/former.txt").exists()
