"""A row that one process works on carries who that is, and until when everybody else leaves it at that."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.database.db import Database, Value
from bot.database.presence import Presence

# Longer than a picture takes to fetch, clean and keep: for a process that lost its session and got another identity.
LEASE = timedelta(minutes=5)


class Claims:
    """Those in one table, whose columns are `claimed_by` and `claimed_until`."""

    FREE = "(claimed_by IS NULL OR claimed_by = ? OR claimed_until <= ?)"

    def __init__(self, database: Database, presence: Presence, table: str) -> None:
        self._database = database
        self._presence = presence
        self._table = table
        # Of two processes at once none waits for the other; SQLite has one writer.
        self.skip_locked = " FOR UPDATE SKIP LOCKED" if database.dialect == "postgres" else ""

    def free(self, now: datetime) -> tuple[Value, ...]:
        """What FREE is asked with."""
        return self._presence.identity, milliseconds(now)

    def mine(self, now: datetime) -> tuple[Value, ...]:
        """For SET claimed_by = ?, claimed_until = ?."""
        return self._presence.identity, milliseconds(now + LEASE)

    async def release_dead(self, holders: Collection[int | None]) -> None:
        """Of those who hold something that is due."""
        others = {one for one in holders if one is not None} - {self._presence.identity}
        dead = await self._presence.dead(others) if others else set()
        if dead:
            async with self._database.write() as tx:
                await tx.many(
                    f"UPDATE {self._table} SET claimed_by = NULL WHERE claimed_by = ?",  # noqa: S608 our own
                    [(one,) for one in dead],
                )
