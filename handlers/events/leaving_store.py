"""What somebody who leaves had to do with events to come."""

from bot.database.db import Tx


async def coming_to(tx: Tx, place_id: int, person_id: int, now: int) -> list[int]:
    """Whatever she answered."""
    return await tx.all(
        int,
        "SELECT e.id FROM events e JOIN event_answers a ON a.event_id = e.id"
        " WHERE e.place_id = ? AND a.person_id = ? AND e.starts_at > ? ORDER BY e.id",
        place_id,
        person_id,
        now,
    )


async def drop_answer(tx: Tx, event_id: int, person_id: int) -> None:
    await tx.run("DELETE FROM event_answers WHERE event_id = ? AND person_id = ?", event_id, person_id)


async def drop_drafts(tx: Tx, place_id: int, person_id: int) -> None:
    await tx.run("DELETE FROM events WHERE place_id = ? AND maker_id = ? AND status = 'draft'", place_id, person_id)
