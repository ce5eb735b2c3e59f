"""What editors wrote, sound: the data, the written pages, and the pages made of the data."""

from dataclasses import dataclass

from ..records.book import Book
from ..records.prose import Prose
from .page import Page


@dataclass(frozen=True)
class Project:
    """The whole of `data/` and `content/`."""

    book: Book
    prose: list[Prose]
    planned: list[Page]
