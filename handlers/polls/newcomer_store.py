"""Who came after a poll began, and from where, for one day: enough to see a crowd, too little to find a person."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.doors.door import TELEGRAM


@dataclass(frozen=True)
class Known:
    """When the bot first met somebody, and whether she also has a Telegram account here."""

    created_at: int
    on_telegram: int


async def known(tx: Tx, person_id: int) -> Known:
    found = await tx.one(
        Known,
        "SELECT p.created_at, (SELECT count(*) FROM identities i WHERE i.person_id = p.id AND i.door = ?)"
        " FROM people p WHERE p.id = ?",
        TELEGRAM,
        person_id,
    )
    if found is None:
        raise LookupError(f"no person {person_id}")
    return found


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
