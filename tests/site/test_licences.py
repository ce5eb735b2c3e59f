"""What others wrote is named, and published with its whole licence."""

import re
from importlib.metadata import distribution

import pytest

from tests.support.building import ROOT

ASSETS = ROOT / "overrides/assets"
OTHERS = [*(ASSETS / "javascripts/vendor").glob("*.js"), *(ASSETS / "fonts").glob("*.woff2")]
WHOLE = {"MIT": 900, "Apache": 9_000, "OFL": 3_500}  # characters that a whole licence has at least


def licence_of(path) -> str:
    """The licence beside a file: "stemmers-LICENSE.txt" holds for "stemmer-fr.js"."""
    found = [
        one
        for one in path.parent.glob("*-LICENSE.txt")
        if path.stem.startswith(one.name.removesuffix("-LICENSE.txt").rstrip("s"))
    ]
    assert len(found) == 1, path
    return found[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_a_file_of_others_has_its_whole_licence_beside_it(path):
    text = licence_of(path)
    kind = "Apache" if "Apache License" in text else "OFL" if "SIL OPEN FONT LICENSE" in text else "MIT"
    assert re.search(r"Copyright|©", text) and len(text) >= WHOLE[kind]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_a_file_of_others_is_named_in_the_notices(path):
    notices = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert path.name in notices or re.sub(r"-\w+\.js$", "-*.js", path.name) in notices


def test_the_themes_licence_is_that_of_the_installed_theme():
    ours = (ASSETS / "javascripts/vendor/material-LICENSE.txt").read_text(encoding="utf-8")
    theirs = next(
        file for file in distribution("mkdocs-material").files or () if file.match("*.dist-info/licenses/LICENSE")
    )
    assert ours == theirs.read_text()
