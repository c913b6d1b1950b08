"""A transaction on SQLite: its statements, and what opens and closes it, on their way to the thread."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol

from bot.database.db import NotSaved, Short, T, Value, written_to

AT_ONCE = 32  # short statements in a row; after them everybody else has a turn
# The low byte of https://www.sqlite.org/rescode.html: what is not a mistake in the statement.
DISK_REFUSES = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
}


class Connection(Protocol):
    """What is asked of a connection to SQLite."""

    def do(self, work: Callable[[sqlite3.Connection], T], /) -> Awaitable[T]:
        """In the order of the calls, and to its end even when nobody waits for it any more."""

    def free(self) -> bool:
        """Nothing is under way, nor waits for its turn."""

    def at_once(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        """Here and now. Expects it to be free."""

    async def close(self) -> None: ...


class SqliteTx:
    """`ahead` opens and closes what surrounds the statements; it rides to the thread with the next of them.

    What was handed over has left `ahead` at that moment, so that after a cancellation it is known what is open.
    """

    dialect = "sqlite"

    def __init__(self, connection: Connection, ahead: list[str]) -> None:
        self._connection = connection
        self._depth = 0
        self._at_once = 0
        self.ahead = ahead
        # Once the disk refused, SQLite may have ended the transaction by itself: nothing may follow, not even
        # from somebody who caught the error, because it would be kept on its own.
        self.refused: NotSaved | None = None
        self.after_commit: list[Callable[[], None]] = []
        self.touched: set[str] = set()
        self.queued: set[tuple[str, int]] = set()
        self.calls: dict[str, set[str]] = {}
        self.only: frozenset[str] | None = None  # one writer is always alone

    async def one(self, shape: Callable[..., T], sql: str, *values: Value) -> T | None:
        self.touched |= written_to(sql)
        rows = await self._do(sql, lambda connection: connection.execute(sql, values).fetchall())
        return shape(*rows[0]) if rows else None

    async def all(self, shape: Callable[..., T], sql: str, *values: Value) -> list[T]:
        self.touched |= written_to(sql)
        rows = await self._do(sql, lambda connection: connection.execute(sql, values).fetchall())
        return [shape(*row) for row in rows]

    async def records(self, sql: str, *values: Value) -> list[dict[str, Value]]:
        def found(connection: sqlite3.Connection) -> list[dict[str, Value]]:
            cursor = connection.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        return await self._do(sql, found)

    async def run(self, sql: str, *values: Value) -> int:
        self.touched |= written_to(sql)
        return await self._do(sql, lambda connection: connection.execute(sql, values).rowcount)

    async def many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        self.touched |= written_to(sql)
        await self._do(sql, lambda connection: connection.executemany(sql, rows).close())

    async def _do(self, sql: str, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._refusals_of_the_disk():
            ahead, self.ahead = self.ahead, []
            # A BEGIN may wait for another process.
            if isinstance(sql, Short) and self._may_be_at_once() and not (ahead and ahead[0].startswith("BEGIN")):
                return self._connection.at_once(lambda connection: _after(ahead, connection, work))
            self._at_once = 0
            return await self._connection.do(lambda connection: _after(ahead, connection, work))

    def _may_be_at_once(self) -> bool:
        self._at_once += 1
        return self._at_once <= AT_ONCE and self._connection.free()

    async def lock(self, name: str) -> None:
        """There is one writer, and this is it."""

    async def lock_found(self, sql: str, *values: Value) -> None:
        """The same."""

    def notify(self, channel: str, words: str = "") -> None:
        """There is one process, and this is it."""
        self.calls.setdefault(channel, set()).add(words)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        self._depth += 1
        name = f"inner{self._depth}"
        self.ahead.append(f"SAVEPOINT {name}")
        try:
            yield
        except BaseException:
            self._leave(name, [f"ROLLBACK TO {name}"])
            raise
        else:
            self._leave(name, self.ahead)
        finally:
            self._depth -= 1

    def _leave(self, name: str, how: list[str]) -> None:
        opening = f"SAVEPOINT {name}"
        if opening in self.ahead:  # nothing was done inside
            del self.ahead[self.ahead.index(opening) :]
        else:
            self.ahead = [*how, f"RELEASE {name}"]

    @contextlib.contextmanager
    def _refusals_of_the_disk(self) -> Iterator[None]:
        """A full or broken disk is NotSaved; every other error is a mistake of ours and goes on as it is."""
        if self.refused is not None:
            raise self.refused
        try:
            yield
        except _NotAsExpected as error:
            self.refused = NotSaved(str(error))
            raise self.refused from error
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in DISK_REFUSES:
                self.refused = NotSaved(str(error))
                raise self.refused from error
            raise


class _NotAsExpected(Exception):
    """A transaction or savepoint could not be opened or closed: what would follow must not happen."""


def _after(ahead: Sequence[str], connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], T]) -> T:
    try:
        one_by_one(ahead, connection)
    except sqlite3.Error as error:
        raise _NotAsExpected(str(error)) from error
    return work(connection)


def one_by_one(statements: Sequence[str], connection: sqlite3.Connection) -> None:
    for statement in statements:
        connection.execute(statement)


async def rows(connection: Connection, sql: str) -> list[Any]:
    return await connection.do(lambda opened: opened.execute(sql).fetchall())
