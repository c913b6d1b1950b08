"""What neighbours said should not be here: once each, open until the team has looked."""

from bot.database.db import Tx


async def flag(tx: Tx, idea_id: int, person_id: int, now: int) -> None:
    await tx.run(
        "INSERT INTO idea_flags (idea_id, person_id, flagged_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        idea_id,
        person_id,
        now,
    )


async def take_back(tx: Tx, idea_id: int, person_id: int) -> None:
    """What the team has looked at is over."""
    await tx.run(
        "DELETE FROM idea_flags WHERE idea_id = ? AND person_id = ? AND looked_at IS NULL", idea_id, person_id
    )


async def has_flagged(tx: Tx, idea_id: int, person_id: int) -> bool:
    sql = "SELECT count(*) FROM idea_flags WHERE idea_id = ? AND person_id = ?"
    return bool(await tx.one(int, sql, idea_id, person_id))


async def flags_since(tx: Tx, person_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM idea_flags WHERE person_id = ? AND flagged_at >= ?"
    return await tx.one(int, sql, person_id, since) or 0


async def open_flags(tx: Tx, idea_id: int) -> list[int]:
    """Who flagged it and waits for the team."""
    sql = "SELECT person_id FROM idea_flags WHERE idea_id = ? AND looked_at IS NULL ORDER BY flagged_at"
    return await tx.all(int, sql, idea_id)


async def looked_at(tx: Tx, idea_id: int, now: int) -> None:
    await tx.run("UPDATE idea_flags SET looked_at = ? WHERE idea_id = ? AND looked_at IS NULL", now, idea_id)
