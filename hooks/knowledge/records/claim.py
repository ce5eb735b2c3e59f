"""Words that claim what the site cannot show, and where one may stand all the same."""

from .base import Id, Record, Text, Words


class Allowed(Record):
    """A file that may say them: on what basis, where that can be verified, and why it is said at all."""

    path: Text
    basis: Text
    verifiable_at: Text
    reason: Text


class Claim(Record):
    """Words of one kind, a list a language; `instead` says what to write."""

    words: Words
    instead: Text
    allowed: dict[Id, Allowed] = {}
