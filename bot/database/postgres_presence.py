"""Processes on one PostgreSQL: each holds a session, and in it the advisory lock of its number and what it leads.

https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS: such a lock ends with its session, and a
session with its process. Numbers stand in the space of two keys, names in that of one.
"""

import asyncio
import contextlib
import logging
import os
import random
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from typing import Any

from bot.database.db import NewerDatabase, NotSaved
from bot.database.postgres import asyncpg, refusals_of_the_server
from bot.database.presence import Heard, Lead

log = logging.getLogger(__name__)

BEAT = 0.5  # seconds between two looks at who is there: one statement each
PATIENCE = 3.0  # seconds for it; then we take ourselves for lost, before the server does
MOMENT = 2.0  # seconds after a server came back in which everybody else may come back too
LONGEST_CALL = 7900  # bytes, https://www.postgresql.org/docs/current/sql-notify.html
BREATH = 0.005  # seconds between two calls: under load many commits are one
# https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-TCP-KEEPALIVES-IDLE: of a machine that is
# gone the server learns after 5 + 3 × 2 seconds; of a process that is gone at once.
SESSION = (
    "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3;"
    # Nothing that is said here need outlive a power cut.
    " SET idle_session_timeout = 0; SET synchronous_commit = off"
)
NAME = f"nestbox {os.getpid()}"
ALIVE = (
    "SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2"
    " AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
LOOK = (
    f"SELECT ARRAY({ALIVE}), ARRAY(SELECT key FROM unnest($1::bigint[]) AS wanted (key)"  # noqa: S608 constants
    " WHERE pg_try_advisory_lock(key)), (SELECT max(number) FROM schema_migrations)"
)
CALL = "SELECT pg_notify(channel, said) FROM unnest($1::text[], $2::text[]) AS calls (channel, said)"
TAKE_NUMBER = "SELECT pg_try_advisory_lock($1::int, $2::int)"
KEY = "SELECT hashtextextended($1, 0)"


class PostgresPresence:
    def __init__(self, url: str, chance: random.Random) -> None:
        self._url = url
        self._chance = chance
        # What our own calls begin with; they are not heard.
        self._caller = f"{chance.getrandbits(32):08x}"
        self._calls: dict[str, set[str]] = {}
        self._calling: asyncio.Task[None] | None = None
        self._session: Any = None
        self._turn = asyncio.Lock()
        self._soon = asyncio.Event()
        self._identity: int | None = None
        # Whoever was us: what is in our hands carries it, and we are not dead.
        self._selves: set[int] = set()
        self._alive: set[int] = set()
        self._wanted: dict[int, Lead] = {}
        self._told: list[Callable[[], None]] = []
        self._listeners: dict[str, list[Heard]] = {}
        self._not_before = float("-inf")

    @property
    def identity(self) -> int:
        if self._identity is None:
            raise NotSaved("no session with the database")
        return self._identity

    async def open(self) -> None:
        try:
            with refusals_of_the_server():
                await self._begin()
        except (asyncpg().PostgresError, ValueError) as error:
            raise OSError(str(error)) from error

    async def close(self) -> None:
        if self._calling is not None:
            await asyncio.wait({self._calling}, timeout=PATIENCE)
            self._calling.cancel()
        session, self._session, self._identity = self._session, None, None
        if session is not None:
            with contextlib.suppress(Exception):  # it ends with us, whatever it says
                await session.close(timeout=PATIENCE)

    async def run(self, version: int) -> None:
        for channel in self._listeners:
            with contextlib.suppress(NotSaved):
                await self._ask("add_listener", channel, self._hear)
        while True:
            self._soon.clear()
            try:
                await self._beat(version)
            except NotSaved:
                await self._again()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(BEAT):
                    await self._soon.wait()

    async def dead(self, identities: Collection[int]) -> set[int]:
        asked = set(identities) - self._selves
        if not asked or asyncio.get_running_loop().time() < self._not_before:
            return set()
        return asked - {row[0] for row in await self._ask("fetch", ALIVE)}

    async def others(self) -> int:
        return len({row[0] for row in await self._ask("fetch", ALIVE)} - self._selves)

    async def dead_or_ours(self, identities: Collection[int]) -> set[int]:
        return await self.dead(identities) | (set(identities) & self._selves)

    def when_somebody_died(self, told: Callable[[], None]) -> None:
        self._told.append(told)

    @asynccontextmanager
    async def lead(self, name: str) -> AsyncIterator[Lead]:
        key = await self._key(f"lead {name}")
        if key in self._wanted:
            raise ValueError(f"this process already waits for, or has, the lead of {name}")
        lead = self._wanted[key] = Lead(name)
        self._soon.set()
        try:
            await lead.begun.wait()
            yield lead
        finally:
            del self._wanted[key]
            if lead.begun.is_set() and not lead.lost.is_set():
                with contextlib.suppress(NotSaved):
                    await self._ask("execute", "SELECT pg_advisory_unlock($1)", key)

    @asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[None]:
        key = await self._key(f"alone {name}")
        while True:
            if await self._ask("fetchval", "SELECT pg_try_advisory_lock($1)", key):
                break
            await asyncio.sleep(BEAT / 5)
        try:
            yield
        finally:
            with contextlib.suppress(NotSaved):
                await self._ask("execute", "SELECT pg_advisory_unlock($1)", key)

    def listen(self, channel: str, heard: Heard) -> None:
        self._listeners.setdefault(channel, []).append(heard)

    def call(self, calls: dict[str, set[str]]) -> None:
        """Lets the others hear it: what comes while a call is under way goes with the next one."""
        for channel, said in calls.items():
            self._calls.setdefault(channel, set()).update(said)
        if self._calling is None or self._calling.done():
            self._calling = asyncio.create_task(self._call_out())

    async def _call_out(self) -> None:
        while self._calls:
            calls, self._calls = self._calls, {}
            said = [f"{self._caller} {_joined(words)}" for words in calls.values()]
            try:
                await self._ask("execute", CALL, list(calls), said)
            except NotSaved:
                self._soon.set()
                self._calls = {channel: {""} for channel in (*calls, *self._calls)}
                await asyncio.sleep(BEAT)
            await asyncio.sleep(BREATH)

    # --- the session

    async def _begin(self) -> None:
        """Raises what asyncpg raises."""
        session = await asyncpg().connect(
            self._url, timeout=PATIENCE, command_timeout=PATIENCE, server_settings={"application_name": NAME}
        )
        try:
            if await session.fetchval("SELECT pg_backend_pid()") != session.get_server_pid():
                # What pgbouncer gives instead of it is its own invention; a lock taken through it may be anybody's.
                raise ValueError("DATABASE_SESSION_URL must lead to the server itself, not to a pooler")
            await session.execute(SESSION)
            identity = await self._take_number(session)
            for channel in self._listeners:
                await session.add_listener(channel, self._hear)
            session.add_termination_listener(self._ended)
        except BaseException:
            session.terminate()
            raise
        self._session, self._identity = session, identity
        self._selves.add(identity)

    async def _take_number(self, session: Any) -> int:
        while True:
            number = self._chance.getrandbits(64) - (1 << 63)
            if await session.fetchval(TAKE_NUMBER, number >> 32, _signed(number & 0xFFFFFFFF)):
                return number

    async def _ask(self, how: str, sql: str, *values: Any) -> Any:
        async with self._turn:
            session = self._session
            if session is None:
                raise NotSaved("no session with the database")
            try:
                with refusals_of_the_server():
                    return await getattr(session, how)(sql, *values)
            except NotSaved:
                self._step_down()
                raise

    async def _key(self, name: str) -> int:
        """Waits for a session, for whoever wants to lead has time."""
        while True:
            try:
                return int(await self._ask("fetchval", KEY, name))
            except NotSaved:
                await asyncio.sleep(BEAT)

    async def _beat(self, version: int) -> None:
        wished = [key for key, lead in self._wanted.items() if not lead.begun.is_set()]
        row = await self._ask("fetchrow", LOOK, wished)
        alive, taken, there = row
        if there is not None and there > version:
            raise NewerDatabase(f"the database was brought to version {there}, this program knows {version}")
        for key in taken:
            if key in self._wanted:
                self._wanted[key].begun.set()
            else:  # whoever wished for it has gone meanwhile
                await self._ask("execute", "SELECT pg_advisory_unlock($1)", key)
        before, self._alive = self._alive, set(alive)
        waited = 0 < self._not_before < asyncio.get_running_loop().time()
        if waited:
            self._not_before = float("-inf")
        if waited or before - self._alive:
            for told in self._told:
                told()

    async def _again(self) -> None:
        """Another session, as soon as there is one."""
        self._step_down()
        try:
            with refusals_of_the_server():
                await self._begin()
        except (NotSaved, asyncpg().PostgresError) as error:
            log.debug("no session with the database: %s", type(error).__name__)
            return
        # Others come back, too, and are not dead because they are slower.
        self._not_before = asyncio.get_running_loop().time() + MOMENT
        log.warning("the session with the database was lost and is there again")
        for listeners in self._listeners.values():
            for heard in listeners:
                heard("")

    def _ended(self, session: Any) -> None:
        if session is self._session:
            self._step_down()
            self._soon.set()

    def _step_down(self) -> None:
        """Whoever led leads no more: the server has given it to the next one, or will."""
        session, self._session, self._identity = self._session, None, None
        if session is not None and not session.is_closed():
            session.terminate()
        for lead in self._wanted.values():
            if lead.begun.is_set():
                lead.lost.set()

    def _hear(self, _session: Any, _pid: int, channel: str, payload: str) -> None:
        caller, _, words = payload.partition(" ")
        if caller != self._caller:
            for heard in self._listeners[channel]:
                heard(words)


def _joined(words: set[str]) -> str:
    """Nothing when it is too much for one call, or when somebody said nothing."""
    joined = ",".join(sorted(words))
    return joined if "" not in words and len(joined.encode()) <= LONGEST_CALL else ""


def _signed(half: int) -> int:
    """The lower 32 bits as PostgreSQL's int takes them."""
    return half - (1 << 32) if half >= 1 << 31 else half
