"""Rows that a process claimed and did not live to settle: found by its number, which stands in `claimed_by`."""

from collections.abc import Collection

from bot.database.db import Tx

# Of a claim without a number, which an older version made: after these ms nobody works on it any more.
UNNUMBERED = {"sqlite": 0, "postgres": 120_000}


async def claimers(tx: Tx, table: str, state: str) -> set[int]:
    """Who has claimed what is in this state. Ask next, outside of the transaction, who of them is dead."""
    sql = f"SELECT DISTINCT claimed_by FROM {table} WHERE state = ? AND claimed_by IS NOT NULL"  # noqa: S608 ours
    return set(await tx.all(int, sql, state))


def left_by(gone: Collection[int]) -> str:
    """A condition for WHERE; its values are `*gone` and the ms until which a claim without a number was made."""
    numbers = ", ".join("?" for _ in gone) or "NULL"
    return f"(claimed_by IN ({numbers}) OR (claimed_by IS NULL AND coalesce(claimed_at, 0) <= ?))"
