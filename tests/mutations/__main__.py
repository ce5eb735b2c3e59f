"""`python -m tests.mutations [how many] [seed] [folder of a project]` prints a table by kind, and every bad slip.

Stopped by Ctrl-C, those of the slips made by then.
"""

import sys
from pathlib import Path

from .table import printed, run

ROOT = Path(__file__).resolve().parents[2]


if __name__ == "__main__":
    count, seed, root = (*sys.argv[1:], *("2000", "1", str(ROOT))[len(sys.argv) - 1 :])
    table, wrong = run(Path(root), int(count), int(seed))
    for verdict, slip, words in wrong:
        print(f"{verdict}: {slip.kind} · {slip.path}:{slip.first}\n  {words.strip()[-600:]}\n")
    print(printed(table))
    sys.exit(bool(wrong))
