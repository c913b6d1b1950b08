"""One database, two engines: SQLite in a file by default, PostgreSQL by URL.

Everybody writes plain SQL with `?` for values and receives rows as the shape they ask for:
`await tx.one(Idea, "SELECT id, words FROM ideas WHERE id = ?", 27)` calls `Idea(id, words)`.
The SQL keeps to what both engines share: ON CONFLICT, RETURNING, common table expressions, window functions.
"""

import asyncio
import contextlib
import importlib
import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bot.database import disk
from bot.database.sqlite_thread import Threaded

T = TypeVar("T")

Value = str | int | float | bytes | None

# What PostgreSQL needs of one: its name, when it acts, and what it does.
TRIGGER = re.compile(r"CREATE TRIGGER (\w+) (.*?)\s+BEGIN\s+(.*?)\s+END;", re.DOTALL)
# Units of work that share one fsync. More would only lengthen the wait of the first one.
UNITS_PER_COMMIT = 32
READERS = 3
# https://www.sqlite.org/lang_vacuum.html: "as much as twice the size"; a copy, and a log as long as the copy.
COPIES_TO_REWRITE = 2
ROOM_BESIDES = 64 * 1024**2  # bytes that others may need meanwhile
BUSY = 5000  # ms that SQLite waits for another process
WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")
BEGIN, UNIT = "BEGIN IMMEDIATE", "SAVEPOINT unit"
PATIENCE = 0.2  # seconds that everybody waits for readers to finish, when the log is to be emptied
# The low byte of https://www.sqlite.org/rescode.html: what is not a mistake in the statement.
DISK_REFUSES = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
}
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
POSTGRES_CONNECTIONS = 10
SERVER_REFUSES = (
    "PostgresConnectionError",
    "InsufficientResourcesError",
    "OperatorInterventionError",
    "PostgresSystemError",
    "TransactionRollbackError",
    "InterfaceError",
)


class NotSaved(Exception):
    """The database could not keep what it was given: a full disk, a lost connection. Nothing was stored."""


class NoRoom(NotSaved):
    """Free space is missing; only whoever makes some can help."""


class DamagedDatabase(Exception):
    """The file is not what was written into it; going on would spread the damage."""


class Tx(Protocol):
    """One transaction. What is done in it is kept together or not at all."""

    after_commit: list[Callable[[], None]]
    # The tables that were written to, and the lanes (door, lane) that have something more to send: whom to wake.
    touched: set[str]
    queued: set[tuple[str, int]]

    async def one(self, shape: Callable[..., T], sql: str, *values: Value) -> T | None:
        """The first row as `shape(*row)`, or None."""

    async def all(self, shape: Callable[..., T], sql: str, *values: Value) -> list[T]:
        """Every row as `shape(*row)`."""

    async def records(self, sql: str, *values: Value) -> list[dict[str, Value]]:
        """Every row by the names of its columns, for whoever copies rows without knowing what they mean."""

    async def run(self, sql: str, *values: Value) -> int:
        """The number of rows touched."""

    async def many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        """The same statement for each of these rows of values."""

    async def lock(self, name: str) -> None:
        """Waits until no other transaction holds this name; held until the end of this one."""

    def savepoint(self) -> contextlib.AbstractAsyncContextManager[None]:
        """What happens inside is undone when an exception leaves it; the exception goes on."""


class Database(Protocol):
    """Where everything is kept. `write` and `read` are the only ways in."""

    dialect: str

    def write(self) -> contextlib.AbstractAsyncContextManager[Tx]:
        """A transaction that is on disk when the block has been left. Raises NotSaved when it is not."""

    def read(self) -> contextlib.AbstractAsyncContextManager[Tx]:
        """A snapshot to look at; never waits for a writer."""

    async def script(self, statements: Sequence[str]) -> None:
        """Runs a migration: all of its statements in one transaction."""

    async def empty_log(self) -> bool:
        """Whether what was deleted is gone from the log of changes. False while somebody still looks at what was
        before: to be tried again. Raises NotSaved."""

    async def rewrite(self) -> None:
        """Leaves of what was deleted nothing in the pages either; the log is to be emptied next. Raises NotSaved;
        NoRoom when there is too little free space for it."""

    async def close(self) -> None: ...


class Connection(Protocol):
    """What is asked of a connection to SQLite."""

    def do(self, work: Callable[[sqlite3.Connection], T], /) -> Awaitable[T]:
        """In the order of the calls, and to its end even when nobody waits for it any more."""

    async def close(self) -> None: ...


@lru_cache(maxsize=4096)
def written_to(sql: str) -> frozenset[str]:
    """The tables a statement names as written to; what a trigger does besides is not seen."""
    return frozenset(WRITES.findall(sql))


