"""A PostgreSQL server of the test's own, where its programs are installed."""

import csv
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)  # not on the path there
SERVER = shutil.which("postgres", path=os.pathsep.join([os.environ["PATH"], *DEBIAN]))
OWNER = "nobody" if os.geteuid() == 0 else None  # the server refuses to run as root


def run(program: str, *arguments: str, given: str = "") -> str:
    """What a program of PostgreSQL prints. AssertionError with its complaint."""
    assert SERVER
    command = [str(Path(SERVER).resolve().parent / program), *arguments]  # a link may stand apart from the others
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, user=OWNER, cwd="/")
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def server() -> Iterator[Path]:
    """A server that listens in a folder, which is yielded, and nowhere else."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: the path of a socket has 107 characters at most
    if OWNER:
        shutil.chown(folder, OWNER)
    data, log = str(folder / "data"), str(folder / "log")
    try:
        run("initdb", "--no-sync", "--auth=trust", "--username=test", "--encoding=UTF8", "--locale=C", "--pgdata", data)
        settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run("pg_ctl", "start", "--wait", "--silent", "--pgdata", data, "--log", log, "--options", settings)
        try:
            yield folder
        finally:
            run("pg_ctl", "stop", "--wait", "--silent", "--pgdata", data, "--mode=immediate")
    finally:
        shutil.rmtree(folder)


def ask(folder: Path, sql: str) -> list[dict[str, float]]:
    """The rows of a query, all of whose columns are numbers."""
    options = ("--no-psqlrc", "--quiet", "--csv", "--set=ON_ERROR_STOP=1")
    printed = run("psql", *options, "--host", str(folder), "--username=test", "--dbname=postgres", given=sql)
    return [{name: float(cell) for name, cell in row.items()} for row in csv.DictReader(printed.splitlines())]
