"""What stands on record of a time: decisions with whose they were and what a vote had said, and how often what."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC
from handlers.ideas.store.steps import DECISIONS, STANDING

DAY_MS = 24 * 3_600_000
PUBLISHED = "coalesce(i.published_at, i.sent_at, i.touched_at)"
FIRST = (
    f"(SELECT min(f.id) FROM idea_steps f WHERE f.idea_id = s.idea_id AND f.to_status IN ({DECISIONS})"  # noqa: S608
    " AND coalesce(f.undoes, 0) = 0 AND NOT EXISTS (SELECT 1 FROM idea_steps u WHERE u.undoes = f.id))"
)


@dataclass(frozen=True)
class Taken:
    """A decision; `role` is as whom its step was taken, `days` until then where it was the first one."""

    step_id: int
    idea_id: int
    role: str
    agrees: int
    days: int | None
    taken_at: int


async def since(tx: Tx, place_id: int) -> int | None:
    """When the first idea was sent, ms."""
    return await tx.one(lambda at: at, "SELECT min(sent_at) FROM ideas WHERE place_id = ?", place_id)


async def decisions(tx: Tx, place_id: int, start: int, end: int) -> list[Taken]:
    """Taken then, and still standing."""
    return await tx.all(
        Taken,
        "SELECT s.id, s.idea_id, s.role, CASE WHEN s.to_status = 'not_now' THEN 0 ELSE 1 END,"  # noqa: S608 ours
        f" CASE WHEN s.id <> {FIRST} THEN NULL WHEN s.taken_at < {PUBLISHED} THEN 0"
        f" ELSE CAST((s.taken_at - {PUBLISHED}) / {DAY_MS} AS BIGINT) END,"
        " s.taken_at"
        " FROM idea_steps s JOIN ideas i ON i.id = s.idea_id WHERE i.place_id = ? AND s.taken_at >= ?"
        f" AND s.taken_at < ? AND s.to_status IN ({DECISIONS}) AND {STANDING} ORDER BY s.id",
        place_id,
        start,
        end,
    )


async def roles_behind(tx: Tx, step_id: int) -> list[str]:
    """Of everybody whose answer this step came of."""
    return await tx.all(str, "SELECT DISTINCT role FROM idea_answers WHERE step_id = ?", step_id)


async def polls_before(tx: Tx, idea_id: int, taken_at: int) -> list[int]:
    """The closed ones in which the idea was an option, newest first."""
    return await tx.all(
        int,
        "SELECT p.id FROM poll_options o JOIN polls p ON p.id = o.poll_id WHERE o.idea_id = ? AND p.state = 'closed'"
        " AND p.closed_at <= ? ORDER BY p.closed_at DESC, p.id DESC",
        idea_id,
        taken_at,
    )


async def led_there(tx: Tx, idea_id: int, taken_at: int) -> int | None:
    """The newest poll of which the team noted that it led to this idea, before its answer."""
    return await tx.one(
        int,
        "SELECT d.poll_id FROM poll_decisions d WHERE d.idea_id = ? AND d.decided_at <= ? ORDER BY d.id DESC LIMIT 1",
        idea_id,
        taken_at,
    )


async def silent(tx: Tx, place_id: int, start: int, end: int, patience: int) -> int:
    """Ideas on the board whose patience (ms) ended then, without an answer by that day."""
    sql = (
        f"SELECT count(*) FROM ideas i WHERE i.place_id = ? AND i.status IN ({PUBLIC})"  # noqa: S608 our own words
        f" AND {PUBLISHED} >= ? AND {PUBLISHED} < ? AND NOT EXISTS (SELECT 1 FROM idea_steps s"
        f" WHERE s.idea_id = i.id AND s.to_status IN ({DECISIONS}) AND {STANDING}"
        f" AND s.taken_at < {PUBLISHED} + CAST(? AS BIGINT))"
    )
    return await tx.one(int, sql, place_id, start - patience, end - patience, patience) or 0


async def voices(tx: Tx, place_id: int, start: int, end: int) -> tuple[int, int]:
    """Given then; and how many of them were somebody's first one here."""
    given = (
        "SELECT count(*) FROM idea_voices v JOIN ideas i ON i.id = v.idea_id WHERE i.place_id = ?"
        " AND v.given_at >= ? AND v.given_at < ? AND v.via IS NULL AND v.apart <> 1"
    )
    earlier = (
        " AND NOT EXISTS (SELECT 1 FROM idea_voices w JOIN ideas j ON j.id = w.idea_id WHERE j.place_id = i.place_id"
        " AND w.person_id = v.person_id AND (w.given_at < v.given_at OR (w.given_at = v.given_at"
        " AND w.idea_id < v.idea_id)))"
    )
    between = (place_id, start, end)
    return await tx.one(int, given, *between) or 0, await tx.one(int, given + earlier, *between) or 0


async def undone(tx: Tx, place_id: int, start: int, end: int) -> int:
    return await _count(
        tx,
        "SELECT count(*) FROM idea_steps s JOIN ideas i ON i.id = s.idea_id WHERE i.place_id = ?"
        " AND s.taken_at >= ? AND s.taken_at < ? AND s.undoes IS NOT NULL",
        place_id,
        start,
        end,
    )


async def hidden(tx: Tx, place_id: int, start: int, end: int) -> int:
    """Ideas and comments, each time."""
    ideas = await _count(
        tx,
        "SELECT count(*) FROM idea_steps s JOIN ideas i ON i.id = s.idea_id WHERE i.place_id = ?"
        " AND s.taken_at >= ? AND s.taken_at < ? AND s.to_status = 'hidden' AND s.undoes IS NULL",
        place_id,
        start,
        end,
    )
    comments = await _count(
        tx,
        "SELECT count(*) FROM comment_hidings h JOIN idea_comments c ON c.id = h.comment_id"
        " JOIN ideas i ON i.id = c.idea_id WHERE i.place_id = ? AND h.hidden_at >= ? AND h.hidden_at < ?",
        place_id,
        start,
        end,
    )
    return ideas + comments


async def _count(tx: Tx, sql: str, place_id: int, start: int, end: int) -> int:
    return await tx.one(int, sql, place_id, start, end) or 0
