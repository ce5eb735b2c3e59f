"""What a published outcome allows as a target."""

import pytest
from knowledge.calculator.words import target_note
from knowledge.words.proof import bound_of, targets_of


def test_a_target_is_at_most_half_of_what_was_published(book):
    targets, items = targets_of(book), book.roi.improvements
    assert len(targets) >= 10
    for outcome, values in targets.items():
        for name, target in values.items():
            bounds = [bound_of(items[name], book.outcomes[id]) for id in items[name].outcomes]
            assert outcome in items[name].outcomes
            assert target == pytest.approx(min(bound for bound in bounds if bound) * book.roi.proof.shrink, abs=5e-4)
            assert items[name].around(target)["high"] <= min(bound for bound in bounds if bound) + 1e-9


def test_turns_published_as_a_rise_bound_a_cut_of_the_stock(book):
    assert bound_of(book.roi.improvements["x_stock"], book.outcomes["home-stock-turnover"]) == pytest.approx(
        1 - 1 / 1.08
    )


def test_the_texts_say_half_as_long_as_the_model_keeps_half(book):
    assert book.roi.proof.shrink == 0.5


def test_some_targets_go_beyond_the_high_scenario_as_the_case_studies_say(book):
    items = book.roi.improvements
    targets = {name: target for values in targets_of(book).values() for name, target in values.items()}
    assert {"x_shipping"} <= {name for name, target in targets.items() if target > items[name].high}


@pytest.mark.parametrize(
    ("name", "says", "compares"),
    [
        (
            "x_shipping",
            "half of the only published result",
            "assumes less: 4% in its base scenario, and 10% in its high one",
        ),
        ("x_click_collect", "half of the smallest of the published results", "assumes 25% in its base scenario"),
        ("x_stock", "a rise: we worked out the cut", "assumes 3% in its base scenario"),
        (
            "x_wismo",
            "half of the only published result",
            "assumes the same value in its base scenario, and 60% in its high one",
        ),
    ],
)
def test_a_target_is_told_beside_the_scenarios_that_it_goes_beyond(book, name, says, compares):
    item = book.roi.improvements[name]
    target = targets_of(book)[item.outcomes[0]][name]
    note = target_note(book, name, target, "en")
    assert says in note and compares in note
    assert ("assumes less" in note) is (target > item.high)
    assert ("assumes the same value" in note) is (target == item.base)
    assert note.endswith("measure your own first.")


def test_no_target_is_offered_beside_the_reason_why_there_is_none(book):
    said = {id for id, outcome in book.outcomes.items() if outcome.no_target}
    assert len(said) == 7
    assert not targets_of(book).keys() & said


def test_an_outcome_that_bounds_nothing_is_no_target(book):
    quoted = {id for item in book.roi.improvements.values() for id in item.context}
    bounding = {id for item in book.roi.improvements.values() for id in item.outcomes}
    assert targets_of(book).keys() <= bounding
    assert not targets_of(book).keys() & (quoted - bounding)
