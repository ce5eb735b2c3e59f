"""The filters of the core's templates: how texts, numbers and records read in the language of the page."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..calculator.figures import about, evidence_words, measure
from ..calculator.places import anchor_of
from ..calculator.sentences import instead, odds, result_words
from ..calculator.words import target_note
from ..records.base import Localized
from ..records.benchmark import Benchmark
from ..records.inputs import Backing
from ..records.roi import RoiModel
from ..records.tco import TcoRow
from ..words import formats
from ..words.benchmarks import benchmarks_of, figure_words, quote_benchmark
from ..words.published import Sum
from ..words.wording import MILLION, PLACEHOLDER, filled, quantity, span, with_period

CODE = re.compile(r"`([^`]+)`")


def localized(context: Context, text: Localized | str) -> str:
    return text if isinstance(text, str) else text[context["lang"]]


@pass_context
def inline(context: Context, text: Localized | str) -> Markup:
    """A text of the data on one line: {kpi:…} become links, `code` becomes code."""
    escaped = str(escape(localized(context, text)))
    coded = CODE.sub(r"<code>\1</code>", escaped)
    return Markup(PLACEHOLDER.sub(lambda hit: kpi_link(context, hit[1].removeprefix("kpi:")), coded))


@pass_context
def prose(context: Context, text: Localized | str) -> Markup:
    """A text of the data as paragraphs."""
    paragraphs = [part for part in localized(context, text).split("\n") if part.strip()]
    return Markup("").join(Markup("<p>{}</p>\n").format(inline(context, part)) for part in paragraphs)


def kpi_link(context: Context, id: str) -> Markup:
    name = context["book"].kpis[id].name[context["lang"]]
    return Markup('<a href="{}">{}</a>').format(context["to"](f"kpi/{id}/"), in_running_text(name))


def in_running_text(name: str) -> str:
    """ "Taux de rotation" → "taux de rotation"; "Net Promoter Score" and "OTIF" stay as they are."""
    first, *others = name.split(" ")
    proper = not first[1:].islower() or any(word[:1].isupper() and word[1:].islower() for word in others)
    return name if proper else name[0].lower() + name[1:]


@pass_context
def typeset(context: Context, text: Localized | str, lang: str = "") -> str:
    """For attributes and bare documents, which the finish does not reach."""
    return formats.typeset(localized(context, text), lang or context["lang"])


@pass_context
def number(context: Context, value: float, digits: int = 2) -> str:
    return formats.number(value, context["lang"], digits)


@pass_context
def amount(context: Context, value: float, unit: str, digits: int = 2) -> str:
    """A number with its unit."""
    return quantity(value, unit, context["book"].units, context["lang"], digits)


@pass_context
def bounds(context: Context, value: TcoRow | Sum, unit: str) -> str:
    """The low and high of a row or a sum, with one unit.

    Yearly money in millions throughout, as a table compares it.
    """
    scale, unit = (MILLION, "eur-million") if unit == "eur-per-year" else (1, unit)
    return span(value.low / scale, value.high / scale, unit, context["book"].units, context["lang"]) + (
        " +" if value.open_ended else ""
    )


@pass_context
def benchmark(context: Context, record: Benchmark) -> str:
    """A public figure, or its range, with its unit."""
    return figure_words(record, context["book"], context["lang"])


@pass_context
def month(context: Context, number: int) -> str:
    return formats.month(number, context["lang"])


@pass_context
def day(context: Context, value: date) -> str:
    return formats.day(value, context["lang"])


@pass_context
def shown_measure(context: Context, value: float | None, unit: str, record: RoiModel) -> str:
    """A figure of the ROI model with its unit."""
    return measure(value, unit, record, context["lang"], context["ui"]["roi_live"]["none"])


@pass_context
def shown_target(context: Context, name: str, target: float) -> str:
    """What is said beside a link that tries half of a published outcome."""
    return target_note(context["book"], name, target, context["lang"])


@pass_context
def shown_about(context: Context, value: float | None, unit: str, record: RoiModel) -> str:
    """A figure of the ROI model with its unit, rounded."""
    return about(value, unit, record, context["lang"], context["ui"]["roi_live"]["none"])


@pass_context
def result_text(context: Context, value: float | None, id: str, record: RoiModel, exact: bool = False) -> str:
    """A result in words: its figure, rounded unless it is to be exact, or what is said instead."""
    return result_words(value, id, record, context["lang"], context["ui"]["roi_live"].__getitem__, exact)


@pass_context
def shown_odds(context: Context, share: float) -> str:
    """ "about four times in five" """
    text: str = odds(context["ui"]["roi_live"], share)
    return text


@pass_context
def pair(context: Context, bounds: Sequence[float], unit: str, record: RoiModel) -> str:
    """From one bound to the other, rounded."""
    low, high = (about(bound, unit, record, context["lang"]) for bound in bounds)
    return low if low == high else fill(context["ui"]["roi_live"]["from_to"], low=low, high=high)


@pass_context
def range_text(context: Context, values: Mapping[str, float | None], id: str, record: RoiModel) -> str:
    """A result from its lowest to its highest; by scenario where one of them is no figure. `values`: by scenario."""
    words: Mapping[str, str] = context["ui"]["roi_live"]
    low, high = values["low"], values["high"]
    if low is not None and high is not None and not instead(id, low) and not instead(id, high):
        low, high = sorted((low, high))
        if low == high:
            return words["all_cases"]
        low_text, high_text = (result_text(context, value, id, record) for value in (low, high))
        return low_text if low_text == high_text else fill(words["from_to"], low=low_text, high=high_text)
    low_text, high_text = (result_text(context, value, id, record) for value in (low, high))
    return low_text if low_text == high_text else fill(words["by_case"], low=low_text, high=high_text)


@pass_context
def evidence(context: Context, text: Localized) -> Markup:
    """A note of the ROI model, its outcomes replaced by their figures."""
    return inline(context, evidence_words(context["book"], localized(context, text), context["lang"]))


@pass_context
def backing(context: Context, source: Backing) -> Markup:
    """What a default rests on: its benchmarks, each a link to the register, then its note. Empty where neither is."""
    book, to = context["book"], context["to"]
    links = [
        Markup('<a href="{}#benchmark-{}">{}</a>.').format(
            to("method/"), id, quote_benchmark(book.benchmarks[id], book, context["lang"])
        )
        for id in benchmarks_of(source)
    ]
    return Markup(" ").join([*links, *([evidence(context, source.note)] if source.note else [])])


@pass_context
def dated(context: Context, text: str) -> str:
    """A year, or a month and its year."""
    return formats.dated(text, context["lang"])


@pass_context
def counted(context: Context, number: int, what: str) -> str:
    """ "no outcome", "1 outcome", "69 outcomes", as the language counts; `what` is a word of the group `count`."""
    form = f"{what}_none" if not number else f"{what}_one" if formats.singular(number, context["lang"]) else what
    return fill(context["ui"]["count"][form], n=number)


@pass_context
def evidence_prose(context: Context, text: Localized) -> Markup:
    """Paragraphs of the data, their outcomes replaced by their figures."""
    return prose(context, evidence_words(context["book"], localized(context, text), context["lang"]))


def fill(text: str, **named: Any) -> str:
    """An interface text with its placeholders filled: "{n} outcomes"."""
    return filled(text, {name: str(value) for name, value in named.items()})


FILTERS: dict[str, Callable[..., Any]] = {
    "inline": inline,
    "prose": prose,
    "typeset": typeset,
    "number": number,
    "amount": amount,
    "bounds": bounds,
    "day": day,
    "month": month,
    "counted": counted,
    "filled": fill,
    "benchmark": benchmark,
    "backing": backing,
    "dated": dated,
    "with_period": with_period,
    "measure": shown_measure,
    "target_note": shown_target,
    "about": shown_about,
    "odds": shown_odds,
    "result_text": result_text,
    "range_text": range_text,
    "pair": pair,
    "evidence": evidence,
    "evidence_prose": evidence_prose,
    "anchor": anchor_of,
}
