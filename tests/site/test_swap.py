"""`make build` never leaves half a site: what fails, is killed or runs twice at once leaves a whole one."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.support.building import copied


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


def test_a_build_that_is_killed_leaves_the_former_site(project):
    build = start(project)
    while not any((project / ".cache").glob("site.new-*/*")):
        time.sleep(0.05)
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    assert [path.name for path in (project / "site").iterdir()] == ["former.txt"]
    assert left(project)  # it had no time to clear its desk
    two = [start(project), start(project)]
    said = [build.communicate()[1] for build in two]
    assert [build.returncode for build in two] == [0, 0], said
    assert (project / "site/en/kpi/csat/index.html").is_file() and not (project / "site/former.txt").exists()
    assert not left(project)
    assert all("site_url is still the example, https://oms-value.example/." in words for words in said)


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
