"""A row that one process works on carries who that is, and until when everybody else leaves it at that."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import milliseconds
from bot.database.db import Database, Tx, Value

LEASE = timedelta(minutes=5)  # longer than a picture takes to fetch, clean and keep; for whoever is not known dead


class Claimant(Protocol):
    """This process, and what is known of others."""

    @property
    def identity(self) -> int:
        """64 bits with a sign; of every process another."""

    async def dead(self, identities: Collection[int]) -> set[int]:
        """Those of them that do nothing any more."""


class Neighbour:
    """One among others of whom nothing is known: what a dead one held is free when its lease is over."""

    def __init__(self, identity: int) -> None:
        self.identity = identity

    async def dead(self, identities: Collection[int]) -> set[int]:
        return set()


class Only:
    """The one process on an SQLite file: whoever else claimed something is dead."""

    def __init__(self, identity: int) -> None:
        self.identity = identity

    async def dead(self, identities: Collection[int]) -> set[int]:
        return set(identities) - {self.identity}


class Claims:
    """Those in one table, whose columns are `claimed_by` and `claimed_until`."""

    FREE = "(claimed_by IS NULL OR claimed_by = ? OR claimed_until <= ?)"

    def __init__(self, database: Database, claimant: Claimant, table: str) -> None:
        self._database = database
        self._claimant = claimant
        self._table = table
        # Of two processes at once none waits for the other; SQLite has one writer.
        self.skip_locked = " FOR UPDATE SKIP LOCKED" if database.dialect == "postgres" else ""

    def free(self, now: datetime) -> tuple[Value, ...]:
        """What FREE is asked with."""
        return self._claimant.identity, milliseconds(now)

    def mine(self, now: datetime) -> tuple[Value, ...]:
        """For SET claimed_by = ?, claimed_until = ?."""
        return self._claimant.identity, milliseconds(now + LEASE)

    async def release_dead(self, holders: Collection[int | None]) -> None:
        """Of those who hold something that is due."""
        others = {one for one in holders if one is not None} - {self._claimant.identity}
        dead = await self._claimant.dead(others) if others else set()
        if dead:
            async with self._database.write() as tx:
                await tx.many(
                    f"UPDATE {self._table} SET claimed_by = NULL WHERE claimed_by = ?",  # noqa: S608 our own
                    [(one,) for one in dead],
                )

    async def has_another(self, tx: Tx, where: str, *values: Value) -> bool:
        """Whether another process works on a row like this."""
        sql = f"SELECT count(*) FROM {self._table} WHERE {where} AND claimed_by IS NOT NULL"  # noqa: S608 our own
        return bool(await tx.one(int, f"{sql} AND claimed_by <> ?", *values, self._claimant.identity))
