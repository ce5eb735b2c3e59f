"""Every word of data/ui.yml is asked for, and deleting any of them is told, never a crash."""

import re
import shutil
import subprocess
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from knowledge.checks import check
from knowledge.checks.roi import check_roi
from knowledge.records.decode import decode
from knowledge.records.source import Document, read_file
from knowledge.site.interface import OF_THE_CORE, asked, check_interface
from knowledge.site.render import template_texts

ROOT = Path(__file__).parents[3]
PATH = "data/ui.yml"
TEMPLATES = template_texts(ROOT / "overrides")
INTERFACE = read_file(ROOT / PATH, PATH)[0]
FREE = (
    "search_parts"  # its keys are addresses of parts of pages; tests/site/test_content.py holds that each is a result
)
WORDS = [(group, key) for group, texts in INTERFACE.value.items() for key in texts if group != FREE]


def without(document: Document, place: tuple[str, ...]) -> Document:
    """The file after an editor deleted what stands at a place."""

    def pruned(value, rest):
        return {
            key: pruned(item, rest[1:]) if key == rest[0] else item for key, item in value.items() if (key,) != rest
        }

    marks = {at: mark for at, mark in document.marks.items() if at[: len(place)] != place}
    return Document(document.path, pruned(document.value, place), marks)


def told(document: Document, pages: Collection[str] = ()) -> list[str]:
    """The fields of the problems in the file."""
    book, problems = decode([document], {})
    return [problem.field for problem in (*problems, *check_interface(book, TEMPLATES, pages)) if problem.path == PATH]


def test_the_words_of_the_file_are_those_that_the_site_asks_for():
    typed = {group: set(texts) if group != FREE else set() for group, texts in INTERFACE.value.items()}
    assert typed == asked(TEMPLATES)


def test_deleting_any_word_is_told_once(capsys):
    groups = [(group,) for group in INTERFACE.value]
    for place in (*WORDS, *groups):
        assert told(without(INTERFACE, place)) == [".".join(place)]
    with capsys.disabled():
        print(
            f"\ninterface: {len(WORDS)} words and {len(groups)} groups deleted one by one, each told once, at its place"
        )


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_deleting_one_language_of_any_word_is_told_once(lang):
    for word in WORDS:
        assert told(without(INTERFACE, (*word, lang))) == [".".join((*word, lang))]


def test_renaming_any_word_is_told_once():
    for group, key in WORDS:
        document = without(INTERFACE, (group, key))
        document.value[group] = document.value[group] | {f"{key}_": INTERFACE.value[group][key]}
        assert told(document) == [f"{group}.{key}_"]


def test_a_written_page_may_have_search_words_of_its_own():
    names = INTERFACE.value["search_names"]
    document = replace(INTERFACE, value=INTERFACE.value | {"search_names": names | {"news": names["about"]}})
    assert told(document, {"news"}) == []
    assert told(document) == ["search_names.news"]


class Untouched(dict):
    """Words that nobody may look at."""

    def __getattribute__(self, name):
        raise AssertionError(f"an interface word is looked up before it is known to be there: {name}")


def test_no_other_check_needs_the_words(book):
    without_words = replace(book, ui=Untouched())
    assert check(without_words) == []
    assert check_roi(without_words) == []


def test_what_the_core_is_said_to_ask_for_is_named_there():
    """A word that only hooks/knowledge/interface.py knows is no longer needed."""
    stated = {key for _, keys in OF_THE_CORE for key in keys}
    texts = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "hooks/knowledge").rglob("*.py")
        if path.stem != "interface"
    ]
    named = {word for text in (*texts, *TEMPLATES) for word in re.findall(r"[\w-]+", text)}
    composed = {f"{start}_{end}" for start in ("guard", "hardness", "tier") for end in named}
    pages = {path.stem for path in (ROOT / "content").rglob("*.md")}
    assert stated <= named | composed | pages | {word.replace("-", "_") for word in named}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of what `make check` reads."""
    root = tmp_path_factory.mktemp("words") / "project"
    for name in ("hooks", "data", "content", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    return root


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (r"  kpis: \{fr: KPI, en: KPIs\}\n", "menu.kpis"),
        (r"  causes: \{fr: Agit sur.*\n", "relation.causes"),
        (r"  B: .*\n", "tier.B"),
        (r"  title: \{fr: La méthode du calculateur.*\n", "roi_method.title"),
        (r"  up: .*\n", "direction.up"),
        (r", en: \"lower is better\"", "direction.down.en"),
        (r"languages:\n.*\n.*\n", "languages"),
    ],
)
def test_the_command_says_it(copy, line, field):
    text = (ROOT / PATH).read_text(encoding="utf-8")
    damaged = re.sub(line, "", text, count=1)
    assert damaged != text
    (copy / PATH).write_text(damaged, encoding="utf-8")
    run = subprocess.run([sys.executable, str(copy / "hooks/check.py")], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert run.stderr.startswith("1 problem in data/\n\ndata/ui.yml:")
    assert f"  {field}\n" in run.stderr
