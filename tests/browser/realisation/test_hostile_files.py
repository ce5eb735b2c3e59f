"""Files that somebody wrote, cut or edited to break value realisation."""

import json

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.businesscase import CASE, HEADING
from tests.support.realisation import give, hostile_files, opened, saved

FILES, SHOWN = 900, 40
READ = """async (files) => {
  const { $generated: { model } } = await import("/assets/javascripts/engine.js");
  const { $reading: { readBaseline } } = await import("/assets/javascripts/realisation.js");
  return files.map((text) => {
    const { baseline, fault } = readBaseline(model, text);
    return { whole: baseline && JSON.stringify(baseline), fault, polluted: {}.polluted !== undefined };
  });
}"""


@pytest.fixture
def full(page, server) -> str:
    """A sound file in which something of everything is typed."""
    opened(page, server, fragment=f"#{CASE}&{HEADING}")
    page.locator("#baseline-start").fill("2027-01")
    page.locator("#baseline-start").blur()
    page.locator("[name=month]").select_option("11")
    page.locator("[data-series]:visible input").first.fill("1234.5")
    page.locator("details.quick summary").click()
    page.locator("[data-owned] [data-part=owner]:visible").first.fill("A. Dupont")
    page.locator("[data-owned] [data-part=due]:visible").first.fill("2027-06-01")
    page.locator("[name=month]").focus()
    return saved(page)


def test_hundreds_of_hostile_files_are_refused_whole(page, full, capsys):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    files = list(hostile_files(full, FILES))
    found = page.evaluate(READ, files)
    told = {fault["key"] for one in found if (fault := one["fault"])}
    with capsys.disabled():
        print(
            f"\nHostile files: {len(files)} read, {sum(bool(one['fault']) for one in found)} refused, "
            f"for {len(told)} reasons: {sorted(told)}"
        )
    assert [text[:200] for text, one in zip(files, found, strict=True) if one["whole"] or not one["fault"]] == []
    assert not any(one["polluted"] for one in found)
    assert page.locator("[data-text^=fault_]").evaluate_all("(all) => all.map((one) => one.dataset.text)")
    said = page.locator("[data-text^=fault_]").evaluate_all("(all) => all.map((one) => one.dataset.text.slice(6))")
    assert told <= set(said)
    before = page.locator("main").inner_text()
    for text in files[:: FILES // SHOWN]:
        give(page, text)
        expect(page.locator("#error-file")).to_contain_text("File refused")
        expect(page.locator("#baseline-file")).to_have_value("")
        told_now = page.locator("#error-file").inner_text()
        assert page.locator("main").inner_text().replace(told_now, "").split() == before.split()
    assert saved(page) == full
    assert errors == []
    assert page.locator("main img, main b").count() == 0


def test_a_sound_file_is_read_as_it_stands(page, full):
    found = page.evaluate(READ, [full, full.replace("{", "{ ", 1)])
    assert [json.loads(one["whole"]) for one in found] == [json.loads(full)] * 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b'{"a":' * 100_000, "not JSON"),
        (b"[" * 100_000 + b"]" * 100_000, "not a baseline"),
        (b" " * 10_000_000, "larger than 1 MB"),
        (b"null", "not a baseline"),
        (b'"oms-value-baseline"', "not a baseline"),
        (b'{"format":"oms-value-baseline","format_version":2}', "not a baseline"),
        (b'{"format":"oms-value-baseline","format_version":1,"model_version":99}', "newer version"),
        (b'{"format":"oms-value-baseline","format_version":1,"model_version":1,"plan":null}', "plan.cost"),
        (b'{"format":"oms-value-baseline","format_version":1,"model_version":1,"plan":{"cost":[1]}}', "is missing"),
    ],
    ids=[
        "empty",
        "no text",
        "deep lists",
        "deep objects",
        "deep and closed",
        "10 MB",
        "null",
        "text",
        "format",
        "newer",
        "no plan",
        "little",
    ],
)
def test_what_is_no_baseline_is_refused_with_a_sentence_at_the_field(page, server, content, said):
    opened(page, server)
    give(page, content)
    expect(page.locator("#error-file")).to_contain_text(said)
    expect(page.locator("#baseline-file")).to_have_attribute("aria-invalid", "true")


def test_a_refusal_is_accessible(page, server):
    opened(page, server)
    give(page, "{")
    expect(page.locator("#error-file")).to_be_visible()
    assert violations(page) == []


def test_a_file_of_an_older_model_is_opened_and_said(page, full, model):
    older = json.loads(full)
    older["model_version"] = model.record.version - 1 or 1
    older["inputs"]["once_called_so"] = 1
    (found,) = page.evaluate(READ, [json.dumps(older)])
    assert bool(found["fault"]) == (model.record.version == 1)  # an older one may have had other inputs
