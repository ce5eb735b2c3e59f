"""A file's place tells what it may know."""

import ast
import re
import sys
from pathlib import Path

import pytest
from knowledge.roi_words import SHARED, TEXTS

ROOT = Path(__file__).parents[2]
CORE = ROOT / "hooks" / "knowledge"
OUTSIDE = {  # what each file of the core may import besides the standard library; nothing where it is not named
    "record": {"pydantic"},
    "model": {"pydantic"},
    "roi_model": {"pydantic"},
    "decode": {"pydantic"},
    "source": {"yaml"},
    "formats": {"babel"},
    "render": {"jinja2", "markupsafe"},
    "frame": {"markupsafe"},
    "explainer": {"markupsafe"},
    "method": {"markupsafe"},
    "notation": {"markupsafe"},
}
NEVER = {"problems": {"model"}, "model": {"problems"}, "source": {"model"}, "formats": {"model"}}  # inside the core
FILES = {"source", "prose", "book", "render"}  # those that may open files
MODULES = sorted(path.stem for path in CORE.glob("*.py") if path.stem != "__init__")


def imports(path: Path) -> tuple[set[str], set[str]]:
    """(packages from outside the standard library, sibling modules) that a file imports."""
    outside, siblings = set(), set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            outside |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            siblings |= {node.module} if node.module else {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            outside.add(node.module.split(".")[0])
    return outside - set(sys.stdlib_module_names), siblings


@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_the_core_knows_only_what_it_may(name):
    outside, siblings = imports(CORE / f"{name}.py")
    assert outside <= OUTSIDE.get(name, set())
    assert not siblings & NEVER.get(name, set())


@pytest.mark.parametrize("name", MODULES)
def test_only_readers_of_the_core_know_the_disk(name):
    if name not in FILES:
        assert not re.search(r"\bpathlib import Path\b|\bopen\(", (CORE / f"{name}.py").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MODULES)
def test_the_core_has_no_clock_no_network_and_no_environment(name):
    text = (CORE / f"{name}.py").read_text(encoding="utf-8")
    assert not re.search(r"\b(datetime\.now|date\.today|time\.time|os\.environ|urllib\.request|socket|random\.)", text)


def test_the_core_imports_nothing_in_a_circle():
    graph = {name: imports(CORE / f"{name}.py")[1] for name in MODULES}
    while free := {name for name, needs in graph.items() if not needs & graph.keys()}:
        graph = {name: needs for name, needs in graph.items() if name not in free}
    assert not graph


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda path: path.stem)
def test_an_adapter_is_thin(path):
    outside, _ = imports(path)
    assert outside <= {"mkdocs", "knowledge"}
    text = path.read_text(encoding="utf-8")
    assert "open(" not in text
    assert not re.search(r"mkdocs[.\w]*\._|import _", text)


@pytest.mark.parametrize("path", sorted((CORE / "templates").rglob("*.html")), ids=lambda path: path.stem)
def test_a_template_holds_no_words_of_its_own(path):
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|&\w+;", " ", path.read_text(encoding="utf-8"), flags=re.S)
    assert not re.search(r"[A-Za-zÀ-ÿ]{2,}", text.replace("404", "")), text


TEMPLATES = sorted([*(CORE / "templates").rglob("*.html"), *(ROOT / "overrides").rglob("*.html")])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_quotes_what_it_prints_in_an_attribute(path):
    assert not re.search(r"""<\w+(?:[^<>"]|"[^"]*")*=\{\{""", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted((CORE / "templates").rglob("*.html")), ids=lambda path: path.stem)
def test_a_template_of_the_core_lets_everything_be_escaped(path):
    assert not re.search(r"\bsafe\b|autoescape", path.read_text(encoding="utf-8"))


def test_the_calculator_asks_for_the_words_that_it_gets():
    scripts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides/assets/javascripts/roi").glob("*.js"))
    named = set(re.findall(r"\btexts\.(\w+)", scripts))
    assert named <= {*TEXTS, *SHARED}
    assert set(TEXTS) <= named | set(re.findall(r'"(\w+)"', scripts))


@pytest.mark.parametrize("path", sorted((ROOT / "overrides/assets/javascripts").glob("**/*.js")), ids=lambda path: path.name)
def test_a_script_is_small_and_evaluates_nothing(path):
    if "vendor" in path.parts:
        return
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 180
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.write", text)
