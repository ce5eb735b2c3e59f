"""The site before and after a change of four records: a figure, a text, a default of the model, an id."""

import shutil
from datetime import date

import pytest
from knowledge.book import read_project
from knowledge.pages.page import Settings
from knowledge.site.files import assemble
from knowledge.site.render import Renderer
from version import keep

from tests.core.test_messages import changed
from tests.support.building import ROOT, tell

RENAMED = {
    "data/outcomes/home.yml": {"  home-nps:\n": "  home-recommendation:\n"},
    "data/case_studies.yml": {"home-nps": "home-recommendation"},
    "data/contradictions.yml": {"home-nps": "home-recommendation"},
}


def renderer(project):
    return Renderer(assemble(project, Settings("https://site.example/")))


@pytest.fixture(scope="session")
def sites(project, tmp_path_factory):
    """(before, after)"""
    folder = tmp_path_factory.mktemp("changed")
    for name in ("data", "content", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("assets"))
    changed(
        folder,
        {
            "data/outcomes/luxury.yml": {"change: 50": "change: 45"},
            "data/kpis/csat.yml": {"definition:\n  fr: >-\n": "definition:\n  fr: >-\n    Mesure faite chaque mois.\n"},
            "data/roi/inputs/1_profile.yml": {"default: 0.3\n": "default: 0.35\n"},
            **RENAMED,
        },
    )
    keep(folder, date(2026, 11, 28))
    tell(folder)
    return renderer(project), renderer(read_project(folder))
