"""Material's files as the site publishes them: its rules in a layer under ours, in one stylesheet; of its scripts one.

Rules for parts that no page has are left out, as is what no page asks for (palettes, source maps, Material's search).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

STYLES = "assets/stylesheets/site.css"
SHEETS = (
    "tokens",
    "type",
    "frame",
    "components",
    "charts",
    "kpi",
    "home",
    "industry",
    "flows",
    "guides",
    "calculator",
    "paper",
    "search",
    "bare",
    "stack",
    "offscreen",
    "print",
)
OURS = tuple(f"assets/stylesheets/{name}.css" for name in SHEETS)
MATERIAL = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
BUNDLE = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
UNASKED = re.compile(
    r".*\.map|assets/stylesheets/palette\..*|assets/javascripts/(lunr|workers)/.*|assets/images/favicon\.png"
)

# Parts of Material that this site does not have, by class.
# A test holds that no page carries a class whose rules were left out.
WHOLE = (
    "admonition|grid|arithmatex|critic|keys|mermaid|headerlink|emojione|twemoji|gemoji|annotate|filename|"
    "lg|middle|inline"
)
BEGUN = (
    "tabbed-|highlight|linenos|code-|footnote|task-list|md-(?:status|search|annotation|consent|banner|source|version|"
    "post|author|tag|feedback|pagination|path|select|profile|progress|draft|social|input|button|meta|copyright|logo|"
    "tooltip|header__source|header--lifted|nav__(?:toggle|icon|container|source)|nav--(?:lifted|integrated)|"
    "nav__item--(?:section|nested|pruned))"
)
LACKING = re.compile(rf"dir=rtl|data-md-toggle=search|search\]|data-md-scrollfix|\.(?:(?:{WHOLE})\b|{BEGUN})")
ICONS = re.compile(  # icons of those parts, drawn in custom properties
    r"--md-(admonition|annotation|search|source|version|tag|status|post|tasklist|footnotes|details|path|code-select|"
    r"nav|toc|tabbed|feedback|typeset-table)[\w-]*icon[\w-]*:(\"[^\"]*\"|url\(\"[^\"]*\"\)|[^;}])*;?"
)
PIECES = re.compile(r'(?:"(?:\\.|[^"\\])*"|\'[^\']*\'|[^{}"\';])+|[{};]')
COMMENTS = re.compile(r'@charset "UTF-8";|/\*.*?\*/', re.S)


def bundle(names: Iterable[str]) -> str:
    """The one script of Material that pages load."""
    return one(names, BUNDLE)


def sheets(names: Iterable[str]) -> list[str]:
    """The files that make the stylesheet, Material's first."""
    return [one(names, MATERIAL), *OURS]


def unasked(names: Iterable[str]) -> list[str]:
    """The files of Material that are not published."""
    return [name for name in names if UNASKED.fullmatch(name)]


def one(names: Iterable[str], pattern: re.Pattern[str]) -> str:
    (name,) = filter(pattern.fullmatch, names)
    return name


def stylesheet(texts: Mapping[str, str]) -> str:
    """One stylesheet. What stands in no layer wins over Material's rules, however specific those are."""
    material, *ours = texts.values()
    return "@layer material{" + slim(material) + "}\n" + COMMENTS.sub("", "\n".join(ours))


def slim(css: str) -> str:
    """Minified CSS without the rules of parts that the site lacks."""
    return "".join(used(iter(PIECES.findall(COMMENTS.sub("", css)))))


def used(pieces: Iterator[str]) -> Iterator[str]:
    """The rules of one block that concern parts which this site has."""
    for head in pieces:
        if head == "}":
            return
        if next(pieces, "") != "{":
            continue
        if head.startswith(("@media", "@supports")):
            inner = "".join(used(pieces))
            yield f"{head}{{{inner}}}" if inner else ""
        else:
            yield rule(head, ICONS.sub("", block(pieces)))


def rule(head: str, body: str) -> str:
    if head.startswith("@"):
        return f"{head}{{{body}}}"
    kept = [selector for selector in selectors(head) if not LACKING.search(selector)]
    return f"{','.join(kept)}{{{body}}}" if kept and body else ""


def block(pieces: Iterator[str]) -> str:
    """The text up to the brace that closes the block."""
    text, depth = "", 1
    for piece in pieces:
        depth += {"{": 1, "}": -1}.get(piece, 0)
        if not depth:
            return text
        text += piece
    return text


def selectors(head: str) -> list[str]:
    """ "a:is(b,c),d" → ["a:is(b,c)", "d"]."""
    return re.findall(r"(?:[^,(]|\([^)]*\))+", head)
