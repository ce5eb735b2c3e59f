"""The way through the site: the tab a page belongs to, what stands beside it, the way back up.

No page lists the site.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..calculator.parts import PARTS, part_words
from ..pages.fragments import GUIDES
from ..pages.page import Page
from ..pages.views import kpis_by_number, teams_of
from ..records.book import Book

TABS = {  # a tab's address → its word, the first steps of the addresses of its pages
    "kpi/": ("kpis", ("kpi",)),
    "team/": ("teams", ("team",)),
    "outcome/": ("outcomes", ("outcome", "industry", "case-study")),
    "tco/": ("tco", ("tco",)),
    "calculator/": ("calculator", ("calculator", "business-case", "value")),
    "guide/": ("guides", ("guide",)),
    "method/": ("method", ("method", "glossary", "changes", "about")),
}
NO_CONTENTS = {
    "home",
    "error",
    "map",
    "kpi-index",
    "outcome-index",
    "team-index",
    "industry-index",
    "business-case",
    "value",
}  # one thing, or a list
WIDE = {"calculator"}  # takes the whole width: what stands beside it is in the drawer only
InterfaceWords = Mapping[str, Mapping[str, str]]  # the interface words of one language: group → key → text
FEWEST = 3  # sections that are worth a list of contents


@dataclass(frozen=True)
class MenuEntry:
    """One line of a menu; `children` only where it is open."""

    label: str
    url: str
    current: bool = False
    children: tuple["MenuEntry", ...] = ()


def tabs(book: Book, ui: InterfaceWords, page: Page) -> list[MenuEntry]:
    """The sections of the site; the one the page belongs to holds what stands beside the page."""
    first = page.uri.partition("/")[0]
    return [
        MenuEntry(
            ui["menu"][word],
            f"{page.lang}/{uri}",
            first in steps,
            beside(book, ui, page, uri) if first in steps else (),
        )
        for uri, (word, steps) in TABS.items()
    ]


def beside(book: Book, ui: InterfaceWords, page: Page, tab: str) -> tuple[MenuEntry, ...]:
    make = BRANCHES.get(tab)
    return tuple(make(book, ui, page)) if make else ()


def hidden(page: Page, beside: Iterable[MenuEntry], sections: int) -> list[str]:
    """What the theme leaves out, in its own words."""
    without_contents = page.kind in NO_CONTENTS or sections < FEWEST
    with_menu = beside and page.kind not in WIDE
    return [*([] if with_menu else ["navigation"]), *(["toc"] if without_contents else [])]


def menu_entry(page: Page, label: str, uri: str, children: Iterable[MenuEntry] = ()) -> MenuEntry:
    return MenuEntry(label, f"{page.lang}/{uri}", page.uri == uri, tuple(children))


def kpi_branch(book: Book, ui: InterfaceWords, page: Page) -> Iterable[MenuEntry]:
    """The teams, and the KPIs of the one whose page is shown."""
    team = getattr(page.context.get("kpi"), "team", None)
    own = {id: kpi for id, kpi in kpis_by_number(book).items() if kpi.team == team}
    kpis = [menu_entry(page, kpi.name[page.lang], f"kpi/{id}/") for id, kpi in own.items()]
    yield menu_entry(page, ui["kpi_index"]["title"], "kpi/")
    for id, record in teams_of(book).items():
        yield menu_entry(page, record.short[page.lang], f"kpi/#team={id}", kpis if id == team else ())
    yield menu_entry(page, ui["map"]["title"], "kpi/map/")


def team_branch(book: Book, ui: InterfaceWords, page: Page) -> Iterable[MenuEntry]:
    yield menu_entry(page, ui["team_index"]["title"], "team/")
    yield from (menu_entry(page, team.name[page.lang], f"team/{id}/") for id, team in teams_of(book).items())


def outcome_branch(book: Book, ui: InterfaceWords, page: Page) -> Iterable[MenuEntry]:
    industries = [
        menu_entry(page, industry.name[page.lang], f"industry/{id}/") for id, industry in book.industries.items()
    ]
    yield menu_entry(page, ui["outcome_index"]["title"], "outcome/")
    yield menu_entry(page, ui["case_study"]["title"], "case-study/")
    yield menu_entry(page, ui["frame"]["revenue"], "outcome/revenue/")
    yield menu_entry(page, ui["industry_index"]["title"], "industry/", industries)


def calculator_branch(book: Book, ui: InterfaceWords, page: Page) -> Iterable[MenuEntry]:
    yield menu_entry(page, ui["roi"]["title"], "calculator/")
    yield menu_entry(page, ui["business_case"]["title"], "business-case/")
    yield menu_entry(page, ui["value"]["title"], "value/")


def guide_branch(book: Book, ui: InterfaceWords, page: Page) -> Iterable[MenuEntry]:
    yield menu_entry(page, ui["menu"]["guides"], "guide/")
    yield from (menu_entry(page, ui["guide"][name.replace("-", "_")], f"guide/{name}/") for name in GUIDES)


def method_branch(book: Book, ui: InterfaceWords, page: Page) -> Iterable[MenuEntry]:
    yield menu_entry(page, ui["menu"]["method"], "method/")
    inside = [
        menu_entry(page, part_words(book, id, page.lang)[0], f"method/roi/{id}/") for id in (*teams_of(book), *PARTS)
    ]
    yield menu_entry(
        page, ui["roi_method"]["title"], "method/roi/", inside if page.uri.startswith("method/roi/") else ()
    )
    yield menu_entry(page, ui["frame"]["glossary"], "glossary/")
    yield menu_entry(page, ui["changes"]["title"], "changes/")
    yield menu_entry(page, ui["frame"]["about"], "about/")


BRANCHES = {
    "kpi/": kpi_branch,
    "team/": team_branch,
    "outcome/": outcome_branch,
    "calculator/": calculator_branch,
    "guide/": guide_branch,
    "method/": method_branch,
}
