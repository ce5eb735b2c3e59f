"""Book → pages: what exists, where, under which title, from which template and file. No text is rendered here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from ..calculator.example import Case, Keep, example, made_now
from ..calculator.parts import PARTS, part_words
from ..calculator.places import RESULTS, RULES
from ..records.base import LANGUAGES
from ..records.book import Book
from ..words.published import outcomes_of
from ..words.wording import filled
from . import shown
from .page import Page, Variables
from .views import interface_words, kpis_by_number, teams_of

REVENUE = "revenue"


def plan(book: Book, keep: Keep = made_now) -> list[Page]:
    """Every page made from data, in both languages, in reading order."""
    case: Callable[[], Case] = cache(partial(example, book, keep))  # calculated when a page first shows it
    makers = (
        partial(kpi_pages, case=case),
        team_pages,
        outcome_pages,
        partial(industry_pages, case=case),
        glossary_pages,
        changes_pages,
        partial(calculator_pages, case=case),
    )
    return [page for lang in LANGUAGES for make in makers for page in make(book, lang)]


# --- making pages -------------------------------------------------------------------------------------------------

PLACES = {  # pages whose title stands in data/ui/: group there (and template) → address, kind, source, parents
    "kpi_index": ("kpi/", "kpi-index", "data/kpis/", ()),
    "map": ("kpi/map/", "map", "data/kpis/", ("kpi/",)),
    "outcome_index": ("outcome/", "outcome-index", "data/outcomes/", ()),
    "case_study": ("case-study/", "case-study", "data/case_studies.yml", ("outcome/",)),
    "team_index": ("team/", "team-index", "data/teams.yml", ()),
    "industry_index": ("industry/", "industry-index", "data/industries.yml", ()),
    "changes": ("changes/", "changes", "data/editions/", ("method/",)),
    "glossary": ("glossary/", "glossary", "data/glossary.yml", ()),
    "roi": ("calculator/", "calculator", "data/roi/inputs/1_profile.yml", ()),
    "business_case": ("business-case/", "business-case", "data/roi/drivers.yml", ("calculator/",)),
    "value": ("value/", "value", "data/roi/drivers.yml", ("calculator/",)),
    "roi_method": ("method/roi/", "roi-method", "data/roi/drivers.yml", ("method/",)),
}


def worded_page(book: Book, lang: str, group: str, variables: Variables) -> Page:
    """A page whose title and description are interface words."""
    uri, kind, source, parents = PLACES[group]
    text = interface_words(book, lang)[group]
    return Page(lang, uri, kind, text["title"], text["description"], source, f"pages/{group}.html", variables, parents)


def chained(pages: Iterable[Page]) -> Iterator[Page]:
    """Sibling pages, each with the one before and the one after."""
    pages = list(pages)
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        yield replace(page, previous=before.uri if before else "", following=after.uri if after else "")


# --- each kind of page --------------------------------------------------------------------------------------------


def kpi_pages(book: Book, lang: str, case: shown.CaseWhenWanted) -> Iterator[Page]:
    kpis = kpis_by_number(book)
    yield worded_page(book, lang, "kpi_index", partial(shown.kpi_index, book))
    for team in teams_of(book):  # one reads on within a team
        yield from chained(kpi_page(book, lang, id, case) for id, kpi in kpis.items() if kpi.team == team)
    yield from (retired_kpi(book.entire, lang, id, case) for id in book.retired.get("kpis", ()))
    yield worded_page(book, lang, "map", partial(shown.kpi_map, book, lang))


def kpi_page(book: Book, lang: str, id: str, case: shown.CaseWhenWanted) -> Page:
    name, team = book.kpis[id].name[lang], book.teams[book.kpis[id].team].name[lang]
    description = filled(book.ui["kpi"]["description"][lang], {"name": name, "team": team})
    variables = partial(shown.kpi, book, lang, id, case)
    return Page(
        lang, f"kpi/{id}/", "kpi", name, description, f"data/kpis/{id}.yml", "pages/kpi.html", variables, ("kpi/",)
    )


def retired_kpi(whole: Book, lang: str, id: str, case: shown.CaseWhenWanted) -> Page:
    """The page that a retired KPI keeps, with all that was said of it; it is in no list, and no search finds it."""
    page = kpi_page(whole, lang, id, case)
    return replace(page, kind="retired", variables=lambda: {**page.context, "book": whole})


def outcome_pages(book: Book, lang: str) -> Iterator[Page]:
    yield worded_page(book, lang, "outcome_index", partial(shown.outcome_index, book, lang))
    yield worded_page(book, lang, "case_study", partial(shown.case_study, book, lang))
    yield topic_page(book, lang, REVENUE, f"outcome/{REVENUE}/", "page", partial(shown.revenue, book, lang, REVENUE))


def team_pages(book: Book, lang: str) -> Iterator[Page]:
    yield worded_page(book, lang, "team_index", partial(shown.team_index, book))
    yield from chained(
        topic_page(book, lang, id, f"team/{id}/", "team", partial(shown.team, book, lang, id)) for id in teams_of(book)
    )


def topic_page(book: Book, lang: str, id: str, uri: str, kind: str, variables: Variables) -> Page:
    """A team, or the seventh topic of outcomes."""
    team, template = book.teams[id], "revenue" if id == REVENUE else "team"
    parents = (uri.partition("/")[0] + "/",)
    title, summary = team.name[lang], team.summary[lang]
    file, html = "data/teams.yml", f"pages/{template}.html"
    return Page(lang, uri, kind, title, summary, file, html, variables, parents, place=(id,))


def industry_pages(book: Book, lang: str, case: shown.CaseWhenWanted) -> Iterator[Page]:
    yield worded_page(book, lang, "industry_index", partial(shown.industry_index, book))
    yield from chained(industry_page(book, lang, id, case) for id in book.industries)


def industry_page(book: Book, lang: str, id: str, case: shown.CaseWhenWanted) -> Page:
    title, count = book.industries[id].long_name[lang], len(outcomes_of(book, industry=id))
    description = filled(book.ui["industry"]["description"][lang], {"name": title, "n": str(count)})
    uri, source, parents = f"industry/{id}/", "data/industries.yml", ("industry/",)
    variables = partial(shown.industry, book, lang, id, case)
    html = "pages/industry.html"
    return Page(lang, uri, "industry", title, description, source, html, variables, parents, place=(id,))


def glossary_pages(book: Book, lang: str) -> Iterator[Page]:
    yield worded_page(book, lang, "glossary", partial(shown.glossary, book, lang))


def changes_pages(book: Book, lang: str) -> Iterator[Page]:
    yield worded_page(book, lang, "changes", partial(shown.changes, book, lang))


def calculator_pages(book: Book, lang: str, case: shown.CaseWhenWanted) -> Iterator[Page]:
    """The worked example, which the browser turns into the reader's own case; what is taken home; the method behind."""
    yield worded_page(book, lang, "roi", partial(shown.calculator, book, lang, case))
    yield worded_page(book, lang, "business_case", partial(shown.business_case, book, lang, case))
    yield worded_page(book, lang, "value", partial(shown.value, book, case))
    yield from method_pages(book, lang, cache(partial(shown.method, book, lang, case)))


def method_pages(book: Book, lang: str, whole: Callable[[], shown.Shown]) -> Iterator[Page]:
    """The index of the calculator's method, then a page a team and those of what all share."""
    yield worded_page(book, lang, "roi_method", partial(shown.method_index, book, lang, whole))
    yield from chained(method_page(book, lang, id, whole) for id in (*teams_of(book), *PARTS))


def method_page(book: Book, lang: str, id: str, whole: Callable[[], shown.Shown]) -> Page:
    title, description = part_words(book, id, lang)
    template = f"pages/method_{id if id in (RESULTS, RULES) else 'part'}.html"
    variables, parents = partial(shown.method_part, book, lang, id, whole), ("method/", "method/roi/")
    uri, source = f"method/roi/{id}/", "data/roi/drivers.yml"
    return Page(lang, uri, "method-part", title, description, source, template, variables, parents)
