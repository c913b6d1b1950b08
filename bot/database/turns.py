"""Turns: whoever changes a place does so alone there, and what was in another's way is done once more.

What is done runs again from its beginning, so it touches nothing but the database: what it says, wakes and remembers
belongs to a transaction that is thrown away. On SQLite there is one writer, who never finds anybody in the way.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.database.db import Database, OutOfTurn, Raced, Tx

log = logging.getLogger(__name__)

T = TypeVar("T")

TRIES = 3


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
        self.changing: set[str] = set()

    async def run(self, name: str, work: Callable[[Tx], Awaitable[T]]) -> T:
        """Where nothing holds `tx.only` back any more, `work` waits for the turn before it reads. Raises NotSaved."""

        async def one(tx: Tx) -> T:
            if name not in self.changing:
                tx.only = self._own
            return await work(tx)

        try:
            return await again(self._database, one)
        except OutOfTurn:
            self.changing.add(name)
            return await again(self._database, one)
