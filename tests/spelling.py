"""`make spelling`: each word that an editor wrote is in the dictionary, a name in the data, or in a list of ours."""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from check import ANNOTATE, tell
from hunspell import Hunspell
from knowledge.book import read_project
from knowledge.records.base import LANGUAGES
from knowledge.records.book import Book
from knowledge.records.problems import DataError, Problem
from knowledge.words.formats import fold

from tests.support.texts import Text, texts_of

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "tests/tools/node_modules"
LISTS = "tests/words"
DICTIONARIES = {"fr": ("French", "dictionary-fr"), "en": ("English", "dictionary-en-gb")}
OTHER = {"fr": "en", "en": "fr"}
MOST = 40  # words that get a suggestion: one takes up to a second
JOINTS = {"fr": re.compile("['’-]"), "en": re.compile("['’]s$|(?<=[A-Z]{2})s$|-")}  # l'OMS, omni-canal, OMS's, KPIs
Names = Mapping[str, set[str]]  # language → words that are right because they are names


def check(root: Path, github: bool) -> int:
    """Prints what is wrong, or how many words were read; the exit code."""
    try:
        project = read_project(root)
    except DataError as error:
        return tell(error, github)
    texts = texts_of(project)
    if problems := judged(root, texts, names_of(project.book)):
        return tell(DataError(problems), github)
    counts = (len({word for text in texts if text.lang == lang for word in text.words}) for lang in LANGUAGES)
    print("No word is unknown: {} different ones in French, {} in English.".format(*counts))
    return 0


def names_of(book: Book) -> Names:
    """What the glossary and the terms say to type, and who published what; names of the other language too."""
    glossary = book.entire.glossary.values()
    short = [term.term[lang] for term in glossary for lang in LANGUAGES]
    published = [*book.sources.values(), *(benchmark.source for benchmark in book.benchmarks.values())]
    publications = [name for source in published for name in (source.publisher, str(source.title))]
    names = {}
    for lang, other in OTHER.items():
        use = [words for term in book.terms.values() if (said := term.wording(lang)) for words in said.use]
        laws = [text.text[other] for law in book.laws.values() for text in law.texts]
        full = [term.full[other] for term in glossary]
        names[lang] = set(re.findall(r"\w+", " ".join([*short, *publications, *use, *laws, *full])))
    return names


def judged(root: Path, texts: list[Text], names: Names) -> list[Problem]:
    """Each unknown word of each text, and what is wrong with the lists of the project at `root`."""
    return [problem for lang in LANGUAGES for problem in in_language(lang, root, texts, names[lang])]


def in_language(lang: str, root: Path, texts: list[Text], names: set[str]) -> Iterator[Problem]:
    speller = Hunspell("index", hunspell_data_dir=str(PACKAGES / DICTIONARIES[lang][1]))
    lacked = cache(lambda word: lacking(word, lang, speller))
    spoken = [(text, word) for text in texts if text.lang == lang for whole in text.words for word in lacked(whole)]
    strange = [(text, word) for text, word in spoken if names.isdisjoint(forms(word))]
    listed = words_listed(root, lang)
    yield from list_faults(lang, listed, {form for _, word in strange for form in forms(word)})
    unknown = [(text, word) for text, word in strange if listed.keys().isdisjoint(forms(word))]
    for word in (*names, *listed):
        speller.add(word)
    near = {word: speller.suggest(word)[:1] for word in [*dict.fromkeys(word for _, word in unknown)][:MOST]}
    for text, word in unknown:
        message = f'"{word}" is not in the {DICTIONARIES[lang][0]} dictionary.'
        hint = "".join(f'Did you mean "{right}"? ' for right in near.get(word, ()))
        fix = f"{hint}Correct it; if it is right, add it to {LISTS}/{lang}.txt."
        yield Problem(text.path, *text.place_of(word, root), text.field, message, fix)


def lacking(word: str, lang: str, speller: Hunspell) -> list[str]:
    """What of a word the dictionary lacks: all of it, or some of what a hyphen or an apostrophe joins."""
    parts = [] if speller.spell(word) else JOINTS[lang].split(word)
    return [part for part in parts if part and not re.search(r"[\d_]", part) and not speller.spell(part)]


def forms(word: str) -> tuple[str, str]:
    """How a name or a list may have a word, which may stand first in its sentence."""
    return word, word.lower()


def words_listed(root: Path, lang: str) -> dict[str, int]:
    """The words of a list of ours, each with its line."""
    lines = (root / LISTS / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    return {line.strip(): number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")}


def list_faults(lang: str, listed: Mapping[str, int], needed: set[str]) -> Iterator[Problem]:
    gone = "Delete it: the word is gone, or the dictionary or a name in the data knows it."
    order = "Keep the words in alphabetical order."
    path = f"{LISTS}/{lang}.txt"
    for word in listed.keys() - needed:
        yield Problem(path, listed[word], 1, word, "No text needs this line any more.", gone)
    for above, word in pairwise(listed):
        if fold(above) > fold(word):
            yield Problem(path, listed[word], 1, word, f'It stands below "{above}".', order)


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--github", action="store_true", help=ANNOTATE)
    sys.exit(check(ROOT, parser.parse_args().github))
