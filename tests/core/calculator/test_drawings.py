"""What the charts of the worked example show, in both languages."""

from dataclasses import replace

import pytest
from knowledge.calculator.drawings import drawings
from knowledge.calculator.example import WIDEST, example
from knowledge.calculator.planes import Planes
from knowledge.words.wording import compact


@pytest.fixture(scope="module")
def case(book):
    return example(book)


@pytest.fixture(scope="module", params=["fr", "en"])
def drawn(request, book, case):
    return drawings(book, case, request.param)


def texts(shapes):
    for item in shapes:
        yield from [item.inside] if isinstance(item.inside, str) else texts(item.inside)


def places(row, kind):
    return [item.attributes for item in row.shapes if item.attributes["class"] == kind]


def number(length):
    return float(length.removesuffix("%"))


def test_a_flow_names_its_lines_its_years_and_its_months(book, case, drawn):
    said = list(texts(drawn.flows))
    lang = "fr" if "Début" in said else "en"
    assert {label[lang] for label in book.roi.scenarios.values()} <= set(said)
    assert len([text for text in said if str(int(case.base.number("go_live_month"))) in text])
    years = int(case.base.number("horizon_years"))
    assert sum(item.attributes.get("class") == "tick tick-below" for item in drawn.flows) == years + 1
    assert any("€" in text for text in said)


def test_a_project_that_is_never_paid_back_marks_no_month(book, case):
    pen = Planes(book, "en")
    assert pen.milestone("payback_mark", None, 36, 0) == pen.milestone("payback_mark", 0, 36, 0) == []
    assert pen.milestone("payback_mark", 40, 36, 0) == []
    assert list(texts(pen.milestone("payback_mark", 30, 36, 0))) == ["Paid back: month 30"]


def test_each_end_of_a_bar_has_its_own_value_on_its_own_side(book, case, drawn):
    for bar, row in zip(case.tornado, drawn.tornado.rows, strict=False):
        (left,), (right,) = places(row, "value to-left"), places(row, "value to-right")
        (worse, least), (better, most) = bar.ends
        assert bar.id == row.id and least <= most
        assert number(left["x"]) <= number(right["x"])
        assert {worse, better} == {bar.low, bar.high}
    inverse = [bar for bar in case.tornado if bar.swing and bar.ends[0][0] > bar.ends[1][0]]
    assert inverse, "a longer project or a higher cost gives the lower value"


def test_the_widest_bars_are_drawn_and_they_move(case, drawn):
    assert len(drawn.tornado.rows) == WIDEST
    widths = [
        sum(number(mark["width"]) for kind in ("mark mark-worse", "mark mark-better") for mark in places(row, kind))
        for row in drawn.tornado.rows
    ]
    assert widths == sorted(widths, reverse=True) and widths[-1] > 0


def test_a_step_starts_where_the_one_before_it_ended(drawn):
    ends = [number(places(row, "joint")[0]["x1"]) for row in drawn.waterfall.rows]
    for before, row in zip(ends, drawn.waterfall.rows[1:], strict=False):
        for kind in ("mark mark-less", "mark mark-more"):
            for mark in places(row, kind):
                edges = number(mark["x"]), number(mark["x"]) + number(mark["width"])
                assert any(edge == pytest.approx(before, abs=0.02) for edge in edges)


def test_nothing_set_aside_is_no_step(case, drawn):
    assert "aside" in {step.id for step in case.steps}
    assert "aside" not in {row.id for row in drawn.waterfall.rows}


def test_the_percentiles_and_nought_are_marked(case, drawn):
    kinds = [item.attributes.get("class") for item in drawn.trials]
    assert {"milestone p10", "milestone p50", "milestone p90", "zero"} <= set(kinds)
    assert sum(count for *_, count in drawn.bins) == len(case.trials.npv)


def test_a_distribution_above_nought_draws_no_zero(book, case):
    trials = replace(case.trials, npv=[value + 1e9 for value in case.trials.npv])
    assert "zero" not in {item.attributes["class"] for item in Planes(book, "fr").trials(replace(case, trials=trials))}


@pytest.mark.parametrize(
    ("value", "digits", "fr", "en"),
    [
        (1_140_154, 2, "1,1 M€", "€1.1M"),
        (-211_532, 2, "−210 k€", "−\u2060€210k"),
        (999_600, 2, "1 M€", "€1M"),
        (2_345_000_000, 2, "2,3 Md€", "€2.3bn"),
        (0.39, 3, "0,39 €", "€0.39"),
        (0, 2, "0 €", "€0"),
        (125, 2, "130 €", "€130"),
    ],
)
def test_an_amount_is_short(book, value, digits, fr, en):
    assert compact(value, book.units, "fr", digits) == fr
    assert compact(value, book.units, "en", digits) == en
