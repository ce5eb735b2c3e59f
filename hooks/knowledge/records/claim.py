"""Words that claim what the site cannot show, and where one may stand all the same."""

from .base import Id, Record, Text, Words


class Allowed(Record):
    """A file that may say them: on what basis, where that can be verified, and why it is said at all."""

    path: Text
    """The file that may say the words: data/outcomes/electronics.yml."""
    basis: Text
    """What it rests on: who says so."""
    verifiable_at: Text
    """Where that can be read."""
    reason: Text
    """Why the site says it at all."""


class Claim(Record):
    """Words of one kind, a list a language; `instead` says what to write."""

    words: Words
    """The words that no text says: [world-class]. Whole words, whatever their capitals."""
    instead: Text
    """What to write in their place, told to whoever types one."""
    allowed: dict[Id, Allowed] = {}
    """The files that quote one all the same, each by a name of your own. A line that is no longer needed is a
    problem."""
