"""A file's place tells what it may know."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from knowledge.calculator.sentences import KEYS, ODDS
from knowledge.calculator.words import SHARED, TEXTS

ROOT = Path(__file__).parents[2]
CORE = ROOT / "hooks" / "knowledge"
SCRIPTS = ROOT / "overrides/assets/javascripts"
TOOLS = ROOT / "tests" / "tools"  # not ours
CALCULATOR = ("state", "words", "calculator", "goal", "opening", "charts", "drawing", "past", "workbook")
ROOMS = {  # each room, and those it may know; `book` stands above all
    "records": set(),
    "words": {"records"},
    "roi": {"records", "words"},
    "checks": {"records", "words", "roi"},
    "calculator": {"records", "words", "roi"},
    "pages": {"records", "words", "roi", "checks", "calculator"},
    "site": {"records", "words", "roi", "checks", "calculator", "pages"},
    "compared": {"records", "words", "roi", "calculator", "pages", "site"},
    "book": {"records", "words", "checks", "calculator", "pages", "site"},
}
OUTSIDE = {  # what a module may import besides the standard library; nothing where it is not named
    **{
        key: {"pydantic"}
        for key in (
            *("records.base", "records.host", "records.industry", "records.inputs", "records.kpi"),
            *("records.outcome", "records.risk", "records.roi"),
        )
    },
    "records.decode": {"pydantic"},
    "records.faults": {"pydantic", "pydantic_core"},
    "records.described": {"pydantic"},
    "records.schemas": {"pydantic", "pydantic_core"},
    "records.source": {"yaml"},
    "records.syntax": {"yaml"},
    "words.formats": {"babel"},
    **{
        key: {"markupsafe"}
        for key in (
            "roi.notation",
            "calculator.explainer",
            "calculator.tables",
            "site.feed",
            "site.frame",
            "site.hosting",
        )
    },
    "calculator.workbook.writing": {"xlsxwriter"},
    "site.render": {"jinja2"},
    "site.filters": {"jinja2", "markupsafe"},
    "site.finish": {"markupsafe"},
}
FILES = {
    "records.files",
    "compared.state",
    "book",
    "site.render",
    "site.store",
}  # those that may open files
MODULES = {
    ".".join(path.relative_to(CORE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(CORE.rglob("*.py"))
    if path.parent != CORE or path.stem != "__init__"
}


def imports(name: str) -> tuple[set[str], set[str]]:
    """(packages from outside the standard library, modules of the core) that a module imports."""
    outside, inside = set(), set()
    for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            outside |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            inside |= set(named(name, node))
        elif isinstance(node, ast.ImportFrom):
            outside.add(node.module.split(".")[0])
    return outside - set(sys.stdlib_module_names), inside


def named(name: str, node: ast.ImportFrom) -> Iterator[str]:
    """The modules of the core that a relative import names."""
    here = list(MODULES[name].relative_to(CORE).parts)
    start = ".".join([*here[: len(here) - node.level], *([node.module] if node.module else [])])
    for alias in node.names:
        longer = f"{start}.{alias.name}".lstrip(".")
        yield longer if longer in MODULES else start


def room(name: str) -> str:
    return name.partition(".")[0]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_knows_only_the_rooms_below_it(name):
    outside, inside = imports(name)
    assert outside <= OUTSIDE.get(name, set())
    assert {room(other) for other in inside} - {room(name)} <= ROOMS[room(name)]


def test_there_are_at_most_eight_floors():
    floors: dict[str, int] = {}
    for name in ROOMS:  # from the lowest
        modules = [module for module in MODULES if room(module) == name]
        below = {room(other) for module in modules for other in imports(module)[1]} - {name}
        floors[name] = 1 + max((floors[other] for other in below), default=0)
    assert max(floors.values()) <= 8


def test_the_core_imports_nothing_in_a_circle():
    graph = {name: imports(name)[1] for name in MODULES}
    assert sum(map(len, graph.values())) > 100
    while free := {name for name, needs in graph.items() if not needs & graph.keys()}:
        graph = {name: needs for name, needs in graph.items() if name not in free}
    assert not graph


def test_no_function_bears_the_name_of_two_others():
    bodies = [ast.parse(path.read_text(encoding="utf-8")).body for path in MODULES.values()]
    named = Counter(node.name for body in bodies for node in body if isinstance(node, ast.FunctionDef))
    assert [name for name, count in named.items() if count > 2] == []


@pytest.mark.parametrize("path", list(CORE.rglob("__init__.py")), ids=lambda path: path.parent.name)
def test_a_room_says_what_it_is_for_and_what_it_may_know(path):
    assert len(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "") > 40


@pytest.mark.parametrize("name", MODULES)
def test_only_readers_of_the_core_know_the_disk(name):
    if name not in FILES:
        assert not re.search(r"\bpathlib import Path\b|\bopen\(", MODULES[name].read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MODULES)
def test_the_core_has_no_clock_no_network_and_no_environment(name):
    text = MODULES[name].read_text(encoding="utf-8")
    assert not re.search(r"\b(datetime\.now|date\.today|time\.time|os\.environ|urllib\.request|socket|random\.)", text)


PYTHON = sorted(
    path for room in ("hooks", "tests") for path in (ROOT / room).rglob("*.py") if TOOLS not in path.parents
)


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: path.stem)
def test_a_file_is_read_at_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda path: path.stem)
def test_a_command_or_an_adapter_knows_the_core_and_its_host_and_has_short_functions(path):
    tree, text = ast.parse(path.read_text(encoding="utf-8")), path.read_text(encoding="utf-8")
    taken = {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    taken |= {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    assert taken - set(sys.stdlib_module_names) <= {"mkdocs", "knowledge", "check"}
    assert "open(" not in text
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert all(node.end_lineno - node.lineno < 35 for node in functions)
    assert not re.search(r"mkdocs[.\w]*\._|import _", text)


TEMPLATES = sorted((CORE / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_holds_no_words_of_its_own(path):
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|&\w+;", " ", path.read_text(encoding="utf-8"), flags=re.S)
    assert not re.search(r"[A-Za-zÀ-ÿ]{2,}", text.replace("404", "")), text


@pytest.mark.parametrize(
    "path", [*TEMPLATES, *sorted((ROOT / "overrides").rglob("*.html"))], ids=lambda path: path.stem
)
def test_a_template_quotes_what_it_prints_in_an_attribute(path):
    assert not re.search(r"""<\w+(?:[^<>"]|"[^"]*")*=\{\{""", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_of_the_core_lets_everything_be_escaped(path):
    assert not re.search(r"\bsafe\b|autoescape", path.read_text(encoding="utf-8"))


def test_the_calculator_asks_for_the_words_that_it_gets():
    scripts = "".join(path.read_text(encoding="utf-8") for room in CALCULATOR for path in (SCRIPTS / room).glob("*.js"))
    named = set(re.findall(r"\btexts\.(\w+)", scripts))
    assert named <= {*TEXTS, *SHARED}
    assert set(TEXTS) <= named | {*KEYS, *ODDS} | set(re.findall(r'"(\w+)"', scripts))


OURS = sorted(path for path in SCRIPTS.rglob("*.js") if "vendor" not in path.parts)
EXPORTED = re.compile(
    r"^(.*)\nexport (?:async )?(?:function (\w+)|const (\w+) =\s*(?:async )?(?:\([^()]*\)|\w+) =>)", re.M
)
SELECTOR = re.compile(r"""(?:querySelector(?:All)?|closest|matches)(?:\?\.)?\(\s*(["'`])(.*?)\1""", re.S)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_every_exported_function_of_a_script_says_what_it_does(path):
    found = EXPORTED.findall(path.read_text(encoding="utf-8"))
    unsaid = {function or constant for above, function, constant in found if not above.endswith("*/")}
    assert not unsaid


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_a_script_finds_elements_by_what_they_are_for_and_not_by_their_style(path):
    selectors = [re.sub(r"\$\{.*?\}", "", hit[2]) for hit in SELECTOR.finditer(path.read_text(encoding="utf-8"))]
    assert not [selector for selector in selectors if re.search(r"\.|\[class", selector)]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_a_script_is_small_and_evaluates_nothing(path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert len(lines) <= 180 and max(map(len, lines)) <= 120
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.write", text)


def test_no_script_exports_what_only_it_uses():
    """What a test of the browser asks for by name counts as used."""
    texts = {path: path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*/*.js") if path.parent.name != "vendor"}
    tests = "".join(
        path.read_text(encoding="utf-8")
        for room in ("parity", "browser", "bench")
        for path in (ROOT / "tests" / room).rglob("*.py")
    )
    unused = [
        f"{path.parent.name}/{path.name}: {name}"
        for path, text in texts.items()
        for name in re.findall(r"^export (?:async )?(?:function|const) (\w+)", text, re.M)
        if not re.search(rf"\b{name}\b", tests + "".join(other for there, other in texts.items() if there != path))
    ]
    assert not unused
