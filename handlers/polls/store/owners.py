"""Whose drafts are whose, for whoever hands one on."""

from dataclasses import dataclass

from bot.database.db import Tx

DRAFT = "SELECT id, made_by, question, made_at FROM polls WHERE place_id = ? AND state = 'draft'"


@dataclass(frozen=True)
class Own:
    id: int
    made_by: int
    question: str
    made_at: int


async def makers(tx: Tx, place_id: int) -> list[int]:
    sql = "SELECT DISTINCT made_by FROM polls WHERE place_id = ? AND state = 'draft' ORDER BY made_by"
    return await tx.all(int, sql, place_id)


async def drafts_of(tx: Tx, place_id: int, person_id: int) -> list[Own]:
    return await tx.all(Own, f"{DRAFT} AND made_by = ? ORDER BY id", place_id, person_id)


async def find(tx: Tx, place_id: int, draft_id: int) -> Own | None:
    return await tx.one(Own, f"{DRAFT} AND id = ?", place_id, draft_id)


async def hand_on(tx: Tx, place_id: int, draft_id: int, from_id: int, to_id: int) -> bool:
    """Not to somebody who is making another one: she would find only the newer of the two."""
    return bool(
        await tx.run(
            "UPDATE polls SET made_by = ? WHERE place_id = ? AND id = ? AND state = 'draft' AND made_by = ?"
            " AND NOT EXISTS (SELECT 1 FROM polls d WHERE d.place_id = ? AND d.made_by = ? AND d.state = 'draft')",
            to_id,
            place_id,
            draft_id,
            from_id,
            place_id,
            to_id,
        )
    )


async def drop(tx: Tx, place_id: int, draft_id: int, person_id: int) -> bool:
    sql = "UPDATE polls SET state = 'dropped' WHERE place_id = ? AND id = ? AND state = 'draft' AND made_by = ?"
    return bool(await tx.run(sql, place_id, draft_id, person_id))