def connect(url: str) -> "SqliteDatabase | PostgresDatabase":
    """`sqlite:///path` or `postgresql://…`; call `open()` before use."""
    if url.startswith("sqlite:///"):
        return SqliteDatabase(Path(url.removeprefix("sqlite:///")))
    return PostgresDatabase(url)


# --- SQLite ------------------------------------------------------------------------------------------


class SqliteTx:
    """`ahead` opens and closes what surrounds the statements; it rides to the thread with the next of them.

    What was handed over has left `ahead` at that moment, so that after a cancellation it is known what is open.
    """

    def __init__(self, connection: Connection, ahead: list[str]) -> None:
        self._connection = connection
        self._depth = 0
        self.ahead = ahead
        # Once the disk refused, SQLite may have ended the transaction by itself: nothing may follow, not even
        # from somebody who caught the error, because it would be kept on its own.
        self.refused: NotSaved | None = None
        self.after_commit: list[Callable[[], None]] = []
        self.touched: set[str] = set()
        self.queued: set[tuple[str, int]] = set()

    async def one(self, shape: Callable[..., T], sql: str, *values: Value) -> T | None:
        self.touched |= written_to(sql)
        rows = await self._do(lambda connection: connection.execute(sql, values).fetchall())
        return shape(*rows[0]) if rows else None

    async def all(self, shape: Callable[..., T], sql: str, *values: Value) -> list[T]:
        self.touched |= written_to(sql)
        rows = await self._do(lambda connection: connection.execute(sql, values).fetchall())
        return [shape(*row) for row in rows]

    async def records(self, sql: str, *values: Value) -> list[dict[str, Value]]:
        def found(connection: sqlite3.Connection) -> list[dict[str, Value]]:
            cursor = connection.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        return await self._do(found)

    async def run(self, sql: str, *values: Value) -> int:
        self.touched |= written_to(sql)
        return await self._do(lambda connection: connection.execute(sql, values).rowcount)

    async def many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        self.touched |= written_to(sql)
        await self._do(lambda connection: connection.executemany(sql, rows).close())

    async def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._refusals_of_the_disk():
            ahead, self.ahead = self.ahead, []
            return await self._connection.do(lambda connection: _after(ahead, connection, work))

    async def lock(self, name: str) -> None:
        """There is one writer, and this is it."""

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
        _one_by_one(ahead, connection)
    except sqlite3.Error as error:
        raise _NotAsExpected(str(error)) from error
    return work(connection)


def _one_by_one(statements: Sequence[str], connection: sqlite3.Connection) -> None:
    for statement in statements:
        connection.execute(statement)


