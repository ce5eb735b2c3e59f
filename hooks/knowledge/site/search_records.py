"""Records in a list of some page, each a result: quantities of the model, costs, contradictions, outcomes, terms."""

from collections.abc import Iterator
from typing import Any

from ..calculator.places import anchor_of, places, rules_of
from ..pages.fragments import tco_fragment
from ..pages.views import outcome_views
from ..records.book import Book
from ..roi.model import model_of
from ..words.benchmarks import benchmarks_of
from ..words.published import outcomes_of
from ..words.wording import span
from .search_entry import Entry, entry, names_of, other_of

# --- the ROI model ------------------------------------------------------------------------------------------------


def model_parts(book: Book, lang: str) -> Iterator[Entry]:
    """The quantities of the model, where the method explains them, and each driver's row in the calculator."""
    record, found = book.roi, places(model_of(book))
    for section in ("inputs", "improvements", "formulas", "drivers", "costs", "results"):
        for id, item in getattr(record, section).items():
            yield quantity_part(book, found[id], item, lang)
    for anchor, rule in rules_of(record):
        yield quantity_part(book, found[anchor], rule, lang)
    for id, item in record.drivers.items():
        names = names_of(book, f"method/roi/{found[id]}", lang)
        yield entry(f"calculator/#driver-{anchor_of(id)}", "model", item.label[lang], names=names, of="calculator/")


def quantity_part(book: Book, place: str, item: Any, lang: str) -> Entry:
    """One quantity, with what the page says of it: where to find an input, what a result is, what a rule does."""
    said = next(
        (text for field in ("where", "definition", "text", "rule") if (text := getattr(item, field, None))), None
    )
    url = f"method/roi/{place}"
    summary, text = said[lang] if said else "", backing_of(book, item, lang)
    page = url.partition("#")[0]
    return entry(url, "model", item.label[lang], names=names_of(book, url, lang), summary=summary, text=text, of=page)


def backing_of(book: Book, item: Any, lang: str) -> str:
    """What a default or an improvement rests on: people look for the names of sources."""
    if source := getattr(item, "source", None):
        names = [book.benchmarks[id].source.publisher for id in benchmarks_of(source)]
        return " ".join([*names, *([source.note[lang]] if source.note else [])])
    evidence = getattr(item, "evidence", None)
    return evidence[lang] if evidence else ""


# --- the cost of inaction -----------------------------------------------------------------------------------------


def row_parts(book: Book, lang: str) -> Iterator[Entry]:
    """The rows of the tables and their totals."""
    for id, table in book.tco.items():
        shown = tco_fragment(book, lang, id)
        for row_id, row in table.rows.items():
            names = [*names_of(book, f"tco/#{row_id}", lang), span(row.low, row.high, table.unit, book.units, lang)]
            yield entry(
                f"tco/#{id}-{row_id}",
                "tco",
                row.name[lang],
                names=names,
                summary=shown["methods"][row_id],
                of=f"tco/#{id}",
            )
        for total in ("published", "computed"):
            names = names_of(book, f"tco/#{total}", lang)
            yield entry(
                f"tco/#{id}-{total}",
                "tco",
                book.ui["tco"][total][lang],
                names=names,
                summary=shown["note"],
                of=f"tco/#{id}",
            )


def family_parts(book: Book, lang: str) -> Iterator[Entry]:
    """The families of costs, by the names of their items too."""
    for id, family in book.cost_families.items():
        names = [*names_of(book, f"tco/#{id}", lang), *(item.name[lang] for item in family.items.values())]
        text = " ".join(item.text[lang] for item in family.items.values())
        yield entry(
            f"tco/#{id}",
            "tco",
            family.name[lang],
            names=names,
            summary=family.summary[lang],
            text=text,
            of="tco/#cost-families",
        )


# --- the method ------------------------------------------------------------------------------------------------------


def method_parts(book: Book, lang: str) -> Iterator[Entry]:
    """What the page on the method lists: the document's contradictions, and where the figures come from."""
    for id, found in book.contradictions.items():
        title, said = found.where[lang], found.published[lang]
        yield note(id, title, "method/#contradictions", summary=said, text=found.found[lang])
    for id, source in book.sources.items():
        text = " ".join(section[lang] for section in source.sections.values())
        summary = f"{source.publisher}. {source.note[lang]}"
        yield note(f"source-{id}", source.title[lang], "method/#sources", summary=summary, text=text)


def note(id: str, title: str, of: str, **more: str) -> Entry:
    """What is said about other pages goes by its title as by any name: those pages come first."""
    return entry(f"method/#{id}", "note", title, names=[title], of=of, **more)


# --- outcomes and terms ----------------------------------------------------------------------------------------------


def outcome_entries(book: Book, lang: str) -> Iterator[Entry]:
    for view in outcome_views(book, lang, outcomes_of(book)):
        industry = book.industries[view.industry]
        scope = view.outcome.scope[lang] if view.outcome.scope else ""
        yield entry(
            f"outcome/#{view.id}",
            "outcome",
            f"{industry.name[lang]} · {view.headline}" if view.headline else industry.name[lang],
            names=[view.id.replace("-", " ")] if lang == "en" else [],
            summary=view.text,
            text=f"{scope} {view.period} {industry.long_name[lang]}",
            of="outcome/",
            about=[f"industry/{view.industry}/", *(f"kpi/{id}/" for id in view.outcome.kpis)],
        )


def glossary_entries(book: Book, lang: str) -> Iterator[Entry]:
    """Terms by all their names, the other language's included: a reader may know only the English acronym."""
    other = other_of(lang)
    for id, term in book.glossary.items():
        yield entry(
            f"glossary/#{id}",
            "glossary",
            term.term[lang],
            also=[term.full[lang]],
            names=term.variants[lang],
            other=[term.term[other], term.full[other], *term.variants[other]],
            summary=term.definition[lang],
            of="glossary/",
        )
