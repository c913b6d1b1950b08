"""SQLite: one writer whose neighbours share a COMMIT, and a few readers."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

from bot.database import disk
from bot.database.db import DamagedDatabase, NoRoom, NotSaved, T, Tx
from bot.database.sqlite_thread import Threaded
from bot.database.sqlite_tx import Connection, SqliteTx, one_by_one, rows

# Units of work that share one fsync. More would only lengthen the wait of the first one.
UNITS_PER_COMMIT = 32
READERS = 3
# https://www.sqlite.org/lang_vacuum.html: "as much as twice the size"; a copy, and a log as long as the copy.
COPIES_TO_REWRITE = 2
ROOM_BESIDES = 64 * 1024**2  # bytes that others may need meanwhile
BUSY = 5000  # ms that SQLite waits for another process
BEGIN, UNIT = "BEGIN IMMEDIATE", "SAVEPOINT unit"
PATIENCE = 0.2  # seconds that everybody waits for readers to finish, when the log is to be emptied
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class _Batch:
    """The units of work that will reach the disk with the same COMMIT."""

    def __init__(self) -> None:
        self.units = 0
        self.after_commit: list[Callable[[], None]] = []
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class SqliteDatabase:
    """One writer, a few readers. Units of work that arrive together share one COMMIT, each in its savepoint.

    https://www.sqlite.org/wal.html: with synchronous=FULL a COMMIT that returned survives a power cut.
    """

    dialect = "sqlite"

    def __init__(
        self, path: Path, connect: Callable[[Path], Awaitable[Connection]] = Threaded.to, synchronous: str = "FULL"
    ) -> None:
        self.path = path
        self._connect = connect
        self._synchronous = synchronous
        self._turn = asyncio.Lock()
        self._queued = 0
        self._batch: _Batch | None = None
        self._readers: asyncio.LifoQueue[Connection] = asyncio.LifoQueue()
        self._writer: Connection

    async def open(self) -> None:
        """Raises DamagedDatabase, and OSError when the file cannot be opened."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._writer = await self._connection()
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED:
                raise DamagedDatabase(f"{self.path}: {error}") from error
            raise OSError(f"{self.path}: {error}") from error
        await self._examine()
        for _ in range(READERS):
            reader = await self._connection()
            await rows(reader, "PRAGMA query_only = ON")
            self._readers.put_nowait(reader)

    async def close(self) -> None:
        async with self._turn:
            await self._writer.close()
        for _ in range(READERS):
            await (await self._readers.get()).close()

    async def copy_to(self, path: Path) -> None:
        """A whole copy, over what is there. Raises NotSaved; what is at `path` is then of no use."""
        try:
            await self._writer.do(lambda connection: _copy(connection, path))
        except sqlite3.Error as error:
            raise NotSaved(str(error)) from error

    async def _connection(self) -> Connection:
        connection = await self._connect(self.path)
        try:
            for pragma in (
                "journal_mode = WAL",
                f"synchronous = {self._synchronous}",
                "foreign_keys = ON",
                "secure_delete = ON",  # zeroes where a row was, https://www.sqlite.org/pragma.html#pragma_secure_delete
                f"busy_timeout = {BUSY}",
            ):
                await rows(connection, f"PRAGMA {pragma}")
        except BaseException:
            await connection.close()
            raise
        return connection

    async def _examine(self) -> None:
        """https://www.sqlite.org/pragma.html#pragma_quick_check reads every page once."""
        try:
            finding = [str(row[0]) for row in await rows(self._writer, "PRAGMA quick_check(1)")]
        except sqlite3.DatabaseError as error:
            finding = [str(error)]
        if finding != ["ok"]:
            await self._writer.close()
            raise DamagedDatabase(f"{self.path}: {' '.join(finding[0].split())}")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        await self._wait_for_turn()
        try:
            tx = self._begin()
            try:
                yield tx
                if tx.refused is not None:
                    raise tx.refused
            except BaseException:
                await _to_the_end(self._forget(tx))
                raise
            batch = self._keep_at_once(tx)
            if batch is None:
                batch = await _to_the_end(self._keep(tx))
        finally:
            self._turn.release()
        await asyncio.shield(batch.done)

    async def empty_log(self) -> bool:
        """https://www.sqlite.org/pragma.html#pragma_wal_checkpoint: TRUNCATE is refused while anybody reads on."""
        async with self._alone(), self._readers_at_rest() as all_of_them:
            if not all_of_them:
                return False
            await rows(self._writer, "PRAGMA busy_timeout = 0")
            try:
                found = await rows(self._writer, "PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                await rows(self._writer, f"PRAGMA busy_timeout = {BUSY}")
        return not found[0][0]

    async def rewrite(self) -> None:
        """Rows that moved within a page leave a copy behind, which secure_delete does not find."""
        async with self._alone():
            await self._check_room_to_rewrite()
            try:
                await rows(self._writer, "VACUUM")
            except sqlite3.Error as error:
                # Its copy may lie on another disk, where temporary files are.
                if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
                    raise NoRoom(str(error)) from error
                raise

    async def _check_room_to_rewrite(self) -> None:
        [[size]] = await rows(
            self._writer,
            "SELECT (page_count - freelist_count) * page_size"
            " FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
        )
        needed, free = COPIES_TO_REWRITE * size + ROOM_BESIDES, disk.room(self.path.parent)
        if free < needed:
            raise NoRoom(f"{needed // 1024**2} MB are needed to rewrite the database, {free // 1024**2} MB are free")

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """The writer between two transactions."""
        await self._wait_for_turn()
        try:
            if self._batch is not None:
                # The unit before us left the COMMIT to us.
                await _to_the_end(self._commit(self._batch))
            yield
        except sqlite3.Error as error:
            raise NotSaved(str(error)) from error
        finally:
            self._turn.release()

    @asynccontextmanager
    async def _readers_at_rest(self) -> AsyncIterator[bool]:
        """Whether all of ours are; until this is left nobody begins to read. Expects to be alone: a reader may wait
        for a writer, but then only as long as our patience lasts."""
        taken: list[Connection] = []
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    while len(taken) < READERS:
                        taken.append(await self._readers.get())
            yield len(taken) == READERS
        finally:
            for reader in taken:
                self._readers.put_nowait(reader)

    async def _wait_for_turn(self) -> None:
        self._queued += 1
        try:
            await self._turn.acquire()
        except BaseException:
            self._queued -= 1
            # The unit before us may have left the COMMIT to us.
            await _to_the_end(self._commit_what_is_left())
            raise
        self._queued -= 1

    async def _commit_what_is_left(self) -> None:
        async with self._turn:
            if self._batch is not None and not self._queued:
                await self._commit(self._batch)

    def _begin(self) -> SqliteTx:
        """The unit's savepoint, and the transaction around it when there is none, open with its first statement."""
        if self._batch is None:
            self._batch = _Batch()
            return SqliteTx(self._writer, [BEGIN, UNIT])
        return SqliteTx(self._writer, [UNIT])

    def _keep_at_once(self, tx: SqliteTx) -> _Batch | None:
        """When nothing but the end of its savepoint is to be done; None when more is, or it went wrong."""
        batch = self._batch
        if batch is None or BEGIN in tx.ahead or self._is_last(batch, 1) or not self._writer.free():
            return None
        if UNIT not in tx.ahead:
            try:
                self._writer.at_once(lambda connection: one_by_one([*tx.ahead, "RELEASE unit"], connection))
            except sqlite3.Error:
                return None  # tried again, and given up, by `_keep`
        batch.units += 1
        batch.after_commit += tx.after_commit
        return batch

    async def _keep(self, tx: SqliteTx) -> _Batch:
        batch = self._batch
        if batch is None:
            raise NotSaved("the transaction has ended")
        batch.units += 1
        batch.after_commit += tx.after_commit
        if BEGIN in tx.ahead:
            self._kept(batch)  # nothing was asked of the database
        else:
            await self._end_unit(batch, [] if UNIT in tx.ahead else [*tx.ahead, "RELEASE unit"])
        return batch

    async def _forget(self, tx: SqliteTx) -> None:
        """Undoes this unit, and only this one, as long as the transaction lives."""
        batch = self._batch
        if batch is None or BEGIN in tx.ahead:
            self._batch = None
            return
        await self._end_unit(batch, [] if UNIT in tx.ahead else ["ROLLBACK TO unit", "RELEASE unit"])

    async def _end_unit(self, batch: _Batch, how: list[str]) -> None:
        """The last one of a batch takes the COMMIT along."""
        await self._end(batch, [*how, "COMMIT"] if self._is_last(batch) else how)

    def _is_last(self, batch: _Batch, more: int = 0) -> bool:
        return not self._queued or batch.units + more >= UNITS_PER_COMMIT

    async def _commit(self, batch: _Batch) -> None:
        await self._end(batch, ["COMMIT"])

    async def _end(self, batch: _Batch, how: list[str]) -> None:
        try:
            await self._writer.do(lambda connection: one_by_one(how, connection))
        except sqlite3.Error as error:
            # SQLITE_FULL and SQLITE_IOERR may already have rolled everything back, the neighbours' units too.
            await self._give_up(error)
            return
        if how[-1:] == ["COMMIT"]:
            self._kept(batch)

    def _kept(self, batch: _Batch) -> None:
        self._batch = None
        batch.done.set_result(None)
        for callback in batch.after_commit:
            callback()

    async def _give_up(self, error: sqlite3.Error) -> None:
        """The whole transaction is lost; everybody whose unit was in it learns so."""
        batch, self._batch = self._batch, None
        with contextlib.suppress(sqlite3.Error):
            await rows(self._writer, "ROLLBACK")
        if batch is not None:
            batch.done.set_exception(NotSaved(str(error)))
            batch.done.exception()  # nobody may be left to hear it

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        reader = await self._readers.get()
        tx = SqliteTx(reader, ["BEGIN"])
        try:
            yield tx
        finally:
            if reader.free():
                self._give_back_at_once(reader)
            else:
                await _to_the_end(self._give_back(reader))

    def glance(self) -> AbstractAsyncContextManager[Tx]:
        return self.read()

    def _give_back_at_once(self, reader: Connection) -> None:
        """To stop reading takes less than to hand it to the thread."""
        with contextlib.suppress(sqlite3.OperationalError):
            reader.at_once(lambda connection: connection.execute("ROLLBACK"))
        self._readers.put_nowait(reader)

    async def _give_back(self, reader: Connection) -> None:
        with contextlib.suppress(sqlite3.OperationalError):
            await rows(reader, "ROLLBACK")
        self._readers.put_nowait(reader)

    async def script(self, statements: Sequence[str]) -> None:
        async with self.write() as tx:
            for statement in statements:
                await tx.run(statement)


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)


async def _to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Finishes `work` even when the caller is cancelled meanwhile, however often; the cancellation follows."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
        except BaseException:  # noqa: S110 the task's own, raised below
            pass
    if cancelled is not None:
        raise cancelled
    return task.result()
