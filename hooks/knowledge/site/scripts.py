"""The scripts of a folder → one file, so that a page asks for few. `main/frame.js` and its neighbours become `main.js`.

Each module becomes a function that runs once and returns what it exports; the file exports one object a module, named
after it: `$main`. Modules import by name only, and nothing in a circle.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from graphlib import TopologicalSorter
from posixpath import dirname, join, normpath

SCRIPTS = "assets/javascripts/"
SOURCE = re.compile(rf"{SCRIPTS}(?!vendor/)\w+/\w+\.js")  # what stands in no folder is served as it is
IMPORT = re.compile(r'^import (\{[^}]*\}|\* as \w+|\w+) from "([^"]+)";\n', re.M)
FROM = re.compile(r'^import [^"]* from "([^"]+)";$', re.M)
DYNAMIC = re.compile(r'\bimport\("([^"]+)"\)')
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.M)
COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/)\n", re.M | re.S)


def joined(modules: Mapping[str, str]) -> dict[str, str]:
    """Published file → its text, of all modules by path ("assets/javascripts/main/frame.js")."""
    rooms: dict[str, list[str]] = {}
    for path in modules:
        rooms.setdefault(file_of(path), []).append(path)
    return {file: room(file, {path: modules[path] for path in paths}, modules) for file, paths in rooms.items()}


def alone(path: str, modules: Mapping[str, str]) -> str:
    """A module and all that it imports as the text of one file, which imports nothing: for pages that open offline."""
    wanted = [path]
    for name in wanted:
        found = (resolved(name, hit[2]) for hit in IMPORT.finditer(uncommented(modules[name])))
        wanted += [other for other in dict.fromkeys(found) if other not in wanted]
    return room(path, {name: modules[name] for name in wanted}, wanted)


def needed(file: str, files: Mapping[str, str]) -> list[str]:
    """A published file and all that it imports, which a page can ask for at once."""
    wanted = [file]
    for name in wanted:
        found = dict.fromkeys(resolved(name, hit) for hit in FROM.findall(files.get(name, "")))
        wanted += [other for other in found if other not in wanted]
    return wanted


def file_of(path: str) -> str:
    """The published file that holds a module: that of its folder."""
    return dirname(path) + ".js"


def room(file: str, modules: Mapping[str, str], known: Iterable[str]) -> str:
    """One published file. ValueError for two modules of one name, which cannot stand in it together."""
    plain = {path: uncommented(text) for path, text in modules.items()}
    imports = {
        path: [(resolved(path, hit[2]), hit[1]) for hit in IMPORT.finditer(text)] for path, text in plain.items()
    }
    refuse_twins(file, [*modules, *(path for taken in imports.values() for path, _ in taken if path in known)])
    order = TopologicalSorter(
        {path: [other for other, _ in taken if other in modules] for path, taken in imports.items()}
    )
    outside = {line for taken in imports.values() for line in outer(file, taken, modules, known)}
    bodies = [body(path, plain[path], imports[path], known) for path in order.static_order()]
    names = ", ".join(module_name(path) for path in modules if EXPORT.search(plain[path]))
    return "".join([*sorted(outside), *bodies, f"export {{ {names} }};\n" if names else ""])


@lru_cache(maxsize=512)  # while one edits, scripts stay as they are
def uncommented(text: str) -> str:
    return COMMENT.sub("", text)


def refuse_twins(file: str, paths: Iterable[str]) -> None:
    named: dict[str, str] = {}
    for path in paths:
        if (other := named.setdefault(module_name(path), path)) != path:
            raise ValueError(f"{other} and {path} have one name in {file}: rename one of the two.")


def outer(file: str, taken: list[tuple[str, str]], modules: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """The import lines of what stands in other files: a module of another folder, or a file that is served as it is."""
    for path, names in taken:
        if path in modules:
            continue
        source = seen_from(file, file_of(path) if path in known else path)
        yield f'import {f"{{ {module_name(path)} }}" if path in known else names} from "{source}";\n'


def body(path: str, text: str, taken: list[tuple[str, str]], known: Iterable[str]) -> str:
    """A module as a function that has run."""
    lines = [f"const {taken_names(names)} = {module_name(other)};\n" for other, names in taken if other in known]
    exports = EXPORT.findall(text)
    code = DYNAMIC.sub(lambda hit: later(path, hit[1], known), EXPORT.sub("", IMPORT.sub("", text)))
    result = f"return {{ {', '.join(exports)} }};\n" if exports else ""
    return f"const {module_name(path)} = (() => {{\n{''.join(lines)}{code}{result}}})();\n"


def taken_names(clause: str) -> str:
    """What an import names, as a declaration names it: "{ a as b }" → "{ a: b }", "* as finance" → "finance"."""
    return clause.removeprefix("* as ").replace(" as ", ": ")


def later(path: str, target: str, known: Iterable[str]) -> str:
    """A module that is fetched only when it is needed."""
    other = resolved(path, target)
    source = seen_from(file_of(path), file_of(other) if other in known else other)
    return f'import("{source}")' + (f".then((file) => file.{module_name(other)})" if other in known else "")


def resolved(path: str, target: str) -> str:
    return normpath(join(dirname(path), target))


def seen_from(file: str, target: str) -> str:
    """Both stand below `SCRIPTS`, the file directly in it."""
    return "./" + target.removeprefix(dirname(file) + "/")


def module_name(path: str) -> str:
    return "$" + path.rsplit("/", 1)[1].removesuffix(".js")
