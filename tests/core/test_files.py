"""What stands in `data/` and `content/` and is no plain file, and texts that are beyond reason."""

import os
import time

import pytest
from knowledge.book import read_project
from knowledge.pages.markup import foreign
from knowledge.records.files import read_files
from knowledge.records.problems import DataError
from knowledge.records.source import read_text
from knowledge.words.formats import typeset

from tests.core.test_messages import copy_project


@pytest.fixture
def project(tmp_path):
    copy_project(tmp_path / "project")
    return tmp_path / "project"


def told(project):
    """(path, message) of each problem."""
    try:
        read_project(project)
    except DataError as error:
        return [(problem.path, problem.message) for problem in error.problems]
    return []


def test_a_line_that_nobody_typed_is_told_and_the_file_is_left_out(project):
    record = project / "data/kpis/order-fill-rate.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("en: ", f"en: {'x' * 5000}", 1), encoding="utf-8")
    assert [problem.message for problem in read_files(project, "data")[1]] == [
        "This line has 5,021 characters; 5,000 is the limit."
    ]
    assert "data/kpis/order-fill-rate.yml" not in read_files(project, "data")[0]


@pytest.mark.parametrize("sign", ["{", "<", "<!-- data:", "` ", "["])
def test_a_page_of_nothing_but_signs_is_read_in_no_time(project, sign):
    page = project / "content/en/method.md"
    page.write_text(page.read_text(encoding="utf-8") + f"{sign * 200}\n\n" * 20, encoding="utf-8")
    start = time.process_time()
    told(project)
    assert time.process_time() - start < 5


ODD = {
    "a link out": (lambda path: path.symlink_to("/etc/hostname"), "This is a link to another place."),
    "a link to nowhere": (lambda path: path.symlink_to("nowhere"), "This is a link to another place."),
    "a link to a folder": (lambda path: path.symlink_to("/etc"), "This is a link to another place."),
    "a folder": (lambda path: path.mkdir(), "A folder has the name of a file."),
    "a pipe": (os.mkfifo, "This is not a plain file, or it went away while it was read."),
}


@pytest.mark.parametrize("name", ["data/kpis/zq.yml", "data/guides/zq.sql", "content/fr/zq.md", "content/en/zq.md"])
@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_plain_file_is_told_and_never_followed(project, odd, name):
    put, message = ODD[odd]
    put(project / name)
    assert told(project) == [(name, message)]


@pytest.mark.parametrize("name", ["data/kpis/.#zq.yml", "content/fr/.#method.md"])
def test_the_lock_file_of_an_editor_is_passed_over(project, name):
    (project / name).symlink_to("me@host.1:2")
    assert told(project) == []


@pytest.mark.parametrize("name", ["data/kpis/zq.yml~", "data/#zq.yml#", "content/fr/.method.md.swp", "data/.DS_Store"])
def test_what_an_editor_leaves_beside_a_file_is_passed_over(project, name):
    (project / name).write_bytes(b"\xff\0")
    assert told(project) == []


def test_a_file_that_goes_away_while_it_is_read_is_told(project, monkeypatch):
    gone = project / "data/kpis/order-fill-rate.yml"
    here = type(gone).read_bytes

    def read(path):
        if path == gone:
            raise FileNotFoundError
        return here(path)

    monkeypatch.setattr(type(gone), "read_bytes", read)
    assert told(project) == [
        ("data/kpis/order-fill-rate.yml", "It cannot be read: this computer does not allow it, or it went away.")
    ]


def test_a_name_that_cannot_be_printed_is_told(project):
    (project / "data/kpis/a\nb.yml").write_text("number: 3\n")
    (project / os.fsdecode(b"data/kpis/\xe9.yml")).write_text("number: 3\n")
    names = [path for path, _ in told(project)]
    assert len(names) == 2 and all(name.isprintable() for name in names)


def test_lines_end_alike_whatever_system_ended_them(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/teams.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n")
    assert read_files(tmp_path, "data") == ({"data/teams.yml": "a: 1\nb: 2\nc: 3\n"}, [])


@pytest.mark.parametrize("depth", [21, 1000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{", "{a: ", "- ", "? "])
def test_no_depth_ends_the_process(opening, depth):
    _, problems = read_text(f"a:\n  {opening * depth}", "data/teams.yml")
    assert [problem.line for problem in problems] == [2]


@pytest.mark.parametrize("text", ["[&x [*x]]", "[*x]", "{a: *x}", '{"a":*x}', "[!!int 1]", "{? &x a : 1}", '"a": &x 1'])
def test_an_alias_is_told_wherever_it_stands(text):
    _, problems = read_text(f"a: 1\nb: {text}\n" if text[0] in "[{" else f"{text}\n", "data/teams.yml")
    assert len(problems) == 1 and problems[0].message.startswith("A text starts with")


@pytest.mark.parametrize("number", ["9" * 5000, "9" * 31, "-" + "9" * 16, "0." + "1" * 400, "9" * 400 + ".5"])
def test_a_number_beyond_reason_is_told(number):
    _, problems = read_text(f"a: {number}\n", "data/teams.yml")
    assert [problem.message for problem in problems] == [
        f"The number has {sum(map(str.isdigit, number))} digits; computers keep 15."
    ]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("end", ["", "x", " !", "\u00a0:"])
def test_a_long_run_of_spaces_is_set_in_no_time(lang, end):
    start = time.process_time()
    typeset("a." + " " * 300_000 + end, lang)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<p onclick='x'>",
        "<a href='javascript:x'>",
        "<a href='java&#10;script:x'>",
        "<img src='//x.example/y.png' alt=''>",
        "<td style='color: red'>",
        "<iframe src='https://x.example'>",
        "<!doctype html>",
    ],
)
def test_the_last_guard_finds_what_no_page_may_hold(html):
    assert foreign(html)


def test_the_last_guard_lets_markdown_be():
    table = '<table><thead><tr><th style="text-align: right;">1</th></tr></thead></table>'
    assert not foreign(f'<h2 id="a">A</h2><p><a href="b.md#c">d</a> <em>e</em><br></p>{table}<!-- data:tiers -->')
