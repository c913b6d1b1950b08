"""Answers: which the team has to look at, which everybody reads, and whom they helped."""

from bot.database.db import Tx
from handlers.experts.rules import Field
from handlers.experts.store.questions import QUESTION, Question, read

ANSWERED = f"{QUESTION} WHERE q.place_id = ? AND q.state = 'answered'"


async def to_look_at(tx: Tx, place_id: int, limit: int) -> list[Question]:
    return await tx.all(
        read, f"{ANSWERED} AND q.looked_at IS NULL ORDER BY q.answered_at, q.id LIMIT ?", place_id, limit
    )


async def beneath(tx: Tx, place_id: int, idea_id: int, limit: int) -> list[Question]:
    """What everybody reads beneath an idea, the newest first."""
    sql = f"{ANSWERED} AND q.idea_id = ? AND q.shown = 1 ORDER BY q.answered_at DESC, q.id DESC LIMIT ?"
    return await tx.all(read, sql, place_id, idea_id, limit)


async def useful(tx: Tx, place_id: int, limit: int) -> list[Question]:
    """Offered to the next asker; what helped most stands first."""
    sql = (
        f"{ANSWERED} AND q.useful = 1 ORDER BY"  # noqa: S608 our own columns
        " (SELECT count(*) FROM expert_helped h WHERE h.question_id = q.id) DESC, q.id DESC LIMIT ?"
    )
    return await tx.all(read, sql, place_id, limit)


async def useful_in(tx: Tx, place_id: int, field: Field, called: str, limit: int) -> list[tuple[int, str]]:
    """Their ids and words."""
    sql = (
        "SELECT q.id, q.words FROM expert_questions q WHERE q.place_id = ? AND q.useful = 1 AND q.field = ?"
        " AND q.called = ? ORDER BY q.id DESC LIMIT ?"
    )
    return await tx.all(lambda number, words: (number, words), sql, place_id, field.value, called, limit)


async def answered_since(tx: Tx, place_id: int, since: int) -> list[Question]:
    return await tx.all(read, f"{ANSWERED} AND q.answered_at >= ? ORDER BY q.answered_at, q.id", place_id, since)


async def set_shown(tx: Tx, question_id: int, wished: int) -> None:
    await tx.run("UPDATE expert_questions SET shown = ? WHERE id = ? AND state = 'answered'", wished, question_id)


async def set_useful(tx: Tx, question_id: int, wished: int) -> None:
    await tx.run("UPDATE expert_questions SET useful = ? WHERE id = ? AND state = 'answered'", wished, question_id)


async def note_looked(tx: Tx, question_id: int, person_id: int, now: int) -> None:
    sql = "UPDATE expert_questions SET looked_at = coalesce(looked_at, ?), looked_by = ? WHERE id = ?"
    await tx.run(sql, now, person_id, question_id)


async def note_helped(tx: Tx, question_id: int, person_id: int, now: int) -> bool:
    """Each person once."""
    sql = (
        "INSERT INTO expert_helped (question_id, person_id, said_at) VALUES (?, ?, ?)"
        " ON CONFLICT (question_id, person_id) DO NOTHING"
    )
    return bool(await tx.run(sql, question_id, person_id, now))
