"""What the site publishes of its theme and of its own scripts and styles."""

import re
from importlib.resources import files

import pytest
from knowledge.site import scripts, theme

MATERIAL = files("material") / "templates"
CLASS = re.compile(r"\.((?:\\.|[\w-])+)")


def left_out(css: str) -> set[str]:
    """The selectors of Material's rules that the site's stylesheet lacks."""
    heads = [piece for piece in theme.PIECES.findall(theme.COMMENTS.sub("", css)) if "." in piece and ":{" not in piece]
    return {one for head in heads for one in theme.selectors(head) if theme.LACKING.search(one) and CLASS.search(one)}


@pytest.fixture(scope="module")
def classes(pages):
    """Every class that stands on a page, one script or another may add more."""
    return {
        name for page in pages.values() for names in re.findall(r'class="([^"]*)"', page.html) for name in names.split()
    }


def test_no_class_of_a_page_lost_its_rules(classes):
    (sheet,) = (MATERIAL / "assets/stylesheets").glob("main.*.min.css")
    lost = [
        one
        for one in left_out(sheet.read_text(encoding="utf-8"))
        if set(CLASS.findall(one)) <= classes and "search" not in one
    ]
    assert len(left_out(sheet.read_text(encoding="utf-8"))) > 100
    assert not [one for one in lost if "[dir=rtl]" not in one], lost


def test_of_material_only_what_pages_ask_for_is_published(site):
    names = {path.relative_to(site).as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    assert not [name for name in names if re.search(r"\.map$|lunr|workers|palette|favicon", name)]
    assert len([name for name in names if "bundle." in name]) == 1
    assert [name for name in names if name.endswith(".css")] == [theme.STYLES]


def test_our_rules_stand_in_no_layer_and_so_win_over_the_theme(site):
    styles = (site / theme.STYLES).read_text(encoding="utf-8")
    assert styles.startswith("@layer material{") and styles.count("@layer") == 1


def test_no_selector_of_ours_stands_twice_in_one_place(site):
    """Rules of one selector in one media query belong together."""
    ours = (site / theme.STYLES).read_text(encoding="utf-8").split("\n@font-face", 1)[1]
    twice, seen, place = [], set(), ""
    for head in theme.PIECES.findall(ours):
        place = head.strip() if head.strip().startswith("@") else place
        if re.match(r"\n[.\w#:\[]", head) and not head.strip().endswith(";"):
            twice += [head.strip()] if (place, head) in seen else []
            seen.add((place, head))
    assert not twice


def test_a_page_without_the_calculator_s_form_fetches_nothing_of_it(site):
    room = "assets/javascripts/"
    files = {f"{room}{path.name}": path.read_text(encoding="utf-8") for path in (site / room).glob("*.js")}
    asked = scripts.needed(f"{room}realisation.js", files)
    assert f"{room}charts.js" in asked and f"{room}calculator.js" not in asked
