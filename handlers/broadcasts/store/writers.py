"""Whose unsent messages are whose, for whoever hands one on."""

from dataclasses import dataclass

from bot.database.db import Tx

UNSENT = (
    "SELECT id, made_by, coalesce(words, ''), state, made_at FROM broadcasts"
    " WHERE place_id = ? AND state IN ('draft', 'asked')"
)


@dataclass(frozen=True)
class Unsent:
    """Its `state`: draft, or asked, which waits for a second person or its time."""

    id: int
    made_by: int
    words: str
    state: str
    made_at: int


async def writers(tx: Tx, place_id: int) -> list[int]:
    sql = (
        "SELECT DISTINCT made_by FROM broadcasts WHERE place_id = ? AND state IN ('draft', 'asked') ORDER BY made_by"
    )
    return await tx.all(int, sql, place_id)


async def unsent_of(tx: Tx, place_id: int, person_id: int) -> list[Unsent]:
    return await tx.all(Unsent, f"{UNSENT} AND made_by = ? ORDER BY id", place_id, person_id)


async def find(tx: Tx, place_id: int, broadcast_id: int) -> Unsent | None:
    return await tx.one(Unsent, f"{UNSENT} AND id = ?", place_id, broadcast_id)


async def hand_on(tx: Tx, place_id: int, one: Unsent, from_id: int, to_id: int) -> bool:
    """As a draft, whatever was agreed to: a second person's yes would be her own. Not to somebody who writes one."""
    return bool(
        await tx.run(
            "UPDATE broadcasts SET made_by = ?, state = 'draft', waits_for = 'person', send_at = NULL,"
            " approved_by = NULL, urgent = 0 WHERE place_id = ? AND id = ? AND state = ? AND made_by = ?"
            " AND NOT EXISTS (SELECT 1 FROM broadcasts d"
            " WHERE d.place_id = ? AND d.made_by = ? AND d.state = 'draft')",
            to_id,
            place_id,
            one.id,
            one.state,
            from_id,
            place_id,
            to_id,
        )
    )


async def drop(tx: Tx, place_id: int, one: Unsent, person_id: int) -> bool:
    """A draft is gone; what waits for a second person or its time stays on record, and never leaves."""
    if one.state != "draft":
        sql = "UPDATE broadcasts SET state = 'done' WHERE place_id = ? AND id = ? AND state = 'asked' AND made_by = ?"
        return bool(await tx.run(sql, place_id, one.id, person_id))
    await tx.run("DELETE FROM broadcast_words WHERE broadcast_id = ?", one.id)
    sql = "DELETE FROM broadcasts WHERE place_id = ? AND id = ? AND state = 'draft' AND made_by = ?"
    return bool(await tx.run(sql, place_id, one.id, person_id))
