"""The built site as the tests read it: its pages, parsed."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import urldefrag

DATA = ("application/ld+json", "application/json")  # scripts that are none


@dataclass
class Parsed:
    """What the tests ask of one page."""

    url: str
    html: str
    ids: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)  # ids of the content: those people link to
    links: list[str] = field(default_factory=list)  # href of <a>
    loads: list[str] = field(default_factory=list)  # what the browser fetches: scripts, styles, images, preloads
    meta: dict[str, str] = field(default_factory=dict)
    alternates: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    title: str = ""
    inline: list[str] = field(default_factory=list)  # inline scripts, styles and handlers
    headings: list[tuple[int, str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    @property
    def moved_to(self) -> str:
        """Where a page that moved leads; empty for a page that stands."""
        return self.meta.get("refresh", "").partition("url=")[2]


class Reader(HTMLParser):
    def __init__(self, page: Parsed):
        super().__init__()
        self.page, self.inside = page, []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in ("meta", "link", "input", "br", "img", "hr", "wbr"):
            self.inside.append(tag)
        if "id" in given:
            self.page.ids.append(given["id"])
            if "main" in self.inside[:-1] and tag not in ("caption", "table") and given["id"] != "content":
                self.page.anchors.append(given["id"])
        if tag == "html":
            self.page.lang = given.get("lang", "")
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
        if tag in ("script", "img", "iframe") and "src" in given:
            self.page.loads.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "modulepreload"):
            self.page.loads.append(given["href"])
        if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.page.alternates[given["hreflang"]] = given["href"]
        if tag == "meta":
            self.page.meta[given.get("name") or given.get("http-equiv") or "charset"] = given.get("content", "")
        self.page.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given and given.get("type") not in DATA):
            self.page.inline.append(tag)

    def handle_endtag(self, tag):
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data):
        if "title" in self.inside and "svg" not in self.inside:
            self.page.title += data
        elif not {"script", "style", "code"}.intersection(self.inside):
            self.page.text.append(data)


def resolve(page: str, link: str) -> tuple[str, str]:
    """(address relative to the root, anchor) of a link on a page."""
    path, anchor = urldefrag(link)
    if not path:
        return page, anchor
    folder = "" if path.startswith("/") else page if page.endswith("/") else page.rpartition("/")[0]
    target = normpath(join(folder or ".", path.lstrip("/")))
    return ("" if target == "." else target + ("/" if path.endswith("/") else "")), anchor


def addresses(pages: Mapping[str, Parsed]) -> set[str]:
    """Every page and every anchor of its content; a page that moved keeps the anchors it leads to."""
    found = {f"/{url}" for url in pages}
    for url, page in pages.items():
        holder = pages[resolve(url, page.moved_to)[0]] if page.moved_to else page
        found |= {f"/{url}#{id}" for id in holder.anchors if not url.endswith(".html")}
    return found


def data_files(site: Path) -> set[str]:
    """What is published for machines, whose addresses stay as well."""
    return {f"/{path.relative_to(site).as_posix()}" for path in (site / "data").rglob("*.*")}


class Pages(Mapping[str, Parsed]):
    """Every HTML page by its address relative to the root ("fr/kpi/csat/"), parsed when it is first asked for."""

    def __init__(self, site: Path):
        names = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
        self.files = {name.removesuffix("index.html"): path for name, path in names.items()}
        self.parsed: dict[str, Parsed] = {}

    def __getitem__(self, url: str) -> Parsed:
        if url not in self.parsed:
            self.parsed[url] = page = Parsed(url, self.files[url].read_text(encoding="utf-8"))
            Reader(page).feed(page.html)
        return self.parsed[url]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


if __name__ == "__main__":  # `make addresses`: adds what is new to the list, takes nothing away
    lock, built = Path(sys.argv[1]), Pages(Path(sys.argv[2]))
    known = set(lock.read_text(encoding="utf-8").split()) if lock.exists() else set()
    new = addresses(built) | data_files(Path(sys.argv[2]))
    lock.write_text("\n".join(sorted(known | new)) + "\n", encoding="utf-8")
