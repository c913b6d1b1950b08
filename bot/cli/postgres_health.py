"""What `doctor` asks a PostgreSQL server, and what to do where the answer is not good."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.backup import dump
from bot.clock import milliseconds
from bot.database.db import Tx

OLDEST_VERSION = 14  # https://www.postgresql.org/support/versioning/
FULL = 0.8  # of the connections there may be
LONG = timedelta(minutes=5)  # that a transaction of ours may take at most; nothing of ours takes one
CLOCKS_APART = timedelta(seconds=5)
# Dead rows: so many, and more than live ones, and autovacuum does not keep up.
MANY_DEAD = 10_000
MEGABYTE = 1 << 20

Finding = tuple[bool, str]


async def version(tx: Tx, now: datetime) -> Finding:
    number = await tx.one(int, "SELECT CAST(current_setting('server_version_num') AS INTEGER)") or 0
    words = f"the server is PostgreSQL {number // 10000}.{number % 10000}"
    if number // 10000 < OLDEST_VERSION:
        return False, f"{words}, which nobody looks after any more: bring it to {OLDEST_VERSION} or newer"
    return True, words


async def encoding(tx: Tx, now: datetime) -> Finding:
    found = await tx.one(str, "SELECT current_setting('server_encoding')")
    if found != "UTF8":
        return (
            False,
            f"the database keeps letters as {found}: make one with ENCODING 'UTF8', and restore into it",
        )
    return True, "the database keeps letters as UTF-8"


async def connections(tx: Tx, now: datetime) -> Finding:
    used = await tx.one(int, "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'") or 0
    most = await tx.one(int, "SELECT CAST(current_setting('max_connections') AS INTEGER)") or 1
    words = f"{used} of {most} connections are in use"
    if used > FULL * most:
        return False, f"{words}: raise max_connections, run fewer processes, or put PgBouncer between"
    return True, words


async def long_transactions(tx: Tx, now: datetime) -> Finding:
    """They keep dead rows from being cleared away, and whoever holds a lock stops everybody."""
    longest = await tx.one(
        lambda pid, seconds: (int(pid), int(seconds)),
        "SELECT pid, extract(epoch FROM now() - xact_start) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"
        " ORDER BY xact_start LIMIT 1",
    )
    if longest is None or longest[1] <= LONG.total_seconds():
        return True, "no transaction has been open for long"
    pid, seconds = longest
    return False, (
        f"a transaction has been open for {seconds // 60} minutes: find out whose it is, and end it with"
        f" SELECT pg_terminate_backend({pid})"
    )


async def size(tx: Tx, now: datetime) -> Finding:
    """What autovacuum has not cleared away makes every look slower."""
    taken = await tx.one(int, "SELECT pg_database_size(current_database())") or 0
    dead = await tx.one(
        lambda name, rows, live: (name, rows, live),
        "SELECT relname, n_dead_tup, n_live_tup FROM pg_stat_user_tables"
        " WHERE n_dead_tup > ? AND n_dead_tup > n_live_tup ORDER BY n_dead_tup DESC LIMIT 1",
        MANY_DEAD,
    )
    words = f"the database takes {taken // MEGABYTE} MB"
    if dead is not None:
        name, rows, live = dead
        return False, f"{words}, and {name} has {rows} dead rows beside {live}: VACUUM {name}, and look at autovacuum"
    return True, words


async def clocks(tx: Tx, now: datetime) -> Finding:
    """Leases of rows are taken by our clock and looked at by other processes' clocks."""
    there = await tx.one(int, "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)") or 0
    apart = timedelta(milliseconds=abs(there - milliseconds(now)))
    if apart > CLOCKS_APART:
        return False, f"the server's clock and this one are {apart.total_seconds():.0f} s apart: let NTP set both"
    return True, "the server's clock and this one agree"


async def tools(tx: Tx, now: datetime) -> Finding:
    missing = dump.missing()
    if missing:
        return False, f"no backup can be made, since {', '.join(missing)} is not here: {dump.INSTALL}"
    server = await tx.one(int, "SELECT CAST(current_setting('server_version_num') AS INTEGER) / 10000") or 0
    ours = await asyncio.to_thread(dump.version)
    if ours < server:
        return False, f"pg_dump is of version {ours}, which dumps no server of version {server}: {dump.INSTALL}"
    return True, "pg_dump, pg_restore and psql are here"


CHECKS: tuple[Callable[[Tx, datetime], Awaitable[Finding]], ...] = (
    version, encoding, connections, long_transactions, size, clocks, tools,
)  # fmt: skip
