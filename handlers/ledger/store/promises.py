"""Since when an answer is owed, and which ideas wait beyond the promise."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.steps import DECISIONS, STANDING

PUBLISHED = "coalesce(i.published_at, i.sent_at, i.touched_at)"
# When it had so many voices: the one that made the number full, and never before everybody could read it.
FULL_AT = (
    f"CASE WHEN CAST(? AS BIGINT) <= 1 THEN {PUBLISHED} ELSE"  # noqa: S608 our own words
    f" (SELECT CASE WHEN v.given_at > {PUBLISHED} THEN v.given_at ELSE {PUBLISHED} END FROM idea_voices v"
    " WHERE v.idea_id = i.id AND v.apart <> 1 ORDER BY v.given_at, v.person_id LIMIT 1 OFFSET ?) END"
)
OPEN = (
    f"i.place_id = ? AND i.status = 'open' AND NOT EXISTS (SELECT 1 FROM idea_steps s WHERE s.idea_id = i.id"  # noqa: S608
    f" AND s.to_status IN ({DECISIONS}) AND {STANDING})"
)


@dataclass(frozen=True)
class Overdue:
    idea_id: int
    number: int
    since: int


async def owed_since(tx: Tx, place_id: int, idea_id: int, voices: int) -> int | None:
    """When an open idea without an answer had enough voices (ms); None while it has not."""
    return await tx.one(
        lambda at: at,
        f"SELECT {FULL_AT} FROM ideas i WHERE {OPEN} AND i.id = ?",  # noqa: S608 our own words
        voices,
        max(voices - 1, 0),
        place_id,
        idea_id,
    )


async def overdue(tx: Tx, place_id: int, voices: int, before: int, limit: int) -> list[Overdue]:
    """Those that had enough voices before that moment, the longest-waiting first."""
    return await tx.all(
        Overdue,
        f"SELECT o.id, o.number, o.since FROM (SELECT i.id, coalesce(i.number, 0) AS number, {FULL_AT} AS since"  # noqa: S608
        f" FROM ideas i WHERE {OPEN} AND i.voices >= ? AND {PUBLISHED} < ?) o"
        " WHERE o.since < ? ORDER BY o.since, o.id LIMIT ?",
        voices,
        max(voices - 1, 0),
        place_id,
        voices if voices > 1 else 0,
        before,
        before,
        limit,
    )
