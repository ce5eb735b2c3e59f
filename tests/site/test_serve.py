"""`make serve` survives an editor's mistakes."""

import os
import socket
import subprocess
import sys

import pytest

from tests.bench.build import wait_for
from tests.support.building import ROOT, copied


def free_port() -> int:
    """A port that nothing listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """(the copy of the project, its address, its log) of a running `mkdocs serve`, for one test after the other."""
    folder, port = tmp_path_factory.mktemp("served"), free_port()
    copy = copied(folder / "project")
    address, log = f"http://127.0.0.1:{port}/", folder / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(command, cwd=copy, env=os.environ | {"SITE_URL": address}, stderr=output)
        yield copy, address, log
        server.terminate()
        server.wait()


NAME = "data/kpis/nps.yml"
GOOD = (ROOT / NAME).read_text(encoding="utf-8")


def named(name: str) -> str:
    """The record with another name."""
    return GOOD.replace("en: Net Promoter Score", f"en: {name}")


def test_a_fault_is_told_and_the_next_good_save_is_shown(served):
    copy, address, log = served
    wait_for(f"{address}en/kpi/nps/", "Score")
    (copy / NAME).write_text(GOOD.replace("unit: score", "unit: scoore"), encoding="utf-8")
    wait_for(log.as_uri(), 'Did you mean "score"?')
    wait_for(f"{address}en/kpi/nps/", "Did you mean &quot;score&quot;?")
    (copy / NAME).write_text(named("Mended Score"), encoding="utf-8")
    wait_for(f"{address}en/kpi/nps/", "Mended Score")
    assert "Traceback" not in log.read_text(encoding="utf-8")


def test_what_is_no_plain_file_is_told_and_holds_nothing_up(served):
    copy, address, log = served
    wait_for(f"{address}en/kpi/nps/", "Score")
    (copy / "data/kpis/zq.yml").mkdir()
    (copy / "data/kpis/.#nps.yml").symlink_to("me@host.1:2")  # somebody opens the file in an editor
    (copy / NAME).write_text(named("Opened Score"), encoding="utf-8")
    wait_for(f"{address}en/kpi/nps/", "A folder has the name of a file.")
    (copy / "data/kpis/zq.yml").rmdir()
    (copy / NAME).write_text(named("Still opened Score"), encoding="utf-8")
    wait_for(f"{address}en/kpi/nps/", "Still opened Score")
    assert "Traceback" not in log.read_text(encoding="utf-8")
