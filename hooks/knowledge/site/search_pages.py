"""Each page of the site as a result of the search."""

from ..pages.page import Page
from ..records.book import Book
from ..records.prose import HEADING, Prose
from .frame import Site
from .search_entry import ROI_KINDS, Entry, entry, names_of, other_of, page_names, without_markup

PROSE_KINDS = {"method/": "method", "tco/": "tco"}  # written pages that are found among others than "pages"
KINDS_ASKED = {
    "team": "team/#kpis",
    "industry": "industry/#outcomes",
}  # kind of page → what is asked of each page of the kind


def kind_of_prose(written: Prose) -> str:
    return PROSE_KINDS.get(written.uri, "page")


def kpi_entry(site: Site, page: Page) -> Entry:
    kpi, lang, other = page.context["kpi"], page.lang, other_of(page.lang)
    terms = [term for term in site.book.glossary.values() if term.kpi == page.context["id"]]
    said = [name for term in terms for name in term.variants[lang]]
    formula = [part[lang] for part in (kpi.formula.numerator, kpi.formula.denominator) if part]
    return entry(
        page.uri,
        "kpi",
        page.title,
        of="kpi/",
        names=[*kpi.synonyms[lang], *kpi.searches[lang], *said],
        also=[term.term[lang] for term in terms],
        other=[kpi.name[other], *kpi.synonyms[other], *(term.term[other] for term in terms), f"KPI{kpi.number}"],
        summary=kpi.definition[lang],
        text=" ".join([*formula, kpi.why[lang], page.context["team"].name[lang]]),
    )


def team_entry(site: Site, page: Page) -> Entry:
    team, lang = page.context["team"], page.lang
    names = [page.context.get("id", ""), *team.synonyms[lang]]
    kpis = " ".join(kpi.name[lang] for kpi in page.context.get("kpis", {}).values())
    return entry(
        page.uri,
        "team" if team.team else "page",
        page.title,
        also=[team.short[lang]],
        names=[name for name in names if name],
        other=[team.name[other_of(lang)], *team.synonyms[other_of(lang)]],
        of="team/" if team.team else "",
        summary=team.summary[lang],
        text=f"{team.question[lang]} {team.text[lang]} {kpis}",
    )


def industry_entry(site: Site, page: Page) -> Entry:
    industry, lang, other = page.context["industry"], page.lang, other_of(page.lang)
    guide = site.book.industry_guides.get(page.context["id"])
    return entry(
        page.uri,
        "industry",
        page.title,
        of="outcome/",
        also=[industry.name[lang]],
        names=[*industry.synonyms[lang], *(guide.searches[lang] if guide else [])],
        other=[industry.name[other], *industry.synonyms[other]],
        summary=industry.summary[lang],
    )


def index_entry(site: Site, page: Page) -> Entry:
    kind = ROI_KINDS.get(page.kind, "page")
    short = site.words[page.lang]["search_short"].get(page.kind.replace("-", "_"), "")
    names = [
        *page_names(site, page.kind, page.lang),
        *([f"{len(site.book.kpis)} KPI"] if page.kind == "kpi-index" else []),
    ]
    return entry(page.uri, kind, page.title, short=short, names=names, summary=page.description)


WAYS = {
    "kpi": kpi_entry,
    "team": team_entry,
    "industry": industry_entry,
    "page": team_entry,  # the sales increases of no team
    "kpi-index": index_entry,
    "team-index": index_entry,
    "outcome-index": index_entry,
    "industry-index": index_entry,
    "case-study": index_entry,
    "changes": index_entry,
    "glossary": index_entry,
    "map": index_entry,
    "calculator": index_entry,
    "business-case": index_entry,
    "value": index_entry,
    "roi-method": index_entry,
    "method-part": index_entry,
}


def prose_entry(site: Site, written: Prose) -> Entry:
    """A written page with the text before its first section; a guide sums itself up there, in its sections' words."""
    first = HEADING.search(written.body)
    start = "" if written.uri.startswith("guide/") else written.body[: first.start() if first else None]
    names = page_names(site, written.name.removesuffix(".md"), written.lang)
    return entry(
        written.uri,
        kind_of_prose(written),
        written.title,
        names=names,
        summary=written.description,
        text=without_markup(start),
    )


def whole_page(book: Book, page: Page) -> Entry:
    """The page by what people ask of any page of its kind: "KPIs of …", "case studies in …"."""
    return entry(page.uri, page.kind, page.title, names=names_of(book, KINDS_ASKED[page.kind], page.lang), of=page.uri)
