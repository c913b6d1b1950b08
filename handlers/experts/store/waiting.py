"""Which questions wait, for whom and how long."""

from bot.database.db import Tx
from handlers.experts.rules import Field
from handlers.experts.store.questions import QUESTION, Question, read

OPEN = f"{QUESTION} WHERE q.place_id = ? AND q.state = 'open'"


async def open_here(tx: Tx, place_id: int, limit: int) -> list[Question]:
    return await tx.all(read, f"{OPEN} ORDER BY q.moved_at, q.id LIMIT ?", place_id, limit)


async def count_here(tx: Tx, place_id: int) -> int:
    sql = "SELECT count(*) FROM expert_questions WHERE place_id = ? AND state = 'open'"
    return await tx.one(int, sql, place_id) or 0


async def for_expert(tx: Tx, place_id: int, person_id: int) -> list[Question]:
    """What she has, also what waits for the asker's word."""
    return await tx.all(read, f"{OPEN} AND x.person_id = ? ORDER BY q.moved_at, q.id", place_id, person_id)


async def of_expert(tx: Tx, place_id: int, expert_id: int) -> list[Question]:
    return await tx.all(read, f"{OPEN} AND q.expert_id = ? ORDER BY q.id", place_id, expert_id)


async def of_asker(tx: Tx, place_id: int, person_id: int) -> list[Question]:
    return await tx.all(read, f"{OPEN} AND q.asked_by = ? ORDER BY q.id", place_id, person_id)


async def asked_by(tx: Tx, place_id: int, person_id: int, limit: int) -> list[Question]:
    """What she asked and was not ended: what waits first, then what was answered, the newest first."""
    sql = (
        f"{QUESTION} WHERE q.place_id = ? AND q.asked_by = ? AND q.state IN ('open', 'answered')"
        " ORDER BY q.state DESC, q.id DESC LIMIT ?"
    )
    return await tx.all(read, sql, place_id, person_id, limit)


async def asked_since(tx: Tx, place_id: int, person_id: int, since: int) -> int:
    sql = (
        "SELECT count(*) FROM expert_questions WHERE place_id = ? AND asked_by = ? AND state <> 'draft'"
        " AND asked_at > ?"
    )
    return await tx.one(int, sql, place_id, person_id, since) or 0


async def of_nobody(tx: Tx, place_id: int) -> list[Question]:
    return await tx.all(read, f"{OPEN} AND q.expert_id IS NULL ORDER BY q.moved_at, q.id", place_id)


async def of_nobody_in(tx: Tx, place_id: int, field: Field, called: str) -> list[Question]:
    sql = f"{OPEN} AND q.expert_id IS NULL AND q.field = ? AND q.called = ? ORDER BY q.id"
    return await tx.all(read, sql, place_id, field.value, called)


async def to_remind(tx: Tx, place_id: int, before: int) -> list[Question]:
    sql = f"{OPEN} AND q.moved_at <= ? AND q.reminded_at IS NULL AND q.told_at IS NULL ORDER BY q.id"
    return await tx.all(read, sql, place_id, before)


async def note_reminded(tx: Tx, question_id: int, now: int) -> bool:
    sql = "UPDATE expert_questions SET reminded_at = ? WHERE id = ? AND reminded_at IS NULL"
    return bool(await tx.run(sql, now, question_id))


async def silent(tx: Tx, place_id: int, before: int) -> list[Question]:
    """Too long, and nobody was told."""
    sql = f"{OPEN} AND q.moved_at <= ? AND q.told_at IS NULL ORDER BY q.id"
    return await tx.all(read, sql, place_id, before)


async def told_silent(tx: Tx, place_id: int, limit: int) -> list[Question]:
    """What the liaison was told of, and is silent still."""
    return await tx.all(read, f"{OPEN} AND q.told_at IS NOT NULL ORDER BY q.moved_at, q.id LIMIT ?", place_id, limit)


async def note_told(tx: Tx, question_id: int, now: int) -> bool:
    sql = "UPDATE expert_questions SET told_at = ? WHERE id = ? AND told_at IS NULL"
    return bool(await tx.run(sql, now, question_id))
