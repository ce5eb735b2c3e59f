"""Every word of data/ui/ is asked for, and deleting any of them is told, never a crash."""

import re
import shutil
import subprocess
import sys
from collections.abc import Collection
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import pytest
from knowledge.checks import check_records
from knowledge.checks.roi import check_roi
from knowledge.records.base import LANGUAGES
from knowledge.records.decode import decode
from knowledge.records.files import read_files
from knowledge.records.source import Document, documents_of
from knowledge.site.interface import FOUND_BY_NAME, NAMED, OF_THE_CORE, SEARCH, UI, asked, check_interface
from knowledge.site.render import template_texts

ROOT = Path(__file__).parents[3]
TEMPLATES = template_texts(ROOT / "overrides")
ASKING = [
    "\n".join(name[0] for name in NAMED.finditer(text)) for text in TEMPLATES
]  # no more of them: read thousands of times
FILES = documents_of(read_files(ROOT, "data")[0])[0]
INTERFACE = [file for file in FILES if file.path.startswith(UI)]
NAMES = [file for file in FILES if file.path.startswith(SEARCH)]
GROUPS = {group: file for file in INTERFACE for group in file.value}
WORDS = [[(group, key) for key in file.value[group]] for group, file in GROUPS.items()]
ROUNDS = [[word for word in words if word] for words in zip_longest(*WORDS)]  # one word of each group at a time
Told = list[tuple[str, str]]


def without(files: list[Document], *places: tuple[str, ...]) -> list[Document]:
    """The files after an editor deleted what stands at these places."""
    for place in places:
        files = [pruned_file(file, place) if place[0] in file.value else file for file in files]
    return files


def pruned_file(document: Document, place: tuple[str, ...]) -> Document:
    def pruned(value, rest):
        return {
            key: pruned(item, rest[1:]) if key == rest[0] else item for key, item in value.items() if (key,) != rest
        }

    marks = {at: mark for at, mark in document.marks.items() if at[: len(place)] != place}
    return Document(document.path, pruned(document.value, place), marks)


def told(files: list[Document], pages: Collection[str] = ()) -> Told:
    """(file, field) of the problems in the files."""
    book, problems = decode(files, {})
    found = (*problems, *check_interface(book, ASKING, pages))
    folder = files[0].path.rpartition("/")[0]
    return [(problem.path, problem.field) for problem in found if problem.path.startswith(f"{folder}/")]


def at(*place: str) -> tuple[str, str]:
    """Where a word is told: its file, and the field."""
    return GROUPS[place[0]].path, ".".join(place)


def test_the_words_typed_are_those_that_the_site_asks_for():
    assert {group: set(file.value[group]) for group, file in GROUPS.items()} == asked(TEMPLATES)


def test_deleting_any_word_is_told_once(capsys):
    for words in ROUNDS:
        assert sorted(told(without(INTERFACE, *words))) == sorted(at(*word) for word in words)
    for group in GROUPS:
        assert told(without(INTERFACE, (group,))) == [(UI, group)]
    with capsys.disabled():
        print(
            f"\ninterface: {sum(map(len, WORDS))} words and {len(GROUPS)} groups deleted, each told once, at its place"
        )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_deleting_one_language_of_any_word_is_told_once(lang):
    for words in ROUNDS:
        places = [(*word, lang) for word in words]
        assert sorted(told(without(INTERFACE, *places))) == sorted(at(*place) for place in places)


def test_renaming_any_word_is_told_once():
    for words in ROUNDS:
        files = without(INTERFACE, *words)
        for group, key in words:
            value = next(file.value for file in files if group in file.value)
            value[group] = value[group] | {f"{key}_": GROUPS[group].value[group][key]}
        assert sorted(told(files)) == sorted(at(group, f"{key}_") for group, key in words)


def test_a_written_page_may_have_search_words_of_its_own():
    file = next(file for file in NAMES if "names" in file.value)
    names = file.value["names"]
    others = [other for other in NAMES if other is not file]
    files = [*others, replace(file, value={"names": names | {"news": names["about"]}})]
    assert told(files, {"news"}) == []
    assert told(files) == [(file.path, "names.news")]


def test_deleting_the_search_words_of_a_page_is_told_once():
    file = next(file for file in NAMES if "names" in file.value)
    assert set(file.value["names"]) == FOUND_BY_NAME
    for page in FOUND_BY_NAME:
        assert told(without(NAMES, ("names", page))) == [(file.path, f"names.{page}")]


def test_a_group_may_go_on_in_another_file_and_says_nothing_twice():
    more = Document("data/ui/more.yml", {"menu": {"home": {"fr": "Accueil", "en": "Home"}}}, {("menu", "home"): (2, 3)})
    assert told([*INTERFACE, more]) == [("data/ui/more.yml", "menu.home")]
    assert told([*without(INTERFACE, ("menu", "home")), more]) == []


class Untouched(dict):
    """Words that nobody may look at."""

    def __getattribute__(self, name):
        raise AssertionError(f"an interface word is looked up before it is known to be there: {name}")


def test_no_other_check_needs_the_words(book):
    without_words = replace(book, ui=Untouched())
    assert check_records(without_words) == []
    assert check_roi(without_words) == []


def test_what_the_core_is_said_to_ask_for_is_named_there():
    """A word that only hooks/knowledge/site/interface.py knows is no longer needed."""
    stated = {key for _, keys in OF_THE_CORE for key in keys} | FOUND_BY_NAME
    texts = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "hooks/knowledge").rglob("*.py")
        if path.stem != "interface"
    ]
    named = {word for text in (*texts, *TEMPLATES) for word in re.findall(r"[\w-]+", text)}
    composed = {f"{start}_{end}" for start in ("guard", "hardness", "tier", "step") for end in named}
    content = ROOT / "content"
    written = {path.relative_to(content).with_suffix("").as_posix() for path in content.rglob("*.md")}
    pages = {name.partition("/")[2].replace("-", "_") for name in written}  # without the folder of its language
    assert stated <= named | composed | pages | {word.replace("-", "_") for word in named}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of what `make check` reads."""
    root = tmp_path_factory.mktemp("words") / "project"
    for name in ("hooks", "data", "content", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.mark.parametrize(
    ("file", "line", "field"),
    [
        ("frame.yml", r"  kpis: \{fr: KPI, en: KPIs\}\n", "menu.kpis"),
        ("kpis.yml", r"  causes: \{fr: Agit sur.*\n", "relation.causes"),
        ("method.yml", r"  B: .*\n", "tier.B"),
        ("calculator_method.yml", r"  title: \{fr: La méthode du calculateur.*\n", "roi_method.title"),
        ("kpis.yml", r"  up: .*\n", "direction.up"),
        ("kpis.yml", r", en: \"lower is better\"", "direction.down.en"),
        ("frame.yml", r"languages:\n.*\n.*\n", "languages"),
    ],
)
def test_the_command_says_it(copy, file, line, field):
    path = copy / "data/ui" / file
    text = path.read_text(encoding="utf-8")
    damaged = re.sub(line, "", text, count=1)
    assert damaged != text
    path.write_text(damaged, encoding="utf-8")
    run = subprocess.run([sys.executable, str(copy / "hooks/check.py")], capture_output=True, text=True, check=False)
    path.write_text(text, encoding="utf-8")
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert run.stderr.startswith(f"1 problem in data/\n\ndata/ui/{file if '.' in field else ''}:")
    assert f"  {field}\n" in run.stderr
