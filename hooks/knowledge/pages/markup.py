"""What a written page may hold besides Markdown: what is allowed is listed, for all else could run or lead astray."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from ..records.book import Book
from ..records.problems import Problem
from ..records.prose import BLOCK, Prose

TAGS = {"br", "kbd", "sub", "sup"}  # without attributes
ANCHOR = re.compile(r"\{ *#[a-z0-9-]+ *\}")  # of a heading
CODE = re.compile(
    r"^(?P<fence>```|~~~)[a-z]*\n.*?^(?P=fence)$|(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)*?(?<!`)(?P=ticks)(?!`)", re.M | re.S
)
HTML = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<rest>[^>]*)>?|<[!?][^>]*>?")
CURLY = re.compile(r"\{[^{}\n]*\}?")
ADDRESS = re.compile(r"\]\(\s*<?(?P<shown>[^)>\n]*)|^ {0,3}\[[^\]\n]+\]:\s*<?(?P<listed>[^\s>]*)", re.M)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|//|\\", re.I)
ALLOWED = ("https", "mailto")
UNSEEN = re.compile(r"[\s\x00-\x20]+")
TAG_FIX = f"Write it in Markdown; of HTML, a page may hold {', '.join(f'<{tag}>' for tag in sorted(TAGS))}."
ADDRESS_FIX = "Write a page of this site as its file (method.md#sources), or an address that starts with https://."


def pages_hold_nothing_that_runs(pages: list[Prose], book: Book) -> Iterator[Problem]:
    """No HTML, attribute or address that is not on the list; what is shown as code is free."""
    for page in pages:
        text = blanked(CODE, page.body)
        for position, field, message, fix in faults_of(blanked(BLOCK, text)):
            yield Problem(page.path, page.line_of(position), page.column_of(position), field, message, fix)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The text with spaces where the pattern stood; lines stay."""
    return pattern.sub(lambda hit: re.sub(r"[^\n]", " ", hit[0]), text)


def faults_of(text: str) -> Iterator[tuple[int, str, str, str]]:
    """(position, field, what is wrong, what to write)"""
    told: set[str] = set()
    for hit in HTML.finditer(text):
        name = (hit["name"] or "").lower()
        if hit["name"] and re.match(r"[a-z0-9+.-]*:|[^<>\s]*@", hit["name"] + hit["rest"], re.I):
            if fault := address_fault(hit[0].strip("<>")):
                yield hit.start(), "", fault, ADDRESS_FIX
        elif (name not in TAGS or hit["rest"].strip(" /")) and not (hit["slash"] and name in told):
            told.add(name)
            said = "A comment" if hit[0].startswith("<!") else f"<{name or '?'}>"
            yield hit.start(), "", f"{said} is not allowed on a page.", TAG_FIX
    for hit in CURLY.finditer(text):
        line = text[text.rfind("\n", 0, hit.start()) + 1 : hit.start()]
        if not (ANCHOR.fullmatch(hit[0]) and line.startswith("#")):
            message = "Curly brackets give attributes to what stands before them."
            yield hit.start(), "", message, "Write them after a heading alone, for its id: ## Title { #id }."
    for hit in ADDRESS.finditer(text):
        if fault := address_fault(hit["shown"] or hit["listed"] or ""):
            yield hit.start(), "", fault, ADDRESS_FIX


def address_fault(address: str) -> str:
    """What is wrong with where a link leads, read as a browser does; empty where nothing is."""
    plain = UNSEEN.sub("", unescape(address))
    hit = SCHEME.match(plain)
    if not hit or (hit[1] or "").lower() in ALLOWED:
        return ""
    return f'A link may not lead to "{plain[:40]}".'


# --- what Markdown made of it -------------------------------------------------------------------------------------

PLAIN = "h1 h2 h3 h4 h5 h6 p ul ol li strong em code pre blockquote hr table thead tbody tr th td a img br kbd sub sup"
GIVEN = {  # attributes that Markdown gives by itself
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"style"},
    "td": {"style"},
    "ol": {"start"},
    "code": {"class"},
}
MADE: dict[str, set[str]] = {tag: GIVEN.get(tag, set()) for tag in PLAIN.split()}
ALIGNED = re.compile(r"text-align: (left|center|right);")


class Made(HTMLParser):
    """Collects what is not on the list."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.odd += [f"<{tag}>"] if tag not in MADE else []
        for name, value in attrs:
            led = name in ("href", "src") and address_fault(value or "")
            if name not in MADE.get(tag, {name}) or led or (name == "style" and not ALIGNED.fullmatch(value or "")):
                self.odd.append(f'{name}="{value}"')

    def handle_decl(self, decl: str) -> None:
        self.odd.append("<!>")

    def handle_pi(self, data: str) -> None:
        self.odd.append("<?>")


def foreign(html: str) -> list[str]:
    """What stands in the HTML of a page that the rule should have told: the last guard, of what was overlooked."""
    made = Made()
    made.feed(html)
    made.close()
    return made.odd
