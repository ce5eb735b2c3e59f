"""The tables of data/sample/ in a database, filled by the script that the site publishes."""

import sqlite3

from tests.support.building import project


def connect() -> sqlite3.Connection:
    """An in-memory database; its references are checked."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(project().book.sample.script)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection
