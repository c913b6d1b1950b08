"""Which pictures and voices go with what is thrown away: their media ids, ready or not."""

from bot.database.db import Tx

OF_QUESTIONS = (
    "SELECT m.id FROM media m WHERE m.id IN (SELECT q.media_id FROM expert_questions q WHERE {0})"
    " OR m.id IN (SELECT q.answer_media_id FROM expert_questions q WHERE {0})"
)


async def of_question(tx: Tx, question_id: int) -> list[int]:
    """With what was asked."""
    sql = "SELECT q.media_id FROM expert_questions q WHERE q.id = ? AND q.media_id IS NOT NULL"
    return await tx.all(int, sql, question_id)


async def of_answer(tx: Tx, question_id: int) -> list[int]:
    sql = "SELECT q.answer_media_id FROM expert_questions q WHERE q.id = ? AND q.answer_media_id IS NOT NULL"
    return await tx.all(int, sql, question_id)


async def of_drafts(tx: Tx, place_id: int, person_id: int) -> list[int]:
    sql = OF_QUESTIONS.format("q.place_id = ? AND q.asked_by = ? AND q.state = 'draft'")
    return await tx.all(int, sql, place_id, person_id, place_id, person_id)


async def of_old(tx: Tx, place_id: int, drafts_before: int, ended_before: int) -> list[int]:
    sql = OF_QUESTIONS.format(
        "q.place_id = ? AND ((q.state = 'draft' AND q.begun_at < ?) OR (q.state = 'ended' AND q.moved_at < ?))"
    )
    values = (place_id, drafts_before, ended_before)
    return await tx.all(int, sql, *values, *values)


async def of_asker(tx: Tx, place_id: int, person_id: int) -> list[int]:
    """Of what goes with her: what others were not shown."""
    sql = OF_QUESTIONS.format("q.place_id = ? AND q.asked_by = ? AND q.shown = 0 AND q.useful = 0")
    return await tx.all(int, sql, place_id, person_id, place_id, person_id)


async def of_card(tx: Tx, card_id: int) -> tuple[int | None, int | None]:
    """Its picture and its voice."""
    sql = "SELECT media_id, voice_id FROM howto_cards WHERE id = ?"
    return await tx.one(lambda media_id, voice_id: (media_id, voice_id), sql, card_id) or (None, None)
