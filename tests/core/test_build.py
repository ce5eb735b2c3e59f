"""The two renames of `make build`."""

import build
import pytest


def folder(path, name):
    path.mkdir(parents=True)
    (path / name).write_text(name)
    return path


def test_what_a_killed_build_took_away_comes_back_and_its_half_is_cleared(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "runs", lambda process: process == 2)
    folder(tmp_path / "site.old-1", "former")
    folder(tmp_path / "site.new-1", "half")
    folder(tmp_path / "site.new-2", "at work")
    build.tidy(tmp_path, tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.new-2"]
    assert (tmp_path / "site/former").exists()


def test_a_new_site_takes_the_place_of_the_old(tmp_path):
    site = folder(tmp_path / "site", "former")
    build.swap(folder(tmp_path / "site.new-1", "new"), site)
    assert [path.name for path in site.iterdir()] == ["new"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_other(tmp_path):
    build.swap(folder(tmp_path / "site.new-1", "new"), tmp_path / "site")
    assert (tmp_path / "site/new").exists()


def test_a_new_site_that_cannot_be_put_there_leaves_the_former(tmp_path):
    site = folder(tmp_path / "site", "former")
    with pytest.raises(FileNotFoundError):
        build.swap(tmp_path / "site.new-1", site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (site / "former").exists()
