"""The database of a street: on the thread of its test, and a copy of a file that was brought to this version once.

A test is not there to wait for migrations, nor for a hop to a thread and back at every statement. The real connection
and the way up through the versions have tests of their own: test_db, test_smoke, and those that call `migrated`.
"""

import asyncio
import atexit
import contextlib
import shutil
import sqlite3
import tempfile
import types
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path
from typing import TypeVar

from bot.database import connecting
from bot.database.migrations import migrate
from bot.database.postgres import PostgresDatabase
from bot.database.sqlite import SqliteDatabase
from bot.database.sqlite_tx import Connection
from simulation import one_thread
from tests.heard_sql import Listening

T = TypeVar("T")
PAGE = 1024  # bytes; the running bot leaves it at SQLite's 4096


def connect(url: str) -> SqliteDatabase | PostgresDatabase:
    """Like `bot.database.connecting.connect`."""
    if url.startswith("sqlite:///"):
        return _Ready(Path(url.removeprefix("sqlite:///")), _connection, synchronous="OFF")
    return connecting.connect(url)


class _Ready(SqliteDatabase):
    _new = False

    async def open(self) -> None:
        if not self.path.exists():
            self._new = True
            self.path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(await _template(), self.path)
        await super().open()

    async def _examine(self) -> None:
        """Of a copy that nobody has written to yet nothing is to be found out."""
        if not self._new:
            await super()._examine()


async def _template() -> Path:
    """One for all streets of this process."""
    path = _folder() / "ready.db"
    if not path.exists():
        # Some six hundred tables and indexes take a page each: of small pages there is a quarter to be copied.
        with contextlib.closing(sqlite3.connect(path.with_name("unfinished.db"))) as empty:
            empty.execute(f"PRAGMA page_size = {PAGE}")
            empty.execute("VACUUM")
        made = one_thread.connect(f"sqlite:///{path.with_name('unfinished.db')}")
        await made.open()
        await migrate(made)
        await made.close()  # the last one to close writes the log into the file
        path.with_name("unfinished.db").rename(path)
    return path


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="nestbox-ready-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


async def _connection(path: Path) -> Connection:
    return _Polite(await one_thread.open_here(path, Listening))


@types.coroutine
def _turn() -> Generator[None]:
    """What `asyncio.sleep(0)` does, also in a test that counts how often somebody sleeps."""
    yield


def _somebody_waits() -> bool:
    """Whether anybody would take a turn; going round a loop that has nothing else is what a story mostly did."""
    loop = asyncio.get_running_loop()
    # Of asyncio's own loop; what another one has, nobody knows.
    return bool(getattr(loop, "_ready", True) or getattr(loop, "_scheduled", True))


class _Polite:
    """Others have their turn at every statement, as they have while a thread is at work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def do(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        # First the work: in a thread it is done too when its caller is cancelled meanwhile.
        try:
            return await self._connection.do(work)
        finally:
            if _somebody_waits():
                await _turn()

    def free(self) -> bool:
        return not _somebody_waits()

    def at_once(self, work: Callable[[sqlite3.Connection], T], /) -> T:
        return self._connection.at_once(work)

    async def close(self) -> None:
        await self._connection.close()
