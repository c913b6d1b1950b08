"""`python -m bot upgrade-check`: what this version will do to the database at its next start. It changes nothing."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.backup.restore import database_path, server
from bot.config import Settings
from bot.database import disk
from bot.database.migrations import ON_POSTGRES, ON_SQLITE, Migration, first_line, migrations
from bot.database.postgres import PostgresDatabase

NOTHING, TOO_LITTLE_ROOM, BAD_DATABASE, CHANGES = 0, 1, 4, 10  # exit statuses
MEGABYTE = 1 << 20
# The copy before, and beside it each table that is written anew, twice: in the file and in the log of changes.
ROOM_BESIDES = 64 * MEGABYTE
ITS_VERSION = "SELECT coalesce(max(number), 0) FROM schema_migrations"
ITS_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
NEWER = "The database is at version {version}, this program knows {known}: install that version."
TOUCHES = re.compile(
    r"\b(?P<what>ALTER TABLE|DROP TABLE|UPDATE|DELETE FROM|INSERT INTO|CREATE (?:UNIQUE )?INDEX \w+ ON)"
    r"\s+(?P<table>\w+)"
)
# What is done to a table, the gravest first: that is what is said of it.
REBUILT, WRITTEN, INDEXED, CHANGED = "written anew", "rows change", "read for an index", "gets a column"

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """`tables` are those that are there and are touched: what is done, and how many rows they have."""

    before: int
    pending: tuple[Migration, ...]
    tables: dict[str, tuple[str, int]]


def needed_here(migration: Migration, postgres: bool) -> bool:
    return not migration.name.endswith(ON_SQLITE if postgres else ON_POSTGRES)


def plan(known: Sequence[Migration], version: int, rows: Callable[[str], int | None], postgres: bool) -> Plan:
    """Read from the statements themselves."""
    pending = tuple(one for one in known[version:] if needed_here(one, postgres))
    done: dict[str, str] = {}
    for statement in (each for one in pending for each in one.statements):
        for table, what in _touched(statement):
            done[table] = _graver(done.get(table), what)
    counted = {table: (what, count) for table, what in done.items() if (count := rows(table)) is not None}
    return Plan(version, pending, counted)


def say_plan(found: Plan, known: int, say: Say) -> None:
    say(f"The database is at version {found.before}, this program makes it {known}.")
    for one in found.pending:
        say(f"  {one.number:04}  {first_line(one)}")
    if found.tables:
        say("Tables that are there and are touched:")
    for table, (what, count) in sorted(found.tables.items(), key=lambda each: -each[1][1]):
        say(f"  {table}: {what}, {count} rows")


def check_sqlite(settings: Settings, file: Path, say: Say, complain: Say) -> int:
    """Blocks."""
    if not file.is_file():
        say("There is no database yet: the first start makes one.")
        return NOTHING
    known = migrations()
    try:
        with closing(sqlite3.connect(_only_to_read(file), uri=True)) as connection:
            version = _asked(connection, ITS_VERSION)
            tables = {str(name) for (name,) in connection.execute(ITS_TABLES)}
            size = int(_asked(connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"))

            def rows(table: str) -> int | None:
                if table not in tables:
                    return None
                return int(_asked(connection, f'SELECT count(*) FROM "{table}"'))  # noqa: S608 a name of ours

            found = plan(known, version, rows, postgres=False) if version <= len(known) else None
    except sqlite3.Error as error:
        complain(f"The database cannot be read: {error}.")
        return BAD_DATABASE
    if found is None:
        complain(NEWER.format(version=version, known=len(known)))
        return BAD_DATABASE
    return _say_sqlite(settings, found, size, len(known), say, complain)


def _only_to_read(file: Path) -> str:
    """What a killed bot left in its log of changes is read as well, and stays there: whoever closes the database last
    would write it into the file. https://www.sqlite.org/uri.html, https://www.sqlite.org/walformat.html#operations"""
    log, shared = (file.with_name(file.name + end) for end in ("-wal", "-shm"))
    how = "immutable=1"
    if log.exists() and log.stat().st_size:
        how = "readonly_shm=1" if shared.exists() else "cache=private"
    return f"{file.absolute().as_uri()}?mode=ro&{how}"


def _say_sqlite(settings: Settings, found: Plan, size: int, known: int, say: Say, complain: Say) -> int:
    if not found.pending:
        say(f"The database is at version {found.before}: nothing will be changed.")
        return NOTHING
    say_plan(found, known, say)
    rebuilt = 2 * size if any(what in (REBUILT, WRITTEN) for what, _ in found.tables.values()) else 0
    needed, free = size + rebuilt + ROOM_BESIDES, disk.room(settings.data_dir)
    copy = f"before-{found.pending[-1].number}.db"
    say(f"Before that it is copied to {settings.data_dir / copy} ({size // MEGABYTE} MB), kept for 30 days.")
    say(f"Room needed: {needed // MEGABYTE} MB at most; free: {free // MEGABYTE} MB.")
    if free < needed:
        complain("That is too little: make room first. Nothing was changed.")
        return TOO_LITTLE_ROOM
    say("Nothing was changed yet.")
    return CHANGES


async def check_postgres(settings: Settings, say: Say, complain: Say) -> int:
    known = migrations()
    database = PostgresDatabase(server(settings))
    try:
        await database.open()
    except Exception as error:  # whatever the server or the network says
        complain(f"The database cannot be opened ({type(error).__name__}): check DATABASE_URL.")
        return BAD_DATABASE
    try:
        async with database.read() as tx:
            tables = set(await tx.all(str, "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
            if "schema_migrations" not in tables:
                say("There is no town in this database yet: the first start makes one.")
                return NOTHING
            version = await tx.one(int, ITS_VERSION) or 0
            if version > len(known):
                complain(NEWER.format(version=version, known=len(known)))
                return BAD_DATABASE
            wanted = plan(known, version, lambda table: 0 if table in tables else None, postgres=True).tables
            counts = {
                table: await tx.one(int, f'SELECT count(*) FROM "{table}"') or 0  # noqa: S608 a name of ours
                for table in wanted
            }
    finally:
        await database.close()
    found = plan(known, version, counts.get, postgres=True)
    if not found.pending:
        say(f"The database is at version {version}: nothing will be changed.")
        return NOTHING
    say_plan(found, len(known), say)
    say("On PostgreSQL no copy is made by itself: run `backup` before you start the new version.")
    say("Nothing was changed yet.")
    return CHANGES


async def check(settings: Settings, say: Say, complain: Say) -> int:
    file = database_path(settings)
    if file is None:
        return await check_postgres(settings, say, complain)
    return check_sqlite(settings, file, say, complain)


def _touched(statement: str) -> list[tuple[str, str]]:
    """Tables and what is done to them, whether they are there before or not."""
    words = " ".join(line.partition("--")[0] for line in statement.splitlines()).strip()
    if words.startswith(("CREATE TRIGGER", "CREATE VIEW")):
        return []
    return [(match["table"], _kind(words, match["what"])) for match in TOUCHES.finditer(words)]


def _kind(statement: str, what: str) -> str:
    if what == "DROP TABLE" or "RENAME TO" in statement:
        return REBUILT
    if what == "ALTER TABLE":
        return CHANGED
    return INDEXED if what.startswith("CREATE") else WRITTEN


def _graver(one: str | None, other: str) -> str:
    gravity = (CHANGED, INDEXED, WRITTEN, REBUILT)
    return other if one is None or gravity.index(other) > gravity.index(one) else one


def _asked(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])
