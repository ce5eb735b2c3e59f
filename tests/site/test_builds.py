"""What a build says, and what its settings change."""

import os
import subprocess
import sys

from tests.support.building import copied, project


def test_the_build_has_no_warning(built):
    _, said = built
    assert "WARNING" not in said and "Deprecation" not in said, said


def test_a_build_in_another_folder_is_identical(site, tmp_path):
    elsewhere = copied(tmp_path / "elsewhere", "tests")
    as_here = {"TODAY": str(project().book.today), "NO_MKDOCS_2_WARNING": "1"}
    others = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "hooks/build.py"]
    said = subprocess.run(command, cwd=elsewhere, env=os.environ | as_here | others, stderr=subprocess.PIPE, text=True)
    assert said.returncode == 0 and "site_url is still the example, https://oms-value.example/." in said.stderr
    one, two = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (site, elsewhere / "site")
    )
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_a_demo_link_is_on_every_page_when_set_and_absent_when_empty(every_page, moved):
    assert not [url for url, page in every_page.items() if "demo" in page.html and url in ("fr/", "en/kpi/csat/")]
    for url in ("fr/", "en/kpi/csat/", "fr/404.html"):
        assert "https://demo.example/ask" in moved[url].links


def test_a_site_in_a_folder_keeps_its_links(moved):
    assert "/folder/fr/kpi/" in moved["fr/404.html"].links
