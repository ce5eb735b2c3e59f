"""Rules for what explains the numbers of the model: the guides of industries to their presets, evidence and notes."""

from collections.abc import Iterator

from ...records.book import Book
from ...records.problems import Problem, did_you_mean
from ..formulas import PATH
from ..rules import problem
from ..texts import figure_names, placeholders_of


def industry_guides_explain_their_preset(book: Book) -> Iterator[Problem]:
    """The page of an industry says why of each figure that its preset sets, and of no other."""
    for id, guide in book.industry_guides.items():
        path, values, why = f"data/industry_guides/{id}.yml", book.roi.presets.get(id, {}), guide.preset.why
        if not values:
            if id in book.industries:
                message, fix = f"The calculator has no preset for {id}.", "Add one to data/roi/presets.yml."
                yield problem(book, path, (), message, fix)
            continue
        for name in why.keys() - values.keys():
            message = f"The preset of {id} in data/roi/ does not set {name}."
            yield problem(book, path, ("preset", "why", name), message, did_you_mean(name, values))
        for name in values.keys() - why.keys():
            message = f"The preset of {id} in data/roi/ sets {name}, and nothing says why."
            yield problem(book, path, ("preset", "why"), message, f"Add `{name}:` with one sentence a language.")


def every_trade_has_a_guide(book: Book) -> Iterator[Problem]:
    """So has all that has a preset."""
    for id, industry in book.industries.items():
        wanted = industry.trade or id in book.roi.presets
        if wanted and id not in book.industry_guides and not book.is_broken("industry_guides", id):
            fix = f"Write data/industry_guides/{id}.yml" + (
                "; or, if it is no trade, `trade: false` here." if id not in book.roi.presets else "."
            )
            yield problem(book, "data/industries.yml", (id,), "The industry has no guide.", fix)


def evidence_can_be_filled(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.improvements.items():
        known = figure_names(book, (*item.outcomes, *item.context))
        yield from placeholders_of(book, PATH, ("improvements", name, "evidence"), item.evidence, known)


def notes_can_be_filled(book: Book) -> Iterator[Problem]:
    for name, item in book.roi.inputs.items():
        place = ("inputs", name, "source", "note")
        yield from placeholders_of(book, PATH, place, item.source.note, figure_names(book, item.source.outcomes))


EXPLAINED_RULES = (
    industry_guides_explain_their_preset,
    every_trade_has_a_guide,
    evidence_can_be_filled,
    notes_can_be_filled,
)
