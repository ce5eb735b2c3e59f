"""What is kept is given again, and nothing that goes wrong with it reaches whoever asks."""

import os

import pytest
from knowledge.site.store import KEPT, Store


@pytest.fixture
def asked(tmp_path):
    """Asks a store of a folder, which makes what depends on a text by counting; what it was asked to make so far."""
    made = []

    def ask(depends, folder=tmp_path / "kept"):
        return Store(folder).get("thing", depends, lambda: made.append(depends) or f"made of {depends}".encode())

    ask.made, ask.folder = made, tmp_path / "kept"
    return ask


def test_what_depends_on_the_same_is_made_once_and_else_anew(asked):
    assert [asked(text) for text in ("a", "a", "b", "a")] == [b"made of a", b"made of a", b"made of b", b"made of a"]
    assert asked.made == ["a", "b"]


def test_of_a_name_those_used_last_are_kept(asked):
    for number in range(KEPT):
        asked(f"{number}")
        (newest,) = [path for path in asked.folder.rglob("*") if path.is_file() and path.stat().st_mtime > 1e9]
        os.utime(newest, (number, number))
    asked("0")
    asked("one more")
    assert len([path for path in asked.folder.rglob("*") if path.is_file()]) == KEPT
    asked.made.clear()
    asked("0")
    asked("1")
    assert asked.made == ["1"]


@pytest.mark.parametrize("content", [b"", b"made of", b"\0" * 99])
def test_half_a_file_is_made_anew(asked, content):
    asked("a")
    (path,) = [path for path in asked.folder.rglob("*") if path.is_file()]
    path.write_bytes(content)
    assert asked("a") == b"made of a" and asked.made == ["a", "a"]


def test_where_nothing_can_be_kept_it_is_made_each_time(asked, tmp_path):
    (tmp_path / "file").touch()
    assert asked("a", tmp_path / "file") == asked("a", tmp_path / "file") == b"made of a"
    assert asked.made == ["a", "a"]
