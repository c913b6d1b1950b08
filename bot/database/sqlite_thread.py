"""A connection to SQLite in a thread of its own, to which whole pieces of work are handed over.

A piece is any number of statements: crossing to the thread and back costs more than a short statement does.
"""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
# The loop and the future that wait, and what is to be done; None ends the thread.
_Asked = tuple[asyncio.AbstractEventLoop, asyncio.Future[Any], Callable[[], Any]] | None


class Threaded:
    """Work is done in the order of the calls of `do`; cancelling the wait for a piece does not cancel the piece."""

    def __init__(self) -> None:
        self._asked: queue.SimpleQueue[_Asked] = queue.SimpleQueue()
        self._connection: sqlite3.Connection
        # A daemon, so that a connection nobody closed does not keep the process from ending.
        threading.Thread(target=_work, args=(self._asked,), daemon=True).start()

    @classmethod
    async def to(cls, path: Path) -> "Threaded":
        """Raises sqlite3.Error."""
        opened = cls()
        try:
            opened._connection = await opened._ask(
                lambda: sqlite3.connect(path, isolation_level=None, cached_statements=512, check_same_thread=False)
            )
        except BaseException:
            opened._asked.put(None)
            raise
        return opened

    def do(self, work: Callable[[sqlite3.Connection], T]) -> asyncio.Future[T]:
        connection = self._connection
        return self._ask(lambda: work(connection))

    async def close(self) -> None:
        """After everything that was asked before."""
        try:
            await self.do(sqlite3.Connection.close)
        finally:
            self._asked.put(None)

    def _ask(self, work: Callable[[], T]) -> asyncio.Future[T]:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._asked.put((loop, future, work))
        return future


def _work(asked: "queue.SimpleQueue[_Asked]") -> None:
    while (one := asked.get()) is not None:
        loop, future, work = one
        try:
            result = work()
        except BaseException as error:  # whatever it is belongs to whoever waits
            _tell(loop, _fail, future, error)
        else:
            _tell(loop, _succeed, future, result)
        del one, future, work  # nothing is kept alive while the thread waits


def _tell(loop: asyncio.AbstractEventLoop, how: Callable[..., None], future: asyncio.Future[Any], what: Any) -> None:
    try:
        loop.call_soon_threadsafe(how, future, what)
    except RuntimeError:
        if not loop.is_closed():  # then nobody waits any more
            raise


def _succeed(future: asyncio.Future[Any], result: Any) -> None:
    if not future.done():
        future.set_result(result)


def _fail(future: asyncio.Future[Any], error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)
