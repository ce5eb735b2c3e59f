"""What an editor is told of the data beside a former state of it."""

import re
import shutil
from datetime import date

import pytest
from knowledge.compared.findings import findings
from knowledge.compared.state import read_state
from knowledge.records.base import LANGUAGES

from tests.core.test_messages import HERE, changed, copy_project
from tests.support.building import ROOT

KPI, FOOD, TERMS = "data/kpis/store-traffic.yml", "data/outcomes/food.yml", "data/glossary.yml"
TODAY = date(2026, 11, 28)


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
        return findings(read_state(base), read_state(folder), TODAY)

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


def test_a_version_of_the_model_stays_as_it_was_published(told_after):
    path = "data/roi/versions/1.json"
    (one,) = told_after({path: {'"default": ': '"default":  '}})
    assert (one.path, one.message) == (path, "This is not version 1 of the model as it was published.")


PAGE, PASSAGES = "content/en/method.md", "content/fr/passages/roi_method.md"


@pytest.mark.parametrize(
    ("path", "old", "day", "review"),
    [
        (KPI, r"(?<=  fr: )\S.*", "^reviewed: .*", "reviewed: 2026-11-28{times}"),
        ("data/sources.yml", r"(?<=title: {fr: )[^,]+", "  reviewed: .*", "  reviewed: 2026-11-28{times}"),
        (TERMS, r"(?<=definition: {fr: )[^,]+", r"\A", "# reviewed: 2026-11-28{times}\n"),
        (PAGE, "^## .*", "^title:", "reviewed: 2026-11-28{times}\ntitle:"),
        (PASSAGES, r"^## \w+", r"\A", "<!-- reviewed: 2026-11-28{times} -->\n"),
    ],
    ids=["a record", "a record in a file", "a file without days", "a page", "passages"],
)
def test_what_was_reviewed_today_is_accepted_again_by_a_count(base, tmp_path, path, old, day, review):
    def state(name, changes):
        shutil.copytree(base, tmp_path / name)
        changed(tmp_path / name, {path: changes})
        return read_state(tmp_path / name)

    text, line = first(path, old), first(path, day)
    longer = {text: f"{text}\n\nUn mot de plus." if path.endswith(".md") else f"{text} bis"}
    before = state("before", {line: review.format(times="")})
    (one,) = findings(before, state("after", {**longer, line: review.format(times="")}), TODAY)
    assert one.fix.endswith(": `reviewed: 2026-11-28 # 2`.") and "once more on that day" in one.fix
    assert findings(before, state("accepted", {**longer, line: review.format(times=" # 2")}), TODAY) == []
    before = state("counted", {line: review.format(times=" # 9")})
    (one,) = findings(before, state("again", {**longer, line: review.format(times=" # 9")}), TODAY)
    assert one.fix.endswith(": `reviewed: 2026-11-28 # 10`.")
    assert findings(before, state("tenth", {**longer, line: review.format(times=" # 10")}), TODAY) == []


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
    (one,) = findings(read_state(before), read_state(after), TODAY)
    assert one.message == "The redirect from kpi/c/ is gone."


def test_an_address_does_not_leave_the_list(base, tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    for folder, text in ((before, "/fr/\n/fr/kpi/\n"), (after, "/fr/\n")):
        shutil.copytree(base, folder)
        (folder / "tests/golden").mkdir(parents=True)
        (folder / "tests/golden/urls.txt").write_text(text, encoding="utf-8")
    (one,) = findings(read_state(before), read_state(after), TODAY)
    assert one.message == "/fr/kpi/ is no longer in the list of published addresses."


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


@pytest.mark.parametrize(
    "change",
    [
        {
            FOOD: {"  food-rejections:\n": "  food-refusals:\n"},
            "data/case_studies.yml": {"alone: [food-rejections]": "alone: [food-refusals]"},
            "data/redirects.yml": "refusals: {old: 'outcome/#food-rejections', new: 'outcome/#food-refusals'}\n",
        },
        {
            KPI: {"reviewed:": "retired:\n  on: 2026-11-23\n  why: {fr: Un, en: One}\n  successors: []\nreviewed:"},
            "data/roi/pools.yml": {"[order-fill-rate, store-traffic]": "[order-fill-rate]"},
            "data/journey.yml": {"[order-fill-rate, store-traffic]": "[order-fill-rate]"},
        },
    ],
    ids=["moved", "retired"],
)
def test_an_id_that_a_list_held_is_accounted_for_by_its_record(told_after, change):
    assert told_after(change) == []


def test_an_id_that_a_list_held_is_missed_while_its_record_stands(told_after):
    (one,) = told_after({"data/journey.yml": {"[order-fill-rate, store-traffic]": "[order-fill-rate]"}})
    assert "store-traffic" in one.message


def test_what_has_another_name_is_not_gone(base, tmp_path):
    path = "data/ui/frame.yml"
    shutil.copytree(base, tmp_path / "after")
    changed(tmp_path / "after", {path: {"  edit:": "  mend:"}})
    assert findings(read_state(base), read_state(tmp_path / "after"), TODAY) == []
