"""The public figures in words, and what a default of the calculator rests on."""

from ..records.benchmark import Benchmark
from ..records.book import Book
from ..records.inputs import Backing
from . import formats
from .wording import filled, quantity, span


def figure_words(benchmark: Benchmark, book: Book, lang: str) -> str:
    """ "70,22 %", "€5–10 per item" """
    if benchmark.high is None:
        return quantity(benchmark.value, benchmark.unit, book.units, lang)
    return span(benchmark.value, benchmark.high, benchmark.unit, book.units, lang)


def quote_benchmark(benchmark: Benchmark, book: Book, lang: str) -> str:
    """What is counted, its figure, who published it and when, in one line."""
    parts = {
        "label": benchmark.label[lang],
        "figure": figure_words(benchmark, book, lang),
        "publisher": benchmark.source.publisher,
        "date": formats.dated(benchmark.source.date, lang),
    }
    return filled(book.ui["benchmark"]["quoted"][lang], parts)


def benchmarks_of(source: Backing) -> list[str]:
    """The benchmark that a default is, and those quoted beside it."""
    return [*([source.benchmark] if source.benchmark else []), *source.context]
