"""Accessibility, as axe finds it."""

from collections.abc import Sequence

from playwright.sync_api import Page

from tests.support.building import ROOT

AXE = (ROOT / "tests/tools/node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async ([within, only, but]) => {
  // Colours that fade into one another are not yet those of the page.
  for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime < Infinity) one.finish();
  // Nothing is preloaded: that is for sounds and films, which the policy forbids.
  const options = { runOnly: only, rules: but, resultTypes: ["violations"], preload: false };
  const { violations } = await axe.run(within, options);
  const told = (id, node) => `${id}: ${node.target} ${node.failureSummary ?? ""}`;
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => told(id, node)));
}"""


def violations(page: Page, only: list[str] = TAGS, within: str = "html", but: Sequence[str] = ()) -> list[str]:
    """What axe finds against WCAG 2.2 AA, or by some of its rules, or by all `but` some; on the page, or in an element.

    It is evaluated, not injected: the page's policy stays as it is.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, [within, only, {rule: {"enabled": False} for rule in but}])
