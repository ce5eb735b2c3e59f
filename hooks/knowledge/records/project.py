"""What editors wrote, sound: the data and the written pages."""

from dataclasses import dataclass

from .book import Book
from .prose import Prose


@dataclass(frozen=True)
class Project:
    """The whole of `data/` and `content/`."""

    book: Book
    prose: list[Prose]
