"""Every figure opens: what it is made of, on what evidence."""

from playwright.sync_api import expect

from tests.support.axe import violations
from tests.support.calculator import opened, unfold_all

OPEN_ALL = """async () => {
  const buttons = [...document.querySelectorAll("button[data-opens]")], dialog = document.querySelector("dialog.trace");
  const silent = [];
  for (const button of buttons) {
    dialog.querySelector("h2").textContent = "";
    button.click();
    await new Promise((done) => setTimeout(done));
    if (!dialog.open || !dialog.querySelector("h2").textContent) silent.push(button.dataset.opens);
    dialog.close();
  }
  return [buttons.length, silent];
}"""


def test_every_figure_opens(page, server):
    opened(page, server)
    page.locator("button.open[data-opens=npv]").click()
    dialog = page.locator("dialog.trace")
    expect(dialog.locator("tbody tr")).to_have_count(2)
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    unfold_all(page)
    opens, silent = page.evaluate(OPEN_ALL)
    assert opens > 60 and silent == []


def test_every_figure_that_opens_says_what_it_is(page, server):
    opened(page, server)
    unfold_all(page)
    for figure in page.locator("button[data-opens]").all():
        name = figure.get_attribute("aria-describedby")
        assert page.locator(f"#{name}").inner_text()


def test_evidence_and_inputs_are_one_step_from_a_figure(page, server):
    opened(page, server).locator("[data-driver=cancellations] [data-part=gross]").click()
    dialog = page.locator("dialog.trace")
    expect(dialog.locator(".evidence a")).not_to_have_count(0)
    expect(dialog.locator(".evidence-note")).to_contain_text("cancelled orders (home)")
    dialog.locator(".deeper button", has_text="avoided cancellations").click()
    dialog.locator(".deeper button", has_text="Orders cancelled").click()
    expect(dialog.locator("h2")).to_be_focused()
    dialog.locator(".change").click()
    expect(page.locator("#in-cancelled_rate")).to_be_focused()


def test_a_figure_that_could_not_open_opens_the_next_time(page, server):
    opened(page, server)
    page.route("**/roi-opening.json", lambda route: route.fulfill(status=500), times=1)
    page.locator("button[data-opens=npv]").click()
    expect(page.locator("dialog.trace .definition")).to_contain_text("could not be loaded")
    page.keyboard.press("Escape")
    page.locator("button[data-opens=npv]").click()
    expect(page.locator("dialog.trace tbody tr")).to_have_count(2)
