"""The cost of waiting is the same in Chromium as in Python."""

import random

from knowledge.roi.engine import evaluate
from knowledge.roi.finance import MONTHS
from knowledge.roi.model import model_of
from knowledge.roi.waiting import waiting

from tests.support.roi import distance, random_inputs

READERS, TOLERANCE = 100, 1e-9


def test_any_reader_waits_at_the_same_cost_in_both_engines(page, server, book):
    model, chance = model_of(book), random.Random(5)
    readers = [
        (situation, inputs, [chance.random() for _ in range(MONTHS)], chance.randint(1, MONTHS))
        for situation, inputs in random_inputs(model, READERS, seed=5)
    ]
    readers = [
        (situation, inputs, [month / sum(orders) for month in orders], month)
        for situation, inputs, orders, month in readers
    ]
    page.goto(f"{server}en/")
    found = page.evaluate(
        """async (readers) => {
        const { $generated: { model }, $model: { evaluate }, $waiting: { waiting } } =
          await import("/assets/javascripts/engine.js");
        return readers.map(([situation, inputs, season, month]) =>
          waiting(model, evaluate(model, inputs, situation), season, month));
        }""",
        readers,
    )
    for (situation, inputs, season, month), other in zip(readers, found, strict=True):
        expected = waiting(model, evaluate(model, inputs, situation), season, month)
        peak = expected.peak
        assert (peak.month, peak.wait) == (other["peak"]["month"], other["peak"]["wait"])
        figures = ("benefit", "missed", "premium")
        mine = [*expected.lost, *expected.even, *(getattr(peak, name) for name in figures)]
        theirs = [*other["lost"], *other["even"], *(other["peak"][name] for name in figures)]
        figures = zip(mine, theirs, strict=True)
        scale = max(
            (abs(lost) for lost in expected.lost if lost), default=1
        )  # a loss near nought is the difference of large sums
        assert all(distance(mine, theirs, scale=scale) <= TOLERANCE for mine, theirs in figures)
