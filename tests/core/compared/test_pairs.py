"""The same thing in two states of the data."""

from knowledge.compared.pairs import changed_pairs, difference


def pairs(before, after):
    return [(pair.was, pair.place) for pair in changed_pairs(before, after)]


def test_an_item_is_the_same_wherever_it_stands():
    one, two = {"fr": "Un texte", "en": "A text"}, {"fr": "Un autre", "en": "Another one"}
    assert pairs([one, two], [two, one]) == []
    assert pairs([one, two], [two, {"fr": "Un texte neuf", "en": "A text"}]) == [((0,), (1,))]
    assert pairs([one, two], [two]) == [((0,), (-1,))]


def test_relations_are_told_apart_by_what_they_name():
    causes, other = ({"kpi": id, "kind": "causes", "note": {"fr": id, "en": id}} for id in ("csat", "nps"))
    rewritten = {**causes, "note": {"fr": "neuf", "en": "new"}}
    assert pairs([causes], [other]) == [((0,), (-1,)), ((-1,), (0,))]
    assert pairs([causes, other], [other, rewritten]) == [((0, "note"), (1, "note"))]


def test_only_what_differs_of_a_long_text_is_quoted():
    start, end = "a" * 60, "z" * 60
    assert difference(f"{start} old {end}", f"{start} new {end}") == (
        f"…{'a' * 39} old {'z' * 39}…",
        f"…{'a' * 39} new {'z' * 39}…",
    )
    assert difference("ab", "aab") == ("ab", "aab")
