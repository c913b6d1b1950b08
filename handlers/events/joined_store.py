"""What names a person among the events. What is over stays as it was counted."""

from bot.database.db import Tx
from bot.identity.joined_rows import Meeting

MEETINGS = (
    # A second draft would not be found: it waits aside.
    Meeting(
        "events",
        "maker_id",
        stays="status = 'draft' AND EXISTS (SELECT 1 FROM events d WHERE d.status = 'draft'"
        " AND d.place_id = events.place_id AND d.maker_id = {keeper})",
    ),
    Meeting(
        "event_answers",
        once_per=("event_id",),
        newest="answered_at",
        stays="event_id IN (SELECT id FROM events WHERE starts_at <= {now})",
    ),
    Meeting("event_photos"),
    Meeting("event_photos", "decided_by"),
    Meeting("event_feeds", once_per=(), newest="made_at"),
)


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
