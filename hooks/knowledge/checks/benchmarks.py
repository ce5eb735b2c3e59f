"""Rules for the register of public figures: each is used, and said once; a default that claims one is that figure."""

from collections.abc import Iterator

from ..records.base import LANGUAGES
from ..records.benchmark import Benchmark
from ..records.book import Book
from ..records.inputs import Input
from ..records.problems import Problem
from ..records.source import Place
from ..words.benchmarks import benchmarks_of, figure_words
from .formulas import PATH
from .rules import Rule, plainly, problem, unknown

REGISTER = "data/benchmarks.yml"
OLDEST = 2018  # year of publication


def benchmarks_are_figures_of_a_known_unit(book: Book) -> Iterator[Problem]:
    for id, item in book.benchmarks.items():
        yield from unknown(book, REGISTER, (id, "unit"), item.unit, book.units, "units.yml", "units")
        if item.high is not None and item.high <= item.value:
            yield problem(
                book, REGISTER, (id, "high"), "The range does not go up.", "Write the lower figure in `value:`."
            )


def benchmarks_are_recent(book: Book) -> Iterator[Problem]:
    for id, item in book.benchmarks.items():
        if int(item.source.date[:4]) < OLDEST:
            message, fix = f"A benchmark is no older than {OLDEST}.", "Quote a later edition, or delete the benchmark."
            yield problem(book, REGISTER, (id, "source", "date"), message, fix)


def addresses_of_benchmarks_are_text(book: Book) -> Iterator[Problem]:
    for id, item in book.benchmarks.items():
        scheme, sign, rest = item.source.where.partition("://")
        if sign:
            place, message = (id, "source", "where"), f'The address starts with "{scheme}://".'
            yield problem(book, REGISTER, place, message, f"Write {rest}")


def guides_refer_to_known_benchmarks(book: Book) -> Iterator[Problem]:
    for id, guide in book.guides.items():
        path = f"data/guides/{id}.yml"
        for index, benchmark in enumerate(guide.benchmarks):
            place = ("benchmarks", index)
            yield from unknown(book, path, place, benchmark, book.benchmarks, "benchmarks.yml", "benchmarks")
        if guide.benchmarks and guide.no_benchmark:
            message = "The guide quotes a benchmark and says why there is none."
            yield problem(book, path, ("no_benchmark",), message, "Delete one of the two.")


def inputs_of(book: Book) -> dict[str, Input]:
    return book.model.inputs if book.model else {}


def inputs_refer_to_known_benchmarks(book: Book) -> Iterator[Problem]:
    for name, item in inputs_of(book).items():
        place: Place = ("inputs", name, "source")
        named: list[tuple[Place, str]] = [
            ((*place, "context", index), id) for index, id in enumerate(item.source.context)
        ]
        named += [((*place, "benchmark"), item.source.benchmark)] if item.source.benchmark else []
        for where, id in named:
            yield from unknown(book, PATH, where, id, book.benchmarks, "benchmarks.yml", "benchmarks")


def every_benchmark_is_used(book: Book) -> Iterator[Problem]:
    if not book.model or book.broken["guides"]:
        return  # what cannot be read may use it
    used = {id for guide in book.guides.values() for id in guide.benchmarks}
    used |= {id for item in inputs_of(book).values() for id in benchmarks_of(item.source)}
    for id in [id for id in book.benchmarks if id not in used]:
        fix = "Name it under `benchmarks:` of a guide or in the `source:` of an input, or delete it."
        yield problem(book, REGISTER, (id,), "No page and no default quotes this benchmark.", fix)


def public_defaults_are_their_benchmark(book: Book) -> Iterator[Problem]:
    for name, item in inputs_of(book).items():
        source, place = item.source, ("inputs", name, "source")
        if (source.kind == "public") != (source.benchmark is not None):
            fix = "Write `kind: public` and the id of its benchmark, or neither: `context:` quotes without claiming."
            message = "A default of kind public names its benchmark, and no other default does."
            yield problem(book, PATH, (*place, "kind"), message, fix)
        elif source.benchmark and source.benchmark in book.benchmarks:
            yield from claim_holds(book, name, item, book.benchmarks[source.benchmark])


def claim_holds(book: Book, name: str, item: Input, benchmark: Benchmark) -> Iterator[Problem]:
    if benchmark.unit in book.units and not is_figure_of(book, item, benchmark):
        message = f"The default is not the figure of its benchmark, {figure_words(benchmark, book, 'en')}."
        fix = "Correct the default or its unit, or quote the benchmark under `context:`, which claims nothing."
        yield problem(book, PATH, ("inputs", name, "default"), message, fix)
    if item.source.tier != benchmark.tier:
        message = f"The evidence is of tier {item.source.tier}, that of the benchmark of tier {benchmark.tier}."
        yield problem(book, PATH, ("inputs", name, "source", "tier"), message, f"Write tier: {benchmark.tier}.")


def is_figure_of(book: Book, item: Input, benchmark: Benchmark) -> bool:
    """Whether the default is the figure, as far as its decimals go, or lies within the range.

    A unit without a symbol (euros per item) is no unit of the model: then the numbers alone are compared.
    """
    unit = book.units[benchmark.unit]
    if not isinstance(item.default, float) or unit.symbol not in (None, item.unit):
        return False
    low = benchmark.value / unit.factor
    if benchmark.high is not None:
        return low <= item.default <= benchmark.high / unit.factor
    return round(low, len(plainly(item.default).partition(".")[2])) == item.default


def notes_leave_figures_to_the_register(book: Book) -> Iterator[Problem]:
    publishers = {item.source.publisher: id for id, item in book.benchmarks.items()}
    for name, item in inputs_of(book).items():
        note = item.source.note
        for publisher, id in publishers.items():
            if note and any(publisher in note[lang] for lang in LANGUAGES):
                message = f"The note quotes {publisher}, whose figure stands in benchmarks.yml."
                fix = f"Write context: [{id}] in this source, and leave the figure out of the note."
                yield problem(book, PATH, ("inputs", name, "source", "note"), message, fix)


BENCHMARK_RULES: tuple[Rule, ...] = (
    benchmarks_are_figures_of_a_known_unit,
    benchmarks_are_recent,
    addresses_of_benchmarks_are_text,
    guides_refer_to_known_benchmarks,
    inputs_refer_to_known_benchmarks,
    every_benchmark_is_used,
    public_defaults_are_their_benchmark,
    notes_leave_figures_to_the_register,
)
