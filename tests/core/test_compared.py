"""The data beside a former state of it: what an editor is told, and what the report of a pull request says."""

import re
import shutil
import subprocess
import sys
from datetime import date
from html import unescape
from types import SimpleNamespace

import pytest
from knowledge.book import read_project
from knowledge.compared.findings import findings
from knowledge.compared.pairs import changed_pairs, difference
from knowledge.compared.report import LENT, addresses, fitting, report, told, unreadable
from knowledge.compared.state import read_state
from knowledge.pages.page import Settings
from knowledge.records.base import LANGUAGES
from knowledge.records.catalogue import Redirect
from knowledge.records.problems import Problem, annotation
from knowledge.site.files import assemble
from knowledge.site.render import Renderer
from version import keep

from tests.core.test_messages import HERE, changed, copy_project
from tests.support.building import ROOT, copied, tell

KPI, FOOD, TERMS = "data/kpis/store-traffic.yml", "data/outcomes/food.yml", "data/glossary.yml"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("base") / "project"
    copy_project(folder)
    return folder


@pytest.fixture
def told_after(base, tmp_path):
    """What is told once an editor has changed the project."""

    def told(change):
        folder = tmp_path / "project"
        shutil.copytree(base, folder, dirs_exist_ok=True)
        changed(folder, change)
        return findings(read_state(base), read_state(folder))

    return told


def line_of(path, text):
    lines = (HERE / "project" / path).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def first(path, pattern):
    """What the project's file holds of this form."""
    return re.search(pattern, (HERE / "project" / path).read_text(encoding="utf-8"), re.M)[0]


def test_the_same_state_has_nothing_to_tell(told_after):
    assert told_after({}) == []


def test_a_text_changed_in_one_language_is_told_at_its_line(told_after):
    french = first(KPI, r"(?<=  fr: )\S.*")
    (one,) = told_after({KPI: {french: french + " bis"}})
    assert (one.path, one.line, one.column) == (KPI, line_of(KPI, french), 3)
    assert one.message.startswith("The French text changed, the English did not. fr was: “")
    assert "move `reviewed:` on" in one.fix


def test_it_is_accepted_with_the_day_of_the_review(told_after):
    french = first(KPI, r"(?<=  fr: )\S.*")
    assert told_after({KPI: {french: french + " bis", first(KPI, "^reviewed: .*"): "reviewed: 2027-01-02"}}) == []


def test_an_earlier_day_accepts_nothing(told_after):
    french = first(KPI, r"(?<=  fr: )\S.*")
    assert told_after({KPI: {french: french + " bis", first(KPI, "^reviewed: .*"): "reviewed: 2020-01-02"}})


def test_a_file_without_days_takes_one_at_its_head(told_after):
    french = first(TERMS, r"(?<=definition: {fr: )[^,]+")
    change = {french: french + " bis"}
    (one,) = told_after({TERMS: change})
    assert one.fix.endswith("at the head of data/glossary.yml: `# reviewed: 2026-11-28`.")


def test_a_day_at_the_head_accepts(told_after):
    french, head = first(TERMS, r"(?<=definition: {fr: )[^,]+"), first(TERMS, r"\A.*")
    assert told_after({TERMS: {french: french + " bis", head: f"# reviewed: 2026-11-28\n{head}"}}) == []


def test_both_languages_may_change(told_after):
    french, english = first(KPI, r"(?<=  fr: )\S.*"), first(KPI, r"(?<=  en: )\S.*")
    assert told_after({KPI: {f"  fr: {french}": "  fr: Autre", f"  en: {english}": "  en: Other"}}) == []


def test_an_outcome_that_is_gone_wants_a_redirect(told_after):
    id = first(FOOD, r"(?<=^  )food-[a-z-]+(?=:$)")
    (one,) = [it for it in told_after({FOOD: {f"  {id}:": "  food-renamed:"}}) if it.path == FOOD]
    assert one.message == f'"{id}" is gone, and with it outcome/#{id}.'
    assert one.fix.endswith(f"`old: outcome/#{id}` and `new: …`.")


def test_a_redirect_accounts_for_it(told_after):
    id = first(FOOD, r"(?<=^  )food-[a-z-]+(?=:$)")
    moves = f'moved:\n  old: "outcome/#{id}"\n  new: "outcome/#food-renamed"\n'
    assert told_after({FOOD: {f"  {id}:": "  food-renamed:"}, "data/redirects.yml": moves}) == []


def test_a_file_that_is_gone_is_told_with_its_address(told_after):
    (one,) = told_after({KPI: None})
    assert one.message == "The file is gone, and with it kpi/store-traffic/."


def test_an_interface_word_that_is_gone_is_told_in_its_file(told_after):
    (one,) = told_after({"data/ui/frame.yml": {first_word(): ""}})
    assert one.path == "data/ui/frame.yml" and '"frame.edit"' in one.message and one.line > 1


def first_word():
    text = (ROOT / "data/ui/frame.yml").read_text(encoding="utf-8")
    return re.search(r"^  edit: .*\n", text, re.M)[0]


