"""Which engine an address names."""

import random
from pathlib import Path

from bot.database.postgres import CONNECTIONS, PREPARED, PostgresDatabase
from bot.database.postgres_presence import PostgresPresence
from bot.database.presence import OnlyProcess, Presence
from bot.database.sqlite import SqliteDatabase


def connect(url: str, session_url: str = "", connections: int = CONNECTIONS) -> SqliteDatabase | PostgresDatabase:
    """`sqlite:///path` or `postgresql://…`; call `open()` before use.

    A `session_url` beside it says that `url` leads to a pooler.
    """
    if url.startswith("sqlite:///"):
        return SqliteDatabase(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(url, connections, 0 if session_url else PREPARED)


def presence(
    database: SqliteDatabase | PostgresDatabase, url: str, session_url: str, chance: random.Random
) -> Presence:
    """Of this process, among those on this database."""
    if isinstance(database, PostgresDatabase):
        there = PostgresPresence(session_url or url, chance)
        database.call = there.call
        return there
    return OnlyProcess(chance.getrandbits(64) - (1 << 63))
