"""A backup put back into PostgreSQL: one transaction of the server's, then the files, then who is to be forgotten.

What was there is dumped first. Nobody else may be connected: a bot that runs would see its tables go.
"""

import asyncio
import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.backup import dump, restore, staging
from bot.backup.make import STAMP, Backup
from bot.backup.restore import Reopen, Restored
from bot.clock import milliseconds
from bot.config import Settings
from bot.database.db import Database, NotSaved
from bot.database.postgres import PostgresDatabase
from bot.outbox.store.copies import FATE_IS_UNKNOWN, FATES, FATES_ARE_KNOWN, FATES_TABLE

# What a connection does is hidden from whoever is not its owner, that there is one is not.
OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND coalesce(backend_type, 'client backend') = 'client backend'"
)
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
PEOPLE = "SELECT count(DISTINCT person_id) FROM identities"
# A dump of before migration 0080 has no sequence yet: it begins beyond the counter then.
FURTHER = """\
UPDATE gateway_counter SET value = value + {apart};
DO $$ BEGIN IF to_regclass('gateway_numbers') IS NOT NULL THEN
PERFORM setval('gateway_numbers', nextval('gateway_numbers') + {apart}); END IF; END $$;
"""
COUNTED = "WITH changed AS ({}) SELECT '{}=' || count(*) FROM changed;\n"


async def restore_postgres(
    settings: Settings, backup: Backup, now: datetime, reopen: Reopen, send_waiting: bool
) -> Restored:
    """Expects an examined backup and a bot that does not run. Raises what `reopen` raises, OSError, and NotSaved."""
    there = settings.data_dir / restore.STAGING
    aside = settings.data_dir / f"before-restore-{now.astimezone(UTC):{STAMP}}"
    fates, marks = await _what_is_there(restore.server(settings))
    found = await asyncio.to_thread(dump.read, backup.database)
    await asyncio.to_thread(_put_aside, restore.server(settings), aside, marks is not None)
    try:
        await asyncio.to_thread(
            staging.prepare_files, settings.data_dir, backup, staging.Marks(marks or [], [], []), there
        )
        more = _settling(fates, "relay_posts" in found.counts, send_waiting, milliseconds(now))
        said = await asyncio.to_thread(dump.put_back, restore.server(settings), backup.database, found.schema, more)
    except BaseException:
        shutil.rmtree(there, ignore_errors=True)
        raise
    await asyncio.to_thread(restore.begin, there, aside.name)
    await asyncio.to_thread(restore.finish, settings)
    before = await _people(restore.server(settings))
    await reopen(settings)
    after = await _people(restore.server(settings))
    return Restored(backup, aside, _number(said, "known"), _number(said, "uncertain"), before - after)


async def _what_is_there(url: str) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]] | None]:
    """What became of messages, and the marks of the forgotten; None instead of these where there is no town yet.
    Raises OSError when somebody else is connected."""
    async with _opened(url) as database, database.read() as tx:
        others = await tx.one(int, OTHERS) or 0
        if others:
            raise OSError(f"{others} other connections are open to this database: stop whatever uses it")
        tables = await tx.all(str, TABLES)
        if "outbox" not in tables:
            return [], None
        fates = await tx.all(lambda *row: row, FATES)
        marks = await tx.all(lambda *row: row, staging.MARKS) if "forgotten" in tables else []
    return fates, marks


async def _people(url: str) -> int:
    async with _opened(url) as database, database.read() as tx:
        return await tx.one(int, PEOPLE) or 0


class _opened:
    """One database for one look. Raises NotSaved and OSError."""

    def __init__(self, url: str) -> None:
        self._database = PostgresDatabase(url)

    async def __aenter__(self) -> Database:
        try:
            await self._database.open()
        except OSError:
            raise
        except Exception as error:  # whatever asyncpg says: no such database, a wrong password
            raise NotSaved(str(error)) from error
        return self._database

    async def __aexit__(self, kind: object, error: object, trace: object) -> None:
        await self._database.close()


def _put_aside(url: str, aside: Path, is_town: bool) -> None:
    aside.mkdir(mode=0o700, parents=True, exist_ok=True)
    if is_town:
        dump.write(url, aside / dump.DUMP)


def _settling(fates: Sequence[tuple[Any, ...]], has_relays: bool, send_waiting: bool, now: int) -> Iterator[str]:
    """What `staging.settle` does to an SQLite file, in the transaction that brings the rows."""
    unknown = staging.UNDER_WAY if send_waiting else staging.OPEN
    yield f"{FATES_TABLE};\nCOPY fates FROM stdin;\n"
    yield from ("\t".join(map(_copied, fate)) + "\n" for fate in fates)
    yield "\\.\n"
    yield COUNTED.format(FATES_ARE_KNOWN, "known")
    yield COUNTED.format(_bound(FATE_IS_UNKNOWN, now, unknown) + " RETURNING 1", "uncertain")
    if has_relays:
        yield COUNTED.format(_bound(staging.RELAYED_PERHAPS, now, unknown) + " RETURNING 1", "uncertain")
    yield FURTHER.format(apart=staging.NUMBERS_APART)


def _bound(sql: str, now: int, states: tuple[str, str]) -> str:
    """psql knows no `?`; what stands in its place are a number and words of ours."""
    for value in (str(now), *(f"'{state}'" for state in states)):
        sql = sql.replace("?", value, 1)
    return sql


def _copied(value: object) -> str:
    """https://www.postgresql.org/docs/current/sql-copy.html, text format."""
    if value is None:
        return "\\N"
    words = str(value).replace("\\", "\\\\")
    return words.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _number(said: Sequence[str], name: str) -> int:
    return sum(int(line.partition("=")[2]) for line in said if line.startswith(f"{name}="))
