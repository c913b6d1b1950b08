"""A connection to SQLite in aiosqlite's thread, to which whole pieces of work are handed over.

A piece is any number of statements: crossing to the thread and back costs more than a short statement does.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiosqlite

T = TypeVar("T")


class Threaded:
    """Work is done in the order of the calls; cancelling the wait for a piece does not cancel the piece.

    The connection is used by one thread at a time: by that of the event loop only while its own has nothing to do.
    """

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        # Each is counted by one thread only, since adding is two steps.
        self._asked = 0
        self._done = 0

    @classmethod
    async def to(cls, path: Path) -> "Threaded":
        """Raises sqlite3.Error."""
        opening = aiosqlite.connect(path, isolation_level=None, cached_statements=512, check_same_thread=False)
        return cls(await opening)

    def do(self, work: Callable[[sqlite3.Connection], T]) -> asyncio.Future[T]:
        """Raises ValueError when it was closed.

        aiosqlite offers one statement a crossing; its queue takes functions, and our lock file holds its version.
        Its own `_execute` would queue only when it is awaited, which is too late for the order.
        """
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        piece = partial(self._counted, work, self._connection._conn)
        self._asked += 1
        self._connection._tx.put_nowait((future, piece))
        return future

    def _counted(self, work: Callable[[sqlite3.Connection], T], connection: sqlite3.Connection) -> T:
        try:
            return work(connection)
        finally:
            self._done += 1

    def free(self) -> bool:
        return self._asked == self._done

    def at_once(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Raises ValueError when it was closed."""
        return work(self._connection._conn)

    async def close(self) -> None:
        """After everything that was asked before."""
        await self._connection.close()
