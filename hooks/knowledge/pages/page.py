"""What a page is, and what the host knows of the site that the data does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from ..records.source import Place

Variables = Callable[[], Mapping[str, Any]]  # what a template shows, when it is wanted


@dataclass(frozen=True)
class Settings:
    """What the host knows and the data does not: the site's address, the repository's, the demo link ("" = none)."""

    site_url: str
    repository: str = ""
    demo_url: str = ""

    @property
    def root(self) -> str:
        """The path under which the site is served: "/", or "/folder/"."""
        return urlsplit(self.site_url).path or "/"


@dataclass(frozen=True)
class Page:
    """One page in one language. `uri` is relative to the language's root ("kpi/csat/"; "" is home)."""

    lang: str
    uri: str
    kind: str
    title: str
    description: str
    source: str
    template: str = ""  # empty: prose, written by hand in content/
    variables: Variables = dict
    parents: tuple[str, ...] = ()
    previous: str = ""
    following: str = ""
    place: Place = ()  # of its record in the source

    @cached_property
    def context(self) -> Mapping[str, Any]:
        """The variables of the template, worked out when they are first asked for: an address needs none of them."""
        return self.variables()

    @property
    def url(self) -> str:
        """Relative to the site's root: "fr/kpi/csat/"."""
        return f"{self.lang}/{self.uri}"

    @property
    def before(self) -> str:
        """The address of the page to read before; empty for none."""
        return self.previous and f"{self.lang}/{self.previous}"

    @property
    def after(self) -> str:
        """The address of the page to read next; empty for none."""
        return self.following and f"{self.lang}/{self.following}"

    @property
    def dest_uri(self) -> str:
        """The file that holds the page: "fr/kpi/csat/index.html"."""
        return f"{self.url}index.html" if self.url.endswith("/") else self.url
