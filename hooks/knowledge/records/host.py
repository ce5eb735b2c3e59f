"""What `mkdocs.yml` may say: the options with which the site is made and tested, and addresses that lead somewhere."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Discriminator, Field, Tag, TypeAdapter, ValidationError

from .base import Record, Text
from .faults import reworded
from .problems import Problem
from .source import DATE, Document, read_text

PATH = "mkdocs.yml"
FROM = "!ENV "  # [NAME, what stands where the environment does not say]
EXAMPLE = ".example"  # no address of this ending is ever anybody's
WRITTEN = re.compile(r"[A-Za-z0-9:/?#@!$&()*+,;=%._~\[\]-]+")  # what an address is made of
Setting = Annotated[
    Annotated[str, Tag("typed")] | Annotated[list[Any], Field(min_length=2, max_length=2), Tag("set")],
    Discriminator(lambda value: "set" if isinstance(value, list) else "typed"),
]
Watched = Literal["allow", "warn", "info", "ignore"]


class Toggle(Record):
    icon: Text


class Scheme(Record):
    media: Text
    scheme: Literal["default", "slate"]
    primary: Literal["custom"]
    accent: Literal["custom"]
    toggle: Toggle


class Icons(Record):
    previous: Text
    next: Text


Feature = Literal["navigation.tabs", "navigation.footer", "navigation.top", "toc.follow", "content.code.copy"]


class Theme(Record):
    name: Literal["material"]
    custom_dir: Literal["overrides"]
    language: Literal["fr"]
    font: Literal[False]
    icon: Icons
    features: Annotated[list[Feature], Field(min_length=5, max_length=5)]
    palette: Annotated[list[Scheme], Field(min_length=3, max_length=3)]


class Validation(Record):
    omitted_files: Watched
    absolute_links: Watched
    unrecognized_links: Watched
    anchors: Watched


class Extra(Record):
    """What MkDocs hands on to the hooks."""

    repository: Setting
    demo_url: Setting
    today: Any


Extension = Literal["attr_list", "tables"]
Hook = Literal["hooks/data_pages.py", "hooks/frame.py"]


class Host(Record):
    """The whole file. An option that is not here is one that no test has seen."""

    site_name: Text
    site_url: Setting
    docs_dir: Literal["content"]
    exclude_docs: Literal["/*/passages/"]
    theme: Theme
    plugins: Annotated[list[Any], Field(max_length=0)]
    hooks: Annotated[list[Hook], Field(min_length=2, max_length=2)]
    watch: list[Literal["data", "overrides", "hooks/knowledge/templates"]]
    markdown_extensions: Annotated[list[Extension], Field(min_length=2, max_length=2)]
    validation: Validation
    extra: Extra


ADAPTER = TypeAdapter(Host)
ADDRESSES = (("site_url",), ("extra", "repository"), ("extra", "demo_url"))


def check_host(text: str, environment: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the text of `mkdocs.yml`, and with the addresses that it or the environment gives."""
    document, problems = read_text(without_tags(text), PATH)
    if document is None:
        return problems
    try:
        ADAPTER.validate_python(document.value)
    except ValidationError as error:
        told = {problem.field for problem in problems}
        faults = (reworded(fault, document, (), Host) for fault in error.errors(include_url=False))
        return problems + [fault for fault in faults if fault.field not in told]
    return [*problems, *addresses_lead_somewhere(document, environment), *today_is_a_day(document, environment)]


def without_tags(text: str) -> str:
    """The text with spaces for MkDocs' tag of what the environment gives: the lists behind it stay where they are."""
    return text.replace(f": {FROM}[", f": {' ' * len(FROM)}[")


def addresses_lead_somewhere(document: Document, environment: Mapping[str, str]) -> Iterator[Problem]:
    for place in ADDRESSES:
        name, address = setting(document, place, environment)
        wanted = place == ("site_url",)
        if not leads_somewhere(address) and (address or wanted):
            message = f'{name} is "{address}", which is no address of the web.'
            fix = "Write it whole, for example https://www.name.com/" + ("." if wanted else ', or "" for none.')
            yield Problem(*document.at(place), ".".join(place), message, fix)


def today_is_a_day(document: Document, environment: Mapping[str, str]) -> Iterator[Problem]:
    place = ("extra", "today")
    name, day = setting(document, place, environment)
    if day and not is_day(day):
        message, fix = f'{name} is "{day}", which is no day.', 'Write it as 2026-11-27, or "" for the day of the build.'
        yield Problem(*document.at(place), ".".join(place), message, fix)


def is_day(text: str) -> bool:
    try:
        return bool(DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def setting(document: Document, place: tuple[str, ...], environment: Mapping[str, str]) -> tuple[str, str]:
    """(the name under which it was given, what it is)"""
    value = document.value
    for part in place:
        value = value[part]
    if not isinstance(value, list):
        return place[-1], str(value)
    name, otherwise = map(str, value)
    return (name, environment[name].strip()) if name in environment else (place[-1], otherwise)


def leads_somewhere(address: str) -> bool:
    """Whether a browser may be sent there: https or http, a host, and no character that a browser would mend."""
    try:
        parts = urlsplit(address)
        return (
            parts.scheme in ("https", "http")
            and bool(parts.hostname and WRITTEN.fullmatch(address))
            and parts.port != 0
        )
    except ValueError:
        return False


def still_examples(text: str, environment: Mapping[str, str]) -> list[str]:
    """The addresses of a sound `mkdocs.yml` that nobody has set yet, as sentences."""
    document, _ = read_text(without_tags(text), PATH)
    assert document
    given = (setting(document, place, environment) for place in ADDRESSES)
    return [
        f"{name} is still the example, {address}."
        for name, address in given
        if (urlsplit(address).hostname or "").endswith(EXAMPLE)
    ]
