"""Links that somebody wrote to break the calculator."""

import random

from tests.support.calculator import opened

FRAGMENTS, SEED = 2000, 20261123
HOSTILE = (
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "NaN",
    "Infinity",
    "-0",
    "1e999",
    "0x10",
    "', ', '",
    "\u0000",
    "٣",
    "9" * 400,
    "%",
    "..",
    "{}",
    "[]",
    "null",
)


def hostile_fragments(model):
    """Names and values that a link should not hold, good ones among them; the same for the same seed."""
    chance = random.Random(SEED)
    choices = [
        "v",
        "situation",
        "preset",
        "view",
        "name",
        "golive",
        "season",
        "seed",
        "at",
        "from.x_cancel",
        "low.return_rate",
        "high.return_rate",
        "low.x_cancel",
        "high.x_cancel",
        "low.horizon_years",
        "high.horizon_years",
        "low.__proto__",
        "high.__proto__",
        "own",
        "paper.title",
        "paper.date",
        "paper.annexes",
        "paper.toString",
        "",
        *HOSTILE,
    ]
    names = [
        prefix + name
        for prefix in ("", "", "2.", "3.", "4.")
        for name in [*model.record.inputs, *model.record.improvements, *choices]
    ]
    good = [
        "0.5",
        "1",
        "1000000",
        "-1",
        "fashion",
        "legacy-oms",
        "cfo",
        "2026-12-01",
        "kpis.costs",
        "home-cancelled-orders",
        "x_cancel.x_otif",
        "_".join("1" * 12),
        "_".join("0" * 12),
    ]
    for _ in range(FRAGMENTS):
        pairs = [(chance.choice(names), chance.choice([*HOSTILE, *good])) for _ in range(chance.randint(1, 12))]
        yield "&".join(f"{name}={value}" for name, value in pairs)


def test_two_thousand_hostile_fragments_break_nothing(page, server, model, capsys):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, server)
    bad, ignored, cases = page.evaluate(
        """async (fragments) => {
        const { $generated: { model }, $model: { evaluate } } = await import("/assets/javascripts/engine.js");
        const { $state, $bounds: { boundsOf, soundRange } } = await import("/assets/javascripts/state.js");
        const { readFragment, written } = $state, bad = [];
        const within = ([name, value]) =>
          value >= boundsOf(model, name).min && value <= boundsOf(model, name).max;
        let ignored = 0, cases = 0;
        for (const fragment of fragments) {
          const { state, ignored: left } = readFragment(model, `#${fragment}`);
          ignored += left.length;
          cases += state.cases.length;
          const sound = state.cases.every((each) => Object.entries(each.inputs).every(within)
            && Object.entries(each.ranges).every(([name, ends]) => soundRange(model, each.inputs, name, ends)))
            && state.at < state.cases.length && state.cases.length <= 3;
          const again = readFragment(model, `#${written(model, state)}`);
          const same = JSON.stringify(again.state) === JSON.stringify(state) && !again.ignored.length;
          const finite = state.cases.every((each) => Number.isFinite(evaluate(model, each.inputs, each.situation).npv));
          if (!sound || !same || !finite || {}.polluted !== undefined) bad.push(fragment);
        }
        return [bad, ignored, cases];
        }""",
        list(hostile_fragments(model)),
    )
    with capsys.disabled():
        print(
            f"\nHostile fragments: {FRAGMENTS} read, {cases} cases made of them, "
            f"{ignored} parts ignored, {len(bad)} broke something"
        )
    assert bad == []
    for fragment in list(hostile_fragments(model))[:25]:
        page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
        assert "NaN" not in " ".join(page.locator("#case :is([data-result], [data-say], dd, td)").all_inner_texts())
    assert errors == []
