"""Value realisation as the tests use it, and the files that somebody wrote to break it."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, expect

SEED = 20261127
SEEDED = '"__proto__":{"polluted":1},'
WRONG = (  # values that no part of a baseline has
    None,
    True,
    [],
    {},
    [[[]]],
    "1",
    "\u0000",
    "x" * 200,
    "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "9999-99-99",
    1e13,
    -1e300,
    {"length": 36},
    [1e400],
)
ODD = ("__proto__", "constructor", "toString", "prototype", "", "x" * 70, "<b>", "otif ", "0", "hasOwnProperty")


def opened(page: Page, server: str, lang: str = "en", fragment: str = "") -> Page:
    """The page once its scripts show a plan."""
    page.goto(f"{server}{lang}/value/{fragment}")
    expect(page.locator("[data-series=total] [data-part=planned]")).not_to_have_text("")
    return page


def saved(page: Page) -> str:
    """The text of the file that the button saves."""
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    return download.value.path().read_text(encoding="utf-8")


def give(page: Page, content: str | bytes) -> None:
    """Opens a file of this content."""
    body = content if isinstance(content, bytes) else content.encode()
    page.set_input_files("#baseline-file", {"name": "case.json", "mimeType": "application/json", "buffer": body})


def places(value: Any, path: tuple = ()) -> Iterator[tuple]:
    """The path of every part of a JSON value but the whole."""
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield (*path, key)
        yield from places(part, (*path, key))


def hostile_files(text: str, number: int, seed: int = SEED) -> Iterator[str]:
    """Files made of a sound one, each wrong in one way; the same for the same seed."""
    chance, sound = random.Random(seed), json.loads(text)
    every = list(places(sound))
    ways = (shortened, replaced, taken_away, added, lengthened, seeded)
    for turn in range(number):
        yield ways[turn % len(ways)](chance, text, copy.deepcopy(sound), every)


def holder(value: Any, path: tuple) -> Any:
    for key in path[:-1]:
        value = value[key]
    return value


def shortened(chance, text, sound, every):
    return text[: chance.randrange(len(text) - 1)]


def replaced(chance, text, sound, every):
    """A part of the wrong kind; what may be empty or none is not given that."""
    named = [path for path in every if isinstance(path[-1], str)]
    path = chance.choice(chance.choice((named, every)))  # most places are months
    old = holder(sound, path)[path[-1]]
    realised = path[0] == "actuals" and isinstance(path[-1], int)
    new = chance.choice([value for value in WRONG if value != old and not (value is None and realised)])
    if new == {} and path == ("owners",):
        new = []
    if isinstance(new, dict | list) and path[-1] in ("inputs", "improvements"):
        new = None
    if isinstance(old, str) and isinstance(new, str) and path[-1] in ("title", "prospect", "author", "owner"):
        new = "\u0007"
    holder(sound, path)[path[-1]] = new
    return json.dumps(sound).replace("Infinity", "1e999")


def taken_away(chance, text, sound, every):
    path = chance.choice(
        [path for path in every if path[0] not in ("inputs", "improvements") and path[:1] != ("owners",)]
    )
    if path[:2] == ("plan", "drivers") and len(path) == 3:
        path = ("plan", "cost")
    del holder(sound, path)[path[-1]]
    return json.dumps(sound)


def added(chance, text, sound, every):
    objects = [(), *(path for path in every if isinstance(holder(sound, path)[path[-1]], dict))]
    path = chance.choice(objects)
    target = holder(sound, path)[path[-1]] if path else sound
    target[chance.choice(ODD)] = chance.choice(WRONG)
    return json.dumps(sound).replace("Infinity", "1e999")


def lengthened(chance, text, sound, every):
    lists = [path for path in every if isinstance(holder(sound, path)[path[-1]], list)]
    path = chance.choice(lists)
    holder(sound, path)[path[-1]].append(chance.choice([0, 1, None, "1"]))
    return json.dumps(sound)


def seeded(chance, text, sound, every):
    """A key that would reach the prototype of all objects, right after a brace."""
    braces = [place for place, letter in enumerate(text) if letter == "{"]
    place = chance.choice(braces) + 1
    rest = text[place:].lstrip()
    return text[:place] + (SEEDED.rstrip(",") if rest.startswith("}") else SEEDED) + text[place:]
