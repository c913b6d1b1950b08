"""What somebody who leaves had to do with events to come, and what two people had who become one."""

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


async def with_answers_of(tx: Tx, place_id: int, one: int, other: int, now: int) -> list[int]:
    """What is still to come."""
    return await tx.all(
        int,
        "SELECT DISTINCT e.id FROM events e JOIN event_answers a ON a.event_id = e.id WHERE e.place_id = ?"
        " AND e.status = 'announced' AND e.starts_at > ? AND a.person_id IN (?, ?) ORDER BY e.id",
        place_id,
        now,
        one,
        other,
    )


async def back_to_waiting(tx: Tx, event_id: int, person_id: int) -> None:
    """Her place in the line is that of her first answer."""
    await tx.run(
        "UPDATE event_answers SET answer = 'waiting', sure_by = NULL"
        " WHERE event_id = ? AND person_id = ? AND answer = 'coming'",
        event_id,
        person_id,
    )
