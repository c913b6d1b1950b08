"""What an expert asked back and what was said to it; and what goes when its asker leaves."""

from dataclasses import dataclass

from bot.database.db import Tx

HERS = "(SELECT id FROM expert_questions WHERE place_id = ? AND asked_by = ? AND shown = 0 AND useful = 0)"


@dataclass(frozen=True)
class Turn:
    by_expert: bool
    words: str


async def of(tx: Tx, question_id: int) -> list[Turn]:
    return await tx.all(
        lambda by_expert, words: Turn(bool(by_expert), words),
        "SELECT by_expert, words FROM expert_turns WHERE question_id = ? ORDER BY id",
        question_id,
    )


async def add(tx: Tx, question_id: int, by_expert: int, words: str, now: int) -> None:
    await tx.run(
        "INSERT INTO expert_turns (question_id, by_expert, words, said_at) VALUES (?, ?, ?, ?)",
        question_id,
        by_expert,
        words,
        now,
    )


async def forget_asker(tx: Tx, place_id: int, person_id: int) -> None:
    """What she asked goes, unless the team showed it to others; there her part of the talk goes."""
    for table in ("expert_turns", "expert_passes", "expert_helped"):
        await tx.run(f"DELETE FROM {table} WHERE question_id IN {HERS}", place_id, person_id)  # noqa: S608 ours
    await tx.run(
        "DELETE FROM expert_questions WHERE place_id = ? AND asked_by = ? AND shown = 0 AND useful = 0",
        place_id,
        person_id,
    )
    await tx.run(
        "DELETE FROM expert_turns WHERE by_expert = 0 AND question_id IN"
        " (SELECT id FROM expert_questions WHERE place_id = ? AND asked_by = ?)",
        place_id,
        person_id,
    )
