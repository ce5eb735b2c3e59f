"""The site, built beside the one that stands and put in its place once it is whole: `make build`.

A build that fails, is stopped or is killed leaves the former site; of two at once, each is whole and the later stays.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from knowledge.records.files import read_text_file
from knowledge.records.host import PATH, check_host, still_examples
from knowledge.records.problems import report

ROOT = Path(__file__).resolve().parent.parent
NEW, OLD = "site.new-", "site.old-"  # and the number of the process that made it


def main(root: Path) -> int:
    """Builds the site of a project; the exit code."""
    text, problems = read_text_file(root / PATH, PATH)
    if problems := problems or check_host(text, os.environ):
        print(report(problems), file=sys.stderr)
        return 1
    work = root / ".cache"
    work.mkdir(exist_ok=True)
    tidy(work, root / "site")
    new = work / f"{NEW}{os.getpid()}"
    try:
        if code := subprocess.call([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", new], cwd=root):
            return code
        swap(new, root / "site")
    finally:
        shutil.rmtree(new, ignore_errors=True)
    for sentence in still_examples(text, os.environ):
        print(f"Before you publish: {sentence}", file=sys.stderr)
    return 0


def swap(new: Path, site: Path) -> None:
    """Puts the new site where the old one stands, by two renames, so that nobody meets a half.

    Raises OSError where it cannot be put there.
    """
    for attempt in range(9):
        old = new.with_name(f"{OLD}{os.getpid()}")
        with suppress(FileNotFoundError):  # the first site, or another build takes it away at this moment
            site.rename(old)
        try:
            new.rename(site)
            break
        except OSError:  # another build was faster
            bring_back(old, site)
            if attempt == 8:
                raise
        finally:
            shutil.rmtree(old, ignore_errors=True)


def bring_back(old: Path, site: Path) -> None:
    """The former site, unless another stands in its place by now."""
    if not site.exists():
        with suppress(OSError):  # there was none, or another build put its own there at this moment
            old.rename(site)


def tidy(work: Path, site: Path) -> None:
    """Brings back what a build that was killed between the renames took away, and clears what dead builds left."""
    for left in (path for sign in (OLD, NEW) for path in sorted(work.glob(f"{sign}*"))):
        if not runs(int(left.name.removeprefix(OLD).removeprefix(NEW))):
            if left.name.startswith(OLD):
                bring_back(left, site)
            shutil.rmtree(left, ignore_errors=True)


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True


if __name__ == "__main__":
    try:
        sys.exit(main(ROOT))
    except KeyboardInterrupt:
        sys.exit(130)
