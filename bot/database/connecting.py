"""Which engine an address names."""

from pathlib import Path

from bot.database.postgres import PostgresDatabase
from bot.database.sqlite import SqliteDatabase


def connect(url: str) -> SqliteDatabase | PostgresDatabase:
    """`sqlite:///path` or `postgresql://…`; call `open()` before use."""
    if url.startswith("sqlite:///"):
        return SqliteDatabase(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(url)
