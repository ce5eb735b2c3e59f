"""The fragments that prose asks for: `<!-- data:tco erp-custom -->` → a template and its context."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from ..calculator.asked import asked
from ..calculator.drawings import drawings
from ..calculator.example import Case
from ..calculator.sentences import sentences
from ..records.book import Book
from ..records.catalogue import Finding, System
from ..roi.engine import evaluate
from ..roi.finance import MONTHS
from ..roi.model import model_of
from ..words.benchmarks import benchmarks_of
from ..words.published import CRITERIA, NATURES, by_nature, outcomes_of, quality, shares, total
from ..words.wording import filled, quantity, row_words
from .charts import stacked, table_bars, total_bars
from .landscape import landscape
from .shown import CaseWhenWanted
from .views import interface_words, kpis_by_number, teams_of

GUIDES = (
    "need",
    "path",
    "objections",
    "roles",
    "order-flows",
)  # the pages of content/<language>/guide/, as they are listed
GUIDE_WORDS = tuple(name.replace("-", "_") for name in GUIDES)
ROLES = ("cfo", "cio", "supply-chain", "ecommerce", "stores", "customer-service")  # the sections of the guide by role
STEPS = (
    "agree",
    "data",
    "first_case",
    "specify",
    "pilot",
    "decide",
    "follow",
)  # of a business case; each a section of its guide


def fragment(book: Book, lang: str, name: str, argument: str, case: CaseWhenWanted) -> tuple[str, Mapping[str, Any]]:
    """The template and context of `<!-- data:name argument -->`. Raises KeyError for an unknown name or argument."""
    make = OF_EXAMPLE.get(name)
    context = make(book, lang, case()) if make else FRAGMENTS[name](book, lang, *([argument] if argument else []))
    return f"fragments/{name.replace('-', '_')}.html", context


def tco_fragment(book: Book, lang: str, id: str) -> dict[str, Any]:
    table = book.tco[id]
    sums = total(table.rows.values())
    money = {
        name: quantity(value, table.unit, book.units, lang)
        for name, value in (("published", table.published_total), ("low", sums.low), ("high", sums.high))
    }
    money["middle"] = quantity(sums.middle, table.unit, book.units, lang, 1)
    named = {row: row_words(record, table.unit, book.units, lang) for row, record in table.rows.items()}
    methods = {row: filled(record.method[lang], named[row]) for row, record in table.rows.items()}
    disputes = {row: filled(record.disputed[lang], named[row]) for row, record in table.rows.items() if record.disputed}
    return {
        "id": id,
        "table": table,
        "sums": sums,
        "note": filled(table.total_note[lang], money),
        "methods": methods,
        "disputes": disputes,
        "bars": table_bars(table),
        "total_bars": total_bars(table),
    }


def shares_fragment(book: Book, lang: str) -> dict[str, Any]:
    return {
        "tables": book.tco,
        "natures": NATURES,
        "shares": {id: shares(table) for id, table in book.tco.items()},
        "sums": {id: by_nature(table) for id, table in book.tco.items()},
        "bars": {id: stacked(shares(table)) for id, table in book.tco.items()},
    }


def families_fragment(book: Book, lang: str) -> dict[str, Any]:
    return {"families": book.cost_families, "rows": next(iter(book.tco.values())).rows}


MOST_DOTS = 4  # what stands beside a KPI on the impact map


def home_fragment(book: Book, lang: str) -> dict[str, Any]:
    proofs = {id: len(outcomes_of(book, kpi=id)) for id in book.kpis}
    return {
        "teams": teams_of(book),
        "industries": book.industries,
        "kpis": kpis_by_number(book),
        "outcomes": len(book.outcomes),
        "with_baseline": sum(quality(outcome, False)["baseline"] for outcome in book.outcomes.values()),
        "contradictions": len(book.contradictions),
        "tables": book.tco,
        "proofs": proofs,
        "dots": {id: min(count, MOST_DOTS) for id, count in proofs.items()},
        "roles": ROLES,
        "owners": {id for id, guide in book.guides.items() if guide.driver},
    }


def benchmarks_fragment(book: Book, lang: str) -> dict[str, Any]:
    """The register, and what quotes each benchmark: ids of KPIs, labels of inputs."""
    inputs = [item for item in book.roi.inputs.values() if benchmarks_of(item.source)]
    quoting = {
        id: {
            "kpis": [kpi for kpi, guide in book.guides.items() if id in guide.benchmarks],
            "inputs": [item.label[lang] for item in inputs if id in benchmarks_of(item.source)],
        }
        for id in book.benchmarks
    }
    return {"benchmarks": book.benchmarks, "quoting": quoting}


def tasks_fragment(book: Book, lang: str) -> dict[str, Any]:
    return {"tasks": book.order_tasks, "systems": get_args(System)}


def landscape_fragment(book: Book, lang: str) -> dict[str, Any]:
    names = interface_words(book, lang)["landscape"]
    return {"drawings": {"wide": landscape(names, wide=True), "narrow": landscape(names, wide=False)}, "names": names}


def journey_fragment(book: Book, lang: str) -> dict[str, Any]:
    path = {id: step for id, step in book.journey.items() if not step.beside}
    beside = {id: step for id, step in book.journey.items() if step.beside}
    return {"path": path, "beside": beside, "kpis": kpis_by_number(book)}


@dataclass(frozen=True)
class Packing:
    """Orders moved to stores, as home assumes them: of `orders` a year, for the `months` after go-live."""

    orders: float
    months: float
    left: float  # EUR, what the flows add up to without them
    one_in: int = 10  # the text says "one order in ten"
    minutes: float = 8
    hourly: float = 20  # EUR

    @property
    def moved(self) -> float:
        """Orders over the months."""
        return self.orders / self.one_in * self.months / MONTHS

    def to_save(self, hourly: float) -> float:
        """EUR that the warehouse has to save on each for the project to pay back in time."""
        return self.minutes / 60 * hourly - self.left / self.moved


def answer_fragment(book: Book, lang: str, case: Case) -> dict[str, Any]:
    """What the calculator says of its example, its first questions, and what a longer project would leave."""
    duration, base = book.roi.risk.duration, case.base
    counted = base.number("horizon_years") * MONTHS
    return {
        "case": case,
        "record": book.roi,
        "first": asked(book.roi).first,
        "says": sentences(book, case, lang),
        "drawn": drawings(book, case, lang),
        "longer": duration.high,
        "packing": Packing(
            base.number("annual_orders"), counted - base.number("go_live_month"), base.flows.cumulative[-1]
        ),
        "late": evaluate(model_of(book), {duration.input: duration.high}, case.situation),
    }


OF_EXAMPLE: dict[str, Callable[[Book, str, Case], dict[str, Any]]] = {"home-answer": answer_fragment}


def contradictions_fragment(book: Book, lang: str) -> dict[str, Any]:
    """The points examined, kind by kind, and how many there are of each."""
    kinds = get_args(Finding)
    found = sorted(book.contradictions.items(), key=lambda item: kinds.index(item[1].kind))
    return {"contradictions": dict(found), "kinds": Counter(record.kind for _, record in found)}


FRAGMENTS: dict[str, Callable[..., dict[str, Any]]] = {
    "tco": tco_fragment,
    "tco-shares": shares_fragment,
    "cost-families": families_fragment,
    "contradictions": contradictions_fragment,
    "sources": lambda book, lang: {"sources": book.sources},
    "benchmarks": benchmarks_fragment,
    "tiers": lambda book, lang: {"tiers": ("A", "B", "C", "D")},
    "quality": lambda book, lang: {"criteria": CRITERIA},
    "guides": lambda book, lang: {"guides": GUIDES},
    "order-tasks": tasks_fragment,
    "landscape": landscape_fragment,
    "extracts": lambda book, lang: {"extracts": book.extracts},
    "steps": lambda book, lang: {"steps": STEPS},
    "journey": journey_fragment,
    "flow": lambda book, lang, id: {"id": id, "flow": book.flows[id], "kpis": book.kpis},
    "laws": lambda book, lang: {"laws": book.laws, "kpis": kpis_by_number(book)},
    "home-ways": home_fragment,
    "home-figures": home_fragment,
    "home-map": home_fragment,
}
BLOCKS = (*FRAGMENTS, *OF_EXAMPLE)
SECOND_WORDS: dict[str, Callable[[Book], Collection[str]]] = {
    "tco": lambda book: book.tco,
    "flow": lambda book: book.flows,
}  # what a block's second word names