async def _rows(connection: Connection, sql: str) -> list[Any]:
    return await connection.do(lambda opened: opened.execute(sql).fetchall())


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
            await _rows(reader, "PRAGMA query_only = ON")
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
                await _rows(connection, f"PRAGMA {pragma}")
        except BaseException:
            await connection.close()
            raise
        return connection

    async def _examine(self) -> None:
        """https://www.sqlite.org/pragma.html#pragma_quick_check reads every page once."""
        try:
            finding = [str(row[0]) for row in await _rows(self._writer, "PRAGMA quick_check(1)")]
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
            batch = await _to_the_end(self._keep(tx))
        finally:
            self._turn.release()
        await asyncio.shield(batch.done)

    async def empty_log(self) -> bool:
        """https://www.sqlite.org/pragma.html#pragma_wal_checkpoint: TRUNCATE is refused while anybody reads on."""
        async with self._alone(), self._readers_at_rest() as all_of_them:
            if not all_of_them:
                return False
            await _rows(self._writer, "PRAGMA busy_timeout = 0")
            try:
                found = await _rows(self._writer, "PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                await _rows(self._writer, f"PRAGMA busy_timeout = {BUSY}")
        return not found[0][0]

    async def rewrite(self) -> None:
        """Rows that moved within a page leave a copy behind, which secure_delete does not find."""
        async with self._alone():
            await self._check_room_to_rewrite()
            try:
                await _rows(self._writer, "VACUUM")
            except sqlite3.Error as error:
                # Its copy may lie on another disk, where temporary files are.
                if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
                    raise NoRoom(str(error)) from error
                raise

    async def _check_room_to_rewrite(self) -> None:
        [[size]] = await _rows(
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
        last = not self._queued or batch.units >= UNITS_PER_COMMIT
        await self._end(batch, [*how, "COMMIT"] if last else how)

    async def _commit(self, batch: _Batch) -> None:
        await self._end(batch, ["COMMIT"])

    async def _end(self, batch: _Batch, how: list[str]) -> None:
        try:
            await self._writer.do(lambda connection: _one_by_one(how, connection))
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
            await _rows(self._writer, "ROLLBACK")
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
            await _to_the_end(self._give_back(reader))

    async def _give_back(self, reader: Connection) -> None:
        with contextlib.suppress(sqlite3.OperationalError):
            await _rows(reader, "ROLLBACK")
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


# --- PostgreSQL --------------------------------------------------------------------------------------


class PostgresTx:
    def __init__(self, connection: Any) -> None:
        self._connection = connection
        # PostgreSQL answers COMMIT with a silent rollback after any error, also one that somebody caught.
        self.failed: Exception | None = None
        self.after_commit: list[Callable[[], None]] = []
        self.touched: set[str] = set()
        self.queued: set[tuple[str, int]] = set()

    async def one(self, shape: Callable[..., T], sql: str, *values: Value) -> T | None:
        self.touched |= written_to(sql)
        with self._errors():
            row = await self._connection.fetchrow(_numbered(sql), *values)
        return None if row is None else shape(*row)

    async def all(self, shape: Callable[..., T], sql: str, *values: Value) -> list[T]:
        self.touched |= written_to(sql)
        with self._errors():
            rows = await self._connection.fetch(_numbered(sql), *values)
        return [shape(*row) for row in rows]

    async def records(self, sql: str, *values: Value) -> list[dict[str, Value]]:
        with self._errors():
            rows = await self._connection.fetch(_numbered(sql), *values)
        return [dict(row.items()) for row in rows]

    async def run(self, sql: str, *values: Value) -> int:
        self.touched |= written_to(sql)
        with self._errors():
            status: str = await self._connection.execute(_numbered(sql), *values)
        last = status.rsplit(" ", 1)[-1]
        return int(last) if last.isdigit() else 0

    async def many(self, sql: str, rows: Sequence[tuple[Value, ...]]) -> None:
        self.touched |= written_to(sql)
        with self._errors():
            await self._connection.executemany(_numbered(sql), rows)

    async def lock(self, name: str) -> None:
        await self.run("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name)

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
            with _refusals_of_the_server():
                yield
        except Exception as error:
            self.failed = error
            raise


@cache
def _asyncpg() -> Any:
    """Imported when a server is called: an extra, which a town on SQLite neither has nor loads."""
    return importlib.import_module("asyncpg")


@cache
def _server_refuses() -> tuple[type[Exception], ...]:
    return (OSError, *(getattr(_asyncpg(), name) for name in SERVER_REFUSES))


@contextlib.contextmanager
def _refusals_of_the_server() -> Iterator[None]:
    """A lost connection, a full disk, a lost race: nothing was stored and it may be tried again."""
    try:
        yield
    except _server_refuses() as error:
        if isinstance(error, ValueError):  # asyncpg's own DataError: a value of the wrong type is our mistake
            raise
        raise NotSaved(str(error)) from error


class PostgresDatabase:
    """A pool; any number of processes share the work."""

    dialect = "postgres"

    def __init__(self, url: str) -> None:
        self._url = url
        self._pool: Any = None

    async def open(self) -> None:
        self._pool = await _asyncpg().create_pool(self._url, min_size=1, max_size=POSTGRES_CONNECTIONS)

    async def close(self) -> None:
        await self._pool.close()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        async with self._transaction() as tx:
            yield tx
        for callback in tx.after_commit:
            callback()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        async with self._transaction(isolation="repeatable_read", readonly=True) as tx:
            yield tx

    async def empty_log(self) -> bool:
        """The server's own, kept as long as its settings say: docs/privacy.md."""
        return True

    async def rewrite(self) -> None:
        """https://www.postgresql.org/docs/current/sql-vacuum.html: the room of dead rows is given to new ones."""
        with _refusals_of_the_server():
            async with self._pool.acquire() as connection:
                ours = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
                names = ", ".join(f'"{row["tablename"]}"' for row in ours)
                await connection.execute(f"VACUUM {names}")

    @asynccontextmanager
    async def _transaction(self, **options: Any) -> AsyncIterator[PostgresTx]:
        """Only what the server says becomes NotSaved, not what goes wrong in the block."""
        with _refusals_of_the_server():
            connection = await self._pool.acquire()
        try:
            transaction = connection.transaction(**options)
            with _refusals_of_the_server():
                await transaction.start()
            tx = PostgresTx(connection)
            try:
                yield tx
                if tx.failed is not None:
                    raise tx.failed
            except BaseException:
                # On a lost connection the server has rolled back already.
                with contextlib.suppress(_asyncpg().PostgresError, _asyncpg().InterfaceError, OSError):
                    await transaction.rollback()
                raise
            with _refusals_of_the_server():
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
