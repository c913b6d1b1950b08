"""PostgreSQL: a pool; any number of processes share the work."""

import asyncio
import contextlib
import importlib
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import cache, lru_cache
from typing import Any

from bot.database.db import NotSaved, OutOfTurn, Raced, T, Tx, Value, written_to

# What PostgreSQL needs of one: its name, when it acts, and what it does.
TRIGGER = re.compile(r"CREATE TRIGGER (\w+) (.*?)\s+BEGIN\s+(.*?)\s+END;", re.DOTALL)
CONNECTIONS = 10
PREPARED = 100
SERVER_REFUSES = (
    "PostgresConnectionError",
    "InsufficientResourcesError",
    "OperatorInterventionError",
    "PostgresSystemError",
    "InterfaceError",
    "InternalClientError",  # asked between the server's last words and the end of the line
)


class PostgresTx:
    dialect = "postgres"

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        # PostgreSQL answers COMMIT with a silent rollback after any error, also one that somebody caught.
        self.failed: Exception | None = None
        self.after_commit: list[Callable[[], None]] = []
        self.touched: set[str] = set()
        self.queued: set[tuple[str, int]] = set()
        self.calls: dict[str, set[str]] = {}
        self.only: frozenset[str] | None = None

    async def one(self, shape: Callable[..., T], sql: str, *values: Value) -> T | None:
        self._note(sql)
        with self._errors():
            row = await self._connection.fetchrow(_numbered(sql), *values)
        return None if row is None else shape(*row)

    async def all(self, shape: Callable[..., T], sql: str, *values: Value) -> list[T]:
        self._note(sql)
        with self._errors():
            rows = await self._connection.fetch(_numbered(sql), *values)
        return [shape(*row) for row in rows]

    async def records(self, sql: str, *values: Value) -> list[dict[str, Value]]:
        with self._errors():
            rows = await self._connection.fetch(_numbered(sql), *values)
        return [dict(row.items()) for row in rows]

    async def run(self, sql: str, *values: Value) -> int:
        self._note(sql)
        with self._errors():
            status: str = await self._connection.execute(_numbered(sql), *values)
        last = status.rsplit(" ", 1)[-1]
        return int(last) if last.isdigit() else 0

    async def many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        self._note(sql)
        with self._errors():
            await self._connection.executemany(_numbered(sql), rows)

    async def lock(self, name: str) -> None:
        await self.run("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name)

    async def lock_found(self, sql: str, *values: Value) -> None:
        found = f"({sql}) AS f (name)"
        await self.run(f"SELECT pg_advisory_xact_lock(hashtextextended(f.name, 0)) FROM {found}", *values)  # noqa: S608

    def _note(self, sql: str) -> None:
        written = written_to(sql)
        if self.only is not None and not written <= self.only:
            raise OutOfTurn
        self.touched |= written

    def notify(self, channel: str, words: str = "") -> None:
        self.calls.setdefault(channel, set()).add(words)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        inner = self._connection.transaction()
        with self._errors():
            await inner.start()
        try:
            yield
        except NotSaved:
            raise  # the transaction is lost as a whole
        except BaseException:
            with self._errors():
                await inner.rollback()
            self.failed = None
            raise
        with self._errors():
            await inner.commit()

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            with refusals_of_the_server():
                yield
        except Exception as error:
            self.failed = error
            raise


@cache
def asyncpg() -> Any:
    """Imported when a server is called: an extra, which a town on SQLite neither has nor loads."""
    return importlib.import_module("asyncpg")


async def _nothing_to_undo(connection: Any) -> None:
    """Our locks and settings end with their transaction, so the server need not be asked at every return."""


@cache
def _server_refuses() -> tuple[type[Exception], ...]:
    return (OSError, *(getattr(asyncpg(), name) for name in SERVER_REFUSES))


@contextlib.contextmanager
def refusals_of_the_server() -> Iterator[None]:
    """A lost connection, a full disk, a lost race: nothing was stored and it may be tried again."""
    try:
        yield
    except asyncpg().TransactionRollbackError as error:  # a deadlock, of which one goes on: 40P01, and 40001
        raise Raced(str(error)) from error
    except _server_refuses() as error:
        if isinstance(error, ValueError):  # asyncpg's own DataError: a value of the wrong type is our mistake
            raise
        raise NotSaved(str(error)) from error


@contextlib.contextmanager
def _cut_off_when_cancelled(connection: Any) -> Iterator[None]:
    """Whoever is cancelled between two states does not know which it is: the server ends what was begun there, and
    the pool takes another connection."""
    try:
        yield
    except asyncio.CancelledError:
        connection.terminate()
        raise


class PostgresDatabase:
    """A pool; any number of processes share the work."""

    dialect = "postgres"

    def __init__(self, url: str, connections: int = CONNECTIONS, prepared: int = PREPARED) -> None:
        """Each connection keeps so many `prepared` statements; 0 through a pooler, where they are gone next time."""
        self._url = url
        self._connections = connections
        self._prepared = prepared
        self._pool: Any = None
        # Takes what is to be heard by other processes. Not in the transaction: PostgreSQL lets commits that call wait
        # for one another, disk and all, and each would be a statement more.
        self.call: Callable[[dict[str, set[str]]], None] = lambda calls: None

    async def open(self) -> None:
        """Raises NotSaved while there is no server, and OSError when it will have nothing to do with us."""
        try:
            with refusals_of_the_server():
                self._pool = await asyncpg().create_pool(
                    self._url,
                    min_size=0,  # a quiet process needs none
                    max_size=self._connections,
                    reset=_nothing_to_undo,
                    statement_cache_size=self._prepared,
                )
                await self._pool.release(await self._pool.acquire())
        except (asyncpg().PostgresError, ValueError) as error:
            raise OSError(str(error)) from error

    async def close(self) -> None:
        await self._pool.close()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._transaction() as tx:
            yield tx
        for callback in tx.after_commit:
            callback()
        if tx.calls:
            self.call(tx.calls)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        async with self._transaction(isolation="repeatable_read", readonly=True) as tx:
            yield tx

    @asynccontextmanager
    async def glance(self) -> AsyncIterator[Tx]:
        """A statement each, nothing around it. Through a pooler the halves of one might part: there it reads."""
        if not self._prepared:
            async with self.read() as tx:
                yield tx
            return
        with refusals_of_the_server():
            connection = await self._pool.acquire()
        try:
            yield PostgresTx(connection)
        finally:
            await self._pool.release(connection)

    async def empty_log(self) -> bool:
        """The server's own, kept as long as its settings say: docs/privacy.md."""
        return True

    async def rewrite(self) -> None:
        """https://www.postgresql.org/docs/current/sql-vacuum.html: the room of dead rows is given to new ones."""
        with refusals_of_the_server():
            async with self._pool.acquire() as connection:
                ours = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                names = ", ".join(f'"{row["tablename"]}"' for row in ours)
                await connection.execute(f"VACUUM {names}")

    @asynccontextmanager
    async def _transaction(self, **options: Any) -> AsyncIterator[PostgresTx]:
        """Only what the server says becomes NotSaved, not what goes wrong in the block."""
        with refusals_of_the_server():
            connection = await self._pool.acquire()
        try:
            transaction = connection.transaction(**options)
            with refusals_of_the_server(), _cut_off_when_cancelled(connection):
                await transaction.start()
            tx = PostgresTx(connection)
            try:
                yield tx
                if tx.failed is not None:
                    raise tx.failed
            except BaseException:
                # On a lost connection the server has rolled back already.
                lost = contextlib.suppress(asyncpg().PostgresError, asyncpg().InterfaceError, OSError)
                with lost, _cut_off_when_cancelled(connection):
                    await transaction.rollback()
                raise
            with refusals_of_the_server(), _cut_off_when_cancelled(connection):
                await transaction.commit()
        finally:
            await self._pool.release(connection)

    async def script(self, statements: Sequence[str]) -> None:
        async with self.write() as tx:
            for statement in statements:
                await tx.run(_in_postgres(statement))


@lru_cache(maxsize=4096)
def _numbered(sql: str) -> str:
    """`?` becomes `$1`, `$2`, …: no statement of ours has a question mark inside a literal."""
    parts = sql.split("?")
    return parts[0] + "".join(f"${n}{part}" for n, part in enumerate(parts[1:], start=1))


def _in_postgres(statement: str) -> str:
    """The three words of a migration that PostgreSQL spells differently, and a trigger, which is a function there."""
    statement = TRIGGER.sub(
        r"CREATE FUNCTION \1() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \3 RETURN NULL; END $$;"
        r" CREATE TRIGGER \1 \2 EXECUTE FUNCTION \1();",
        statement,
    )
    statement = re.sub(r"\bINTEGER PRIMARY KEY\b", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", statement)
    statement = re.sub(r"\bINTEGER\b", "BIGINT", statement)
    return re.sub(r"\bBLOB\b", "BYTEA", statement)
