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
    """Work is done in the order of the calls of `do`; cancelling the wait for a piece does not cancel the piece."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    @classmethod
    async def to(cls, path: Path) -> "Threaded":
        """Raises sqlite3.Error."""
        return cls(await aiosqlite.connect(path, isolation_level=None, cached_statements=512))

    def do(self, work: Callable[[sqlite3.Connection], T]) -> asyncio.Future[T]:
        """Raises ValueError when it was closed.

        aiosqlite offers one statement a crossing; its queue takes functions, and our lock file holds its version.
        Its own `_execute` would queue only when it is awaited, which is too late for the order.
        """
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._connection._tx.put_nowait((future, partial(work, self._connection._conn)))
        return future

    async def close(self) -> None:
        """After everything that was asked before."""
        await self._connection.close()
