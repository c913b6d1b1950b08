"""Who came after a poll began, and from where, for one day: enough to see a crowd, too little to find a person."""

from bot.database.db import Tx


async def add(tx: Tx, poll_id: int, person_id: int, origin: str, now: int) -> None:
    await tx.run(
        "INSERT INTO poll_newcomers (poll_id, person_id, origin, came_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        poll_id,
        person_id,
        origin,
        now,
    )


async def count_from(tx: Tx, poll_id: int, origin: str) -> int:
    return (
        await tx.one(int, "SELECT count(*) FROM poll_newcomers WHERE poll_id = ? AND origin = ?", poll_id, origin)
        or 0
    )


async def count_since(tx: Tx, poll_id: int, since: int) -> int:
    return (
        await tx.one(int, "SELECT count(*) FROM poll_newcomers WHERE poll_id = ? AND came_at >= ?", poll_id, since)
        or 0
    )


async def may_alarm(tx: Tx, poll_id: int, before: int, now: int) -> bool:
    """Whether the last alarm is older than `before`; this is one now."""
    return bool(await tx.run("UPDATE polls SET alarmed_at = ? WHERE id = ? AND alarmed_at < ?", now, poll_id, before))


async def forget(tx: Tx, before: int) -> None:
    """Nothing of this is kept longer than a day."""
    await tx.run("DELETE FROM poll_newcomers WHERE came_at < ?", before)
