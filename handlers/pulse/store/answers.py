"""What somebody says while a round runs. Its rows are read by herself and by the close, and by nobody else."""

from collections import defaultdict

from bot.database.db import Tx
from handlers.pulse.rules import Face, Question


async def of(tx: Tx, round_id: int, person_id: int) -> dict[Question, Face]:
    found = await tx.all(
        lambda question, face: (Question(question), Face(face)),
        "SELECT question, face FROM pulse_answers WHERE round_id = ? AND person_id = ?",
        round_id,
        person_id,
    )
    return dict(found)


async def say(tx: Tx, round_id: int, person_id: int, question: Question, face: Face, now: int) -> None:
    """The newest counts."""
    await tx.run(
        "INSERT INTO pulse_answers (round_id, person_id, question, face, answered_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (round_id, person_id, question) DO UPDATE SET face = excluded.face,"
        " answered_at = excluded.answered_at WHERE pulse_answers.face <> excluded.face",
        round_id,
        person_id,
        question.value,
        face.value,
        now,
    )


async def by_person(tx: Tx, round_id: int) -> dict[int, dict[Question, Face]]:
    """For the close, which forgets whose they were."""
    found: dict[int, dict[Question, Face]] = defaultdict(dict)
    for person_id, question, face in await tx.all(
        lambda *row: row, "SELECT person_id, question, face FROM pulse_answers WHERE round_id = ?", round_id
    ):
        found[person_id][Question(question)] = Face(face)
    return dict(found)


async def forget(tx: Tx, round_id: int) -> None:
    await tx.run("DELETE FROM pulse_answers WHERE round_id = ?", round_id)
