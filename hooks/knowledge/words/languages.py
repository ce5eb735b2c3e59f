"""Which language a text is written in, by the small words that each is made of."""

import re
from collections.abc import Collection
from functools import lru_cache

NO_WORDS = r"\{[^{}]*\}|\]\([^)]*\)|`[^`]*`|<!--.*?-->"  # placeholders and anchors, addresses, code, blocks
UNSAID = re.compile(NO_WORDS, re.S)
WORD = re.compile(r"[a-zà-ÿœ]{2,}")
LISTED = {  # words of two letters or more that the other language does not have
    "fr": "le la les des du de un une et est sont dans pour qui que sur par pas ne au aux ce cette ses leur avec plus "
    "sans ou où il elle se en",
    "en": "the of and is are in for that which by not to this its their with more without or where it they an be from "
    "at as",
}
SMALL = {lang: frozenset(words.split()) for lang, words in LISTED.items()}
MARGIN = 3  # small words by which the other language must be ahead


def may_be_another(words: Collection[str], lang: str) -> bool:
    """Whether texts of these words, in small letters, hold any by which `language_instead` knows the other language."""
    return len(SMALL[other_than(lang)].intersection(words)) > 0


@lru_cache(maxsize=16384)  # while one edits, most texts stay as they are
def language_instead(text: str, lang: str) -> str | None:
    """The other language, where a text is clearly written in it; None where it may well be in its own."""
    words = WORD.findall(UNSAID.sub(" ", text).lower())
    other = other_than(lang)
    ahead = sum(word in SMALL[other] for word in words) - sum(word in SMALL[lang] for word in words)
    return other if ahead >= MARGIN else None


def other_than(lang: str) -> str:
    return "en" if lang == "fr" else "fr"
