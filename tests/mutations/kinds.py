"""The kinds of slips: what each is called, in which files it is made, and how."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from .lines import (
    Make,
    circle,
    cut_short,
    deleted_block,
    deleted_line,
    doubled_block,
    emptied,
    encoded,
    indented,
    misspelt_field,
    on_field,
    strewn,
    swapped_languages,
    tabbed,
    uneven_row,
    unfinished_merge,
    with_line,
)

NUMBER = re.compile(r"(?<=: )-?\d+(\.\d+)?(?=$|[,}])")
TYPES = ("12", "-3.5", "true", "[]", "{}", "[a, b]", "{a: b}", "2026-11-27", "null", '""', '"12"', "yes", "x")
REFERENCE = r"^[a-z]+(-[a-z]+)*$"
DATA: dict[str, Make] = {
    "delete a line": deleted_line,
    "delete a block": deleted_block,
    "double a block": doubled_block,
    "another type": on_field(r".", lambda rng, value: rng.choice(TYPES)),
    "swap languages": swapped_languages,
    "break indentation": indented,
    "a tab": tabbed,
    "a huge number": on_field(
        NUMBER.pattern.replace("(?<=: )", "^"), lambda rng, value: "9" * rng.choice((13, 15, 31, 5000))
    ),
    "a negative number": on_field(r"^[1-9]\d*(\.\d+)?$", lambda rng, value: "-" + value),
    "nought": on_field(r"^-?\d+(\.\d+)?$", lambda rng, value: "0"),
    "markup in a text": on_field(r"^[A-ZÀ-Ý].* ", lambda rng, value: value + " <script>alert</script>"),
    "template syntax in a text": on_field(
        r"^[A-ZÀ-Ý].* ", lambda rng, value: value + rng.choice((" {{ config }}", " {% raw %}", " {x}", " ${x}"))
    ),
    "an unknown id": on_field(REFERENCE, lambda rng, value: value + "-zq"),
    "a circle": circle,
    "a date": on_field(
        r"^\d{4}-\d\d-\d\d$", lambda rng, value: rng.choice(("2026-02-30", "27/11/2026", "2026-11", "26-11-27"))
    ),
    "misspell a field": misspelt_field,
    "an alias": on_field(r".", lambda rng, value: rng.choice(("[&x [*x]]", "&x 1", "*x", "!!python/name:os.system x"))),
    "deep nesting": on_field(r".", lambda rng, value: rng.choice("[{") * rng.choice((21, 300, 100_000))),
    "a formula gone wrong": on_field(
        r" [-+*/] ", lambda rng, value: rng.choice((f"({value}) / 0", f"{value} +", f"{value} * 1e999", "9" * 400))
    ),
}
TEXTS: dict[str, Make] = {
    "cut short": cut_short,
    "another encoding": encoded("latin-1"),
    "UTF-16": encoded("utf-16"),
    "an empty file": emptied,
    "a control character": strewn("\x07"),
    "NUL": strewn("\0"),
    "an invisible character": strewn("\u200b"),
    "right to left": strewn("\u202e"),
    "an unfinished merge": unfinished_merge,
}
PAGES: dict[str, Make] = {
    "a script on a page": with_line("\n<script>alert(1)</script>\n"),
    "a frame on a page": with_line("\n<iframe src='https://x.example/'></iframe>\n"),
    "a style on a page": strewn("<b style='color:red'>x</b> "),
    "a handler on a page": strewn("*x*{: onclick=alert(1) } "),
    "an address on a page": strewn("[x](javascript:alert(1)) "),
    "an encoded address": strewn("[x](java&#115;cript:alert(1)) "),
    "a data address": strewn("<data:text/html,x> "),
    "a comment on a page": with_line("\n<!-- todo -->\n"),
    "a line less on a page": deleted_line,
    "an unknown block": with_line("\n<!-- data:nothing -->\n"),
    "a heading more": with_line("\n## More { #more }\n"),
    "a heading without id": with_line("\n## More\n"),
}
SQL = {"an SQL comment": with_line("-- a comment"), "a line less in SQL": deleted_line}
HOST = {
    name: DATA[name]
    for name in ("delete a line", "delete a block", "double a block", "another type", "break indentation", "a tab")
} | {"misspell a field": misspelt_field, "an alias": DATA["an alias"], "deep nesting": DATA["deep nesting"]}


def linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def piped(path: Path) -> None:
    os.mkfifo(path)


ODD: dict[str, tuple[str, bytes | Callable[[Path], None]]] = {  # name of the file in a folder → what is put there
    "a lock file": (".#zq.yml", linked("me@host.1:2")),
    "a hidden file": (".zq.yml", b"number: 3\n"),
    "a name that is only an ending": (".yml", b"number: 3\n"),
    "a folder named as a file": ("zq.yml", lambda path: path.mkdir()),
    "a link out of the project": ("zq.yml", linked("/etc/hostname")),
    "a link to nowhere": ("zq.yml", linked("nowhere")),
    "a pipe": ("zq.yml", piped),
    "an ending in capitals": ("zq.YML", b"number: 3\n"),
    "a stray file": ("zq.txt", b"note"),
    "letters of another alphabet": ("\u0441sat.yml", b"number: 3\n"),
}


Kind = tuple[str, str, Make | None]  # its name, which files, what is done


def kinds_of(files: dict[str, Path]) -> list[Kind]:
    kinds: list[Kind] = [
        *((name, r"data/.*\.yml", make) for name, make in DATA.items()),
        *((name, r"(data|content)/.*\.(yml|md|sql|csv|json)", make) for name, make in TEXTS.items()),
        *((name, r"content/(fr|en)/(?!passages).*\.md", make) for name, make in PAGES.items()),
        ("a line less in passages", r"content/.*/passages/.*\.md", deleted_line),
        *((name, r"data/guides/.*\.sql", make) for name, make in SQL.items()),
        *((f"mkdocs.yml: {name}", r"mkdocs\.yml", make) for name, make in HOST.items()),
        ("a row less or more in a table", r"data/sample/.*\.csv", uneven_row),
        ("a line less in a former version", r"data/roi/versions/.*\.json", deleted_line),
        ("deep nesting in a former version", r"data/roi/versions/.*\.json", with_line("[" * 100_000)),
        ("delete a file", r"(data|content)/.*", None),
        *((name, r"data/.*\.yml", None) for name in ODD),
    ]
    return [kind for kind in kinds if any(re.fullmatch(kind[1], path) for path in files)]
