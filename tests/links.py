"""`make links`: whether the addresses of others, in the data and on written pages, still answer."""

import re
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import yaml
from knowledge.records.files import read_files
from knowledge.records.problems import DataError, Problem
from knowledge.records.source import Document, Place, documents_of

ROOT = Path(__file__).resolve().parent.parent
LIST = "tests/known_bad_hosts.yml"
ADDRESS = re.compile(r"https?://[^\s<>\"')\]}]+[^\s<>\"')\]}.,;:]")
BARE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?")  # "where:" of a publication is an address without https://
SECONDS = 20
HONEST = {"User-Agent": "Mozilla/5.0 (compatible; a weekly link check)", "Accept": "text/html,*/*"}
Places = Mapping[str, tuple[str, int, int]]  # address → where it is first written


def addresses(root: Path) -> dict[str, tuple[str, int, int]]:
    """Every address of others in `data/` and `content/`, with file, line and column."""
    found: dict[str, tuple[str, int, int]] = {}
    for document in documents_of(read_files(root, "data")[0])[0]:
        for address, place in in_value(document.value, ()):
            found.setdefault(address, document.at(place))
    for path in sorted((root / "content").rglob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for hit in ADDRESS.finditer(line):
                found.setdefault(hit[0], (path.relative_to(root).as_posix(), number, hit.start() + 1))
    return found


def in_value(value: Any, place: Place) -> Iterator[tuple[str, Place]]:
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from in_value(part, (*place, key))
    elif isinstance(value, str):
        yield from ((address, place) for address in ADDRESS.findall(value))
        if place[-1:] == ("where",) and BARE.fullmatch(value):
            yield f"https://{value}", place


def answer(address: str) -> str:
    """Why an address does not answer; "" if it does."""
    try:
        with urlopen(Request(address, headers=HONEST), timeout=SECONDS):
            return ""
    except HTTPError as error:
        return f"it answers {error.code}"
    except (OSError, HTTPException, ValueError) as error:
        return f"it does not answer ({type(error).__name__})"


def judged(places: Places, failed: Mapping[str, str], known: Document) -> list[Problem]:
    """What is to be mended: addresses that fail (with why), and lines of the list that say too little or nothing."""
    listed = known.value or {}
    hosts = {address: urlsplit(address).hostname or "" for address in places}
    problems = [
        Problem(
            *places[address], address, f"The address leads nowhere: {why}.", f"Correct it, or name {host} in {LIST}."
        )
        for address, why in failed.items()
        if (host := hosts[address]) not in listed
    ]
    return problems + [problem for host in listed for problem in listed_faults(host, hosts, failed, known)]


def listed_faults(host: str, hosts: Mapping[str, str], failed: Mapping[str, str], known: Document) -> Iterator[Problem]:
    line, own = known.value[host], [address for address, its in hosts.items() if its == host]
    if not (isinstance(line, dict) and line.keys() == {"since", "reason"} and all(line.values())):
        yield at(known, host, "The line lacks its day or its reason.", "Write {since: 2026-11-27, reason: …}.")
    if not own:
        yield at(known, host, "No address of this host is named any more.", "Delete the line.")
    elif not any(address in failed for address in own):
        yield at(known, host, "All addresses of this host answer again.", "Delete the line.")


def at(known: Document, host: str, message: str, fix: str) -> Problem:
    return Problem(*known.at((host,)), host, message, fix)


def known_hosts(root: Path) -> Document:
    text = (root / LIST).read_text(encoding="utf-8")
    lines = {line.split(":")[0]: number for number, line in enumerate(text.splitlines(), 1) if not line.startswith("#")}
    value = yaml.safe_load(text) or {}
    return Document(LIST, value, {(host,): (lines.get(host, 1), 1) for host in value})


def check(root: Path) -> int:
    """Asks every address; prints what is wrong; the exit code."""
    places = addresses(root)
    with ThreadPoolExecutor(8) as pool:
        failed = {address: why for address, why in zip(places, pool.map(answer, places), strict=True) if why}
    problems = judged(places, failed, known_hosts(root))
    print(DataError(problems) if problems else f"{len(places)} addresses answer.")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(check(ROOT))
