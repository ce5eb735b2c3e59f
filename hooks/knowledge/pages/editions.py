"""Editions of the data: what the site says is kept as it reads on a day, and two of them are compared.

An edition holds words besides figures, so that an old one reads for ever, whatever becomes of the records it came from.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Any

from ..calculator.example import HEADLINES, about, measure
from ..calculator.places import places
from ..calculator.sentences import DURATIONS, duration, instead
from ..records.base import LANGUAGES, Localized, Retired
from ..records.book import Book
from ..records.kpi import Formula
from ..records.problems import Problem
from ..roi.engine import defaults, evaluate
from ..roi.model import Model, model_of
from ..words.benchmarks import figure_words
from ..words.published import total
from ..words.wording import PLACEHOLDER, headline, span

FOLDER = "data/editions/"
AROUND = 6  # words that are shown on each side of what moved
Piece = tuple[str, bool]
Entry = dict[str, Any]  # name and what is said, a text a language · uri · exact: what is compared


@dataclass(frozen=True)
class Edition:
    """What the site said on a day: section → key → entry; and the version of the model."""

    day: date
    model: int
    sections: Mapping[str, Mapping[str, Entry]]


@dataclass(frozen=True)
class Change:
    """One thing that moved, in one language; `before` is empty for what is new, `after` for what went."""

    name: str
    uri: str  # empty where nothing stands any more
    before: str
    after: str

    @property
    def marked(self) -> tuple[list[Piece], list[Piece]]:
        """Both texts in pieces, each with whether it moved; of a long stretch that did not, the ends."""
        old, new = (text.split(" ") if text else [] for text in (self.before, self.after))  # 370 000 € is one word
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        return (
            [piece for kind, start, end, _, _ in blocks for piece in pieces(old[start:end], kind != "equal")],
            [piece for kind, _, _, start, end in blocks for piece in pieces(new[start:end], kind != "equal")],
        )


def pieces(words: list[str], changed: bool) -> list[Piece]:
    if not changed and len(words) > 2 * AROUND:
        words = [*words[:AROUND], "…", *words[-AROUND:]]
    return [(" ".join(words), changed)] if words else []


@dataclass(frozen=True)
class Step:
    """An edition (`number`), or the data since the last (none), beside the one before: what moved and why."""

    number: int | None
    day: date
    changes: Mapping[str, list[Change]]
    why: list[str]

    @property
    def count(self) -> int:
        return sum(map(len, self.changes.values()))


# --- keeping ------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def edition(book: Book) -> Edition:
    """The data as they stand, on the day of the last review."""
    made = {name: dict(entries(book)) for name, entries in SECTIONS.items()}
    return Edition(book.today, book.roi.version, made)


def kept(edition: Edition) -> str:
    """An edition as it is kept."""
    whole = {"day": str(edition.day), "model": edition.model, "sections": edition.sections}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read(text: str) -> Edition:
    """An edition that was kept. ValueError for what is none."""
    try:
        whole = json.loads(text)
        return Edition(date.fromisoformat(whole["day"]), int(whole["model"]), whole["sections"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("no edition") from error


@lru_cache(maxsize=4)
def editions(book: Book) -> Sequence[Edition]:
    """Those kept, oldest first."""
    return [read(book.editions[str(number)]) for number in range(1, len(book.editions) + 1)]


def check_editions(book: Book) -> list[Problem]:
    """Each is kept whole, from the first on."""
    problems = []
    for number in (str(place) for place in range(1, len(book.editions) + 1)):
        try:
            read(book.editions.get(number, ""))
        except ValueError:
            message = "This edition of the data is missing, or is not what was kept."
            problems.append(
                Problem(f"{FOLDER}{number}.json", 1, 1, "", message, "Bring it back from the last good version.")
            )
    return problems


def moved(old: Edition, new: Edition) -> list[tuple[str, str]]:
    """(section, key) of what differs; of a kind that the older edition did not keep, nothing is known."""
    known = {kind_of(key) for section in old.sections.values() for key in section}
    keys = [(name, key) for name in SECTIONS for key in {**old.sections.get(name, {}), **new.sections.get(name, {})}]
    return [place for place in keys if kind_of(place[1]) in known and exact(old, *place) != exact(new, *place)]


def kind_of(key: str) -> str:
    """ "kpi" of "kpi/csat/formula" """
    return key.partition("/")[0]


def exact(edition: Edition, section: str, key: str) -> Any:
    entry = edition.sections.get(section, {}).get(key)
    return None if entry is None else (entry["exact"] if entry["exact"] is not None else entry["said"])


# --- comparing ----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def steps(book: Book, lang: str) -> Sequence[Step]:
    """What moved, the latest first: since the last edition, then between each and the one before."""
    past, now = editions(book), edition(book)
    states = [*past, now]
    pairs = list(pairwise(states))
    numbers = [*range(2, len(past) + 1), None]
    return [step(book, lang, number, old, new, now) for number, (old, new) in zip(numbers, pairs, strict=True)][::-1]


def step(book: Book, lang: str, number: int | None, old: Edition, new: Edition, now: Edition) -> Step:
    changes: dict[str, list[Change]] = {name: [] for name in SECTIONS}
    retired = reasons_to_retire(book)
    for section, key in moved(old, new):
        before, after = (state.sections.get(section, {}).get(key) for state in (old, new))
        entry = after or before or {}
        stands = now.sections[section].get(key)
        changes[section].append(
            Change(
                entry["name"][lang],
                stands["uri"] if stands else entry["uri"] if id_of(key) in retired else "",
                before["said"][lang] if before else "",
                after["said"][lang] if after else "",
            )
        )
    return Step(
        number, new.day, {name: found for name, found in changes.items() if found}, reasons(book, lang, old, new)
    )


def reasons(book: Book, lang: str, old: Edition, new: Edition) -> list[str]:
    """What the records themselves say of it: the versions of the model that came, and why records were retired."""
    told = [change[lang] for version in book.roi.versions[old.model : new.model] for change in version.changes]
    retired = reasons_to_retire(book)
    went = {
        id_of(key): old.sections[section][key]["name"][lang]
        for section, key in moved(old, new)
        if key not in new.sections.get(section, {})
    }
    return told + [of(name, retired[id].why[lang], lang) for id, name in went.items() if id in retired]


def reasons_to_retire(book: Book) -> dict[str, Retired]:
    return {id: reason for kind in book.retired.values() for id, reason in kind.items()}


def id_of(key: str) -> str:
    """ "csat" of "kpi/csat/formula" """
    return key.split("/")[1]


def of(name: str, words: str, lang: str) -> str:
    """What is said of something."""
    return f"{name} : {words}" if lang == "fr" else f"{name}: {words}"


# --- what an edition holds ----------------------------------------------------------------------------------------

Texts = dict[str, str]  # language → text


def both(said: Callable[[str], str]) -> Texts:
    return {lang: said(lang) for lang in LANGUAGES}


def entry(name: Texts, uri: str, said: Texts, exact: Any = None) -> Entry:
    """`exact` is left out where the words are all there is."""
    return {"name": name, "uri": uri, "said": said, "exact": exact}


def plain(book: Book, text: Localized) -> Texts:
    """A text with links to KPIs replaced by their names."""

    def said(lang: str) -> str:
        named = PLACEHOLDER.sub(lambda hit: book.entire.kpis[hit[1].removeprefix("kpi:")].name[lang], text[lang])
        return " ".join(named.split()).replace("`", "")

    return both(said)


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
    record, key, said = book.roi.results[name], instead(name, value), book.ui["roi_live"]
    if key:
        return entry(both(record.label.__getitem__), "calculator/", both(said[key].__getitem__))
    shown, unit = duration(value) if value is not None and name in DURATIONS else (value, record.unit)
    words = both(lambda lang: about(shown, unit, book.roi, lang, said["none"][lang]))
    return entry(both(record.label.__getitem__), "calculator/", words)


SECTIONS: dict[str, Callable[[Book], Iterator[tuple[str, Entry]]]] = {
    "definitions": definitions,
    "figures": figures,
    "defaults": assumptions,
    "totals": totals,
}
