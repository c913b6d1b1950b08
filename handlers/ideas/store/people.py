"""The ideas and comments of somebody who leaves, and those that two people who become one have to do with."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ideas.store.ideas import PUBLIC


@dataclass(frozen=True)
class Written:
    """`supported`: it is on the board, and others stand behind it or it was merged into theirs."""

    id: int
    supported: int


async def written_by(tx: Tx, place_id: int, person_id: int) -> list[Written]:
    """Not what she wrote down for somebody else: that is theirs."""
    return await tx.all(
        Written,
        f"SELECT i.id, CASE WHEN (i.status IN ({PUBLIC}) AND i.voices > 0)"  # noqa: S608 constant
        " OR i.status = 'merged' THEN 1 ELSE 0 END FROM ideas i WHERE i.place_id = ? AND i.person_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM idea_behalf b WHERE b.idea_id = i.id AND b.agreed_at IS NOT NULL)"
        " ORDER BY i.id",
        place_id,
        person_id,
    )


async def first_words_merged_in(tx: Tx, idea_id: int, person_id: int) -> str | None:
    """Of somebody else; None when nobody else's idea belongs to this one."""
    return await tx.one(
        str,
        "SELECT words FROM ideas WHERE merged_into = ? AND person_id <> ? AND number IS NOT NULL"
        " AND status = 'merged' ORDER BY id LIMIT 1",
        idea_id,
        person_id,
    )


async def empty(tx: Tx, idea_id: int, words: str | None, withdrawn: bool) -> None:
    """`words` are what stands there instead. What was merged into another one stays so, without words."""
    await tx.run(
        "UPDATE ideas SET words = ?, latitude = NULL, longitude = NULL,"
        " status = CASE WHEN CAST(? AS BIGINT) = 1 AND status <> 'merged' THEN 'withdrawn' ELSE status END"
        " WHERE id = ?",
        words or "",
        int(withdrawn),
        idea_id,
    )
    await tx.run("UPDATE idea_questions SET answer = '' WHERE idea_id = ? AND answer IS NOT NULL", idea_id)


async def drop_comments(tx: Tx, place_id: int, person_id: int) -> None:
    hers = (
        "SELECT c.id FROM idea_comments c JOIN ideas i ON i.id = c.idea_id WHERE i.place_id = ? AND c.person_id = ?"
    )
    await tx.run(f"DELETE FROM comment_hidings WHERE comment_id IN ({hers})", place_id, person_id)  # noqa: S608
    await tx.run(f"DELETE FROM idea_comments WHERE id IN ({hers})", place_id, person_id)  # noqa: S608


async def with_voices_of(tx: Tx, place_id: int, one: int, other: int) -> list[int]:
    """What either wrote or supports, and what that was merged into; merged ones before what they belong to."""
    return await tx.all(
        int,
        "WITH RECURSIVE up (id, high) AS (SELECT i.id, 0 FROM ideas i WHERE i.place_id = ? AND (i.person_id IN (?, ?)"
        " OR EXISTS (SELECT 1 FROM idea_voices v WHERE v.idea_id = i.id AND v.person_id IN (?, ?)))"
        " UNION SELECT i.merged_into, u.high + 1 FROM ideas i JOIN up u ON u.id = i.id"
        " WHERE i.merged_into IS NOT NULL)"
        " SELECT id FROM up GROUP BY id ORDER BY max(high), id",
        place_id,
        one,
        other,
        one,
        other,
    )
