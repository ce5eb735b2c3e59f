"""What an edition of the data holds: section by section, what the site says of each thing and what it is exactly.

Words stand in it besides figures, so that an old one reads for ever, whatever becomes of the records it came from.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..calculator.example import HEADLINES
from ..calculator.figures import measure
from ..calculator.places import places
from ..calculator.sentences import result_words
from ..records.base import LANGUAGES, Localized
from ..records.book import Book
from ..records.kpi import Formula
from ..roi.engine import defaults, evaluate
from ..roi.model import Model, model_of
from ..words.benchmarks import figure_words
from ..words.published import total
from ..words.wording import headline, plain_text, span

Entry = dict[str, Any]  # name and what is said, a text a language · uri · exact: what is compared
Texts = dict[str, str]  # language → text


def both(said: Callable[[str], str]) -> Texts:
    return {lang: said(lang) for lang in LANGUAGES}


def entry(name: Texts, uri: str, said: Texts, exact: Any = None) -> Entry:
    """`exact` is left out where the words are all there is."""
    return {"name": name, "uri": uri, "said": said, "exact": exact}


def plain(book: Book, text: Localized) -> Texts:
    """A text with links to KPIs replaced by their names."""
    return both(lambda lang: plain_text(text[lang], book, lang))


def definitions(book: Book) -> Iterator[tuple[str, Entry]]:
    """KPIs by their names, definitions and formulas; terms."""
    for id, kpi in book.kpis.items():
        name, uri = both(kpi.name.__getitem__), f"kpi/{id}/"
        yield f"kpi/{id}/name", entry(name, uri, name)
        yield f"kpi/{id}", entry(name, uri, plain(book, kpi.definition))
        yield f"kpi/{id}/formula", entry(name, f"{uri}#formula", formula_words(book, kpi.formula))
    for id, term in book.glossary.items():
        yield f"term/{id}", entry(both(term.term.__getitem__), f"glossary/#{id}", plain(book, term.definition))


def formula_words(book: Book, formula: Formula) -> Texts:
    parts = [plain(book, part) for part in (formula.numerator, formula.denominator) if part]
    return both(lambda lang: " / ".join(part[lang] for part in parts))


def figures(book: Book) -> Iterator[tuple[str, Entry]]:
    """Outcomes, benchmarks, rows of the cost of inaction."""
    yield from ((f"outcome/{id}", outcome_entry(book, id)) for id in book.outcomes)
    yield from ((f"benchmark/{id}", benchmark_entry(book, id)) for id in book.benchmarks)
    yield from ((f"tco/{id}/{row}", row_entry(book, id, row)) for id, table in book.tco.items() for row in table.rows)


def outcome_entry(book: Book, id: str) -> Entry:
    outcome, trade = book.outcomes[id], book.industries[book.industry_of(id)]
    topic, none = book.teams[outcome.topic], book.ui["outcome"]["no_figure"]
    return entry(
        both(lambda lang: f"{trade.name[lang]}, {topic.name[lang]}"),
        f"outcome/#{id}",
        both(lambda lang: headline(outcome.figure, book, lang) or none[lang]),
        outcome.figure.model_dump(exclude_defaults=True),
    )


def benchmark_entry(book: Book, id: str) -> Entry:
    item = book.benchmarks[id]
    said = both(lambda lang: figure_words(item, book, lang))
    return entry(both(item.label.__getitem__), f"method/#benchmark-{id}", said, [item.value, item.high, item.unit])


def row_entry(book: Book, id: str, row_id: str) -> Entry:
    table = book.tco[id]
    row = table.rows[row_id]
    name = both(lambda lang: f"{row.name[lang]} ({table.title[lang]})")
    said = both(lambda lang: span(row.low, row.high, table.unit, book.units, lang))
    return entry(name, f"tco/#{id}-{row_id}", said, [row.low, row.high, table.unit])


def assumptions(book: Book) -> Iterator[tuple[str, Entry]]:
    """The defaults of the calculator in each situation, and its improvements from low to high."""
    model, record = model_of(book), book.roi
    found = {name: f"method/roi/{place}" for name, place in places(model).items()}
    starts = {situation: defaults(model, situation) for situation in record.situations}
    for name, item in record.inputs.items():
        values = {situation: start[name] for situation, start in starts.items()}
        said = default_words(model, values, item.unit)
        yield f"input/{name}", entry(both(item.label.__getitem__), found[name], said, list(values.values()))
    yield from ((f"improvement/{name}", improvement_entry(book, name, found[name])) for name in record.improvements)


def improvement_entry(book: Book, name: str, uri: str) -> Entry:
    item = book.roi.improvements[name]
    ends = [item.low, item.base, item.high]
    said = both(lambda lang: " · ".join(measure(end, item.unit, book.roi, lang) for end in ends))
    return entry(both(item.label.__getitem__), uri, said, ends)


def default_words(model: Model, values: Mapping[str, float], unit: str) -> Texts:
    """One value, or that of each situation by its name where they differ."""
    record = model.record

    def said(lang: str) -> str:
        each = {situation: measure(value, unit, record, lang) for situation, value in values.items()}
        if len(set(each.values())) == 1:
            return next(iter(each.values()))
        return " · ".join(f"{record.situations[situation][lang]} {text}" for situation, text in each.items())

    return both(said)


def totals(book: Book) -> Iterator[tuple[str, Entry]]:
    """The sums of the cost of inaction, and what the worked example comes to."""
    yield from ((f"tco/{id}", sum_entry(book, id)) for id in book.tco)
    model, situation = model_of(book), next(iter(book.roi.situations))
    values = evaluate(model, defaults(model, situation), situation).values
    for name in (name for name in (*HEADLINES["first"], *HEADLINES["more"]) if name in values):
        yield f"result/{name}", result_entry(book, name, values[name])


def sum_entry(book: Book, id: str) -> Entry:
    table = book.tco[id]
    whole = total(table.rows.values())
    said = both(lambda lang: span(whole.low, whole.high, table.unit, book.units, lang))
    return entry(both(table.title.__getitem__), f"tco/#{id}", said, [whole.low, whole.high])


def result_entry(book: Book, name: str, value: float | None) -> Entry:
    """A result of the example as its page says it; what is no more exact than that has not moved."""
    words = both(lambda lang: result_words(value, name, book.roi, lang, lambda key: book.ui["roi_live"][key][lang]))
    return entry(both(book.roi.results[name].label.__getitem__), "calculator/", words)


SECTIONS: dict[str, Callable[[Book], Iterator[tuple[str, Entry]]]] = {
    "definitions": definitions,
    "figures": figures,
    "defaults": assumptions,
    "totals": totals,
}
