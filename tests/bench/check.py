"""What the check takes on the data, and on ten and a hundred times as many records."""

import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from knowledge.records.source import read_text
from version import keep

from tests.support.building import copied, tell

TIMES = (1, 10, 100)
RUNS = 3  # the first keeps what it read
ONCE = ("fulfilment", "tms")  # words of the glossary that the terms refuse anywhere else
BY_ID = ("contradictions", "cost_families", "extracts", "glossary", "journey", "laws", "order_tasks")


def measure(folder: Path) -> None:
    """Prints the processor time of a check of each size, and how it grows with the data."""
    smallest = 0.0
    for times in TIMES:
        root = copied(folder / f"times-{times}", "tests")
        (root / ".cache/made").unlink()  # that of the project
        multiply(root, times)
        size = sum(path.stat().st_size for path in (root / "data").rglob("*.yml"))
        first, *again = (cpu_seconds(root) for _ in range(RUNS))
        smallest = smallest or min(again)
        print(
            f"check, {times} times the records ({size / 1e6:.1f} MB): {first:.2f} s of CPU at first, then "
            f"{min(again):.2f} s, {min(again) / smallest:.1f} times"
        )


def cpu_seconds(root: Path) -> float:
    """CPU time of one check that finds nothing."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "hooks/check.py"], cwd=root, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# --- more of the same ---------------------------------------------------------------------------------------------


def multiply(root: Path, times: int) -> None:
    """Copies the records of a project under new ids, until there are so many times as many.

    What is no list of records stays: interface, units, terms, industries, the model but for KPIs that it leaves out.
    """
    signs = [f"-copy{number}" for number in range(1, times)]
    kpis = {path.stem for path in root.glob("data/kpis/*.yml")}
    for path in [*root.glob("data/kpis/*.yml"), *root.glob("data/guides/*"), *root.glob("data/tco/*.yml")]:
        copy_file(path, signs)
    for page in root.glob("content/*/tco.md"):
        show_tables(page, signs)
    for name in BY_ID:
        change(root / f"data/{name}.yml", partial(add_copies, signs=signs, kpis=kpis))
    for path in root.glob("data/outcomes/*.yml"):
        change(path, lambda file: add_copies(file["outcomes"], signs, kpis))
        change(root / "data/case_studies.yml", partial(tell_alone, industry=path.stem, outcomes=path))
    change(root / "data/roi/pools.yml", lambda file: file["not_monetised"].extend(signed(kpis, signs)))
    keep(root, date.today())
    tell(root)


def signed(ids: Iterable[str], signs: list[str]) -> list[str]:
    return [f"{id}{sign}" for id in sorted(ids) for sign in signs]


def copy_file(path: Path, signs: list[str]) -> None:
    """Copies a file of one record; a KPI has a number of its own and relations with other copies, and no driver."""
    text = re.sub(r"(?m)^(driver|feeds): .*\n", "", path.read_text(encoding="utf-8"))
    for number, sign in enumerate(signs, start=1):
        own = re.sub(r"(?m)^( *- kpi: [a-z-]+)$", rf"\1{sign}", text)
        if hit := re.search(r"(?m)^number: (\d+)", own):
            own = own.replace(hit[0], f"number: {int(hit[1]) + 40 * number}", 1)
        path.with_name(f"{path.stem}{sign}{path.suffix}").write_text(own, encoding="utf-8")


def show_tables(page: Path, signs: list[str]) -> None:
    tables = re.findall(r"<!-- data:tco (\S+) -->", page.read_text(encoding="utf-8"))
    with page.open("a", encoding="utf-8") as end:
        end.writelines(f"\n<!-- data:tco {id} -->\n" for id in signed(tables, signs))


class Plain(yaml.CSafeDumper):
    """Writes what stands in several places in each of them."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def change(path: Path, edit: Callable[[Any], None]) -> None:
    """Edits the value of a YAML file."""
    document, _ = read_text(path.read_text(encoding="utf-8"), path.name)
    value = deepcopy(document.value)  # what was read is kept
    edit(value)
    text = yaml.dump(value, Dumper=Plain, allow_unicode=True, sort_keys=False, width=4000)
    path.write_text(text, encoding="utf-8")


def add_copies(records: dict[str, Any], signs: list[str], kpis: set[str]) -> None:
    """Each record again under an id of its own, of the copied KPIs."""
    for id, record in [item for item in records.items() if item[0] not in ONCE]:
        for sign in signs:
            records[f"{id}{sign}"] = of_copies(record, sign, kpis)


def of_copies(value: Any, sign: str, kpis: set[str]) -> Any:
    """A value with the copies of the KPIs in its lists of KPIs."""
    if isinstance(value, dict):
        return {key: of_copies(item, sign, kpis) for key, item in value.items()}
    if isinstance(value, list):
        return [f"{item}{sign}" if str(item) in kpis else of_copies(item, sign, kpis) for item in value]
    return value


def tell_alone(cases: Any, industry: str, outcomes: Path) -> None:
    """Names the copied outcomes among those that are told alone."""
    document, _ = read_text(outcomes.read_text(encoding="utf-8"), outcomes.name)
    cases[industry]["alone"] += [id for id in document.value["outcomes"] if "-copy" in id]
