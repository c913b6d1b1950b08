"""What went wrong in the machine and waits for somebody: updates kept aside, backups that were not made."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class KeptAside:
    """Without what it says: that is for the handler alone."""

    id: int
    door: str
    reason: str
    kept_at: int


@dataclass(frozen=True)
class Raw:
    door: str
    update_id: int | None
    words: str


async def kept_aside(tx: Tx) -> list[KeptAside]:
    """Oldest first."""
    return await tx.all(KeptAside, "SELECT id, door, reason, kept_at FROM kept_aside ORDER BY id")


async def count_kept_aside(tx: Tx, since: int = -1) -> int:
    return await tx.one(int, "SELECT count(*) FROM kept_aside WHERE kept_at > ?", since) or 0


async def find_raw(tx: Tx, aside_id: int) -> Raw | None:
    return await tx.one(Raw, "SELECT door, update_id, raw FROM kept_aside WHERE id = ?", aside_id)


async def take_back(tx: Tx, aside_id: int, raw: Raw) -> None:
    """As if it had never come."""
    await tx.run("DELETE FROM kept_aside WHERE id = ?", aside_id)
    if raw.update_id is not None:
        await tx.run("DELETE FROM receipts WHERE door = ? AND update_id = ?", raw.door, raw.update_id)


async def last_time(tx: Tx, job: str) -> int:
    """When it happened last, in ms; -1 when it never did."""
    return await tx.one(int, "SELECT coalesce(max(happened_at), -1) FROM occurrences WHERE job = ?", job) or -1
