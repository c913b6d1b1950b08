"""The questions people asked a human being."""

from dataclasses import dataclass

from bot.db import Tx


@dataclass(frozen=True)
class HumanQuestion:
    id: int
    person_id: int
    words: str
    answered: int


async def add_question(tx: Tx, place_id: int, person_id: int, words: str, media_id: int | None, now: int) -> int:
    question_id = await tx.one(
        int,
        "INSERT INTO human_questions (place_id, person_id, words, media_id, asked_at) VALUES (?, ?, ?, ?, ?)"
        " RETURNING id",
        place_id,
        person_id,
        words,
        media_id,
        now,
    )
    if question_id is None:
        raise LookupError("the new question has no id")
    return question_id


async def find_question(tx: Tx, place_id: int, question_id: int) -> HumanQuestion | None:
    return await tx.one(
        HumanQuestion,
        "SELECT id, person_id, words, CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END FROM human_questions"
        " WHERE place_id = ? AND id = ?",
        place_id,
        question_id,
    )


async def open_questions(tx: Tx, place_id: int) -> list[HumanQuestion]:
    """Oldest first."""
    return await tx.all(
        HumanQuestion,
        "SELECT id, person_id, words, 0 FROM human_questions WHERE place_id = ? AND answered_at IS NULL ORDER BY id",
        place_id,
    )


async def answer(tx: Tx, question_id: int, by: int, words: str, now: int) -> None:
    await tx.run(
        "UPDATE human_questions SET answered_by = ?, answer = ?, answered_at = ? WHERE id = ?",
        by,
        words,
        now,
        question_id,
    )
