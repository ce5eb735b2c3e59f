"""What a reader sees when a part does not come."""

import pytest
from playwright.sync_api import expect

from tests.support.calculator import opened


@pytest.mark.parametrize(
    "script", ["delete window.Worker", "window.Worker = class { constructor() { throw new DOMException('no'); } }"]
)
def test_without_a_worker_the_live_draws_stay(page, server, script):
    page.add_init_script(script)
    opened(page, server)
    expect(page.locator("[data-say=trials]")).to_contain_text("1,000")


@pytest.mark.parametrize("missing", ["**/roi.json", "**/calculator.js"])
def test_a_part_that_does_not_come_is_said_and_the_example_is_not_taken_for_the_readers(page, server, missing):
    page.route(missing, lambda route: route.fulfill(status=500))
    page.goto(f"{server}en/calculator/#v=1&gmv_total=80000000")
    expect(page.locator("[data-only=failed]")).to_contain_text("not yours")
    expect(page.locator("[data-only=static]")).to_be_hidden()


def test_the_page_names_its_scripts_at_once(page, server):
    """No script waits until another one asks for it, but for those of the worker and of an opened figure."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith(".js") else None)
    opened(page, server)
    preloaded = page.eval_on_selector_all(
        "link[rel$=load], link[rel=prefetch]", "(links) => links.map((link) => link.href)"
    )
    named = page.eval_on_selector_all("script[src]", "(scripts) => scripts.map((script) => script.src)")
    assert len(preloaded) > 3
    assert set(asked) == {url for url in (*preloaded, *named) if url.endswith(".js")}
