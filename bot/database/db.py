"""One database, two engines: SQLite in a file by default, PostgreSQL by URL (connecting.py).

Everybody writes plain SQL with `?` for values and receives rows as the shape they ask for:
`await tx.one(Idea, "SELECT id, words FROM ideas WHERE id = ?", 27)` calls `Idea(id, words)`.
The SQL keeps to what both engines share: ON CONFLICT, RETURNING, common table expressions, window functions.
"""

import contextlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol, TypeVar

T = TypeVar("T")

Value = str | int | float | bytes | None

WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")


class NotSaved(Exception):
    """The database could not keep what it was given: a full disk, a lost connection. Nothing was stored."""


class NoRoom(NotSaved):
    """Free space is missing; only whoever makes some can help."""


class Raced(NotSaved):
    """Another transaction was in its way: once more from the beginning it may go well."""


class OutOfTurn(NotSaved):
    """It changes what it has not waited for its turn to change (turns.py): to be begun anew with it."""


class DamagedDatabase(Exception):
    """The file is not what was written into it; going on would spread the damage."""


class NewerDatabase(Exception):
    """The database was made by a later version of this program; running on would damage it."""


class Tx(Protocol):
    """One transaction. What is done in it is kept together or not at all."""

    dialect: str
    after_commit: list[Callable[[], None]]
    # The tables that were written to, and the lanes (door, lane) that have something more to send: whom to wake.
    touched: set[str]
    queued: set[tuple[str, int]]
    # What `notify` was told, by channel: whoever waits in this process is woken by who wrote.
    calls: dict[str, set[str]]
    # While others may be at work beside it: a write to any other table raises OutOfTurn. None: to any it likes.
    only: frozenset[str] | None

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

    async def lock_found(self, sql: str, *values: Value) -> None:
        """The same for every name this question finds, in its order."""

    def notify(self, channel: str, words: str = "") -> None:
        """Soon after the commit other processes hear it on this channel (presence.py): words without a comma; those
        of several commits together, with commas between. When they are too many for one call, "" is heard."""

    def savepoint(self) -> contextlib.AbstractAsyncContextManager[None]:
        """What happens inside is undone when an exception leaves it; the exception goes on."""


class Database(Protocol):
    """Where everything is kept. `write` and `read` are the only ways in."""

    dialect: str

    def write(self) -> contextlib.AbstractAsyncContextManager[Tx]:
        """A transaction that is on disk when the block has been left. Raises NotSaved when it is not."""

    def read(self) -> contextlib.AbstractAsyncContextManager[Tx]:
        """A snapshot to look at; never waits for a writer."""

    def glance(self) -> contextlib.AbstractAsyncContextManager[Tx]:
        """For one question, or several that need not see the same moment: cheaper than `read` beside others."""

    async def script(self, statements: Sequence[str]) -> None:
        """Runs a migration: all of its statements in one transaction."""

    async def empty_log(self) -> bool:
        """Whether what was deleted is gone from the log of changes. False while somebody still looks at what was
        before: to be tried again. Raises NotSaved."""

    async def rewrite(self) -> None:
        """Leaves of what was deleted nothing in the pages either; the log is to be emptied next. Raises NotSaved;
        NoRoom when there is too little free space for it."""

    async def close(self) -> None: ...


class Short(str):
    """A statement of the machine that touches a few rows by their keys: quicker done than handed to a thread.

    What a feature asks is never one, since a slow question must not stop everybody.
    """

    __slots__ = ()


@lru_cache(maxsize=4096)
def written_to(sql: str) -> frozenset[str]:
    """The tables a statement names as written to; what a trigger does besides is not seen."""
    return frozenset(WRITES.findall(sql))
