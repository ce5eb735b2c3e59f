"""No text of the data, of written pages' heads or of the settings can become an element or an attribute of a page."""

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from tests.support.marking import INTRUDER, MARK, QUERY
from tests.support.workbook import Workbook

TRIED = """a<x-abc/a='"'>&"""
ATTRIBUTE = re.compile(r"[a-z][a-z0-9:-]*")  # what templates write; HTMLParser gives names in lower case
PLACES = (  # kind of page → its address
    ("root", r"index\.html"),
    ("lost", r"404\.html"),
    ("error", r"../404\.html"),
    ("home", r"../index\.html"),
    ("moved", r"../kpi/satisfaction-score/index\.html"),
    ("kpi-index", r"../kpi/index\.html"),
    ("map", r"../kpi/map/index\.html"),
    ("kpi", r"../kpi/[a-z-]+/index\.html"),
    ("team-index", r"../team/index\.html"),
    ("team", r"../team/[a-z-]+/index\.html"),
    ("industry-index", r"../industry/index\.html"),
    ("industry", r"../industry/[a-z-]+/index\.html"),
    ("outcome-index", r"../outcome/index\.html"),
    ("revenue", r"../outcome/revenue/index\.html"),
    ("glossary", r"../glossary/index\.html"),
    ("calculator", r"../calculator/index\.html"),
    ("business-case", r"../business-case/index\.html"),
    ("value", r"../value/index\.html"),
    ("roi-method", r"../method/roi/index\.html"),
    ("method-part", r"../method/roi/[a-z-]+/index\.html"),
    ("tco", r"../tco/index\.html"),
    ("changes", r"../changes/index\.html"),
    ("case-study", r"../case-study/index\.html"),
    ("written", r"../(about|method|guide|guide/[a-z-]+)/index\.html"),
    ("search index", r"../search\.json"),
    ("calculator's words", r"../roi(-opening)?\.json"),
    ("workbook", r"assets/workbook/..\.xlsx"),
)
SELDOM = {  # fields that no page needs to show → why
    ("settings", "site_name"): "pages name the site by the word site.name",
    ("ui", "bar.range"): "no outcome is drawn as a range",
    ("ui", "challenge.issue_title"): "percent-encoded in an address",
    ("ui", "challenge.issue_body"): "percent-encoded in an address",
    **{
        ("ui", f"changes.{key}"): "nothing of the kind moved"
        for key in ("count_one", "edition", "none", "removed", "same")
    },
    **{("ui", f"overdue.{key}"): "nothing is late" for key in ("badge", "more", "text", "weak")},
    ("ui", "period.first_one_month"): "no outcome has this period",
    ("ui", "period.per"): "no outcome has this period",
    ("ui", "period.per_one_day"): "no outcome has this period",
    ("ui", "relation_back.causes"): "drawn, and listed under what drives a KPI",
    ("ui", "relation_back.trades-off"): "listed under trade-offs",
    **{("ui", f"retired.{key}"): "nothing is retired" for key in ("badge", "instead", "since")},
    ("ui", "roi_method.cash"): "no cash comes from stock in the example",
    ("ui", "roi_method.clamp"): "no formula uses it",
    ("ui", "roi_method.floor"): "no formula uses it",
}


@dataclass
class Found(HTMLParser):
    """What one page holds: texts (of attributes and JSON too), elements that no template wrote, broken attributes."""

    texts: list[str] = field(default_factory=list)
    intruders: list[str] = field(default_factory=list)
    structured: bool = False

    def __post_init__(self):
        super().__init__()

    def handle_starttag(self, tag, attributes):
        for _, value in attributes:
            self.texts += strings(json.loads(value)) if (value or "").startswith('{"') else [value or ""]
        names = [name for name, _ in attributes]
        if tag.startswith("x-") or "data-x" in names or not all(map(ATTRIBUTE.fullmatch, names)):
            self.intruders.append(self.get_starttag_text()[:80])
        self.structured = dict(attributes).get("type") in ("application/ld+json", "application/json")

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        self.texts += strings(json.loads(data)) if self.structured else [data]

    def handle_endtag(self, tag):
        self.structured = False


def strings(value) -> list[str]:
    """Every text of a JSON value, the names of its fields included."""
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in strings(part)]
    return (
        [text for item in value for text in strings(item)]
        if isinstance(value, list)
        else [value]
        if isinstance(value, str)
        else []
    )


def read_html(html: str) -> Found:
    found = Found()
    found.feed(html)
    found.close()
    return found


def kind_of(path: str) -> str:
    return next((kind for kind, pattern in PLACES if re.fullmatch(pattern, path)), path)


@pytest.fixture(scope="module")
def pages(marked):
    """Every HTML and JSON file and workbook by its path."""
    site, _ = marked
    html = {path: read_html(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    data = {path: Found(strings(json.loads(path.read_text(encoding="utf-8")))) for path in sorted(site.rglob("*.json"))}
    books = {path: Found(Workbook(path.read_bytes()).texts()) for path in sorted(site.rglob("*.xlsx"))}
    return {path.relative_to(site).as_posix(): found for path, found in (html | data | books).items()}


@pytest.mark.parametrize(
    "html", [f"<p>{TRIED}</p>", f'<p title="{TRIED}">', f"<p title='{TRIED}'>", f'<a href="{INTRUDER}">']
)
def test_an_intruder_would_be_found(html):
    assert read_html(html).intruders


def test_no_text_becomes_an_element_or_an_attribute(pages):
    assert {path: found.intruders[:5] for path, found in pages.items() if found.intruders} == {}


def test_every_field_is_seen_whole(pages, marked, capsys):
    _, marks = marked
    texts = {path: "\n".join(found.texts) for path, found in pages.items()}
    seen = {path: Counter(MARK.findall(text)) for path, text in texts.items()}
    whole = {
        path: text for path, text in texts.items() if not path.endswith("search.json")
    }  # an excerpt may end inside a mark
    assert [path for path, text in whole.items() if text.count("<x-") != seen[path].total()] == []
    places = {
        field: {kind_of(path) for path, counts in seen.items() if letters in counts} for field, letters in marks.items()
    }
    kinds = {kind: set().union(*(held for (other, _), held in places.items() if other == kind)) for kind, _ in marks}
    with capsys.disabled():
        print(
            summary(
                kinds,
                len(marks),
                sum(counts.total() for counts in seen.values()),
                sum(len(page.intruders) for page in pages.values()),
            )
        )
    assert set().union(*kinds.values()) == {kind for kind, _ in PLACES}
    assert {field for field, held in places.items() if not held} <= set(SELDOM)


def summary(kinds: dict[str, set[str]], fields: int, occurrences: int, elements: int) -> str:
    head = (
        f"escaping: {fields} fields of {len(kinds)} kinds of record, "
        f"seen on {len(PLACES)} kinds of page, {occurrences:,} occurrences"
    )
    rows = [f"  {kind:<15} {', '.join(name for name, _ in PLACES if name in held)}" for kind, held in kinds.items()]
    return "\n".join(["", f"{head}, {elements} elements", *rows])


@pytest.mark.parametrize("name", ["demo_url", "repository_url"])
def test_an_address_of_the_settings_stays_in_its_attribute(pages, name):
    assert any(text.startswith(f"https://{name}.example/{QUERY}") for found in pages.values() for text in found.texts)


def test_the_sitemap_is_xml(marked):
    site, _ = marked
    ET.parse(site / "sitemap.xml")
