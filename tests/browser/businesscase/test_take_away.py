"""The business case on paper, in the clipboard, and as a file that opens without a network."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.businesscase import CASE, HEADING, NPV, opened

LANGUAGES = ("fr", "en")
PAPER = {"A4": 794, "Letter": 816}  # px of its width at 96 dpi
MARGINS = 113  # px, both
ANNEXES = "paper.annexes=kpis.outcomes.costs"
LONG = "&".join(f"paper.{name}={'W' * 90}" for name in ("title", "prospect", "author"))
HOSTILE = "paper.title=</script><img src=x onerror=alert(1)>%26%22%27|`*_[x](y)"


def sides(page, paper: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("heading", [HEADING, LONG], ids=["usual", "long"])
def test_two_sides_at_most_then_the_annexes(page, server, lang, paper, heading):
    opened(page, server, lang, f"#{CASE}&{heading}")
    alone = sides(page, paper)
    assert 1 <= alone <= 2
    opened(page, server, lang, f"#{CASE}&{heading}&{ANNEXES}")
    expect(page.locator("[data-annex]:visible")).to_have_count(3)
    assert sides(page, paper) > alone + 1


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_paper_no_table_is_cut_and_no_control_is_left(page, server, lang, paper):
    opened(page, server, lang, f"#{CASE}&{HEADING}&{ANNEXES}")
    page.set_viewport_size({"width": PAPER[paper] - MARGINS, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER[paper] - MARGINS
    assert page.locator("table").evaluate_all(
        "(tables) => tables.every((table) => table.offsetWidth <= table.parentElement.clientWidth + 1)"
    )
    assert page.locator("tr:visible").first.evaluate("(row) => getComputedStyle(row).breakInside") == "avoid"
    assert page.locator("form:visible, button:visible, header.md-header:visible").count() == 0
    band = page.locator("[data-part=plot] .band").evaluate("(path) => getComputedStyle(path).fill")
    assert band not in ("rgb(255, 255, 255)", "none")


def copied(browser, server, button: str, fragment: str) -> str:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(context.new_page(), server, "en", fragment)
    page.locator(f"[data-do={button}]").click()
    expect(page.locator("[data-part=form-notes]")).to_contain_text("Copied")
    text = page.evaluate("navigator.clipboard.readText()")
    context.close()
    return text


def test_as_text_for_a_mail(browser, server):
    text = copied(browser, server, "text", f"#{CASE}&{HEADING}")
    assert text.startswith("An OMS\n\nFor The board · By C. Martin · 1 December 2026\n")
    assert "THE ANSWER" in text and "- Net present value (NPV): Low " in text
    assert f"/en/business-case/#{CASE}&{HEADING}" in text
    assert "Annex" not in text and not re.search(r"[#*|]{2}|\n{3}", text)


def test_as_markdown_nothing_typed_becomes_markup(browser, server):
    text = copied(browser, server, "markdown", f"#{CASE}&{HOSTILE}&paper.annexes=kpis")
    assert text.splitlines()[0] == "# \\</script\\>\\<img src=x onerror=alert(1)\\>&\"'\\|\\`\\*\\_\\[x\\](y)"
    tables = re.findall(r"(?m)^\|.*\|$", text)
    assert {row.count("|") for row in tables if "---" in row} == {4, 5}
    assert re.search(r"<http://\S+/en/business-case/#v=\d+&\S+>", text)


def test_where_the_clipboard_is_refused_the_text_is_there_to_copy(page, server):
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    opened(page, server, "fr")
    page.locator("[data-do=markdown]").click()
    area = page.locator("#by-hand")
    expect(area).to_be_focused()
    assert area.input_value().startswith("# ")
    assert area.evaluate("(area) => area.selectionEnd - area.selectionStart") == len(area.input_value())
    assert violations(page) == []


@pytest.fixture(params=LANGUAGES)
def saved(request, browser, server, tmp_path) -> Path:
    """The file of a hostile title, saved by the button."""
    context = browser.new_context(accept_downloads=True)
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened(page, server, request.param, f"#{CASE}&{HOSTILE}&paper.annexes=kpis")
    with page.expect_download() as download:
        page.locator("[data-do=file]").click()
    download.value.save_as(tmp_path / "case.html")
    assert complaints == []
    context.close()
    return tmp_path / "case.html"


def test_the_file_opens_offline_and_calculates(browser, saved):
    context = browser.new_context(offline=True)
    page, asked, complaints = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(saved.as_uri())
    before = page.locator(NPV).inner_text()
    expect(page.locator(".paper-title")).to_contain_text("</script><img src=x onerror=alert(1)>")
    page.locator("details.quick summary").click()
    page.locator("#in-average_order_value").fill("70")
    expect(page.locator(NPV)).not_to_have_text(before)
    expect(page.locator("[data-part=address]")).to_contain_text("average_order_value=70")
    page.locator("#in-average_order_value").fill("90")
    expect(page.locator(NPV)).to_have_text(before)
    assert page.locator("a[href]").evaluate_all("(links) => links.every((link) => /^http/.test(link.href))")
    assert page.locator("img, [onerror]").count() == 0
    assert violations(page) == []
    assert asked == [saved.as_uri()] and complaints == []
    context.close()


def test_the_file_reads_without_javascript(browser, saved):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved.as_uri())
    assert re.search(r"\d", page.locator(NPV).inner_text())
    assert page.locator("form:visible").count() == 0
    context.close()


def test_a_part_that_does_not_come_is_said(page, server):
    opened(page, server)
    page.route("**/offline.js", lambda route: route.abort())
    page.locator("[data-do=file]").click()
    expect(page.locator("[data-part=form-notes]")).to_contain_text("could not be prepared")
