"""What each chart of the calculator says, in one sentence made from its figures, as words/says.js does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..records.book import Book
from ..records.roi import RoiModel
from ..roi.finance import MONTHS, add_up
from ..roi.waiting import Peak
from ..words import formats
from ..words.wording import filled
from .example import Case, measure

LARGEST = 3  # how many drivers and teams a sentence names


@dataclass(frozen=True)
class Speaker:
    book: Book
    lang: str

    @property
    def record(self) -> RoiModel:
        return self.book.roi

    def say(self, key: str, **figures: str) -> str:
        return filled(self.book.ui["roi_live"][key][self.lang], figures)

    def money(self, value: float | None) -> str:
        return measure(value, "EUR", self.record, self.lang)

    def share(self, value: float) -> str:
        return measure(value, "share", self.record, self.lang)

    def label(self, name: str) -> str:
        return self.record.named[name].label[self.lang]


def sentences(book: Book, case: Case, lang: str) -> dict[str, str]:
    """The sentence of each chart by its name."""
    speaker = Speaker(book, lang)
    return {
        "cash": of_cash(speaker, case),
        "teams": of_teams(speaker, case),
        "drivers": of_drivers(speaker, case),
        "tornado": of_tornado(speaker, case),
        "trials": of_trials(speaker, case),
        "waiting": of_waiting(speaker, case),
        "fewest": of_fewest(speaker, case),
        "switching": of_switching(speaker, case),
    }


def of_cash(speaker: Speaker, case: Case) -> str:
    """Where the cumulative flow turns, and where it ends in each scenario."""
    cumulative = case.base.flows.cumulative
    lowest, payback = min(cumulative), case.base["payback_month"]
    return speaker.say(
        "cash_never" if payback is None else "cash_pays" if payback else "cash_at_once",
        lowest=speaker.money(lowest),
        month=formats.number(cumulative.index(lowest) + 1, speaker.lang),
        payback=formats.number(payback or 0, speaker.lang),
        end=speaker.money(cumulative[-1]),
        low=speaker.money(case.results["low"].flows.cumulative[-1]),
        high=speaker.money(case.results["high"].flows.cumulative[-1]),
    )


def largest(amounts: Mapping[str, float]) -> list[str]:
    return [id for id in sorted(amounts, key=lambda id: -amounts[id]) if amounts[id] > 0][:LARGEST]


def of_teams(speaker: Speaker, case: Case) -> str:
    teams, whole = case.base.teams, case.base.number("annual_benefit")
    parts = [
        f"{speaker.book.teams[id].short[speaker.lang]} ({speaker.share(teams[id] / whole)})" for id in largest(teams)
    ]
    return speaker.say("by_team", list=", ".join(parts)) if parts else speaker.say("nothing_kept")


def of_drivers(speaker: Speaker, case: Case) -> str:
    kept = case.base.kept
    ids = largest(kept)
    if not ids:
        return speaker.say("nothing_kept")
    share = add_up(kept[id] for id in ids) / case.base.number("annual_benefit")
    return speaker.say("by_driver", list=listed(speaker, ids), share=speaker.share(share))


def listed(speaker: Speaker, ids: Iterable[str]) -> str:
    return ", ".join(speaker.label(id) for id in ids)


def of_tornado(speaker: Speaker, case: Case) -> str:
    widest = case.tornado[0][0]
    return speaker.say(
        "most", label=speaker.label(widest.id), low=speaker.money(widest.npv_low), high=speaker.money(widest.npv_high)
    )


def of_trials(speaker: Speaker, case: Case) -> str:
    trials = case.trials
    return speaker.say(
        "spread",
        n=formats.number(len(trials.npv), speaker.lang),
        p10=speaker.money(trials.p10),
        p90=speaker.money(trials.p90),
        positive=speaker.share(trials.positive),
    )


def of_waiting(speaker: Speaker, case: Case) -> str:
    """What missing the next peak costs; that there is no peak, no cost, or nothing left of the horizon."""
    peak = case.waiting.peak
    if peak is None:
        return speaker.say("wait_even")
    return speaker.say(
        said_of(peak),
        month=formats.month(case.waiting.go_live, speaker.lang),
        peak=formats.month(peak.month, speaker.lang),
        wait=measure(peak.wait, "month", speaker.record, speaker.lang),
        missed=speaker.money(peak.missed),
        premium=speaker.money(peak.premium),
        benefit=speaker.money(peak.benefit),
    )


def said_of(peak: Peak) -> str:
    """The key of the sentence on missing a peak."""
    if peak.missed is None:
        return "wait_beyond"
    if peak.missed <= 0:
        return "wait_free"
    return "wait_misses" if peak.wait == MONTHS else "wait_costs"


def of_switching(speaker: Speaker, case: Case) -> str:
    """How many drivers the case cannot lose; where it is negative, the one that could most easily turn it."""
    shares = case.switching
    if case.base.number("npv") < 0:
        closest = min(shares, key=lambda id: shares[id], default=None)
        figures = {"label": speaker.label(closest), "share": speaker.share(shares[closest])} if closest else {}
        return speaker.say("turned_by" if closest else "turned_by_none", **figures)
    return (
        speaker.say("indispensable", n=formats.number(len(shares), speaker.lang))
        if shares
        else speaker.say("none_indispensable")
    )


def of_fewest(speaker: Speaker, case: Case) -> str:
    every = formats.number(len(case.base.counted), speaker.lang)
    if case.fewest is None:
        return speaker.say("not_enough")
    if len(case.fewest) == len(case.base.counted):
        return speaker.say("enough_all", all=every)
    key, n = "enough" if case.fewest else "enough_none", formats.number(len(case.fewest), speaker.lang)
    return speaker.say(key, n=n, all=every, list=listed(speaker, case.fewest))
