"""Everything on one thread, for towns in virtual time: the same seed then always takes the same steps.

The running bot gives SQLite and pictures threads of their own; which of them is ready first is chance.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
import telegram
from telegram.request import BaseRequest, RequestData

from bot.database import connecting
from bot.database.postgres import PostgresDatabase
from bot.database.sqlite import SqliteDatabase

T = TypeVar("T")
Server = Callable[[str, dict[str, str]], tuple[int, bytes]]


class NobodyAnswers(Exception):
    """What a server raises instead of an answer: what it was asked may have happened."""


def connect(url: str) -> SqliteDatabase | PostgresDatabase:
    """Like `bot.database.connecting.connect`. PostgreSQL is another process, so there chance has its part."""
    if url.startswith("sqlite:///"):
        # Nothing here outlives a power cut; what a process wrote outlives that process without an fsync too.
        return SqliteDatabase(Path(url.removeprefix("sqlite:///")), open_here, synchronous="OFF")
    return connecting.connect(url)


def use_one_thread() -> None:
    """What asyncio would do in a thread, in the running loop, happens at once."""
    asyncio.get_running_loop().set_default_executor(_AtOnce())


async def open_here(path: Path, factory: type[sqlite3.Connection] = sqlite3.Connection) -> "_Connection":
    return _Connection(sqlite3.connect(path, isolation_level=None, cached_statements=512, factory=factory))


class _Connection:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def do(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        return work(self._connection)

    def free(self) -> bool:
        return True

    def at_once(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        return work(self._connection)

    async def close(self) -> None:
        self._connection.close()


class _AtOnce(ThreadPoolExecutor):
    """By inheritance, because asyncio takes nothing else; it never starts a thread."""

    def submit(self, work: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        done: Future[T] = Future()
        try:
            done.set_result(work(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


class InProcess(BaseRequest):
    """Calls a Bot API server that is a function of this process: path and fields in, status and JSON out."""

    def __init__(self, server: Server) -> None:
        self._server = server

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        fields = request_data.json_parameters if request_data else {}
        try:
            return self._server(urlsplit(url).path, fields)
        except NobodyAnswers as silence:
            raise telegram.error.TimedOut from httpx.ReadTimeout(str(silence))
