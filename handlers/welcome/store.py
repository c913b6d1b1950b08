"""The questions people asked a human being."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class HumanQuestion:
    """`kind`: what came with it ("photo", "voice" or nothing); `ready_id`: its media id once it can be shown."""

    id: int
    person_id: int
    words: str
    answered: int
    kind: str
    ready_id: int | None
    asked_at: int


COLUMNS = (
    "SELECT q.id, q.person_id, q.words, CASE WHEN q.answered_at IS NULL THEN 0 ELSE 1 END, coalesce(m.kind, ''),"
    " CASE WHEN m.state = 'ready' THEN m.id END, q.asked_at"
    " FROM human_questions q LEFT JOIN media m ON m.id = q.media_id"
)


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
        f"{COLUMNS} WHERE q.place_id = ? AND q.id = ?",
        place_id,
        question_id,
    )


async def open_questions(tx: Tx, place_id: int) -> list[HumanQuestion]:
    """Oldest first."""
    return await tx.all(
        HumanQuestion,
        f"{COLUMNS} WHERE q.place_id = ? AND q.answered_at IS NULL ORDER BY q.id",
        place_id,
    )


async def anything_open(tx: Tx) -> bool:
    found = "SELECT 1 FROM human_questions WHERE answered_at IS NULL AND lead_at IS NULL LIMIT 1"
    return await tx.one(int, found) is not None


async def asked_before(tx: Tx, place_id: int, moment: int) -> list[HumanQuestion]:
    """Open since then, and not asked once more yet."""
    return await tx.all(
        HumanQuestion,
        f"{COLUMNS} WHERE q.place_id = ? AND q.answered_at IS NULL AND q.again_at IS NULL AND q.asked_at <= ?"
        " ORDER BY q.id",
        place_id,
        moment,
    )


async def asked_again_before(tx: Tx, place_id: int, moment: int) -> list[HumanQuestion]:
    """Open all the same, and not with the leads yet."""
    return await tx.all(
        HumanQuestion,
        f"{COLUMNS} WHERE q.place_id = ? AND q.answered_at IS NULL AND q.lead_at IS NULL AND q.again_at <= ?"
        " ORDER BY q.id",
        place_id,
        moment,
    )


async def note_again(tx: Tx, question_id: int, now: int) -> None:
    await tx.run("UPDATE human_questions SET again_at = ? WHERE id = ?", now, question_id)


async def note_lead(tx: Tx, question_id: int, now: int) -> None:
    await tx.run("UPDATE human_questions SET lead_at = ? WHERE id = ?", now, question_id)


async def count_open(tx: Tx, place_id: int) -> int:
    count = await tx.one(
        int, "SELECT count(*) FROM human_questions WHERE place_id = ? AND answered_at IS NULL", place_id
    )
    return count or 0


async def answer(tx: Tx, question_id: int, by: int, words: str, now: int) -> None:
    await tx.run(
        "UPDATE human_questions SET answered_by = ?, answer = ?, answered_at = ? WHERE id = ?",
        by,
        words,
        now,
        question_id,
    )
