"""Where the marks of the drawings stand."""

import pytest
from knowledge.pages.charts import (
    circle,
    count_bars,
    curves,
    figure_bars,
    outcome_bars,
    small_map,
    stacked,
    table_bars,
    total_bars,
    wrapped,
)
from knowledge.pages.views import kpis_by_number
from knowledge.records.outcome import Absolute, BeforeAfter, Multiple, Range, Relative


@pytest.mark.parametrize(
    ("figure", "bars"),
    [
        (Relative(type="relative", change=-25), [(0, 100), (0, 75)]),
        (Relative(type="relative", change=100), [(0, 50), (0, 100)]),
        (Range(type="range", low=-75, high=-50, unit="percent", relative=True), [(0, 100), (25, 25)]),
        (Multiple(type="multiple", factor=4), [(0, 25), (0, 100)]),
        (BeforeAfter(type="before-after", before=4, before_high=8, after=2, unit="day"), [(50, 50), (0, 25)]),
        (BeforeAfter(type="before-after", before=0, after=0, unit="day"), [(0, 0), (0, 0)]),
        (Range(type="range", low=80, high=95, unit="percent"), [(80, 15)]),
        (Absolute(type="absolute", value=96, unit="percent"), [(0, 96)]),
        (Absolute(type="absolute", value=150, unit="percent"), []),
        (BeforeAfter(type="before-after", before=2, before_unit="hour", after=1, unit="minute"), []),
    ],
)
def test_an_outcome_is_drawn_on_one_scale(figure, bars):
    assert [(bar.start, bar.length) for bar in figure_bars(figure)] == [pytest.approx(bar) for bar in bars]


def test_a_disputed_figure_is_not_drawn(book):
    assert not outcome_bars(book.outcomes["mass-retail-second-basket"])
    assert figure_bars(book.outcomes["mass-retail-second-basket"].figure)


def test_every_drawing_of_the_data_stays_on_its_track(book):
    drawn = [bar for outcome in book.outcomes.values() for bar in outcome_bars(outcome)]
    for table in book.tco.values():
        drawn += [*table_bars(table).values(), *total_bars(table)]
    assert all(bar.start >= 0 and bar.length >= 0 and bar.start + bar.length <= 100 + 1e-9 for bar in drawn)


def test_parts_stand_one_after_the_other():
    bars = stacked({"cash": 20, "risk": 30, "opportunity": 50})
    assert [(bar.start, bar.length) for bar in bars.values()] == [(0, 20), (20, 30), (50, 50)]


def test_counts_stand_on_the_scale_of_the_greatest():
    assert [bar.length for bar in count_bars({"a": 1, "b": 4, "c": 0}).values()] == [25, 100, 0]
    assert [bar.length for bar in count_bars({"a": 0}).values()] == [0]


def test_a_label_breaks_between_words():
    assert wrapped("Taux de commandes annulées", 14) == ("Taux de", "commandes", "annulées")
    assert wrapped("Réapprovisionnement", 5) == ("Réapprovisionnement",)


def test_what_acts_on_a_kpi_stands_above_it_and_its_effects_below():
    names = {name: name.upper() for name in "abcdef"}
    drawn = small_map("c", ["a", "b", "d"], ["e"], names)
    assert max(box.y + box.height for box in drawn.above) < drawn.centre.y
    assert drawn.centre.y + drawn.centre.height < min(box.y for box in drawn.below)
    assert drawn.below[0].y + drawn.below[0].height <= drawn.height
    assert len(drawn.rails) == 4


def test_a_kpi_without_relations_is_a_map_of_one_box():
    drawn = small_map("a", [], [], {"a": "A"})
    assert (drawn.above, drawn.below, drawn.rails) == ((), (), ())
    assert drawn.centre.y == 0


def test_the_kpis_stand_apart_on_the_circle_and_no_label_is_upside_down(book):
    nodes = circle(kpis_by_number(book), "fr")
    assert len({(node.x, node.y) for node in nodes.values()}) == len(book.kpis)
    assert all(-90 <= (node.turn + 180) % 360 - 180 <= 90 for node in nodes.values())


def test_a_relation_is_drawn_from_its_cause_to_its_effect(book):
    nodes = circle(kpis_by_number(book), "en")
    one, two = list(nodes)[:2]
    (curve,) = curves(nodes, [(one, two, "causes")])
    assert curve.path.startswith(f"M{nodes[one].x} {nodes[one].y}Q")
    assert curve.path.endswith(f"{nodes[two].x} {nodes[two].y}")
