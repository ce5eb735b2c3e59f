"""The pages of the method: what each explains, and how their index leads to every quantity."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..records.book import Book
from ..records.roi import Named, RoiModel
from ..roi.model import Model
from ..words.wording import filled
from .explainer import Step
from .places import COMMON, COSTS, RESULTS, RULES, anchor_of, anchors, rules_of

PARTS = {  # the pages besides those of the teams → their sections, each with the words that head it
    COMMON: (("inputs", "inputs"), ("constants", "constants"), ("starts", "starts"), ("scalars", "formulas")),
    COSTS: (("costs", "costs"),),
    RESULTS: (
        *(("prudence", "prudence"), ("monthly", "monthly"), ("given", "given"), ("months", "months")),
        *(("years", "years"), ("results", "results"), ("definitions", "definitions")),
    ),
    RULES: (
        *(("rules", "rules"), ("tiers", "tiers"), ("natures", "natures"), ("time", "time"), ("risk", "risk")),
        *(("cfo", "cfo"), ("guards", "guards"), ("pools", "pools"), ("owners", "owners")),
        *(("waiting", "waiting"), ("targets", "targets")),
    ),
}
SECTIONS = {anchor: f"{page}/#{anchor}" for page, sections in PARTS.items() for anchor, _ in sections}
LISTED = ("inputs", "improvements", "formulas", "drivers", "costs", "given", "monthly", "results", "constants")


@dataclass(frozen=True)
class Part:
    """A page of the method as its index shows it.

    `sections` are (anchor on the index, anchor on the page, label), `names` (anchor, a second one or "", label).
    """

    id: str
    uri: str
    title: str
    description: str
    sections: list[tuple[str, str, str]]
    names: list[tuple[str, str, str]]


def own_of(
    record: RoiModel, pages: Mapping[str, str], page: str, steps: Mapping[str, Mapping[str, Step]]
) -> dict[str, Any]:
    """What of the model a page explains: names by section, inputs also by group; formulas and costs as steps."""
    own: dict[str, Any] = {
        section: [name for name in getattr(record, section) if pages[name] == page] for section in LISTED
    }
    grouped = {group: [id for id in own["inputs"] if record.inputs[id].group == group] for group in groups_of(record)}
    worked = {section: {id: steps[section][id] for id in own[section]} for section in ("formulas", "costs")}
    return own | worked | {"grouped": grouped}


def groups_of(record: RoiModel) -> dict[str, None]:
    return dict.fromkeys(item.group for item in record.inputs.values())


def part_of(book: Book, model: Model, pages: Mapping[str, str], page: str, lang: str) -> Part:
    """A page of the method, for its index."""
    title, description = part_words(book, page, lang)
    head = book.ui["roi_method"]
    if page in PARTS:
        sections = [(anchor, anchor, head_of(book, key, lang)) for anchor, key in PARTS[page]]
    else:
        sections = [(f"team-{page}", "drivers", head["drivers"][lang])]
    return Part(page, f"method/roi/{page}/", title, description, sections, [*names_on(model, pages, page, lang)])


def head_of(book: Book, key: str, lang: str) -> str:
    return book.ui["roi" if key == "waiting" else "roi_method"][key][lang]


def part_words(book: Book, page: str, lang: str) -> tuple[str, str]:
    """Title and description of a page of the method."""
    if page in PARTS:
        return book.ui[f"method_{page}"]["title"][lang], book.ui[f"method_{page}"]["description"][lang]
    words, name = book.ui["method_team"], {"team": book.teams[page].name[lang]}
    return filled(words["title"][lang], name), filled(words["description"][lang], name)


def names_on(model: Model, pages: Mapping[str, str], page: str, lang: str) -> Iterator[tuple[str, str, str]]:
    record, ids = model.record, anchors(model.record)
    for section in LISTED:
        items: Mapping[str, Named] = getattr(record, section)
        for name, item in items.items():
            if pages[name] == page:
                second = f"f-{anchor_of(name)}" if section == "results" and name in model.results else ""
                yield ids[name], second, item.label[lang]
    if page == RULES:
        yield from ((anchor, "", rule.label[lang]) for anchor, rule in rules_of(record))
