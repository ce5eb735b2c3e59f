"""Links to the repository's host, if its address is known: where a file is edited, where a figure is doubted.

They are links and no more: nothing is asked of the host before the reader follows one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from ..words.wording import filled

BRANCH = "main"
LONGEST = 2_000  # characters of an address, well below what hosts and browsers take
LENGTHS = (400, 200, 100, 40, 0)  # of the texts quoted in it: the first that leaves it short enough


@dataclass(frozen=True)
class Doubted:
    """What a reader may doubt: its record's id, the page it stands on, its figure or title, its text by language."""

    id: str
    page: str
    value: str
    texts: Mapping[str, str]


def edit_url(repository: str, path: str, line: int = 1) -> str:
    """Where a file is edited, at a line; nowhere if it is a folder, of which no one file is meant."""
    if not repository or path.endswith("/"):
        return ""
    return f"{repository.rstrip('/')}/edit/{BRANCH}/{quote(path)}" + (f"#L{line}" if line > 1 else "")


def challenge_url(repository: str, doubted: Doubted, words: Mapping[str, str]) -> str:
    """The issue "this figure is wrong", filled in but for new value and source; its texts as long as there is room."""
    addresses = (issue_url(repository, doubted, words, length) for length in LENGTHS)
    return next((url for url in addresses if len(url) <= LONGEST), "") if repository else ""


def issue_url(repository: str, doubted: Doubted, words: Mapping[str, str], length: int) -> str:
    named = {"id": doubted.id, "page": doubted.page, "value": shortened(doubted.value, length)}
    named |= {lang: shortened(text, length) for lang, text in doubted.texts.items()}
    asked = {"title": filled(words["issue_title"], named), "body": filled(words["issue_body"], named)}
    return f"{repository.rstrip('/')}/issues/new?{urlencode(asked, quote_via=quote)}"


def shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rstrip() + "…"
