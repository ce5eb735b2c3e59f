"""What the site publishes of its theme and of its own scripts and styles."""

import re
from collections import Counter
from importlib.resources import files

import pytest
from knowledge.site import scripts, theme

MATERIAL = files("material") / "templates"
CLASS = re.compile(r"\.((?:\\.|[\w-])+)")


def selectors(css: str) -> set[str]:
    """Those of all rules, without what stands in quotation marks."""
    plain = re.sub(r'/\*.*?\*/|"[^"]*"', "", css, flags=re.S)
    heads = (head.rsplit(";", 1)[-1] for head in re.findall(r"[^{}]+(?=\{)", plain))
    return {one.strip() for head in heads if "@" not in head for one in re.split(r",(?![^(]*\))", head)}


@pytest.fixture(scope="module")
def classes(pages):
    """Every class that stands on a page, one script or another may add more."""
    return {
        name for page in pages.values() for names in re.findall(r'class="([^"]*)"', page.html) for name in names.split()
    }


def test_no_class_of_a_page_lost_its_rules(classes, site):
    (sheet,) = (MATERIAL / "assets/stylesheets").glob("main.*.min.css")
    lost = selectors(sheet.read_text(encoding="utf-8")) - selectors((site / theme.STYLES).read_text(encoding="utf-8"))
    of_pages = [one for one in lost if CLASS.search(one) and set(CLASS.findall(one)) <= classes]
    assert len(lost) > 100
    assert not [one for one in of_pages if "search" not in one and "[dir=rtl]" not in one]


def test_of_material_only_what_pages_ask_for_is_published(site):
    names = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    assert not [name for name in names if re.search(r"\.map$|lunr|workers|palette|favicon", name)]
    assert len([name for name in names if "bundle." in name]) == 1
    assert [name for name in names if name.endswith(".css")] == [theme.STYLES]


def test_our_rules_stand_in_no_layer_and_so_win_over_the_theme(site):
    styles = (site / theme.STYLES).read_text(encoding="utf-8")
    assert styles.startswith("@layer material{") and styles.count("@layer") == 1


def test_no_selector_of_ours_stands_twice(site):
    """But for what a media query or a support changes: rules of one selector belong together."""
    ours = (site / theme.STYLES).read_text(encoding="utf-8").split("\n@font-face", 1)[1]
    heads = re.findall(r"^[.\w#:\[][^{};]*(?=\{)", ours, re.M)
    assert len(heads) > 300
    assert not [head for head, times in Counter(heads).items() if times > 1]


def test_a_page_without_the_calculator_s_form_fetches_nothing_of_it(site):
    room = "assets/javascripts/"
    files = {f"{room}{path.name}": path.read_text(encoding="utf-8") for path in (site / room).glob("*.js")}
    asked = scripts.needed(f"{room}realisation.js", files)
    assert f"{room}charts.js" in asked and f"{room}calculator.js" not in asked