def test_a_redirect_is_for_ever(base, tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    for folder, text in (
        (before, "a: {old: kpi/a/, new: kpi/b/}\nc: {old: kpi/c/, new: kpi/b/}\n"),
        (after, "a: {old: kpi/a/, new: kpi/b/}\n"),
    ):
        shutil.copytree(base, folder)
        (folder / "data/redirects.yml").write_text(text, encoding="utf-8")
    (one,) = findings(read_state(before), read_state(after))
    assert one.message == "The redirect from kpi/c/ is gone."


def test_an_address_does_not_leave_the_list(base, tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    for folder, text in ((before, "/fr/\n/fr/kpi/\n"), (after, "/fr/\n")):
        shutil.copytree(base, folder)
        (folder / "tests/golden").mkdir(parents=True)
        (folder / "tests/golden/urls.txt").write_text(text, encoding="utf-8")
    (one,) = findings(read_state(before), read_state(after))
    assert one.message == "/fr/kpi/ is no longer in the list of published addresses."


PASSAGES = "content/fr/passages/roi_method.md"


def test_a_passage_changed_in_one_language_is_told_at_its_heading(told_after):
    name = first(PASSAGES, r"(?<=^## )\w+")
    (one,) = told_after({PASSAGES: {f"## {name}\n": f"## {name}\n\nUn mot de plus.\n"}})
    assert (one.path, one.line) == (PASSAGES, line_of(PASSAGES, f"## {name}"))
    assert one.fix.endswith(f"at the head of {PASSAGES}: `<!-- reviewed: 2026-11-28 -->`.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_day_at_its_head_accepts_it_in_either_language_and_is_no_text(told_after, lang):
    heading, day = first(PASSAGES, r"^## \w+"), "<!-- reviewed: 2026-11-28 -->"
    longer = f"{heading}\n\nUn mot de plus."
    if lang == "fr":
        change = {PASSAGES: {heading: f"{day}\n{longer}"}}
    else:
        change = {PASSAGES: {heading: longer}, PASSAGES.replace("/fr/", "/en/"): {heading: f"{day}\n{heading}"}}
    assert told_after(change) == []


def test_a_section_of_a_page_changed_in_one_language_is_told(told_after):
    path = "content/en/method.md"
    heading = first(path, r"^## .*")
    (one,) = told_after({path: {heading: f"{heading}\n\nOne more word."}})
    assert (one.path, one.line) == (path, line_of(path, heading))
    assert one.fix.endswith("at the head of content/fr/method.md: `reviewed: 2026-11-28`.")
    assert told_after({path: {heading: f"{heading}\n\nOne more word.", "title:": "reviewed: 2026-11-28\ntitle:"}}) == []


def test_a_page_that_is_gone_wants_a_redirect(told_after):
    found = told_after({"content/fr/method.md": None, "content/en/method.md": None})
    assert [one.message for one in found] == ['"method.md" is gone, and with it method/.']


def test_the_command_compares_with_the_state_from_which_it_went_apart(tmp_path):
    root = copied(tmp_path / "project", "tests")
    (root / "tests/golden").mkdir(parents=True)

    def git(*words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@a.example", *words], cwd=root, check=True)

    def compare(*words):
        command = [sys.executable, str(root / "hooks/compare.py"), *words]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        return run.returncode, run.stdout, run.stderr

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "a")
    assert compare("main") == (0, "Nothing changed in one language only, and nothing is gone.\n", "")
    code, said, wrong = compare("nowhere")
    assert (code, said) == (2, "") and wrong.startswith("No state of the project to compare with:")
    changed(root, {"data/kpis/csat.yml": {"definition:\n  fr: >-\n": "definition:\n  fr: >-\n    Une phrase.\n"}})
    code, said, wrong = compare("main", "--github")
    assert (
        code == 1
        and said.startswith("::error file=data/kpis/csat.yml,line=")
        and wrong.startswith("1 problem in data/")
    )
    changed(
        root,
        {
            "data/ui/challenge.yml": {"  edit:": "  again: {fr: Encore, en: Again}\n  edit:"},
            "hooks/knowledge/templates/fragments/macros.html": {'"mend">': '"mend">{{ ui.challenge.again }}'},
        },
    )
    code, said, wrong = compare("main", "--report")
    assert (code, wrong) == (0, "") and LENT in said and "- kpi/csat/ (fr)\n" in said


def pairs(before, after):
    return [(pair.was, pair.place) for pair in changed_pairs(before, after)]


def test_an_item_is_the_same_wherever_it_stands():
    one, two = {"fr": "Un texte", "en": "A text"}, {"fr": "Un autre", "en": "Another one"}
    assert pairs([one, two], [two, one]) == []
    assert pairs([one, two], [two, {"fr": "Un texte neuf", "en": "A text"}]) == [((0,), (1,))]
    assert pairs([one, two], [two]) == [((0,), (-1,))]


def test_relations_are_told_apart_by_what_they_name():
    causes, other = ({"kpi": id, "kind": "causes", "note": {"fr": id, "en": id}} for id in ("csat", "nps"))
    rewritten = {**causes, "note": {"fr": "neuf", "en": "new"}}
    assert pairs([causes], [other]) == [((0,), (-1,)), ((-1,), (0,))]
    assert pairs([causes, other], [other, rewritten]) == [((0, "note"), (1, "note"))]


def test_only_what_differs_of_a_long_text_is_quoted():
    start, end = "a" * 60, "z" * 60
    assert difference(f"{start} old {end}", f"{start} new {end}") == (
        f"…{'a' * 39} old {'z' * 39}…",
        f"…{'a' * 39} new {'z' * 39}…",
    )
    assert difference("ab", "aab") == ("ab", "aab")


def test_an_annotation_is_written_as_the_runner_reads_it():
    problem = Problem("data/a,b:c.yml", 3, 5, "x", "100 %: wrong,\nreally.", "Type 99.")
    assert annotation(problem) == (
        "::error file=data/a%2Cb%3Ac.yml,line=3,col=5,title=x::100 %25: wrong,%0Areally.%0AType 99."
    )


def renderer(project):
    return Renderer(assemble(project, Settings("https://site.example/")))


@pytest.fixture(scope="module")
def reports(project, tmp_path_factory):
    """(of no change, of an outcome's figure, of a KPI's text and of a default of the model)"""
    folder = tmp_path_factory.mktemp("changed")
    for name in ("data", "content", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("assets"))
    changed(
        folder,
        {
            "data/outcomes/luxury.yml": {"change: 50": "change: 45"},
            "data/kpis/csat.yml": {"definition:\n  fr: >-\n": "definition:\n  fr: >-\n    Mesure faite chaque mois.\n"},
            "data/roi/inputs/1_profile.yml": {"default: 0.3\n": "default: 0.35\n"},
        },
    )
    keep(folder, date(2026, 11, 28))
    tell(folder)
    before, after = renderer(project), renderer(read_project(folder))
    return report(before, before), report(before, after)


def test_nothing_changed_is_said(reports):
    assert reports[0] == "## What this change does for the reader\n\nNothing: no page reads otherwise.\n"


def test_a_figure_is_reported_as_it_is_printed_in_both_languages(reports):
    said = plain(reports[1])
    assert "· luxury-cross-channel**\n- figure\n  - fr: +50 % → +45 %\n  - en: +50% → +45%\n- text\n" in said
    assert "- industry/luxury/ (fr, en)\n" in said


def test_a_text_is_reported_where_it_differs(reports):
    said = plain(reports[1])
    assert re.search(
        r"csat.yml\*\* \(.*\)\n- definition\n  - fr: \S.{0,50}… → Mesure faite chaque mois\..{0,50}…\n", said
    ), said
    assert "- kpi/csat/ (fr)\n" in said


def test_a_default_of_the_model_is_reported_with_the_headline_result(reports):
    said = plain(reports[1])
    assert "- default\n  - fr: 30 % → 35 %\n  - en: 30% → 35%\n" in said
    assert re.search(r"\| Net present value \(NPV\) \| (.+ k€ · €.+k) \| (?!\1).+ k€ · €.+k \|\n", said)
    assert re.search(r"\| Payback \| .* ans · .* years \|", said)


def test_new_addresses_are_reported(reports):
    assert "### Addresses added: 1\n\n- method/roi/#version-3 (fr, en)\n" in plain(reports[1])


def test_an_address_is_gone_or_moved_and_never_both():
    old = {"fr/kpi/a/": '<h2 id="one">', "fr/kpi/b/": "", "fr/kpi/c/": '<p id="two">'}
    before, after = (SimpleNamespace(redirects=moves) for moves in ({}, {"a": Redirect(old="kpi/a/", new="kpi/b/")}))
    assert list(addresses(old, {"fr/kpi/b/": "", "fr/kpi/c/": ""}, before, after)) == [
        *("### Addresses moved: 1", "", "- kpi/a/ → kpi/b/", ""),
        *("### Addresses gone: 1", "", "- kpi/c/&#35;two (fr)", ""),
    ]


def plain(said):
    """The report as it reads."""
    return unescape(said).replace("\u202f", " ").replace("\u00a0", " ")


def test_a_base_that_today_refuses_is_said_to_be_one():
    assert unreadable(1).endswith("Not compared: by the rules of this change, the data of the base has 1 problem.\n")


def test_a_report_has_room_in_a_comment():
    assert len(fitting(["x" * 1000] * 100)) < 65_536
    assert fitting(["x" * 1000] * 100).endswith("…and more: it has no room in a comment.\n")


@pytest.mark.parametrize(
    "mark",
    ["@team", "<img src=x>", "[a](b)", "https://evil.example", "www.evil.example", "#12", "`x`", "*x*", "_x_", "a|b"],
)
def test_nothing_in_a_report_is_a_mark(mark):
    assert not re.search(r"[@<>\[\]`*|]|://|www\.|(?<!&)#|(?<!\w)_", told(f"A {mark} b"))
