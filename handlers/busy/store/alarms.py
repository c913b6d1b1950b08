"""That a fall was told, and what there was in the best weeks."""

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC


async def last_week(tx: Tx, place_id: int) -> int | None:
    """The week of the newest alarm."""
    return await tx.one(lambda week: week, "SELECT max(week) FROM busy_alarms WHERE place_id = ?", place_id)


async def raise_(tx: Tx, place_id: int, week: int, answers: int, now: int) -> None:
    await tx.run(
        "INSERT INTO busy_alarms (place_id, week, answers, raised_at) VALUES (?, ?, ?, ?)",
        place_id,
        week,
        answers,
        now,
    )


async def events_between(tx: Tx, place_id: int, since: int, until: int, limit: int) -> list[str]:
    """Titles of those that took place then."""
    return await tx.all(
        str,
        "SELECT e.title FROM events e WHERE e.place_id = ? AND e.status = 'announced' AND e.starts_at >= ?"
        " AND e.starts_at < ? ORDER BY e.starts_at, e.id LIMIT ?",
        place_id,
        since,
        until,
        limit,
    )


async def done_between(tx: Tx, place_id: int, since: int, until: int, limit: int) -> list[str]:
    """Words of the ideas that were done then and may be read by everybody; a step that was undone is none."""
    return await tx.all(
        str,
        "SELECT i.words FROM idea_steps s JOIN ideas i ON i.id = s.idea_id WHERE i.place_id = ?"  # noqa: S608 ours
        f" AND i.status IN ({PUBLIC}) AND s.to_status = 'done' AND s.taken_at >= ? AND s.taken_at < ?"
        " AND NOT EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = s.id) ORDER BY s.id LIMIT ?",
        place_id,
        since,
        until,
        limit,
    )
