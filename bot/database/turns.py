"""Turns: whoever changes a place does so alone there, and what was in another's way is done once more.

What is done runs again from its beginning, so it touches nothing but the database: what it says, wakes and remembers
belongs to a transaction that is thrown away. On SQLite there is one writer, who never finds anybody in the way.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.database.db import Database, OutOfTurn, Raced, Tx

log = logging.getLogger(__name__)

T = TypeVar("T")

TRIES = 3
# Who waits for a turn holds a connection: half of them, by default, are left to who only looks and to the outbox.
WAITING = 5


async def again(database: Database, work: Callable[[Tx], Awaitable[T]]) -> T:
    """One transaction; begun anew where it lost a race, three times at most. Raises NotSaved."""
    for left in reversed(range(TRIES)):
        try:
            async with database.write() as tx:
                return await work(tx)
        except Raced:
            if not left:
                raise
            log.debug("lost a race, begun anew")
    raise AssertionError("not reached")


class Turns:
    """Who only looks does not wait. Whether something changes a place is seen at its first such statement: it is then
    undone and begun anew with the turn in its hand, and from then on whatever has the same name begins with it.
    """

    def __init__(self, database: Database, own: frozenset[str]) -> None:
        """`own`: tables that hold what is one chat's alone, to which nobody needs a turn."""
        self._database = database
        self._own = own
        self._room = asyncio.Semaphore(WAITING)
        self.changing: set[str] = set()

    async def run(self, name: str, work: Callable[[Tx], Awaitable[T]]) -> T:
        """Where `tx.only` is None, `work` waits for the turn before it reads. Raises NotSaved."""

        async def beside_others(tx: Tx) -> T:
            tx.only = self._own
            return await work(tx)

        if name not in self.changing:
            try:
                return await again(self._database, beside_others)
            except OutOfTurn:
                self.changing.add(name)
        async with self._room:
            return await again(self._database, work)
