"""A made-up month of a small omnichannel retailer, October 2026: the data on which the queries of data/guides/*.sql are run."""

import csv
import sqlite3
from pathlib import Path

HERE = Path(__file__).parent


def connect() -> sqlite3.Connection:
    """Open an in-memory database filled from schema.sql and one CSV a table; an empty text is NULL."""
    connection = sqlite3.connect(":memory:")
    connection.executescript((HERE / "schema.sql").read_text(encoding="utf-8"))
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    files = {path.stem: path for path in sorted(HERE.glob("*.csv"))}
    if tables != files.keys():
        raise ValueError(f"tests/sample: tables and CSV files differ: {sorted(tables ^ files.keys())}")
    for table, path in files.items():
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            header = next(rows)
            insert = f"INSERT INTO {table} ({', '.join(header)}) VALUES ({', '.join('?' * len(header))})"
            connection.executemany(insert, ([cell or None for cell in row] for row in rows))
    connection.commit()
    connection.execute("PRAGMA foreign_keys = ON")
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        raise ValueError(f"tests/sample: broken references: {broken[:5]}")
    return connection
