"""The texts of one language that go with the calculator's scripts."""

from collections.abc import Mapping
from typing import Any

from ..records.book import Book
from ..records.roi import RoiModel
from ..roi.finance import MONTHS
from ..roi.waterfall import STEPS
from ..words import formats
from ..words.proof import targets_of
from ..words.wording import COMPACT, filled, headline
from .figures import NO_DECIMALS, measure
from .pen import named
from .sentences import KEYS, ODDS

TEXTS = (  # keys of `roi_live` in data/ui/ that the scripts show
    "unreadable",
    "percent_or",
    "too_low",
    "too_high",
    "other_version",
    "older",
    "older_more",
    "past_said",
    "past_rest",
    "said",
    "not_opened",
    "target_alone",
    "target_kept",
    "from_to",
    "all_cases",
    "only_driver",
    "by_case",
    "restore",
    "again",
    "ignored",
    "goal_reached",
    "goal_found",
    "goal_none",
    "goal_together",
    "found",
    "found_none",
    "set_apart",
    "case",
    "bad_season",
    "from",
    "kept",
    "not_kept",
    "forgotten",
    "copied",
    "not_copied",
    "situation",
    "preset",
    "no_preset",
    "go_live",
    "season",
    "peak_missed",
    "not_drawn",
    "go_live_mark",
    "payback_mark",
    "npv_mark",
    "percentile_mark",
    "start_mark",
    "flows_read",
    "trials_read",
    "between_said",
    *(f"step_{step}" for step in (*STEPS, "together")),
    "workbook_done",
    "workbook_failed",
    *KEYS,
    *ODDS,
)
SHARED = {
    "when": "roi",
    "otherwise": "roi",
    "year_n": "roi_method",
    **dict.fromkeys(
        (
            *("range", "range_low", "range_high", "range_hint", "range_half", "range_crossed", "range_beside"),
            *("range_left", "beside_range"),
        ),
        "roi_range",
    ),
}  # words that pages show too, and their groups in data/ui/


def calculator_words(book: Book, lang: str) -> dict[str, Any]:
    """What the page shows of every case: how numbers of each unit read, the sentences to fill.

    Labels are taken from the page itself.
    """
    record = book.roi
    texts = {key: book.ui["roi_live"][key] for key in TEXTS}
    texts |= {key: book.ui[group][key] for key, group in SHARED.items()}
    found: dict[str, dict[str, str]] = {
        "texts": {key: text[lang] for key, text in texts.items()},
        "pools": {id: pool.label[lang] for id, pool in record.pools.items()},
        "scenarios": {id: label[lang] for id, label in record.scenarios.items()},
        "lines": {name: (row.name or row.label)[lang] for name, row in record.monthly.items() if row.flow},
        "situations": {id: label[lang] for id, label in record.situations.items()},
        "industries": {id: book.industries[id].name[lang] for id in record.presets},
        "teams": {id: team.short[lang] for id, team in book.teams.items() if team.team},
        "outcomes": outcome_names(book, record, lang),
        "taken": {
            name: target_note(book, name, target, lang)
            for own in targets_of(book).values()
            for name, target in own.items()
        },
    }
    months = [formats.month(number, lang) for number in range(1, MONTHS + 1)]
    return typeset_groups(found, lang) | {
        "units": unit_words(record, lang),
        "months": months,
        "scales": scales(book, lang),
    }


def opening_words(book: Book, lang: str) -> dict[str, Any]:
    """What an opened figure shows besides: labels, definitions, the names of the KPIs behind a driver."""
    record = book.roi
    found = {
        "labels": {
            name: item.label[lang] for name, item in {**record.constants, **record.scalars, **record.results}.items()
        },
        "definitions": {name: item.definition[lang] for name, item in record.results.items() if item.definition},
        "kpis": {
            id: book.kpis[id].name[lang] for driver in record.drivers.values() for id in (*driver.kpis, *driver.also)
        },
    }
    return typeset_groups(found, lang)


def typeset_groups(groups: Mapping[str, Mapping[str, str]], lang: str) -> dict[str, dict[str, str]]:
    return {
        group: {name: formats.typeset(text, lang) for name, text in texts.items()} for group, texts in groups.items()
    }


def scales(book: Book, lang: str) -> list[tuple[float, str]]:
    """How an amount reads in billions, millions, thousands, euros: (size, pattern)."""
    return [(size, book.units[unit].other[lang]) for unit, size in COMPACT]


def unit_words(record: RoiModel, lang: str) -> dict[str, dict[str, Any]]:
    """How numbers of each unit read: the form for one only where it is another, and whether decimals are left out."""
    found: dict[str, dict[str, Any]] = {}
    for unit, item in record.units.items():
        one, other = item.one[lang], item.other[lang]
        found[unit] = {"other": other} | ({"one": one} if one != other else {})
        if named(unit, record):
            found[unit]["beside"] = item.beside[lang]
        if unit.startswith(NO_DECIMALS):
            found[unit]["whole"] = True
    return found


def target_note(book: Book, name: str, target: float, lang: str) -> str:
    """What the target of an improvement is: half of which result, the model's own where it goes beyond, a ceiling."""
    item = book.roi.improvements[name]
    ends = {end: measure(getattr(item, end), item.unit, book.roi, lang) for end in ("base", "high")}
    said = {
        "half_of_one": len(item.outcomes) == 1,
        "half_of_smallest": len(item.outcomes) > 1,
        "inverted": item.inverse,
        "at_base": target == item.base,
        "beyond_base": item.base < target <= item.high,
        "beyond_high": target > item.high,
        "ceiling": True,
    }
    return " ".join(filled(book.ui["outcome"][key][lang], ends) for key, holds in said.items() if holds)


def outcome_names(book: Book, record: RoiModel, lang: str) -> dict[str, str]:
    """Outcome → "−85 %, Maison", for those that bound an improvement."""
    ids = [id for item in record.improvements.values() for id in item.outcomes]
    industry = {id: book.industries[book.industry_of(id)].name[lang] for id in ids}
    return {
        id: ", ".join(filter(None, (headline(book.outcomes[id].figure, book, lang), name)))
        for id, name in industry.items()
    }
